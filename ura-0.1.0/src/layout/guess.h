/* guess.h - which layout a text has. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_GUESS_H
#define LAYOUT_GUESS_H

#include "layout/units.h"

/* Bytes above which no text is taken for a story: 64 KiB are some forty pages. */
enum { LONGEST_STORY = 1 << 16 };

/*
 * Whether LINES are one sentence each: none is wrapped or empty, and nearly all begin with a
 * capital and end like a sentence, with none ending before.
 */
bool guess_is_lines(struct ura_str text, const struct lines *lines);

#endif
