/* model.h - how likely each word of one side is to translate each of the other; one direction.
 */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_MODEL_H
#define WORDS_MODEL_H

#include "lexicon/links.h"
#include "words/pairs.h"

/* One direction through the pairs: every token of TO is explained by one of FROM, or by none.
 */
struct model_side {
    const struct pairs_side *from, *to;
    size_t from_types, to_types;
};

/* Zero, then model_train; ends with model_release. */
struct model {
    size_t *first;     /* by type of the one side, and one more */
    uint32_t *targets; /* of each type: types of the other, rising */
    float *chances;    /* P(target | type) */
    float *counts;     /* how often it was explained so, in the last round */
    float *totals;     /* by type of the one side: all its counts */
    float *empty;      /* by type of the other side: P(target | no word) */
    size_t types;
    size_t target_types;
    float tension; /* preference for the diagonal, from 0 */
    bool sparse;   /* words have few translations; else all that their counts say */
};

/* What was known before, in the order of its first, then its second type. */
struct model_known {
    const struct candidate *items;
    size_t count;
    bool reversed; /* the model's first side is the target of ITEMS */
};

/*
 * Trains OUT, whose `sparse` is set, on PAIRS. KNOWN may be empty. JOBS threads; the result
 * does not depend on them. False when out of memory.
 */
bool model_train(const struct pairs *pairs, bool reversed, const size_t types[2],
                 const struct model_known *known, size_t jobs, struct model *out);
void model_release(struct model *model);
/* The cell of TARGET among those of TYPE; SIZE_MAX where there is none. */
size_t model_find_cell(const struct model *model, uint32_t type, uint32_t target);
/* P(target | type), 0 where they never stood together. */
float model_find(const struct model *model, uint32_t type, uint32_t target);

#endif
