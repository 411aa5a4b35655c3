/* moves.c - pairs of lines across the path that may be a passage that moved. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/moves.h"

#include <stdlib.h>

#include "base/natural.h"

/* A bead of the path that is less likely than this may give up its lines. */
static const float MOVED_WEAK = 0.5f;
enum { MOVED_REACH = 300 }; /* lines around its place in which a passage is looked for */

bool
bead_is_strong(const struct align_bead *bead)
{
    return bead->pinned ||
           (bead->source_count && bead->target_count && bead->probability >= MOVED_WEAK);
}

/* Marks the lines that are free, and between which source lines each target line stands. */
static void
mark_lines(struct moves *moves, const struct align_bead *beads, size_t count)
{
    size_t n = moves->model->source.count;
    uint32_t low = 0, high = (uint32_t)n;

    for (size_t k = 0; k < count; k++) {
        const struct align_bead *bead = &beads[k];
        bool strong = bead_is_strong(bead);

        for (size_t i = 0; !strong && i < bead->source_count; i++)
            moves->source[bead->source_first + i] = LINE_FREE;
        for (size_t j = 0; j < bead->target_count; j++) {
            moves->target[bead->target_first + j] = strong ? LINE_TAKEN : LINE_FREE;
            moves->source_low[bead->target_first + j] = low;
        }
        if (strong)
            low = (uint32_t)(bead->source_first + bead->source_count);
    }
    for (size_t k = count; k-- > 0;) {
        const struct align_bead *bead = &beads[k];

        for (size_t j = 0; j < bead->target_count; j++)
            moves->source_high[bead->target_first + j] = high;
        if (bead_is_strong(bead))
            high = (uint32_t)bead->source_first;
    }
}

bool
moves_free(const struct moves *moves, const struct span *bead)
{
    if (bead->source + bead->source_count > moves->model->source.count ||
        bead->target + bead->target_count > moves->model->target.count)
        return false;
    for (size_t i = 0; i < bead->source_count; i++)
        if (moves->source[bead->source + i] != LINE_FREE)
            return false;
    for (size_t j = 0; j < bead->target_count; j++)
        if (moves->target[bead->target + j] != LINE_FREE)
            return false;
    return true;
}

/* Whether BEAD crosses what the path holds for sure. */
static bool
crosses(const struct moves *moves, const struct span *bead)
{
    return bead->source < moves->source_low[bead->target] ||
           bead->source + bead->source_count > moves->source_high[bead->target];
}

static bool
add_move(struct moves *moves, const struct span *bead, float worth)
{
    struct move *items =
        array_grow(moves->items, &moves->capacity, moves->count + 1, sizeof *items);

    if (!items)
        return false;
    moves->items = items;
    items[moves->count++] = (struct move){*bead, worth, false};
    return true;
}

/* Whether BEAD, worth so much, is worth more as two in a row. */
static bool
splits(const struct moves *moves, const struct span *bead, float worth)
{
    for (size_t a = 1; a < bead->source_count; a++) {
        for (size_t b = 1; b < bead->target_count; b++) {
            struct span first = {bead->source, a, bead->target, b};
            struct span rest = {bead->source + a, bead->source_count - a, bead->target + b,
                                bead->target_count - b};

            if (close_worth(moves->model, moves->scorers, &first) +
                    close_worth(moves->model, moves->scorers, &rest) >
                worth)
                return true;
        }
    }
    return false;
}

/* Adds what the free target lines within reach of source line I are worth to it, one to one and
 * in the wider shapes that begin there. */
static bool
add_moves_of(struct moves *moves, size_t i, float least)
{
    size_t m = moves->model->target.count, n = moves->model->source.count;
    size_t place = m * i / n;
    size_t low = place > MOVED_REACH ? place - MOVED_REACH : 0;
    size_t high = place + MOVED_REACH < m ? place + MOVED_REACH : m, free = 0;
    float price;

    for (size_t j = low; j < high; j++)
        free += moves->target[j] == LINE_FREE;
    price = free ? natural_log((float)free) : 0;
    for (size_t j = low; j < high; j++) {
        if (moves->target[j] != LINE_FREE)
            continue;
        for (size_t s = 0; s < SHAPE_COUNT; s++) {
            struct span bead = {i, shape_table[s].source, j, shape_table[s].target};
            float worth;

            if (!bead.source_count || !bead.target_count || !moves_free(moves, &bead) ||
                !crosses(moves, &bead))
                continue;
            worth = close_worth(moves->model, moves->scorers, &bead);
            if (worth - price > least && !splits(moves, &bead, worth) &&
                !add_move(moves, &bead, worth - price))
                return false;
        }
    }
    return true;
}

static int
compare_moves(const void *one, const void *other)
{
    const struct move *a = one, *b = other;

    if (a->worth != b->worth)
        return a->worth > b->worth ? -1 : 1;
    if (a->bead.source != b->bead.source)
        return a->bead.source < b->bead.source ? -1 : 1;
    return a->bead.target < b->bead.target ? -1 : a->bead.target > b->bead.target;
}

static size_t
begin_of(const struct move *move, bool source)
{
    return source ? move->bead.source : move->bead.target;
}

static bool
index_moves(const struct moves *moves, bool source, struct ura_arena *scratch,
            struct index *out)
{
    size_t lines = source ? moves->model->source.count : moves->model->target.count;

    out->first = arena_new(scratch, lines + 2, sizeof *out->first);
    out->items = arena_new(scratch, moves->count, sizeof *out->items);
    if (!out->first || !out->items)
        return false;
    for (size_t k = 0; k < moves->count; k++)
        out->first[begin_of(&moves->items[k], source) + 2]++;
    for (size_t i = 0; i < lines; i++)
        out->first[i + 2] += out->first[i + 1];
    for (size_t k = 0; k < moves->count; k++)
        out->items[out->first[begin_of(&moves->items[k], source) + 1]++] = k;
    return true;
}

static bool
make_moves(struct moves *moves, struct ura_arena *scratch)
{
    size_t n = moves->model->source.count, m = moves->model->target.count;

    moves->source = arena_new(scratch, n, 1);
    moves->target = arena_new(scratch, m, 1);
    moves->source_low = arena_new(scratch, m, sizeof *moves->source_low);
    moves->source_high = arena_new(scratch, m, sizeof *moves->source_high);
    return moves->source && moves->target && moves->source_low && moves->source_high;
}

bool
moves_gather(const struct model *model, const struct scorers *scorers,
             const struct align_bead *beads, size_t count, float least, struct ura_arena *arena,
             struct moves *out)
{
    *out = (struct moves){.model = model, .scorers = scorers};
    if (!make_moves(out, arena))
        return false;
    mark_lines(out, beads, count);
    for (size_t i = 0; i < model->source.count; i++)
        if (out->source[i] == LINE_FREE && !add_moves_of(out, i, least))
            return false;
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, compare_moves);
    return index_moves(out, true, arena, &out->by_source) &&
           index_moves(out, false, arena, &out->by_target);
}

void
moves_release(struct moves *moves)
{
    free(moves->items);
    *moves = (struct moves){0};
}
