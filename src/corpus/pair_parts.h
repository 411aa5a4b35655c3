/* pair_parts.h - which part has a pair of texts. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_PAIR_PARTS_H
#define CORPUS_PAIR_PARTS_H

#include "base/base.h"

enum { PAIR_PARTS_NONE = UINT8_MAX };

/* Hashes of pairs with a number each: 9 bytes a slot, half of the slots in use or more. Zero is
 * empty. */
struct pair_parts {
    uint64_t *hashes; /* 0: empty */
    uint8_t *parts;
    size_t slot_count, used;
};

/* The place of the part that HASH has, PAIR_PARTS_NONE if it is new; NULL: out of memory. */
uint8_t *pair_parts_take(struct pair_parts *table, uint64_t hash);
/* The part of HASH, PAIR_PARTS_NONE if it is not there. */
uint8_t pair_parts_find(const struct pair_parts *table, uint64_t hash);
void pair_parts_release(struct pair_parts *table);

#endif
