/* histogram.h - how often each number came, in bounded memory. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_HISTOGRAM_H
#define CORPUS_HISTOGRAM_H

#include "base/base.h"

/*
 * Numbers under 1,024 are counted each; over that, 512 bins for each doubling, so that a number
 * read from it is less than 0.2 % too small. Zero is empty; memory comes with the first number.
 */
struct histogram {
    uint64_t *bins;
    uint64_t count;
    uint64_t sum;
    uint64_t least, most;
};

/* false when out of memory. */
bool histogram_add(struct histogram *histogram, uint64_t value);
/* The number that PER_CENT of all do not exceed; 0 where there is none. */
uint64_t histogram_quantile(const struct histogram *histogram, unsigned per_cent);
double histogram_mean(const struct histogram *histogram);
/*
 * Counts by bars of WIDTH numbers from 0 into OUT, COUNT of them; the last one takes what is
 * over.
 */
void histogram_bars(const struct histogram *histogram, uint64_t width, uint64_t *out,
                    size_t count);
void histogram_release(struct histogram *histogram);

#endif
