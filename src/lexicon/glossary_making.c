/* glossary_making.c - which words of CLDR's names translate each other, as an image. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/glossary_image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/namebook.h"

enum { ROUNDS = 4 }; /* of expectation maximisation; more change nothing */

/* The least share of its words' best partner that a pair of words must have. */
static const float SHARE_MIN = 0.25f;

/* One direction of a glossary as it is made: names that meet, and their pairs of words as they
 * come. */
struct making {
    const struct namebook *source;
    const struct namebook *target;
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
meet(struct making *making, const struct named *source, const struct named *target)
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
            uint32_t key[2] = {making->source->tokens[source->first + s],
                               making->target->tokens[target->first + t]};
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
meet_all(struct making *making)
{
    const struct namebook *source = making->source, *target = making->target;
    size_t s = 0, t = 0;

    while (s < source->count && t < target->count) {
        size_t s_end = skip_concept(source, s), t_end = skip_concept(target, t);
        int order = strcmp(source->items[s].concept.ptr, target->items[t].concept.ptr);

        for (size_t i = s; order == 0 && i < s_end; i++)
            for (size_t j = t; j < t_end; j++)
                if (!meet(making, &source->items[i], &target->items[j]))
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

/* Appends the pairs that are near the best of both their words to PARTS. */
static bool
write_best(const struct making *making, struct ura_buf *parts)
{
    size_t sources = making->source->words.keys.count;
    size_t targets = making->target->words.keys.count;
    float *best = array_new(sources + targets + 1, sizeof *best);

    if (!best)
        return false;
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
            if (share < SHARE_MIN)
                continue;
            buf_append(&parts[DIRECTION_SOURCES], &key[0], sizeof key[0]);
            buf_append(&parts[DIRECTION_TARGETS], &key[1], sizeof key[1]);
            buf_append(&parts[DIRECTION_STRENGTHS], &share, sizeof share);
        }
    free(best);
    return true;
}

/* The pairs from the names of SOURCE to those of TARGET. */
static bool
write_direction(const struct namebook *source, const struct namebook *target,
                struct ura_buf *parts)
{
    size_t sources = source->words.keys.count;
    struct making making = {.source = source, .target = target};
    bool done = meet_all(&making);

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
    done = done && write_best(&making, parts);
    release_making(&making);
    return done;
}

static void
write_book(const struct namebook *book, struct ura_buf *parts)
{
    uint32_t several = (uint32_t)book->words.keys.count;

    frozen_write(&book->words.keys, &parts[BOOK_WORDS]);
    frozen_write(&book->beginnings, &parts[BOOK_BEGINNINGS]);
    for (size_t i = 0; i < book->beginnings.count; i++)
        buf_append(&parts[BOOK_BEGUN],
                   book->begun[i] == INTERN_NONE ? &several : &book->begun[i], sizeof several);
}

enum ura_status
glossary_build(struct ura_context *context, const char *const languages[2], uint64_t stamp,
               struct ura_buf *out, struct ura_error *error)
{
    const struct namebook *books[2];
    struct ura_buf bufs[GLOSSARY_PARTS] = {0};
    struct ura_str parts[GLOSSARY_PARTS];
    enum ura_status status = URA_OK;
    bool done = true;

    for (int i = 0; !status && i < 2; i++)
        status = namebook_get(context, languages[i], &books[i], error);
    if (status)
        return status;
    for (int i = 0; done && i < 2; i++) {
        write_book(books[i], bufs + i * BOOK_PARTS);
        done = write_direction(books[i], books[1 - i],
                               bufs + 2 * BOOK_PARTS + i * DIRECTION_PARTS);
    }
    for (size_t i = 0; i < GLOSSARY_PARTS; i++) {
        done = done && !bufs[i].failed;
        parts[i] = buf_str(&bufs[i]);
    }
    if (done)
        image_write(&glossary_kind, stamp, parts, GLOSSARY_PARTS, out);
    for (size_t i = 0; i < GLOSSARY_PARTS; i++)
        buf_release(&bufs[i]);
    return done && !out->failed ? URA_OK : error_memory(error);
}

enum ura_status
glossary_stamp(struct ura_context *context, const char *const languages[2], uint64_t *stamp,
               struct ura_error *error)
{
    /* What reading a name into words goes by. */
    static const char *const files[] = {"stems.txt", "numbers.txt", "clitics.txt",
                                        "abbreviations.txt", "openers.txt"};
    enum { FILES = sizeof files / sizeof *files };
    enum ura_status status = URA_OK;
    struct ura_buf bytes = {0};

    *stamp = 0;
    stamp_add_text(stamp, ura_version());
    stamp_add_text(stamp, ura_icu_version());
    for (size_t i = 0; !status && i < 2 * FILES; i++) {
        char name[64];

        snprintf(name, sizeof name, "%s/%s", languages[i / FILES], files[i % FILES]);
        status = stamp_add_file(stamp, ura_context_data_folder(context), name, &bytes, error);
    }
    buf_release(&bytes);
    return status;
}
