/* lengths.h - what the lengths of two groups of lines say of their belonging together. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_LENGTHS_H
#define ALIGN_LENGTHS_H

#include <stdbool.h>

/* The log ratio of the lengths of a bead's sides: normal around RATIO. */
struct lengths {
    float ratio;
    float spread; /* factor on the usual variance */
};

/* The ratio that two texts of so many letters and LINES (mean of both) start with. */
float lengths_start(double source, double target, double lines);
/* The worth of the lengths of a two-sided bead, given the logs of its letters on both sides:
 * log likelihood ratio against two lines of any lengths, weighted. */
float lengths_worth(const struct lengths *lengths, float log_source, float log_target);
/* The variance of the log ratio of two such lengths. */
float lengths_variance(const struct lengths *lengths, float log_source, float log_target);

enum {
    LENGTH_GRID = 32,               /* steps of a unit of log length */
    LENGTH_REACH = 4 * LENGTH_GRID, /* past this log ratio all lengths are equally bad */
    LENGTH_CLASSES = 32,            /* of log length, half a unit each, for the variance */
};

/* lengths_worth read off a grid, for the passes that ask it of every node. A class is filled
 * when it is first asked for: a story has a few of them, and filling all took a tenth of its
 * time. */
struct length_table {
    struct lengths lengths;
    bool filled[LENGTH_CLASSES];
    float worth[LENGTH_CLASSES][2 * LENGTH_REACH + 1];
};

void length_table_start(const struct lengths *lengths, struct length_table *out);

/* The part of a table for one source group. */
struct length_row {
    const float *worth;
    float origin; /* grid value of the target's log length at worth[0] */
};

/* The part for sources of the log length LOG_SOURCE; lives as long as the table. */
struct length_row length_table_row(struct length_table *table, float log_source);

static inline float
length_row_worth(struct length_row row, float log_target)
{
    float x = log_target * LENGTH_GRID - row.origin;

    x = x < 0 ? 0 : x;
    return row.worth[(int)(x < 2 * LENGTH_REACH ? x : 2 * LENGTH_REACH)];
}

#endif
