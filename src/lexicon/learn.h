/* learn.h - links learned from the text itself, once it is aligned. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_LEARN_H
#define LEXICON_LEARN_H

#include "base/base.h"
#include "lexicon/evidence.h"

/* Sentences that were found to belong together, and how sure that is, in [0, 1]. */
struct learning_bead {
    size_t source_first, source_count;
    size_t target_first, target_count;
    float probability;
};

/*
 * KNOWN with the links added that its own text teaches: words that stand in the same of BEADS
 * again and again and that nothing else explains (IBM model 1, Brown et al. 1993, with what is
 * known as its start). OUT shares the sides of KNOWN; its links live in ARENA. Beads that are
 * not sure or have one side only teach nothing. Time grows with the beads' words by words.
 * URA_NO_MEMORY.
 */
enum ura_status lexicon_learn(const struct evidence *known, const struct learning_bead *beads,
                              size_t count, struct ura_arena *arena, struct evidence *out,
                              struct ura_error *error);

#endif
