/* number.h - numbers in files, read and written in no locale. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include <ura/str.h>

enum { NUMBER_FIXED_MAX = 48 }; /* bytes that number_write_fixed may write */

/* Writes VALUE in decimal to OUT (at least 20 bytes, no terminator); returns the length. */
size_t number_write_unsigned(unsigned long long value, char *out);
/*
 * Writes VALUE with DECIMALS (0 to 9) digits after a point, half away from zero, clamped to
 * +-9e17 / 10^DECIMALS; what is not finite is written as 0. Returns the length.
 */
size_t number_write_fixed(double value, int decimals, char *out);
/* All of TEXT as a decimal number without sign; false if it is none or too large. */
bool number_parse_unsigned(struct ura_str text, unsigned long long *out);
/* All of TEXT as "-12.5"; false if it is none. */
bool number_parse_real(struct ura_str text, double *out);

#endif
