/* histogram.c - how often each number came, in bounded memory. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/histogram.h"

#include <stdlib.h>

enum {
    PART_BITS = 9, /* 512 bins a doubling */
    PARTS = 1 << PART_BITS,
    EXACT = 2 * PARTS,
    DOUBLINGS = 64 - (PART_BITS + 1),
    BINS = EXACT + DOUBLINGS * PARTS,
};

/* How many bits VALUE loses on the way to its bin. */
static unsigned
lost_bits(uint64_t value)
{
    unsigned lost = 0;

    while (value >> lost >= EXACT)
        lost++;
    return lost;
}

static size_t
bin_of(uint64_t value)
{
    unsigned lost = lost_bits(value);

    return (size_t)lost * PARTS + (size_t)(value >> lost);
}

/* The least number in BIN. */
static uint64_t
bin_value(size_t bin)
{
    size_t lost = bin < EXACT ? 0 : (bin - EXACT) / PARTS + 1;

    return (uint64_t)(bin - lost * PARTS) << lost;
}

bool
histogram_add(struct histogram *histogram, uint64_t value)
{
    if (!histogram->bins) {
        histogram->bins = array_new(BINS, sizeof *histogram->bins);
        if (!histogram->bins)
            return false;
        histogram->least = value;
    }
    histogram->bins[bin_of(value)]++;
    histogram->count++;
    histogram->sum += value;
    if (value < histogram->least)
        histogram->least = value;
    if (value > histogram->most)
        histogram->most = value;
    return true;
}

uint64_t
histogram_quantile(const struct histogram *histogram, unsigned per_cent)
{
    /* How many come before it, rounded up; the counts of any corpus leave room for 100. */
    uint64_t wanted = (histogram->count * per_cent + 99) / 100, seen = 0;

    for (size_t bin = 0; histogram->bins && bin < BINS; bin++) {
        seen += histogram->bins[bin];
        if (seen && seen >= wanted)
            return bin_value(bin);
    }
    return 0;
}

double
histogram_mean(const struct histogram *histogram)
{
    return histogram->count ? (double)histogram->sum / (double)histogram->count : 0;
}

void
histogram_bars(const struct histogram *histogram, uint64_t width, uint64_t *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = 0;
    for (size_t bin = 0; histogram->bins && bin < BINS; bin++) {
        uint64_t bar = bin_value(bin) / width;

        out[bar < count ? bar : count - 1] += histogram->bins[bin];
    }
}

void
histogram_release(struct histogram *histogram)
{
    free(histogram->bins);
    *histogram = (struct histogram){0};
}
