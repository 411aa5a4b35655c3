/* model.c - two texts as the search sees them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/model.h"

#include "base/natural.h"

/* Logs of how usual a shape is; fitted on news and court reports translated line by line, then
 * lines joined, cut and dropped. */
const struct shape shape_table[SHAPE_COUNT] = {
    {1, 1, 0},     {1, 0, -3.2f}, {0, 1, -3.2f}, {1, 2, -2.5f}, {2, 1, -2.5f},
    {2, 2, -5},    {1, 3, -5.9f}, {3, 1, -5.9f}, {1, 4, -7},    {4, 1, -7},
    {2, 3, -9.1f}, {3, 2, -9.1f}, {3, 3, -9},
};

float
model_length_worth(const struct model *model, const struct span *bead)
{
    return lengths_worth(&model->lengths,
                         model->source.log_length[bead->source][bead->source_count - 1],
                         model->target.log_length[bead->target][bead->target_count - 1]);
}

static bool
measure_lines(const struct evidence_side *side, struct ura_arena *arena, struct lines *out)
{
    size_t n = side->count;

    out->count = n;
    out->flags = side->flags;
    out->size = arena_new(arena, n, sizeof *out->size);
    out->reach = arena_new(arena, n + 1, sizeof *out->reach);
    out->log_length = arena_new(arena, n, sizeof *out->log_length);
    if (!out->size || !out->reach || !out->log_length)
        return false;
    for (size_t i = 0; i < n; i++) {
        out->size[i] = side->first[i + 1] - side->first[i];
        /* A line of marks alone has no letters, and a logarithm all the same. */
        out->reach[i + 1] = out->reach[i] + (side->length[i] > 1 ? side->length[i] : 1);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < GROUP_MAX; k++) {
            size_t end = i + k + 1 < n ? i + k + 1 : n;
            out->log_length[i][k] = natural_log((float)(out->reach[end] - out->reach[i]));
        }
    return true;
}

/* Keeps the tokens of SIDE whose type is marked in LINKED. */
static bool
keep_linked(const struct evidence_side *side, const uint8_t *linked, struct ura_arena *arena,
            struct lines *out)
{
    size_t kept = 0;

    for (size_t k = 0; k < side->first[side->count]; k++)
        kept += linked[side->tokens[k]];
    out->type_count = side->type_count;
    out->first = arena_new(arena, side->count + 1, sizeof *out->first);
    out->types = arena_new(arena, kept, sizeof *out->types);
    out->places = arena_new(arena, kept, sizeof *out->places);
    out->lost = arena_new(arena, side->type_count, sizeof *out->lost);
    if (!out->first || !out->types || !out->places || !out->lost)
        return false;
    kept = 0;
    for (size_t i = 0; i < side->count; i++) {
        for (size_t k = side->first[i]; k < side->first[i + 1]; k++) {
            if (!linked[side->tokens[k]])
                continue;
            out->types[kept] = side->tokens[k];
            out->places[kept++] = (uint32_t)(k - side->first[i]);
        }
        out->first[i + 1] = (uint32_t)kept;
    }
    return true;
}

static bool
find_linked(const struct evidence *evidence, struct ura_arena *arena, uint8_t **source,
            uint8_t **target)
{
    *source = arena_new(arena, evidence->source.type_count, 1);
    *target = arena_new(arena, evidence->target.type_count, 1);
    if (!*source || !*target)
        return false;
    for (size_t s = 0; s < evidence->source.type_count; s++)
        for (size_t k = evidence->first[s]; k < evidence->first[s + 1]; k++)
            (*source)[s] = (*target)[evidence->links[k].target] = 1;
    return true;
}

/* What is lost among the linked words, if of all words the share UNLINKED has no partner: the
 * other words are part of that share. */
static void
start_lost(struct lines *lines, float unlinked)
{
    const float least = 0.2f, most = 0.9f;
    size_t all = 0, linked = lines->first[lines->count];
    float lost = most;

    for (size_t i = 0; i < lines->count; i++)
        all += lines->size[i];
    if (linked)
        lost = 1 - (1 - unlinked) * (float)all / (float)linked;
    lost = lost < least ? least : lost > most ? most : lost;
    for (size_t t = 0; t < lines->type_count; t++)
        lines->lost[t] = lost;
}

bool
occurrences_build(const struct lines *lines, struct ura_arena *arena, struct occurrences *out)
{
    size_t total = lines->first[lines->count];

    out->first = arena_new(arena, lines->type_count + 2, sizeof *out->first);
    out->lines = arena_new(arena, total, sizeof *out->lines);
    if (!out->first || !out->lines)
        return false;
    /* Counts one place further on, so that filling in leaves the starts where they belong. */
    for (size_t k = 0; k < total; k++)
        out->first[lines->types[k] + 2]++;
    for (size_t t = 0; t < lines->type_count; t++)
        out->first[t + 2] += out->first[t + 1];
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = lines->first[i]; k < lines->first[i + 1]; k++)
            out->lines[out->first[lines->types[k] + 1]++] = (uint32_t)i;
    return true;
}

enum ura_status
model_build(const struct evidence *evidence, struct ura_arena *arena, struct model *out,
            struct ura_error *error)
{
    uint8_t *source_linked, *target_linked;

    *out = (struct model){.evidence = evidence, .lengths = {0, 1}};
    if (!find_linked(evidence, arena, &source_linked, &target_linked) ||
        !measure_lines(&evidence->source, arena, &out->source) ||
        !measure_lines(&evidence->target, arena, &out->target) ||
        !keep_linked(&evidence->source, source_linked, arena, &out->source) ||
        !keep_linked(&evidence->target, target_linked, arena, &out->target) ||
        !occurrences_build(&out->target, arena, &out->occurrences))
        return error_memory(error);
    start_lost(&out->source, evidence->unlinked);
    start_lost(&out->target, evidence->unlinked);
    out->lengths.ratio = lengths_start(out->source.reach[out->source.count],
                                       out->target.reach[out->target.count],
                                       (double)(out->source.count + out->target.count) / 2);
    return URA_OK;
}
