/* characters.h - what single characters are to a cleaner of text. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_CHARACTERS_H
#define TEXT_CHARACTERS_H

#include <stdbool.h>
#include <stdint.h>

/* A control that is no part of text; not tab, LF, form feed. */
bool character_is_control(uint32_t c);
/* CR, VT, NEL, line and paragraph separator. */
bool character_is_line_end(uint32_t c);
/* A space that is to become a blank: no-break, thin, ideographic, ... */
bool character_is_odd_space(uint32_t c);
/* Takes no room and is no part of a word: soft hyphen, zero-width and direction characters. */
bool character_is_invisible(uint32_t c);
/* Sets the direction of text, as in Hebrew and Arabic. */
bool character_is_direction_mark(uint32_t c);

#endif
