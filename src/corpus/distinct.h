/* distinct.h - how many different hashes were seen: exact while they are few, then a sketch. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_DISTINCT_H
#define CORPUS_DISTINCT_H

#include "base/base.h"

/*
 * Hashes that are kept: they and the empty slots beside them are 32 MiB, 64 while they are
 * thinned out.
 */
enum { DISTINCT_KEPT = 3000000 };

/*
 * Adaptive sampling (P. Flajolet, "On adaptive sampling", Computing 43, 1990): when there are
 * too many, only those are kept, and looked at, that begin with one more zero bit. Zero is
 * none.
 */
struct distinct {
    uint64_t *slots; /* 0: empty */
    size_t slot_count, used;
    unsigned zeros; /* bits that hashes begin with */
};

/* Takes a hash with evenly spread bits; false when out of memory. LIMIT: DISTINCT_KEPT. */
bool distinct_add(struct distinct *set, uint64_t hash, size_t limit);
/* The number of different hashes; expected error 1.2 / sqrt(limit) unless distinct_is_exact. */
uint64_t distinct_count(const struct distinct *set);
bool distinct_is_exact(const struct distinct *set);
void distinct_release(struct distinct *set);

#endif
