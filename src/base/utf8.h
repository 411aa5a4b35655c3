/* utf8.h - telling what is UTF-8 and what only looks like it. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>

/* The length of the UTF-8 sequence that LEN (not 0) bytes begin with, 0 if they begin with
 * none. */
size_t utf8_sequence(const unsigned char *bytes, size_t len);

#endif
