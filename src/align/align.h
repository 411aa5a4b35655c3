/* align.h - the door of the room that searches: knows scores and lengths, not words. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_ALIGN_H
#define ALIGN_ALIGN_H

#include "base/base.h"
#include "lexicon/evidence.h"

struct align_bead {
    size_t source_first, source_count;
    size_t target_first, target_count;
    float score;       /* natural log of the likelihood ratio against two strangers */
    float probability; /* in [0, 1] */
    bool moved;
    bool pinned; /* holds a pin: its lines stay where they are */
};

/* Two lines, by their indexes, that are to be in one bead. */
struct align_pin {
    size_t source;
    size_t target;
};

struct align_options {
    bool moved;      /* look for passages that changed places */
    bool full;       /* search the whole matrix instead of a band: for tests, quadratic */
    bool paragraphs; /* align paragraphs first, then lines within those that are sure */
    const struct align_pin *pins; /* ascending strictly on both sides, within the texts */
    size_t pin_count;
};

/*
 * The best beads, in the order of the target (invariants: struct ura_bitext), in ARENA.
 * Deterministic. Time and memory grow in step with the text.
 */
enum ura_status align_beads(const struct evidence *evidence,
                            const struct align_options *options, struct ura_arena *arena,
                            struct align_bead **out, size_t *count, struct ura_error *error);

#endif
