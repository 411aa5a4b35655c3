/* moved.h - passages that changed places. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_MOVED_H
#define ALIGN_MOVED_H

#include "align/lattice.h"

/*
 * Pairs lines that BEADS (in the order of the target, the path's) left alone, or paired with
 * hardly any right, across the others: where the pair is worth much, and nothing else on either
 * side comes near. Blocks grow from their best pair. BEADS has room for as many as there are
 * lines on both sides.
 */
enum ura_status moved_find(const struct model *model, const struct scorers *scorers,
                           struct align_bead *beads, size_t *count, struct ura_error *error);

#endif
