/* learn.c - links learned from the text itself, once it is aligned. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/learn.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROUNDS = 4,      /* of expectation maximisation */
    BEADS_MAX = 2000 /* that teach: the pairs of their words take 60 MB */
};

/* Beads less sure than this are wrong too often to teach. */
static const float SURE = 0.5f;
/* What a known link weighs at the start against any other pair of words of a bead. */
static const float KNOWN = 10.0f;
/* The share of a bead's words that nothing translates, before anything is known. */
static const float ALONE = 0.3f;
/* Of each count, what chance brings; and how far what is learned can be trusted. */
static const float DISCOUNT = 0.5f, TRUST = 0.5f;
static const float RATIO_MIN = 2.0f, RATIO_MAX = 1636.0f;

/* The words of the beads that teach, each type once a bead, and their pairs. */
struct lesson {
    const struct evidence *known;
    struct ura_intern keys; /* source and target type of a pair, 8 bytes */
    uint32_t *cells;        /* pairs, for each bead: source types by target types */
    size_t cell_count, cell_capacity;
    uint32_t *types; /* of each bead: source types, then target types */
    size_t type_count, type_capacity;
    struct sizes {
        uint32_t sources;
        uint32_t targets;
        float weight;
    } * sizes; /* by bead */
    size_t bead_count, bead_capacity;
    float *chances, *counts;              /* by pair */
    float *source_beads, *target_beads;   /* by type: the beads it stands in */
    float *source_shares, *target_shares; /* by type: of the tokens of its side */
    uint32_t *seen; /* by type: the bead that it was last taken from, from 1 */
};

static void
release_lesson(struct lesson *lesson)
{
    intern_release(&lesson->keys);
    free(lesson->cells);
    free(lesson->types);
    free(lesson->sizes);
    free(lesson->chances);
    free(lesson->counts);
    free(lesson->source_beads);
    free(lesson->target_beads);
    free(lesson->source_shares);
    free(lesson->target_shares);
    free(lesson->seen);
}

/* Appends the types of COUNT sentences from FIRST, each once; the number that MARK stands for.
 */
static bool
take_types(struct lesson *lesson, const struct evidence_side *side, size_t first, size_t count,
           uint32_t mark, float *beads, float weight, uint32_t *out)
{
    size_t start = side->first[first], end = side->first[first + count];
    uint32_t *grown = array_grow(lesson->types, &lesson->type_capacity,
                                 lesson->type_count + (end - start) + 1, sizeof *grown);

    if (!grown)
        return false;
    lesson->types = grown;
    *out = 0;
    for (size_t i = start; i < end; i++) {
        uint32_t type = side->tokens[i];

        if (lesson->seen[type] == mark)
            continue;
        lesson->seen[type] = mark;
        beads[type] += weight;
        lesson->types[lesson->type_count++] = type;
        ++*out;
    }
    return true;
}

static bool
take_bead(struct lesson *lesson, const struct learning_bead *bead)
{
    struct sizes sizes = {0, 0, bead->probability};
    size_t start = lesson->type_count;
    struct sizes *grown = array_grow(lesson->sizes, &lesson->bead_capacity,
                                     lesson->bead_count + 1, sizeof *grown);
    uint32_t *cells;

    if (!grown)
        return false;
    lesson->sizes = grown;
    if (!take_types(lesson, &lesson->known->source, bead->source_first, bead->source_count,
                    (uint32_t)(2 * lesson->bead_count + 1), lesson->source_beads, sizes.weight,
                    &sizes.sources) ||
        !take_types(lesson, &lesson->known->target, bead->target_first, bead->target_count,
                    (uint32_t)(2 * lesson->bead_count + 2), lesson->target_beads, sizes.weight,
                    &sizes.targets))
        return false;
    grown[lesson->bead_count++] = sizes;
    cells =
        array_grow(lesson->cells, &lesson->cell_capacity,
                   lesson->cell_count + (size_t)sizes.sources * sizes.targets, sizeof *cells);
    if (!cells)
        return false;
    lesson->cells = cells;
    for (uint32_t s = 0; s < sizes.sources; s++)
        for (uint32_t t = 0; t < sizes.targets; t++) {
            uint32_t key[2] = {lesson->types[start + s],
                               lesson->types[start + sizes.sources + t]};
            uint32_t pair =
                intern_take(&lesson->keys, (struct ura_str){(const char *)key, sizeof key});

            if (pair == INTERN_NONE)
                return false;
            cells[lesson->cell_count++] = pair;
        }
    return true;
}

