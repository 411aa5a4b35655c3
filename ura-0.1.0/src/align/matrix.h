/* matrix.h - the full pass: every bead of the thirteen shapes in a band. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_MATRIX_H
#define ALIGN_MATRIX_H

#include "align/scorer.h"

/* A bead that may be part of the answer; it begins at node (source, target). */
struct prospect {
    uint32_t source;
    uint32_t target;
    uint8_t shape;
    float worth;
};

/* Prospects in the order of (source, target, shape); free with prospects_release. */
struct prospects {
    struct prospect *items;
    size_t count;
    size_t capacity;
};

/*
 * All beads in BAND that lie on a path whose worth is within MARGIN of the best one, as far as
 * a row of the band gives no more than ROW_PROSPECTS_MOST of them: then its best, and always
 * those of one best path. PATH (in ARENA) gets the nodes of that path by row.
 */
enum ura_status matrix_search(const struct model *model, const struct scorers *scorers,
                              const struct band *band, float margin, struct ura_arena *arena,
                              struct prospects *out, struct band *path,
                              struct ura_error *error);
void prospects_release(struct prospects *prospects);

#endif
