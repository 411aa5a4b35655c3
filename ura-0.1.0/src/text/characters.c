/* characters.c - what single characters are to a cleaner of text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/characters.h"

bool
character_is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\f') || (c >= 0x7f && c < 0xa0);
}

bool
character_is_line_end(uint32_t c)
{
    return c == '\r' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool
character_is_odd_space(uint32_t c)
{
    return c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}

bool
character_is_direction_mark(uint32_t c)
{
    return c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool
character_is_invisible(uint32_t c)
{
    return c == 0xad || (c >= 0x200b && c <= 0x200d) || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0x206a && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
           character_is_direction_mark(c);
}
