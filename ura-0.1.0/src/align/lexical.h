/* lexical.h - what the linked words of two lines say, for a whole row of beads at once. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_LEXICAL_H
#define ALIGN_LEXICAL_H

#include "align/look.h"
#include "align/scorer.h"

struct lexical;

/*
 * For MODEL, which must outlive it and may adapt between passes. LOOK answers for single beads.
 * Lives in ARENA; NULL when out of memory.
 */
struct lexical *lexical_new(const struct model *model, struct look *look,
                            struct ura_arena *arena);
struct scorer lexical_scorer(struct lexical *lexical);

/*
 * For the pass over 1-1 beads, after `begin`: pair[j - low] is the worth of source line SOURCE
 * with target lines LOW to HIGH - 1. SOURCE and LOW never fall between calls.
 */
void lexical_pairs(struct lexical *lexical, size_t source, size_t low, size_t high,
                   float *pair);
/* By target line: the worth of a source that has nothing in common with it. */
const float *lexical_alone(const struct lexical *lexical);

#endif
