/* look.c - the close look at one bead: which words of it find a partner, and where. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/look.h"

#include "base/natural.h"

enum { STEPS = 256 }; /* of a relative distance; a finer grid changes nothing */

struct look {
    const struct model *model;
    float weight[STEPS + 1]; /* of a partner by its distance */
    float total[STEPS + 1];  /* mean weight of the other side's places, by the own place */
    struct find *source;
    struct find *target;
    float *source_place; /* in [0, 1], beside source and target */
    float *target_place;
    uint32_t *head; /* by target type: 1 + its first word in target, 0 for none */
    uint32_t *next; /* the word after that of the same type, likewise */
};

static inline size_t
to_step(float distance)
{
    return (size_t)(distance * STEPS + 0.5f);
}

/* The most linked words of GROUP_MAX lines in a row. */
static size_t
widest_group(const struct lines *lines)
{
    size_t most = 0;

    for (size_t i = 0; i < lines->count; i++) {
        size_t end = i + GROUP_MAX < lines->count ? i + GROUP_MAX : lines->count;
        size_t words = lines->first[end] - lines->first[i];
        most = words > most ? words : most;
    }
    return most;
}

struct look *
look_new(const struct model *model, float steepness, struct ura_arena *arena)
{
    struct look *look = arena_new(arena, 1, sizeof *look);
    size_t source = widest_group(&model->source), target = widest_group(&model->target);

    if (!look)
        return NULL;
    look->model = model;
    look->source = arena_new(arena, source, sizeof *look->source);
    look->target = arena_new(arena, target, sizeof *look->target);
    look->source_place = arena_new(arena, source, sizeof *look->source_place);
    look->target_place = arena_new(arena, target, sizeof *look->target_place);
    look->head = arena_new(arena, model->target.type_count, sizeof *look->head);
    look->next = arena_new(arena, target, sizeof *look->next);
    if (!look->source || !look->target || !look->source_place || !look->target_place ||
        !look->head || !look->next)
        return NULL;
    for (size_t k = 0; k <= STEPS; k++) {
        float x = (float)k / STEPS;
        look->weight[k] = natural_exp(-steepness * x);
        /* The integral of the weights over the other side, from a word at x. */
        look->total[k] =
            steepness > 0
                ? (2 - natural_exp(-steepness * x) - natural_exp(-steepness * (1 - x))) /
                      steepness
                : 1;
    }
    return look;
}

/* The linked words of COUNT lines from FIRST with their relative places; returns how many. */
static size_t
place_words(const struct lines *lines, size_t first, size_t count, struct find *words,
            float *places)
{
    size_t found = 0, tokens = 0, before = 0;

    for (size_t i = first; i < first + count; i++)
        tokens += lines->size[i];
    for (size_t i = first; i < first + count; i++) {
        for (size_t k = lines->first[i]; k < lines->first[i + 1]; k++, found++) {
            words[found] = (struct find){lines->types[k], 0};
            places[found] = ((float)(before + lines->places[k]) + 0.5f) / (float)tokens;
        }
        before += lines->size[i];
    }
    return found;
}

static void
divide_by_total(const struct look *look, struct find *words, const float *places, size_t count)
{
    for (size_t k = 0; k < count; k++)
        words[k].ratio /= look->total[to_step(places[k])];
}

/* Tokens on one side of BEAD, linked or not. */
static float
count_tokens(const struct lines *lines, size_t first, size_t count)
{
    size_t tokens = 0;

    for (size_t i = first; i < first + count; i++)
        tokens += lines->size[i];
    return tokens ? (float)tokens : 1;
}

void
look_find(struct look *look, const struct span *bead, struct finds *out)
{
    const struct evidence *evidence = look->model->evidence;
    float source_share =
        1 / count_tokens(&look->model->source, bead->source, bead->source_count);
    float target_share =
        1 / count_tokens(&look->model->target, bead->target, bead->target_count);
    size_t n = place_words(&look->model->source, bead->source, bead->source_count, look->source,
                           look->source_place);
    size_t m = place_words(&look->model->target, bead->target, bead->target_count, look->target,
                           look->target_place);

    for (size_t k = m; k-- > 0;) {
        look->next[k] = look->head[look->target[k].type];
        look->head[look->target[k].type] = (uint32_t)k + 1;
    }
    for (size_t q = 0; q < n; q++) {
        uint32_t s = look->source[q].type;
        for (size_t l = evidence->first[s]; l < evidence->first[s + 1]; l++) {
            const struct evidence_link *link = &evidence->links[l];
            for (uint32_t k = look->head[link->target]; k; k = look->next[k - 1]) {
                float distance = look->source_place[q] - look->target_place[k - 1];
                float weight = look->weight[to_step(distance < 0 ? -distance : distance)];
                look->target[k - 1].ratio += weight * source_share * link->forward;
                look->source[q].ratio += weight * target_share * link->backward;
            }
        }
    }
    for (size_t k = 0; k < m; k++)
        look->head[look->target[k].type] = 0;
    divide_by_total(look, look->source, look->source_place, n);
    divide_by_total(look, look->target, look->target_place, m);
    *out = (struct finds){look->source, n, look->target, m};
}

static float
sum_logs(const struct find *words, size_t count, const float *lost)
{
    float sum = 0;

    for (size_t k = 0; k < count; k++) {
        float share = lost[words[k].type];
        sum += natural_log(share + (1 - share) * words[k].ratio);
    }
    return sum;
}

float
look_worth(struct look *look, const struct span *bead)
{
    struct finds finds;

    look_find(look, bead, &finds);
    return (sum_logs(finds.source, finds.source_count, look->model->source.lost) +
            sum_logs(finds.target, finds.target_count, look->model->target.lost)) /
           2;
}
