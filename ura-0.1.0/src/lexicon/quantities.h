/* quantities.h - numbers that are several tokens: "18 mijë", "two hundred and five". */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_QUANTITIES_H
#define LEXICON_QUANTITIES_H

#include "lang/numbers.h"
#include "lexicon/reader.h"

/*
 * The number that piece I of TEXT begins, in figures or words, with the multipliers after it.
 * Returns how many pieces it has; 0 where there is none, or where figures hold more than one
 * number. "One" alone is a word: in most languages it is an article too.
 */
size_t quantity_read(const struct reader *reader, struct ura_str text, size_t i,
                     struct number *out);
/* How many pieces from I are a word for % that stands after a number: "për qind"; 0 for none.
 */
size_t quantity_percent(const struct reader *reader, size_t i);

#endif
