/* cognates.h - words that sound alike in two languages: names above all. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_COGNATES_H
#define LEXICON_COGNATES_H

#include "lexicon/links.h"
#include "lexicon/scripts.h"
#include "lexicon/vocabulary.h"

/* Adds the pairs of words that share their first two sounds and are similar in all, in whatever
 * script. Time grows in step with the vocabularies. False when out of memory. */
bool cognates_find(struct scripts *scripts, const struct vocabulary *source,
                   const struct vocabulary *target, struct candidates *out);

#endif
