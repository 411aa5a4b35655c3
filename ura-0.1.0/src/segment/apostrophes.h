/* apostrophes.h - the apostrophes that cut short words off: t'i, s'ka, Obama's, l'uomo. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_APOSTROPHES_H
#define SEGMENT_APOSTROPHES_H

#include "base/base.h"
#include "lang/clitics.h"

/* Bytes of the mark at AT in TEXT[0, END) that may stand for an apostrophe; 0 if it is none. */
size_t apostrophe_at(struct ura_str text, size_t at, size_t end);
/* Whether WORD with an apostrophe behind it is a clitic before its word. */
bool apostrophe_before(const struct clitics *clitics, struct ura_str word);
/* Whether WORD with an apostrophe in front is a clitic after its word. */
bool apostrophe_after(const struct clitics *clitics, struct ura_str word);
/* Where the word [START, END) is to be cut first; 0 where it is not. */
size_t apostrophe_cut(const struct clitics *clitics, struct ura_str text, size_t start,
                      size_t end);

#endif
