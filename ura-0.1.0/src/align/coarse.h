/* coarse.h - the cheap pass: where the path of the best beads runs, about. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_COARSE_H
#define ALIGN_COARSE_H

#include "align/lexical.h"

/*
 * The best path through BAND with beads 1-1, 1-0, 0-1, 1-2 and 2-1, by words and lengths.
 * PATH's row i gets the nodes that the path visits in it; it lives in ARENA. Costs time and one
 * byte for each node of BAND.
 */
enum ura_status coarse_path(const struct model *model, struct lexical *lexical,
                            const struct band *band, struct ura_arena *arena, struct band *path,
                            struct ura_error *error);

#endif
