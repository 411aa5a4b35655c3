/* ratios.c - likelihood ratios out of candidates. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/links.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of a type's chance in a sentence, how much is its frequency in the language at large, and how
 * much its frequency in this document (alignment prototype; flat around it). */
static const float BACKGROUND = 0.84f, DOCUMENT = 0.16f;
/* What a word that is not common is to the language at large: one in 50,000. */
static const float RARE = 2e-5f;
static const float RATIO_MAX = 1636.0f; /* e^7.4; e^5 loses a point on hard texts */
static const float RATIO_MIN = 1.75f;   /* pairs with both ratios under it cost more than they
                                           bring: slower and worse */
enum { KEPT_PER_TYPE = 30, COMMON_LETTERS = 3 };

/* Chance of WORD to be at a place of its side. */
static float
find_chance(const struct word *word, size_t tokens)
{
    float here = (float)word->count / (float)(tokens ? tokens : 1);
    float large = word->kind == WORD_PLAIN && word->letters > COMMON_LETTERS ? RARE : here;

    if (word->kind == WORD_NUMBER)
        large = 10 * RARE;
    if (large > here)
        large = here;
    return BACKGROUND * large + DOCUMENT * here;
}

/* The share of occurrences of a type seen FROM times that one seen TO times can answer. */
static float
find_share(uint32_t from, uint32_t to)
{
    return to >= from ? 1 : ((float)to + 0.5f) / ((float)from + 0.5f);
}

static struct evidence_link
weigh(const struct candidate *candidate, const struct vocabulary *source,
      const struct vocabulary *target)
{
    const struct word *s = &source->words[candidate->source];
    const struct word *t = &target->words[candidate->target];
    float forward =
        candidate->forward * find_share(s->count, t->count) / find_chance(t, target->tokens);
    float backward =
        candidate->backward * find_share(t->count, s->count) / find_chance(s, source->tokens);

    return (struct evidence_link){candidate->target, fminf(forward, RATIO_MAX),
                                  fminf(backward, RATIO_MAX)};
}

/* Stronger first; ties by target, so that the order is one. */
static int
compare_links(const void *first, const void *second)
{
    const struct evidence_link *a = first, *b = second;
    float x = a->forward + a->backward, y = b->forward + b->backward;

    if (x != y)
        return x > y ? -1 : 1;
    return a->target < b->target ? -1 : a->target > b->target;
}

static int
compare_targets(const void *first, const void *second)
{
    const struct evidence_link *a = first, *b = second;

    return a->target < b->target ? -1 : a->target > b->target;
}

/* Keeps the best of COUNT links of one source type, in the order of their targets. */
static size_t
prune(struct evidence_link *links, size_t count)
{
    if (count > KEPT_PER_TYPE) {
        qsort(links, count, sizeof *links, compare_links);
        count = KEPT_PER_TYPE;
        qsort(links, count, sizeof *links, compare_targets);
    }
    return count;
}

bool
links_weigh(struct candidates *candidates, const struct vocabulary *source,
            const struct vocabulary *target, struct ura_arena *arena, struct evidence *out)
{
    size_t types = source->keys.count, count, used = 0, at = 0;

    candidates_merge(candidates);
    count = candidates->count;
    out->first = arena_new(arena, types + 1, sizeof *out->first);
    out->links = arena_new(arena, count, sizeof *out->links);
    if (!out->first || !out->links)
        return false;
    for (uint32_t s = 0; s < types; s++) {
        size_t start = used;

        out->first[s] = start;
        for (; at < count && candidates->items[at].source == s; at++) {
            struct evidence_link link = weigh(&candidates->items[at], source, target);

            if (link.forward >= RATIO_MIN || link.backward >= RATIO_MIN)
                out->links[used++] = link;
        }
        used = start + prune(out->links + start, used - start);
    }
    out->first[types] = used;
    return true;
}
