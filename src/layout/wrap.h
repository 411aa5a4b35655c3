/* wrap.h - whether the lines of a text were wrapped, and at how many columns. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_WRAP_H
#define LAYOUT_WRAP_H

#include "layout/lines.h"

/* Text is never wrapped at more columns than this: letters of a page at most. */
enum { WIDEST_WRAP = 140 };

/* Sets `wrapped`, `wrap`, `widest` and `slack` of LINES, which are TEXT's. */
void wrap_find(struct lines *lines, struct ura_str text);

#endif
