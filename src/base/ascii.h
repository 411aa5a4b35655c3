/* ascii.h - what a byte is in ASCII, in no locale. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool
ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A blank, a tab or a line end. */
static inline bool
ascii_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static inline bool
ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool
ascii_is_letter(char c)
{
    return ascii_is_lower(c) || (c >= 'A' && c <= 'Z');
}

#endif
