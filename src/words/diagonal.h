/* diagonal.h - the preference for words that stand at the same part of their sentences. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_DIAGONAL_H
#define WORDS_DIAGONAL_H

#include "words/pairs.h"

/*
 * The weight of token i of m for token j of n is exp(-tension |x - y|), where x = (i + 1/2) / m
 * and y = (j + 1/2) / n (Dyer, Chahuneau and Smith 2013, equation 2, with the middles of the
 * tokens for their ends).
 */

/* The part of a token that explains nothing: the empty word's (p0 in the paper). */
static const float EMPTY_PART = 0.08f;

/* The weights of token I of M for all N tokens of the other side, into WEIGHTS. */
void diagonal_weigh(float tension, size_t i, size_t m, size_t n, float *weights);
/*
 * The tension under which the mean of |x - y| over the tokens of TO is GAP, found from TENSION
 * on in a few steps.
 */
float diagonal_fit(const struct pairs *pairs, bool reversed, float tension, double gap);

#endif
