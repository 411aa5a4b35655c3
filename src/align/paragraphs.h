/* paragraphs.h - the boundaries that paragraphs of two texts have in common. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_PARAGRAPHS_H
#define ALIGN_PARAGRAPHS_H

#include "align/align.h"
#include "align/band.h"

/*
 * Aligns the paragraphs of EVIDENCE as if each were a line. GATES, in ARENA, are the nodes (by
 * line) between two beads of paragraphs in a row that both are sure; they part none of the pins
 * in OPTIONS.
 */
enum ura_status paragraphs_align(const struct evidence *evidence,
                                 const struct align_options *options, struct ura_arena *arena,
                                 struct anchor **gates, size_t *count, struct ura_error *error);

#endif
