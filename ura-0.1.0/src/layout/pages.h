/* pages.h - running text as pages gave it: heads, page numbers, footnotes, contents. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "lang/patterns.h"
#include "layout/lines.h"

/*
 * Mark the lines of TEXT that pages have put there, where that is certain: running heads and
 * page numbers, the footnotes above them, tables of contents. *LAST_NOTE is the number of the
 * last footnote, 0 if there are none.
 */
enum ura_status pages_mark(struct ura_str text, const struct patterns *patterns,
                           struct lines *lines, unsigned *last_note, struct ura_error *error);

/* Mark the footnotes between the page ends that were marked; returns the last one's number. */
unsigned footnotes_mark(struct ura_str text, struct lines *lines);
/* The number that LINE consists of, or with TEXT_TOO begins with; 0 if it does not. */
unsigned footnote_number(struct ura_str words, bool text_too);

#endif
