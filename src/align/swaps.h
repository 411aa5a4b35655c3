/* swaps.h - neighbours that changed places and that the path took for one bead. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_SWAPS_H
#define ALIGN_SWAPS_H

#include "align/lattice.h"

/*
 * Breaks each of BEADS that is worth more as two beads that cross: its first source lines with
 * its last target lines, and the other way round. BEADS has room for as many as there are lines
 * on both sides. URA_NO_MEMORY.
 */
enum ura_status swaps_find(const struct model *model, const struct scorers *scorers,
                           struct align_bead *beads, size_t *count, struct ura_error *error);

#endif
