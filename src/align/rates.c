/* rates.c - how usual each shape of bead is in this text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/lattice.h"
#include "base/natural.h"

enum rate { RATE_ONE_ONE, RATE_NULL, RATE_ONE_TWO, RATE_ONE_MANY, RATE_MANY_MANY, RATE_COUNT };

/* The shares of beads that the priors of the shapes stand for; counted on news whose lines were
 * joined, cut and dropped. */
static const float USUAL[RATE_COUNT] = {0.80f, 0.09f, 0.09f, 0.015f, 0.005f};
static const float SMOOTHING = 30; /* beads of the usual shares that every text begins with */
static const float RATE_WEIGHT = 0.9f;

static enum rate
rate_of(size_t s)
{
    size_t source = shape_table[s].source, target = shape_table[s].target;

    if (!source || !target)
        return RATE_NULL;
    if (source > 1 && target > 1)
        return RATE_MANY_MANY;
    if (source + target == 2)
        return RATE_ONE_ONE;
    return source + target == 3 ? RATE_ONE_TWO : RATE_ONE_MANY;
}

void
lattice_adapt(struct lattice *lattice)
{
    double counts[RATE_COUNT] = {0}, all = 0;
    float change[RATE_COUNT];

    for (size_t e = 0; e < lattice->edge_count; e++) {
        counts[rate_of(lattice->edges[e].shape)] += (double)lattice->edges[e].probability;
        all += (double)lattice->edges[e].probability;
    }
    for (size_t r = 0; r < RATE_COUNT; r++) {
        float share =
            (float)((counts[r] + (double)(SMOOTHING * USUAL[r])) / (all + (double)SMOOTHING));
        change[r] = RATE_WEIGHT * natural_log(share / USUAL[r]);
    }
    for (size_t e = 0; e < lattice->edge_count; e++) {
        enum rate rate = rate_of(lattice->edges[e].shape);
        lattice->edges[e].worth = lattice->edges[e].own + change[rate] - change[RATE_ONE_ONE];
    }
}
