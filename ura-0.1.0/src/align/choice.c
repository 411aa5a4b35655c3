/* choice.c - which path through the lattice is the answer. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/lattice.h"

#include <math.h>

/* What it costs to pair lines that have no partner, against what a right bead gains; 1 to 2 is
 * as good. Fitted on wire stories translated freely and news with lines dropped on both sides.
 */
static const float LONELY_PRICE = 1.5f;
/* Keeps a run of lines alone in one order, and decides nothing else. */
static const float ORDER_PRICE = 1e-4f;

/* The expected gain of EDGE, which leaves NODE. */
static float
gain_of(const struct lattice *lattice, size_t node, size_t edge)
{
    struct span bead = lattice_span(lattice, node, edge);
    float paired = 0, lines = (float)(bead.source_count + bead.target_count);

    if (!bead.source_count || !bead.target_count)
        return 0;
    for (size_t i = 0; i < bead.source_count; i++)
        paired += lattice->paired[0][bead.source + i];
    for (size_t j = 0; j < bead.target_count; j++)
        paired += lattice->paired[1][bead.target + j];
    return lattice->edges[edge].probability - LONELY_PRICE * (1 - paired / lines);
}

/* The best gain from each state (node, and whether a target line alone came before) and the
 * edge that it is reached by. */
static void
fill_best(const struct lattice *lattice, double *best, size_t *next)
{
    size_t last = 2 * (lattice->node_count - 1);

    for (size_t k = 0; k < last; k++)
        best[k] = -INFINITY;
    for (size_t node = lattice->node_count; node-- > 0;) {
        for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
            const struct lattice_edge *edge = &lattice->edges[e];
            size_t alone = edge->shape == SHAPE_TARGET_ALONE;
            double gain;

            if (edge->end == lattice->node_count)
                continue;
            gain = best[2 * edge->end + alone] + (double)gain_of(lattice, node, e);
            for (size_t after = 0; after < 2; after++) {
                bool wrong = after && edge->shape == SHAPE_SOURCE_ALONE;
                double worth = gain - (wrong ? (double)ORDER_PRICE : 0);
                if (worth > best[2 * node + after]) {
                    best[2 * node + after] = worth;
                    next[2 * node + after] = e;
                }
            }
        }
    }
}

enum ura_status
lattice_choose(const struct lattice *lattice, struct ura_arena *arena, size_t **edges,
               size_t *count, struct ura_error *error)
{
    struct ura_arena scratch = {0};
    double *best = arena_new(&scratch, 2 * lattice->node_count, sizeof *best);
    size_t *next = arena_new(&scratch, 2 * lattice->node_count, sizeof *next);

    *count = 0;
    *edges = arena_new(arena, lattice->source + lattice->target, sizeof **edges);
    if (!best || !next || !*edges) {
        arena_release(&scratch);
        return error_memory(error);
    }
    fill_best(lattice, best, next);
    for (size_t at = 0; at / 2 + 1 < lattice->node_count;) {
        size_t e = next[at];
        (*edges)[(*count)++] = e;
        at = 2 * lattice->edges[e].end + (lattice->edges[e].shape == SHAPE_TARGET_ALONE);
    }
    arena_release(&scratch);
    return URA_OK;
}
