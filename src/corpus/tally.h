/* tally.h - how often each name came, in bounded memory. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_TALLY_H
#define CORPUS_TALLY_H

#include "base/base.h"

enum {
    TALLY_NAMES = 100000,  /* that are kept; those that come after them are counted together */
    TALLY_BYTES = 8 << 20, /* of all names together; the same */
};

/* Zero is empty. */
struct tally {
    struct ura_intern names;
    uint64_t *counts; /* by number of the name */
    size_t capacity;
    size_t bytes;
    uint64_t others; /* counts of names that there was no more room for */
};

/* false when out of memory. */
bool tally_add(struct tally *tally, struct ura_str name);
/*
 * The numbers of the names, most frequent first and then in the order of their bytes, tally->
 * names.count of them; the caller frees it. NULL when there is none or when out of memory.
 */
uint32_t *tally_order(const struct tally *tally);
void tally_release(struct tally *tally);

#endif
