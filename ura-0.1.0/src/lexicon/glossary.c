/* glossary.c - words that CLDR's names pair in two languages. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/glossary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/namebook.h"

enum { ROUNDS = 4 }; /* of expectation maximisation; more change nothing */

/* How often a pair of names is a translation in running text (the prototype's hand lexicon had
 * 0.5), and the least share of its words' best partner that a pair of words must have. */
static const float NAME = 0.6f, SHARE_MIN = 0.25f;

struct pair {
    uint32_t source;
    uint32_t target;
    float strength; /* expected count, then its share of the best */
};

struct glossary {
    const struct namebook *source;
    const struct namebook *target;
    struct pair *pairs;
    size_t count;
};

/* What is needed to make one: names that meet, and their pairs of words as they come. */
struct making {
    struct ura_intern keys; /* source and target word of a pair, 8 bytes */
    uint32_t *cells;        /* pairs, for each two names: source words by target words */
    size_t cell_count;
    size_t cell_capacity;
    const struct named **names; /* source, target, source, target, ... */
    size_t name_count;
    size_t name_capacity;
    float *chances; /* by pair: P(target | source) */
    float *counts;
    float *totals; /* by source word */
};

static void
free_glossary(void *value)
{
    struct glossary *glossary = value;

    free(glossary->pairs);
    free(glossary);
}

static void
release_making(struct making *making)
{
    intern_release(&making->keys);
    free(making->cells);
    free(making->names);
    free(making->chances);
    free(making->counts);
    free(making->totals);
}

static bool
meet(const struct glossary *glossary, struct making *making, const struct named *source,
     const struct named *target)
{
    const struct named **names;
    uint32_t *cells;

    names = array_grow(making->names, &making->name_capacity, making->name_count + 2,
                       sizeof *names);
    if (!names)
        return false;
    making->names = names;
    names[making->name_count++] = source;
    names[making->name_count++] = target;
    cells =
        array_grow(making->cells, &making->cell_capacity,
                   making->cell_count + (size_t)source->count * target->count, sizeof *cells);
    if (!cells)
        return false;
    making->cells = cells;
    for (uint32_t s = 0; s < source->count; s++)
        for (uint32_t t = 0; t < target->count; t++) {
            uint32_t key[2] = {glossary->source->tokens[source->first + s],
                               glossary->target->tokens[target->first + t]};
            uint32_t pair =
                intern_take(&making->keys, (struct ura_str){(const char *)key, sizeof key});

            if (pair == INTERN_NONE)
                return false;
            cells[making->cell_count++] = pair;
        }
    return true;
}

static size_t
skip_concept(const struct namebook *book, size_t at)
{
    size_t start = at;

    while (at < book->count &&
           ura_str_equal(book->items[at].concept, book->items[start].concept))
        at++;
    return at;
}

/* Brings all names of each concept together. */
static bool
meet_all(const struct glossary *glossary, struct making *making)
{
    const struct namebook *source = glossary->source, *target = glossary->target;
    size_t s = 0, t = 0;

    while (s < source->count && t < target->count) {
        size_t s_end = skip_concept(source, s), t_end = skip_concept(target, t);
        int order = strcmp(source->items[s].concept.ptr, target->items[t].concept.ptr);

        for (size_t i = s; order == 0 && i < s_end; i++)
            for (size_t j = t; j < t_end; j++)
                if (!meet(glossary, making, &source->items[i], &target->items[j]))
                    return false;
        if (order <= 0)
            s = s_end;
        if (order >= 0)
            t = t_end;
    }
    return true;
}

static void
find_key(const struct making *making, size_t pair, uint32_t key[2])
{
    memcpy(key, making->keys.items[pair].ptr, 2 * sizeof *key);
}

/* Each target word of a name is the translation of one of its partner's, in the shares of what
 * is known so far (IBM model 1: Brown et al. 1993). */
static void
count_shares(struct making *making)
{
    const uint32_t *cells = making->cells;

    memset(making->counts, 0, making->keys.count * sizeof *making->counts);
    for (size_t i = 0; i < making->name_count; i += 2) {
        uint32_t sources = making->names[i]->count, targets = making->names[i + 1]->count;

        for (uint32_t t = 0; t < targets; t++) {
            float sum = 0;

            for (uint32_t s = 0; s < sources; s++)
                sum += making->chances[cells[s * targets + t]];
            for (uint32_t s = 0; s < sources; s++)
                making->counts[cells[s * targets + t]] +=
                    making->chances[cells[s * targets + t]] / sum;
        }
        cells += (size_t)sources * targets;
    }
}

static void
estimate(struct making *making, size_t source_words)
{
    uint32_t key[2];

    memset(making->totals, 0, source_words * sizeof *making->totals);
    for (size_t i = 0; i < making->keys.count; i++) {
        find_key(making, i, key);
        making->totals[key[0]] += making->counts[i];
    }
    for (size_t i = 0; i < making->keys.count; i++) {
        find_key(making, i, key);
        making->chances[i] = making->counts[i] / making->totals[key[0]];
    }
}