static float *
find_shares(const struct evidence_side *side)
{
    float *shares = array_new(side->type_count + 1, sizeof *shares);
    size_t tokens = side->count ? side->first[side->count] : 0;

    for (size_t i = 0; shares && i < tokens; i++)
        shares[side->tokens[i]] += 1.0f / (float)tokens;
    return shares;
}

static bool
teaches(const struct learning_bead *bead)
{
    return bead->source_count && bead->target_count && bead->probability >= SURE;
}

static bool
open_lesson(const struct evidence *known, const struct learning_bead *beads, size_t count,
            struct lesson *lesson)
{
    size_t sources = known->source.type_count, targets = known->target.type_count;
    size_t more = sources > targets ? sources : targets, sure = 0;

    *lesson = (struct lesson){.known = known,
                              .source_beads = array_new(sources + 1, sizeof(float)),
                              .target_beads = array_new(targets + 1, sizeof(float)),
                              .source_shares = find_shares(&known->source),
                              .target_shares = find_shares(&known->target),
                              .seen = array_new(more + 1, sizeof(uint32_t))};
    if (!lesson->source_beads || !lesson->target_beads || !lesson->source_shares ||
        !lesson->target_shares || !lesson->seen)
        return false;
    for (size_t i = 0; i < count; i++)
        sure += teaches(&beads[i]);
    /* Of more than are needed, beads in even steps. */
    for (size_t i = 0, nth = 0; i < count; i++)
        if (teaches(&beads[i]) && nth++ % (1 + sure / BEADS_MAX) == 0 &&
            !take_bead(lesson, &beads[i]))
            return false;
    lesson->chances = array_new(lesson->keys.count + 1, sizeof(float));
    lesson->counts = array_new(lesson->keys.count + 1, sizeof(float));
    return lesson->chances && lesson->counts;
}

static void
find_key(const struct lesson *lesson, size_t pair, uint32_t key[2])
{
    memcpy(key, lesson->keys.items[pair].ptr, 2 * sizeof *key);
}

/* Every pair starts alike, but for those that are known. */
static void
start(struct lesson *lesson)
{
    const struct evidence *known = lesson->known;

    for (size_t i = 0; i < lesson->keys.count; i++)
        lesson->chances[i] = 1;
    for (uint32_t s = 0; s < known->source.type_count; s++)
        for (size_t i = known->first[s]; i < known->first[s + 1]; i++) {
            uint32_t key[2] = {s, known->links[i].target};
            uint32_t pair =
                intern_find(&lesson->keys, (struct ura_str){(const char *)key, sizeof key});

            if (pair != INTERN_NONE)
                lesson->chances[pair] = KNOWN;
        }
}

/* Each target word of a bead is the translation of one of its source words, or of none. */
static void
count_shares(struct lesson *lesson, bool first)
{
    const uint32_t *cells = lesson->cells, *types = lesson->types;

    memset(lesson->counts, 0, lesson->keys.count * sizeof *lesson->counts);
    for (size_t i = 0; i < lesson->bead_count; i++) {
        const struct sizes sizes = lesson->sizes[i];

        for (uint32_t t = 0; t < sizes.targets; t++) {
            float share = lesson->target_shares[types[sizes.sources + t]];
            float sum = ALONE * (float)sizes.sources * (first ? 1 : share);

            for (uint32_t s = 0; s < sizes.sources; s++)
                sum += lesson->chances[cells[s * sizes.targets + t]];
            for (uint32_t s = 0; s < sizes.sources; s++) {
                uint32_t pair = cells[s * sizes.targets + t];

                lesson->counts[pair] += sizes.weight * lesson->chances[pair] / sum;
            }
        }
        cells += (size_t)sizes.sources * sizes.targets;
        types += sizes.sources + sizes.targets;
    }
}

