/* shapes.h - what a line looks like, whatever its language. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_SHAPES_H
#define LAYOUT_SHAPES_H

#include "layout/lines.h"

/* The line_flag bits that WORDS, a line without blanks at its ends, has at its start ... */
unsigned shape_of_start(struct ura_str words);
/* ... at its end ... */
unsigned shape_of_end(struct ura_str words);
/* ... and as a whole: CAPS, COLUMNS, LEADERS, NUMBER. For short lines only, since it reads all.
 */
unsigned shape_of_short(struct ura_str words);

/* Bytes of the bullet, number or dash that WORDS begins with, and of the blanks behind it. */
size_t shape_marker_len(struct ura_str words);
/* Whether a sentence ends inside WORDS and another follows. */
bool shape_has_sentences(struct ura_str words);

#endif
