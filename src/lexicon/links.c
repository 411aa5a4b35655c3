/* links.c - candidates for translations between two vocabularies, and what they are worth. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/links.h"

#include <math.h>
#include <stdlib.h>

/* Probabilities that a type with such evidence is translated so; measured on NTREX-128 and
 * FLORES-200 (alignment prototype), where they are flat. */
static const float EQUAL_WORD = 0.57f, EQUAL_SHORT = 0.28f, EQUAL_NUMBER = 0.6f,
                   EQUAL_MARK = 0.5f;
enum { SHORT_LETTERS = 3 };

bool
candidates_add_both(struct candidates *candidates, uint32_t source, uint32_t target,
                    float forward, float backward)
{
    struct candidate *grown = array_grow(candidates->items, &candidates->capacity,
                                         candidates->count + 1, sizeof *grown);

    if (!grown)
        return false;
    candidates->items = grown;
    grown[candidates->count++] = (struct candidate){source, target, forward, backward};
    return true;
}

bool
candidates_add(struct candidates *candidates, uint32_t source, uint32_t target,
               float probability)
{
    return candidates_add_both(candidates, source, target, probability, probability);
}

static int
compare_pairs(const void *first, const void *second)
{
    const struct candidate *a = first, *b = second;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

void
candidates_merge(struct candidates *candidates)
{
    struct candidate *items = candidates->items;
    size_t kept = 0;

    if (candidates->count)
        qsort(items, candidates->count, sizeof *items, compare_pairs);
    for (size_t i = 0; i < candidates->count; i++) {
        struct candidate *last = kept ? &items[kept - 1] : NULL;

        if (last && last->source == items[i].source && last->target == items[i].target) {
            last->forward = fmaxf(last->forward, items[i].forward);
            last->backward = fmaxf(last->backward, items[i].backward);
        } else {
            items[kept++] = items[i];
        }
    }
    candidates->count = kept;
}

void
candidates_release(struct candidates *candidates)
{
    free(candidates->items);
    *candidates = (struct candidates){0};
}

static float
weigh_equal(const struct word *word)
{
    switch (word->kind) {
    case WORD_NUMBER:
        return EQUAL_NUMBER;
    case WORD_MARK:
        return EQUAL_MARK;
    default:
        if (word->letters < SHORT_LETTERS)
            return 0;
        return word->letters == SHORT_LETTERS ? EQUAL_SHORT : EQUAL_WORD;
    }
}

bool
links_find_equal(const struct vocabulary *source, const struct vocabulary *target,
                 struct candidates *out)
{
    for (uint32_t s = 0; s < source->keys.count; s++) {
        uint32_t t = intern_find(&target->keys, source->words[s].key);
        float probability;

        if (t == INTERN_NONE || source->words[s].kind != target->words[t].kind)
            continue;
        probability = weigh_equal(&source->words[s]);
        if (probability > 0 && !candidates_add(out, s, t, probability))
            return false;
    }
    return true;
}
