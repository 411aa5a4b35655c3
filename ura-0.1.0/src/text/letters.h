/* letters.h - how often each letter stands in each language. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_LETTERS_H
#define TEXT_LETTERS_H

#include <stdint.h>

#include "base/base.h"

enum {
    LETTERS_LANGUAGES = 32, /* languages that the data may hold */
    LETTERS_END = 0x500     /* behind the last letter: Latin, Greek, Cyrillic */
};

/* Of dicts/letters.tsv. */
struct letters {
    size_t count;
    char codes[LETTERS_LANGUAGES][8]; /* "sq" */
    /* Natural logarithms of the share of each small letter, by character, then by language. */
    float logs[LETTERS_END][LETTERS_LANGUAGES];
};

/* The letters, loaded once a context. */
enum ura_status letters_get(struct ura_context *context, const struct letters **out,
                            struct ura_error *error);
/* What a letter that a language does not have costs, or one over LETTERS_END. */
float letters_foreign(void);

#endif
