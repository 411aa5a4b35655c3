/* made.h - texts made by the roll of dice, with their evidence and the beads they were made by.
 */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_ALIGN_MADE_H
#define TESTS_ALIGN_MADE_H

#include "align/align.h"

/* A generator of dice (xorshift): the same SEED gives the same text everywhere. */
struct dice {
    uint64_t state;
};

uint32_t dice_roll(struct dice *dice, uint32_t sides);

struct recipe {
    uint64_t seed;
    size_t lines;    /* of the original that both sides are made of */
    uint32_t types;  /* words of the language; the first are the most frequent */
    uint32_t linked; /* of a hundred types, how many have a link */
    uint32_t kept;   /* of a hundred words, how many are translated by their link */
    uint32_t odd;    /* of a hundred lines, how many are dropped, joined or strayed */
};

struct made {
    struct ura_arena arena;
    struct evidence evidence;
    struct align_bead *gold; /* scores and probabilities are 0 */
    size_t gold_count;
};

/* Fills OUT; asserts that there is memory. Free with made_release. */
void made_cook(const struct recipe *recipe, struct made *out);
void made_release(struct made *made);
/*
 * Evidence out of lines written by hand: words are numbers under TYPES, lines end with -1,
 * texts with -2; word k of one side is linked with word k of the other.
 */
void made_write(const int *source, const int *target, uint32_t types, struct made *out);
/* Two-sided beads of GOLD among BEADS, times two, through all on both sides: F1. */
double made_score(const struct made *made, const struct align_bead *beads, size_t count);
/* Asserts what struct ura_bitext demands of beads. */
void made_verify(const struct evidence *evidence, const struct align_bead *beads, size_t count);

#endif
