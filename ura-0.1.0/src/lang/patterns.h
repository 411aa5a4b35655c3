/* patterns.h - the words by which furniture is known, from dicts/<language>/layout.txt. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_PATTERNS_H
#define LANG_PATTERNS_H

#include <ura/str.h>

#include "base/base.h"
#include "base/context.h"

/* Where in a line a phrase has to stand. */
enum pattern_place {
    PATTERN_WHOLE,  /* the line is the phrase */
    PATTERN_START,  /* it begins with the phrase */
    PATTERN_WITHIN, /* it holds the phrase */
    PATTERN_END,    /* it ends with the phrase */
    PATTERN_OPENS,  /* the line is the phrase, and what follows it to the end of the text is of
                       the same kind */
    PATTERN_PLACES
};

/* A phrase: folded words, see letters_fold_words. KIND is the first field of its record: a
 * kind of furniture as ura_furniture_name has it, or a class of words ("month", "person"). */
struct pattern {
    struct ura_str kind;
    enum pattern_place place;
    struct ura_str phrase;
};

struct patterns {
    struct pattern *items; /* in the order of the files */
    size_t count;
    size_t capacity;
    struct ura_arena arena;
};

/*
 * The patterns for LANGUAGE (BCP 47): dicts/und, which holds for every language, dicts/en,
 * since agencies everywhere mark their copy in English too, and dicts/LANGUAGE. Of "und" all
 * languages that dicts/und/layout.txt names in `also` records. Loaded once a context, live as
 * long as it. Languages without a file have those of und and en. Fails with URA_SYNTAX on a bad
 * record.
 */
enum ura_status patterns_get(struct ura_context *context, const char *language,
                             const struct patterns **out, struct ura_error *error);
/* Whether PATTERN matches WORDS, a line that letters_fold_words has folded. */
bool pattern_matches(const struct pattern *pattern, struct ura_str words);

#endif
