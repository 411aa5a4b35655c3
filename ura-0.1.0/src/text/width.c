/* width.c - how wide a text is on a terminal. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/text.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

static size_t
character_width(UChar32 c)
{
    int8_t type = u_charType(c);

    if (c < 0x20 || c == 0x7f || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
        type == U_FORMAT_CHAR)
        return 0;
    switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
        return 2;
    default:
        return 1;
    }
}

size_t
ura_text_width(struct ura_str text)
{
    size_t width = 0, at = 0;

    while (at < text.len) {
        UChar32 c;

        U8_NEXT_OR_FFFD((const uint8_t *)text.ptr, at, text.len, c);
        width += character_width(c);
    }
    return width;
}

size_t
ura_text_fit(struct ura_str text, size_t width)
{
    size_t at = 0, used = 0, blank = 0;

    while (at < text.len) {
        size_t before = at;
        UChar32 c;

        U8_NEXT_OR_FFFD((const uint8_t *)text.ptr, at, text.len, c);
        used += character_width(c);
        if (c == ' ')
            blank = before;
        else if (used > width && before > 0)
            return blank ? blank : before;
    }
    return text.len;
}
