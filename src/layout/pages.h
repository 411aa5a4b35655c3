/* pages.h - running text as pages gave it: heads, page numbers, footnotes, contents. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "lang/patterns.h"
#include "layout/lines.h"

/* Mark the lines of TEXT that pages have put there, where that is certain. */
enum ura_status pages_mark(struct ura_str text, const struct patterns *patterns,
                           struct lines *lines, struct ura_error *error);

#endif
