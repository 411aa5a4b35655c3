/* moved.c - passages that changed places. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/moved.h"

#include <math.h>
#include <stdlib.h>

#include "align/moves.h"
#include "base/natural.h"

/* Least worth of a pair that starts a moved passage, less the log of the lines that it could
 * have been; of one that goes on where another ended. Fitted on wire stories translated freely.
 */
static const float MOVED_LEAST = 2, MOVED_NEXT_LEAST = -1;
/* How much less the next best partner of either side must be worth. */
static const float MOVED_LEAD = 2;

static bool
overlap(size_t one, size_t one_count, size_t other, size_t other_count)
{
    return one < other + other_count && other < one + one_count;
}

/* The worth of the best move still open, through INDEX, that shares a line of one side of MOVE
 * and none of the other. */
static float
best_rival(const struct moves *moves, const struct index *index, const struct move *move)
{
    bool by_source = index == &moves->by_source;
    size_t begin = by_source ? move->bead.source : move->bead.target;
    size_t count = by_source ? move->bead.source_count : move->bead.target_count;
    float best = -INFINITY;

    for (size_t i = begin < GROUP_MAX ? 0 : begin + 1 - GROUP_MAX; i < begin + count; i++) {
        for (size_t k = index->first[i]; k < index->first[i + 1]; k++) {
            const struct move *other = &moves->items[index->items[k]];
            const struct span *rival = &other->bead, *bead = &move->bead;
            bool source =
                overlap(rival->source, rival->source_count, bead->source, bead->source_count);
            bool target =
                overlap(rival->target, rival->target_count, bead->target, bead->target_count);

            if (other->worth > best && source != target && moves_free(moves, rival))
                best = other->worth;
        }
    }
    return best;
}

static void
take_move(struct moves *moves, struct move *move)
{
    move->taken = true;
    for (size_t i = 0; i < move->bead.source_count; i++)
        moves->source[move->bead.source + i] = LINE_TAKEN;
    for (size_t j = 0; j < move->bead.target_count; j++)
        moves->target[move->bead.target + j] = LINE_TAKEN;
}

/* The best open move that goes on where BEAD ends, or (BACKWARD) that ends where it begins;
 * NULL where none is worth enough. */
static struct move *
find_next(const struct moves *moves, const struct span *bead, bool backward)
{
    size_t end = bead->source + bead->source_count;
    size_t low = backward ? (bead->source < GROUP_MAX ? 0 : bead->source - GROUP_MAX) : end;
    size_t high = backward ? bead->source : end + 1;
    struct move *best = NULL;

    for (size_t i = low; i < high && i < moves->model->source.count; i++) {
        for (size_t k = moves->by_source.first[i]; k < moves->by_source.first[i + 1]; k++) {
            struct move *move = &moves->items[moves->by_source.items[k]];
            const struct span *other = &move->bead;
            bool meets = backward ? other->source + other->source_count == bead->source &&
                                        other->target + other->target_count == bead->target
                                  : other->target == bead->target + bead->target_count;

            if (meets && move->worth >= MOVED_NEXT_LEAST && moves_free(moves, other) &&
                (!best || move->worth > best->worth))
                best = move;
        }
    }
    return best;
}

/* Takes moves, the best first, each with the passage that it is part of; returns how many. */
static size_t
take_moves(struct moves *moves)
{
    size_t taken = 0;

    for (size_t k = 0; k < moves->count && moves->items[k].worth >= MOVED_LEAST; k++) {
        struct move *move = &moves->items[k];

        if (!moves_free(moves, &move->bead) ||
            move->worth - best_rival(moves, &moves->by_source, move) < MOVED_LEAD ||
            move->worth - best_rival(moves, &moves->by_target, move) < MOVED_LEAD)
            continue;
        take_move(moves, move);
        taken++;
        for (int backward = 0; backward < 2; backward++)
            for (struct move *next = find_next(moves, &move->bead, backward); next;
                 next = find_next(moves, &next->bead, backward)) {
                take_move(moves, next);
                taken++;
            }
    }
    return taken;
}

/* In the order of the target; a source line alone before the target line that it stands at. */
static int
compare_beads(const void *one, const void *other)
{
    const struct align_bead *a = one, *b = other;

    if (a->target_first != b->target_first)
        return a->target_first < b->target_first ? -1 : 1;
    if (!a->target_count != !b->target_count)
        return a->target_count ? 1 : -1;
    return a->source_first < b->source_first ? -1 : a->source_first > b->source_first;
}

/* Adds to OUT the lines of a weak BEAD that are still free, each alone. */
static size_t
break_bead(const struct moves *moves, const struct align_bead *bead, struct align_bead *out)
{
    float alone = 1 - bead->probability;
    size_t n = 0;

    for (size_t i = 0; i < bead->source_count; i++)
        if (moves->source[bead->source_first + i] == LINE_FREE)
            out[n++] = (struct align_bead){.source_first = bead->source_first + i,
                                           .source_count = 1,
                                           .target_first = bead->target_first,
                                           .score = shape_table[SHAPE_SOURCE_ALONE].prior,
                                           .probability = alone};
    for (size_t j = 0; j < bead->target_count; j++)
        if (moves->target[bead->target_first + j] == LINE_FREE)
            out[n++] =
                (struct align_bead){.source_first = bead->source_first + bead->source_count,
                                    .target_first = bead->target_first + j,
                                    .target_count = 1,
                                    .score = shape_table[SHAPE_TARGET_ALONE].prior,
                                    .probability = alone};
    return n;
}

/* Puts the moves between the beads, and takes from those what the moves have taken. */
static void
rebuild(const struct moves *moves, struct align_bead *beads, struct align_bead *out,
        size_t *count)
{
    size_t n = 0;

    for (size_t k = 0; k < *count; k++) {
        const struct align_bead *bead = &beads[k];
        struct span span = {bead->source_first, bead->source_count, bead->target_first,
                            bead->target_count};

        if (bead_is_strong(bead) || moves_free(moves, &span))
            out[n++] = *bead;
        else if (bead->source_count && bead->target_count)
            n += break_bead(moves, bead, out + n);
    }
    for (size_t k = 0; k < moves->count; k++) {
        const struct move *move = &moves->items[k];
        const struct span *bead = &move->bead;

        if (move->taken)
            out[n++] = (struct align_bead){.source_first = bead->source,
                                           .source_count = bead->source_count,
                                           .target_first = bead->target,
                                           .target_count = bead->target_count,
                                           .score = move->worth,
                                           .probability = 1 / (1 + natural_exp(-move->worth)),
                                           .moved = true};
    }
    qsort(out, n, sizeof *out, compare_beads);
    for (size_t k = 0; k < n; k++)
        beads[k] = out[k];
    *count = n;
}

enum ura_status
moved_find(const struct model *model, const struct scorers *scorers, struct align_bead *beads,
           size_t *count, struct ura_error *error)
{
    struct ura_arena scratch = {0};
    struct moves moves;
    struct align_bead *out =
        arena_new(&scratch, model->source.count + model->target.count, sizeof *out);
    bool made = moves_gather(model, scorers, beads, *count, MOVED_NEXT_LEAST - MOVED_LEAD,
                             &scratch, &moves);

    if (made && out && take_moves(&moves))
        rebuild(&moves, beads, out, count);
    moves_release(&moves);
    arena_release(&scratch);
    return made && out ? URA_OK : error_memory(error);
}
