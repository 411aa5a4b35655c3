/* glossary.h - words that CLDR's names pair in two languages. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_GLOSSARY_H
#define LEXICON_GLOSSARY_H

#include "base/base.h"
#include "base/context.h"
#include "lexicon/links.h"
#include "lexicon/vocabulary.h"

/* The pairs of words for one pair of languages, with their probabilities. */
struct glossary;

/*
 * The glossary from SOURCE to TARGET (BCP 47), made when it is first asked for, or mapped from
 * the image that was made when ura was built (dicts/<a>-<b>/names.image) where ICU and the data
 * are still the same; it lives as long as CONTEXT. Names of several words give the pairs that
 * occur together most. Fails with URA_NO_MEMORY and as loading a data file may.
 */
enum ura_status glossary_get(struct ura_context *context, const char *source,
                             const char *target, const struct glossary **out,
                             struct ura_error *error);
/* Appends the image of the glossary of FIRST and SECOND, made anew, to OUT. */
enum ura_status glossary_compile(struct ura_context *context, const char *first,
                                 const char *second, struct ura_buf *out,
                                 struct ura_error *error);
/* Sets KNOWN, by type of SOURCE, to whether it is a word that is paired; false when out of
 * memory. */
bool glossary_find_known(const struct glossary *glossary, const struct vocabulary *source,
                         bool *known);
/* Adds the pairs whose words, or words with the same beginning, occur on both sides. */
bool glossary_find(const struct glossary *glossary, const struct vocabulary *source,
                   const struct vocabulary *target, struct candidates *out);

#endif
