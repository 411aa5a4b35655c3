/* numbers.h - numbers in text by their value, whatever their style. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_NUMBERS_H
#define LANG_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"

enum { NUMBER_DIGITS = 40 }; /* longer ones are no quantities but account numbers, and words */

/* A decimal number: DIGITS (no leading zeros but one) with a point before the last DECIMALS. */
struct number {
    char digits[NUMBER_DIGITS];
    size_t count;
    size_t decimals;
};

/*
 * The number that TEXT begins with, in any script's digits: groups of three after "." "," an
 * apostrophe, a blank, NBSP, NNBSP or a thin space are thousands, another "." or "," begins a
 * fraction, as ":" does for the minutes of an hour, and the zeros that end it are nothing.
 * *USED is the bytes read; false where TEXT begins with no digit or the number has more than
 * NUMBER_DIGITS digits.
 */
bool number_read(struct ura_str text, struct number *out, size_t *used);
struct number number_from(uint64_t value);
/* NUMBER * 10^EXPONENT; false where it grows over NUMBER_DIGITS. */
bool number_scale(struct number *number, size_t exponent);
/* Appends it as "1234.5". */
void number_append(struct ura_buf *out, const struct number *number);

#endif
