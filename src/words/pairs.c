/* pairs.c - sentence pairs as numbers of types: what is learned from. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/pairs.h"

#include <stdlib.h>

void
pairs_release(struct pairs *pairs)
{
    for (int i = 0; i < 2; i++) {
        free(pairs->sides[i].tokens);
        free(pairs->sides[i].first);
    }
    free(pairs->weights);
    free(pairs->hashes);
    *pairs = (struct pairs){0};
}

static bool
is_kept(const struct pairs *pairs, uint64_t hash)
{
    return (hash & (((uint64_t)1 << pairs->halved) - 1)) == 0;
}

/* Drops the pairs that one more halving leaves out. */
static void
halve(struct pairs *pairs)
{
    size_t kept = 0;

    pairs->halved++;
    for (size_t i = 0; i < pairs->count; i++) {
        if (!is_kept(pairs, pairs->hashes[i]))
            continue;
        for (int side = 0; side < 2; side++) {
            struct pairs_side *items = &pairs->sides[side];
            size_t count = items->first[i + 1] - items->first[i];

            memmove(items->tokens + items->first[kept], items->tokens + items->first[i],
                    count * sizeof *items->tokens);
            /* first[i + 1] is still needed; kept + 1 is at most i + 1. */
            if (kept < i)
                items->first[kept + 1] = items->first[kept] + (uint32_t)count;
        }
        pairs->weights[kept] = pairs->weights[i];
        pairs->hashes[kept++] = pairs->hashes[i];
    }
    pairs->count = kept;
    for (int side = 0; side < 2; side++)
        pairs->sides[side].token_count = pairs->sides[side].first[kept];
}

static bool
make_room(struct pairs *pairs, const size_t counts[2])
{
    float *weights =
        array_grow(pairs->weights, &pairs->weight_capacity, pairs->count + 1, sizeof *weights);
    uint64_t *hashes;

    if (!weights)
        return false;
    pairs->weights = weights;
    hashes = array_grow(pairs->hashes, &pairs->hash_capacity, pairs->count + 1, sizeof *hashes);
    if (!hashes)
        return false;
    pairs->hashes = hashes;
    for (int i = 0; i < 2; i++) {
        struct pairs_side *side = &pairs->sides[i];
        uint32_t *tokens = array_grow(side->tokens, &side->token_capacity,
                                      side->token_count + counts[i], sizeof *tokens);
        uint32_t *first;

        if (!tokens)
            return false;
        side->tokens = tokens;
        first = array_grow(side->first, &side->first_capacity, pairs->count + 2, sizeof *first);
        if (!first)
            return false;
        side->first = first;
        first[0] = 0;
    }
    return true;
}

bool
pairs_add(struct pairs *pairs, const uint32_t *const tokens[2], const size_t counts[2],
          float weight, uint64_t hash, size_t tokens_max)
{
    pairs->added++;
    if (!is_kept(pairs, hash))
        return true;
    if (!make_room(pairs, counts))
        return false;
    for (int i = 0; i < 2; i++) {
        struct pairs_side *side = &pairs->sides[i];

        memcpy(side->tokens + side->token_count, tokens[i], counts[i] * sizeof *tokens[i]);
        side->token_count += counts[i];
        side->first[pairs->count + 1] = (uint32_t)side->token_count;
    }
    pairs->weights[pairs->count] = weight;
    pairs->hashes[pairs->count++] = hash;
    while (pairs->count > 1 && pairs->halved < 63 &&
           pairs->sides[0].token_count + pairs->sides[1].token_count > tokens_max)
        halve(pairs);
    return true;
}
