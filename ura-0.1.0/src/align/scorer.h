/* scorer.h - what the search asks: what is this bead worth? */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_SCORER_H
#define ALIGN_SCORER_H

#include "align/band.h"
#include "align/model.h"

/*
 * A source of evidence. Worth is a natural log likelihood ratio against "both sides are
 * strangers"; the worths of several scorers add up.
 */
struct scorer {
    void *self;
    /* A pass over the rows of BAND begins; add_row follows for row 0, 1, ... in order. */
    void (*begin)(void *self, const struct band *band);
    /*
     * Adds the worth of the beads that begin at the nodes of ROW, a row of the band but the
     * last: worth[(j - low) * SHAPE_COUNT + shape] for nodes j = low to high. What it writes
     * for beads that leave the matrix, and for null beads, is not read.
     */
    void (*add_row)(void *self, size_t row, float *worth);
    /* The worth of one two-sided bead, looked at closely. */
    float (*look)(void *self, const struct span *bead);
};

enum { SCORER_MAX = 4 };

/* The scorers of a search. */
struct scorers {
    const struct scorer *items;
    size_t count;
};

#endif
