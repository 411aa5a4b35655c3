/* identify_parts.h - a model as its reader makes it, its image holds it and its score uses it.
 */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_IDENTIFY_PARTS_H
#define LANG_IDENTIFY_PARTS_H

#include "base/base.h"
#include "lang/identify_model.h"
#include "lang/identify_table.h"

/* What follows SAME and RIVAL holds where libcld2 says this language, or another one. */
enum feature {
    BIAS,
    LENGTH,
    GRAM_SUM,
    GRAM_MEAN,
    GRAM_SEEN, /* share of the n-grams that the table has */
    WORD_SUM,
    WORD_MEAN,
    SAME,
    SAME_SURE,
    SAME_LENGTH,
    SAME_SCORE,
    RIVAL,
    RIVAL_SURE,
    RIVAL_LENGTH,
    RIVAL_SCORE,
    FEATURE_COUNT
};

struct identify_model {
    char code[16];
    int script;
    double fit[FEATURE_COUNT];
    struct mapping mapping; /* where the tables lie; none: they own themselves */
    struct identify_table grams;
    struct identify_table words;
};

/* Maps dicts/CODE/identify.image into MODEL, which has nothing yet; false where there is none,
 * or it was not made of the identify.txt that is there. */
bool model_map(const struct ura_context *context, const char *code,
               struct identify_model *model);
/* Reads dicts/CODE/identify.txt, whatever image there is. Fails as model_load. */
enum ura_status model_read(const struct ura_context *context, const char *code,
                           struct identify_model **out, struct ura_error *error);

#endif
