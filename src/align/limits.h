/* limits.h - what a path must keep to: lines that belong together, boundaries it goes through.
 */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_LIMITS_H
#define ALIGN_LIMITS_H

#include "align/scorer.h"

/*
 * A node (i, j) has a place in row i from low[i] to high[i]. Lines of different regions never
 * share a bead. Zero is no limit.
 */
struct limits {
    uint32_t *low; /* source + 1, NULL where there are none; so are the others */
    uint32_t *high;
    uint32_t *source_region; /* by line; NULL without gates */
    uint32_t *target_region;
};

/*
 * Limits for SOURCE by TARGET lines, in ARENA: each of PINS is two lines in one bead, each of
 * GATES a node that the path goes through. Both ascend strictly on both sides, and no gate
 * parts a pin. False when out of memory.
 */
bool limits_make(size_t source, size_t target, const struct align_pin *pins, size_t pin_count,
                 const struct anchor *gates, size_t gate_count, struct ura_arena *arena,
                 struct limits *out);
/* Whether no pin has one line before GATE and one after it. */
bool limits_gate_fits(const struct anchor *gate, const struct align_pin *pins,
                      size_t pin_count);
/* What forbids beads over a gate; in ARENA. LIMITS have regions, and outlive it. False when out
 * of memory. */
bool limits_scorer(const struct limits *limits, struct ura_arena *arena, struct scorer *out);

#endif
