/* band.h - the part of the matrix that is searched. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_BAND_H
#define ALIGN_BAND_H

#include "base/base.h"

/*
 * Nodes (i, j) lie before source line i and target line j. Row i, 0 to SOURCE, holds the nodes
 * low[i] to high[i], both within [0, TARGET] and never falling from one row to the next.
 */
struct band {
    size_t source;
    size_t target;
    uint32_t *low;
    uint32_t *high;
    size_t *offset;        /* source + 2: nodes before a row */
    const uint32_t *least; /* by row: columns that it is kept to; NULL: all of the matrix */
    const uint32_t *most;
};

/* A place that the best beads are thought to go through. */
struct anchor {
    uint32_t source;
    uint32_t target;
};

/* Every node; out of memory leaves low NULL. */
bool band_whole(size_t source, size_t target, struct ura_arena *arena, struct band *out);
/*
 * A corridor along the straight lines between ANCHORS (ascending in both) and the corners. It
 * is as wide as the two gaps between neighbours differ, and as a walk of their length may
 * stray.
 */
bool band_corridor(size_t source, size_t target, const struct anchor *anchors, size_t count,
                   struct ura_arena *arena, struct band *out);
/* MARGIN nodes on both sides of the path that is at nodes low[i] to high[i] in row i. */
bool band_around(const struct band *path, size_t margin, struct ura_arena *arena,
                 struct band *out);
/*
 * Doubles BAND where PATH runs along an edge of it that is none of the matrix. False if it
 * nowhere does; the band is then as it was.
 */
bool band_widen(struct band *band, const struct band *path);

/* Keeps row i to the columns LEAST[i] to MOST[i], which never fall and outlive BAND; both NULL:
 * to none. */
void band_keep(struct band *band, const uint32_t *least, const uint32_t *most);

static inline size_t
band_size(const struct band *band)
{
    return band->offset[band->source + 1];
}

static inline bool
band_holds(const struct band *band, size_t i, size_t j)
{
    return i <= band->source && j >= band->low[i] && j <= band->high[i];
}

static inline size_t
band_node(const struct band *band, size_t i, size_t j)
{
    return band->offset[i] + j - band->low[i];
}

#endif