static void
estimate(struct lesson *lesson)
{
    for (size_t i = 0; i < lesson->keys.count; i++) {
        uint32_t key[2];

        find_key(lesson, i, key);
        lesson->chances[i] = lesson->counts[i] / lesson->source_beads[key[0]];
    }
}

static int
compare_links(const void *first, const void *second)
{
    const struct evidence_link *a = first, *b = second;

    return a->target < b->target ? -1 : a->target > b->target;
}

/* What pair I is worth; both ratios 0 where it is nothing. */
static struct evidence_link
weigh(const struct lesson *lesson, size_t i, uint32_t *source)
{
    struct evidence_link link = {0, 0, 0};
    float sure = lesson->counts[i] - DISCOUNT;
    uint32_t key[2];

    find_key(lesson, i, key);
    *source = key[0];
    link.target = key[1];
    if (sure <= 0)
        return link;
    link.forward =
        TRUST * sure / (lesson->source_beads[key[0]] + 1) / lesson->target_shares[key[1]];
    link.backward =
        TRUST * sure / (lesson->target_beads[key[1]] + 1) / lesson->source_shares[key[0]];
    if (link.forward < RATIO_MIN && link.backward < RATIO_MIN)
        link.forward = link.backward = 0;
    link.forward = fminf(link.forward, RATIO_MAX);
    link.backward = fminf(link.backward, RATIO_MAX);
    return link;
}

/* The links from AT to END by target, and of two to one target the stronger of each ratio. */
static size_t
merge(struct evidence_link *links, size_t at, size_t end)
{
    size_t kept = at;

    qsort(links + at, end - at, sizeof *links, compare_links);
    for (size_t i = at; i < end; i++) {
        if (kept > at && links[kept - 1].target == links[i].target) {
            links[kept - 1].forward = fmaxf(links[kept - 1].forward, links[i].forward);
            links[kept - 1].backward = fmaxf(links[kept - 1].backward, links[i].backward);
        } else {
            links[kept++] = links[i];
        }
    }
    return kept;
}

/* The known links and the learned ones, sorted by source type, then merged. */
static bool
join(const struct lesson *lesson, struct ura_arena *arena, struct evidence *out)
{
    const struct evidence *known = lesson->known;
    size_t types = known->source.type_count, *next, used = 0;
    uint32_t s;

    out->first = arena_new(arena, types + 2, sizeof *out->first);
    if (!out->first)
        return false;
    next = out->first + 1;
    for (s = 0; s < types; s++)
        next[s + 1] += known->first[s + 1] - known->first[s];
    for (size_t i = 0; i < lesson->keys.count; i++)
        if (weigh(lesson, i, &s).forward > 0)
            next[s + 1]++;
    for (size_t i = 1; i <= types; i++)
        next[i] += next[i - 1];
    out->links = arena_new(arena, next[types] + 1, sizeof *out->links);
    if (!out->links)
        return false;
    for (s = 0; s < types; s++)
        for (size_t i = known->first[s]; i < known->first[s + 1]; i++)
            out->links[next[s]++] = known->links[i];
    for (size_t i = 0; i < lesson->keys.count; i++) {
        struct evidence_link link = weigh(lesson, i, &s);

        if (link.forward > 0)
            out->links[next[s]++] = link;
    }
    for (s = 0; s < types; s++) {
        size_t start_at = s ? next[s - 1] : 0, count;

        count = merge(out->links, start_at, next[s]) - start_at;
        memmove(out->links + used, out->links + start_at, count * sizeof *out->links);
        out->first[s] = used;
        used += count;
        /* next[s] still ends the unmerged run that the next type begins after. */
    }
    out->first[types] = used;
    return true;
}

enum ura_status
lexicon_learn(const struct evidence *known, const struct learning_bead *beads, size_t count,
              struct ura_arena *arena, struct evidence *out, struct ura_error *error)
{
    struct lesson lesson;
    bool done = open_lesson(known, beads, count, &lesson);

    *out = *known;
    if (done) {
        start(&lesson);
        for (int round = 0; round < ROUNDS; round++) {
            count_shares(&lesson, round == 0);
            estimate(&lesson);
        }
        done = join(&lesson, arena, out);
    }
    release_lesson(&lesson);
    return done ? URA_OK : error_memory(error);
}
