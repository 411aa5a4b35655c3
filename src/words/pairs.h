/* pairs.h - sentence pairs as numbers of types: what is learned from. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_PAIRS_H
#define WORDS_PAIRS_H

#include "base/base.h"

enum { PAIR_TOKENS_MAX = 1000 }; /* of a side; longer ones are no sentences */

/* Zero is an empty list. */
struct pairs {
    struct pairs_side {
        uint32_t *tokens;
        size_t token_count, token_capacity;
        uint32_t *first; /* of pair i: tokens [first[i], first[i + 1]) */
        size_t first_capacity;
    } sides[2];
    float *weights; /* by pair, in (0, 1] */
    size_t weight_capacity;
    size_t count;
    uint64_t *hashes; /* of the words of each pair */
    size_t hash_capacity;
    uint64_t added;
    int halved; /* so many times: only pairs whose hash ends in so many zeros are kept */
};

/*
 * Adds a pair of COUNTS tokens, none of them 0, whose words have HASH. Over TOKENS_MAX tokens
 * in all, every second pair is dropped; which ones does not depend on their order. False when
 * out of memory.
 */
bool pairs_add(struct pairs *pairs, const uint32_t *const tokens[2], const size_t counts[2],
               float weight, uint64_t hash, size_t tokens_max);
void pairs_release(struct pairs *pairs);

#endif
