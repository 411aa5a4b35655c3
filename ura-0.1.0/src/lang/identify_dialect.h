/* identify_dialect.h - whether a text in a language is in one of its dialects: Gheg in
 * Albanian. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_IDENTIFY_DIALECT_H
#define LANG_IDENTIFY_DIALECT_H

#include <stdbool.h>

#include "lang/identify_model.h"

/*
 * The marks of one dialect, from dicts/LANGUAGE/identify-DIALECT.txt. Each mark found in a text
 * is worth points; the dialect fits from so many points, and so many to a hundred words:
 *
 *     enough      POINTS  PER_HUNDRED_WORDS   (required)
 *     word        FORM    POINTS
 *     ending      LETTERS POINTS  a word of at least ENDING_WORD letters that ends so
 *     letter      LETTER  POINTS  a word that holds it
 *     infinitive  WORD    POINTS  the word before a participle
 *     participle  FORM            as a whole, or with a leading - its ending
 */
struct identify_dialect;

/* Loads identify-CODE.txt of LANGUAGE. Fails with URA_SYNTAX, URA_NOT_FOUND, URA_IO,
 * URA_NO_MEMORY. */
enum ura_status dialect_load(const struct ura_context *context, const char *language,
                             const char *code, struct identify_dialect **out,
                             struct ura_error *error);
void dialect_free(struct identify_dialect *dialect);
/* The dialect's BCP 47 code. */
const char *dialect_code(const struct identify_dialect *dialect);
/* Whether SAMPLE, which is in the language, is in the dialect. */
bool dialect_fits(const struct identify_dialect *dialect, const struct identify_sample *sample);

#endif
