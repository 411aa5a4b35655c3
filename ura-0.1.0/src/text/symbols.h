/* symbols.h - how likely a mark that is no letter stands where it stands. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_SYMBOLS_H
#define TEXT_SYMBOLS_H

#include <stdbool.h>
#include <stdint.h>

/* Letters that words are made of: not ª º µ ƒ and the like. */
bool symbol_is_letter(uint32_t c);
/* The logarithm of about how likely C, over U+007F and no letter, is between BEFORE and AFTER
 * (0 at either end of the text). */
float symbol_log(uint32_t c, uint32_t before, uint32_t after);

#endif
