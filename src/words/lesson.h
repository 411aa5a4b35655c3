/* lesson.h - rounds of expectation and maximisation over sentence pairs, for model.c. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_LESSON_H
#define WORDS_LESSON_H

#include "words/model.h"

/* What one thread writes to. */
struct lesson_part {
    size_t pair_first, pair_end; /* whose sums are its */
    size_t type_first, type_end; /* whose counts are its */
    float *row;                  /* by type of the other side: chances of the type at hand */
    float *counts;               /* the same: its counts */
};

/*
 * A round goes over types and not over pairs: the chances of one type are spread out, so that
 * each token of the other side finds its own at once, and no pair of words is ever looked up.
 */
struct lesson {
    const struct pairs *pairs;
    const struct pairs_side *from, *to;
    size_t *places_first; /* by type of `from`: its tokens are places[places_first[type]].. */
    uint32_t *places;     /* tokens by type, rising */
    uint32_t *pair_of;    /* by token of `from` */
    float *sums;          /* by token of `to`: of all weights times chances; then 1 / that */
    float *masses;        /* by token of `to`: of all weights */
    double *gaps;         /* by type of `from`: of |x - y| over its counts */
    double *explained;    /* by type of `from`: its counts in all */
    size_t *known_first;  /* by type of `from`: what was known of it */
    struct lesson_known {
        uint32_t target;
        float chance;
    } * known;
    struct lesson_part *parts;
    size_t part_count;
    struct model *model; /* of the round */
    bool last;
};

/* Lays out MODEL and starts its chances. False when out of memory; LESSON can be released. */
bool lesson_open(const struct pairs *pairs, bool reversed, const struct model_known *known,
                 size_t jobs, struct model *model, struct lesson *lesson);
/*
 * One round with the chances and the tension of MODEL; the new chances take their place, where
 * LAST the counts do. Returns the mean of |x - y| (diagonal.h) over all counts.
 */
double lesson_round(struct lesson *lesson, struct model *model, bool last);
/* Chances of type S out of its counts, which stand in their place. */
void lesson_estimate(struct model *model, uint32_t s);
void lesson_release(struct lesson *lesson);

#endif
