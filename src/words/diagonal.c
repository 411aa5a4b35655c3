/* diagonal.c - the preference for words that stand at the same part of their sentences. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/diagonal.h"

#include <math.h>
#include <stdlib.h>

#include "base/natural.h"

static const float TENSION_MIN = 0.1f, TENSION_MAX = 14.0f; /* as fast_align holds it */
enum { STEPS = 8, SAMPLE = 2000 }; /* SAMPLE: pairs that the tension is fitted on */

void
diagonal_weigh(float tension, size_t i, size_t m, size_t n, float *weights)
{
    float x = ((float)i + 0.5f) / (float)m, each = 1 / (float)n, y = 0.5f * each;
    float step = natural_exp(tension * each), weight = natural_exp(tension * (y - x));
    size_t j = 0;

    /* Up to the diagonal it grows by one factor, behind it it falls by the same. */
    for (; j < n && y <= x; j++, y += each, weight *= step)
        weights[j] = weight;
    step = 1 / step;
    for (weight = natural_exp(tension * (x - y)); j < n; j++, weight *= step)
        weights[j] = weight;
}

/* What the model expects of |x - y| for the tokens of a pair of M and N; added to *GAPS, and
 * how it changes with the tension to *CHANGES. */
static void
expect(float tension, size_t m, size_t n, double *gaps, double *changes)
{
    float weights[PAIR_TOKENS_MAX];

    /* |x - y| is symmetric: token j of n looks at all i of m. */
    for (size_t j = 0; j < n; j++) {
        double mass = 0, first = 0, second = 0, y = ((double)j + 0.5) / (double)n;

        diagonal_weigh(tension, j, n, m, weights);
        for (size_t i = 0; i < m; i++) {
            double gap = fabs(((double)i + 0.5) / (double)m - y);

            mass += (double)weights[i];
            first += (double)weights[i] * gap;
            second += (double)weights[i] * gap * gap;
        }
        first /= mass;
        *gaps += first;
        *changes += first * first - second / mass;
    }
}

float
diagonal_fit(const struct pairs *pairs, bool reversed, float tension, double gap)
{
    const uint32_t *from = pairs->sides[reversed].first, *to = pairs->sides[!reversed].first;
    size_t step = 1 + pairs->count / SAMPLE;

    for (int round = 0; round < STEPS; round++) {
        double gaps = 0, changes = 0, tokens = 0;

        for (size_t i = 0; i < pairs->count; i += step) {
            size_t n = to[i + 1] - to[i];

            expect(tension, from[i + 1] - from[i], n, &gaps, &changes);
            tokens += (double)n;
        }
        /* The expectation falls with the tension: Newton's step to where it is GAP. */
        if (!(changes < 0))
            break;
        tension += (float)((gap * tokens - gaps) / changes);
        tension = fminf(fmaxf(tension, TENSION_MIN), TENSION_MAX);
    }
    return tension;
}