/* Keeps the pairs that are near the best of both their words. */
static bool
keep_best(struct glossary *glossary, const struct making *making)
{
    size_t sources = glossary->source->words.keys.count;
    size_t targets = glossary->target->words.keys.count;
    float *best = array_new(sources + targets, sizeof *best);

    glossary->pairs = array_new(making->keys.count, sizeof *glossary->pairs);
    if (!best || !glossary->pairs) {
        free(best);
        return false;
    }
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < making->keys.count; i++) {
            uint32_t key[2];
            float count = making->counts[i], *s, *t, share;

            find_key(making, i, key);
            s = &best[key[0]];
            t = &best[sources + key[1]];
            if (!pass) {
                *s = count > *s ? count : *s;
                *t = count > *t ? count : *t;
                continue;
            }
            share = count / (*s > *t ? *s : *t);
            if (share >= SHARE_MIN)
                glossary->pairs[glossary->count++] = (struct pair){key[0], key[1], share};
        }
    free(best);
    return true;
}

static bool
make(struct glossary *glossary)
{
    size_t sources = glossary->source->words.keys.count;
    struct making making = {0};
    bool done = meet_all(glossary, &making);

    if (done) {
        making.chances = array_new(making.keys.count + 1, sizeof *making.chances);
        making.counts = array_new(making.keys.count + 1, sizeof *making.counts);
        making.totals = array_new(sources + 1, sizeof *making.totals);
        done = making.chances && making.counts && making.totals;
    }
    for (size_t i = 0; done && i < making.keys.count; i++)
        making.chances[i] = 1;
    for (int round = 0; done && round < ROUNDS; round++) {
        count_shares(&making);
        estimate(&making, sources);
    }
    done = done && keep_best(glossary, &making);
    release_making(&making);
    return done;
}

enum ura_status
glossary_get(struct ura_context *context, const char *source, const char *target,
             const struct glossary **out, struct ura_error *error)
{
    char key[128];
    struct glossary *glossary;
    enum ura_status status;

    snprintf(key, sizeof key, "glossary:%s:%s", source, target);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    glossary = calloc(1, sizeof *glossary);
    if (!glossary)
        return error_memory(error);
    status = namebook_get(context, source, &glossary->source, error);
    if (!status)
        status = namebook_get(context, target, &glossary->target, error);
    if (!status && !make(glossary))
        status = error_memory(error);
    if (status) {
        free_glossary(glossary);
        return status;
    }
    status = context_keep(context, key, glossary, free_glossary, error);
    if (!status)
        *out = glossary;
    return status;
}

/* The types of a text by the word of the book that they are: lists in one array. */
struct lookup {
    uint32_t *types;
    size_t *first; /* by word of the book, and one more */
};

static void
release_lookup(struct lookup *lookup)
{
    free(lookup->types);
    free(lookup->first);
}

static bool
look_up(const struct namebook *book, const struct vocabulary *vocabulary, struct lookup *out)
{
    size_t types = vocabulary->keys.count, words = book->words.keys.count;
    uint32_t *found = array_new(types + 1, sizeof *found);

    out->types = array_new(types + 1, sizeof *out->types);
    out->first = array_new(words + 2, sizeof *out->first);
    if (!found || !out->types || !out->first) {
        free(found);
        return false;
    }
    for (size_t i = 0; i < types; i++) {
        found[i] = namebook_find(book, &vocabulary->words[i]);
        if (found[i] != INTERN_NONE)
            out->first[found[i] + 2]++;
    }
    for (size_t w = 2; w < words + 2; w++)
        out->first[w] += out->first[w - 1];
    for (uint32_t i = 0; i < types; i++)
        if (found[i] != INTERN_NONE)
            out->types[out->first[found[i] + 1]++] = i;
    free(found);
    return true;
}

static bool
add_pair(const struct pair *pair, const struct lookup *sources, const struct lookup *targets,
         struct candidates *out)
{
    for (size_t s = sources->first[pair->source]; s < sources->first[pair->source + 1]; s++)
        for (size_t t = targets->first[pair->target]; t < targets->first[pair->target + 1]; t++)
            if (!candidates_add(out, sources->types[s], targets->types[t],
                                NAME * pair->strength))
                return false;
    return true;
}

bool
glossary_find(const struct glossary *glossary, const struct vocabulary *source,
              const struct vocabulary *target, struct candidates *out)
{
    struct lookup sources = {0}, targets = {0};
    bool done = look_up(glossary->source, source, &sources) &&
                look_up(glossary->target, target, &targets);

    for (size_t i = 0; done && i < glossary->count; i++)
        done = add_pair(&glossary->pairs[i], &sources, &targets, out);
    release_lookup(&sources);
    release_lookup(&targets);
    return done;
}
