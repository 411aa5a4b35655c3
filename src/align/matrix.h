/* matrix.h - the full pass: every bead of the thirteen shapes in a band, and the best paths. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_MATRIX_H
#define ALIGN_MATRIX_H

#include "align/scorer.h"

struct matrix {
    const struct model *model;
    const struct band *band;
    struct length_table *lengths;
    float *worth;  /* node * SHAPE_COUNT + shape */
    double *ahead; /* by node: the best worth of a path from the start to it */
    double *after; /* by node: from it to the end */
};

/* The rows that beads out of one row end in: nodes low to high, of which node low is number
 * base. */
struct ends {
    struct {
        size_t low;
        size_t high;
        size_t base;
    } rows[GROUP_MAX + 1];
};

static inline struct ends
ends_find(const struct band *band, size_t i)
{
    struct ends ends;

    for (size_t k = 0; k <= GROUP_MAX; k++) {
        bool exists = i + k <= band->source;
        ends.rows[k].low = exists ? band->low[i + k] : 1;
        ends.rows[k].high = exists ? band->high[i + k] : 0;
        ends.rows[k].base = exists ? band->offset[i + k] : 0;
    }
    return ends;
}

static const size_t NO_NODE = SIZE_MAX;

/* The node that a bead of shape S from column J ends in; NO_NODE where the band has none. */
static inline size_t
ends_node(const struct ends *ends, size_t j, size_t s)
{
    size_t end = j + shape_table[s].target, k = shape_table[s].source;

    if (end < ends->rows[k].low || end > ends->rows[k].high)
        return NO_NODE;
    return ends->rows[k].base + end - ends->rows[k].low;
}

/* Scores the beads of BAND and finds the best paths through each node. False when out of
 * memory. Release OUT in either case. */
bool matrix_build(const struct model *model, const struct scorers *scorers,
                  const struct band *band, struct matrix *out);
void matrix_release(struct matrix *matrix);

#endif
