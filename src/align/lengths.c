/* lengths.c - what the lengths of two groups of lines say of their belonging together. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/lengths.h"

#include "base/natural.h"

/* Variance of the log ratio of lengths: a constant part (square of 0.156) and one that falls
 * with the letters (square of 2.2). These and the next three fitted on news in five pairs of
 * languages whose lines were joined, cut and dropped, and on wire stories translated freely. */
static const float VARIANCE_CONSTANT = 0.0243f, VARIANCE_LETTERS = 5.0f;
/* Log density of the ratio of two lines that have nothing to do with each other. */
static const float STRANGERS = 1.1f;
static const float LENGTH_WEIGHT = 1.5f;
static const float LENGTH_FLOOR = -12; /* past it a length says no more */
/* The ratio of the whole texts is believed as if RATIO_LINES lines of ratio 1 stood before it,
 * fewer the less usual it is between alphabets (one deviation: RATIO_USUAL): that Chinese takes
 * a third of the letters shows in ten lines. */
static const double RATIO_LINES = 50, RATIO_USUAL = 0.3;

float
lengths_variance(const struct lengths *lengths, float log_source, float log_target)
{
    float mean = natural_exp((log_source + log_target) / 2);

    return (VARIANCE_CONSTANT + VARIANCE_LETTERS / mean) * lengths->spread;
}

float
lengths_worth(const struct lengths *lengths, float log_source, float log_target)
{
    float d = log_target - log_source - lengths->ratio;
    float variance = lengths_variance(lengths, log_source, log_target);
    float worth = -d * d / (2 * variance) - natural_log(variance) / 2 - STRANGERS;

    return LENGTH_WEIGHT * (worth > LENGTH_FLOOR ? worth : LENGTH_FLOOR);
}

float
lengths_start(double source, double target, double lines)
{
    float ratio, off;

    if (source <= 0 || target <= 0)
        return 0;
    ratio = natural_log((float)(target / source));
    off = ratio / (float)RATIO_USUAL;
    return ratio * (float)(lines / (lines + RATIO_LINES * (double)natural_exp(-off * off / 2)));
}

void
length_table_start(const struct lengths *lengths, struct length_table *out)
{
    out->lengths = *lengths;
    memset(out->filled, 0, sizeof out->filled);
}

static void
fill_class(struct length_table *table, int c)
{
    for (int x = -LENGTH_REACH; x <= LENGTH_REACH; x++) {
        float source = ((float)c + 0.5f) / 2;
        float target = source + table->lengths.ratio + (float)x / LENGTH_GRID;

        table->worth[c][x + LENGTH_REACH] = lengths_worth(&table->lengths, source, target);
    }
    table->filled[c] = true;
}

struct length_row
length_table_row(struct length_table *table, float log_source)
{
    int c = (int)(log_source * 2);

    c = c < LENGTH_CLASSES ? c : LENGTH_CLASSES - 1;
    if (!table->filled[c])
        fill_class(table, c);
    return (struct length_row){table->worth[c],
                               (log_source + table->lengths.ratio) * LENGTH_GRID -
                                   LENGTH_REACH - 0.5f};
}
