/* utf8.c - telling what is UTF-8 and what only looks like it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/utf8.h"

size_t
utf8_sequence(const unsigned char *bytes, size_t len)
{
    unsigned char first = bytes[0];
    size_t count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

    if (count == 1)
        return 1;
    if (first < 0xC2 || first > 0xF4 || count > len)
        return 0;
    for (size_t i = 1; i < count; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    /* The second byte tells what is longer than need be, a surrogate or beyond U+10FFFF. */
    if ((first == 0xE0 && bytes[1] < 0xA0) || (first == 0xED && bytes[1] > 0x9F) ||
        (first == 0xF0 && bytes[1] < 0x90) || (first == 0xF4 && bytes[1] > 0x8F))
        return 0;
    return count;
}
