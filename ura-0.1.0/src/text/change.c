/* change.c - what the kinds of changes are called. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/text.h>

const char *
ura_change_name(enum ura_change change)
{
    static const char *const names[URA_CHANGE_COUNT] = {
        [URA_CHANGE_BOM] = "bom",
        [URA_CHANGE_LINE_END] = "line-end",
        [URA_CHANGE_COMPOSED] = "composed",
        [URA_CHANGE_MOJIBAKE] = "mojibake",
        [URA_CHANGE_SPACE] = "space",
        [URA_CHANGE_INVISIBLE] = "invisible",
        [URA_CHANGE_QUOTE] = "quote",
        [URA_CHANGE_DASH] = "dash",
        [URA_CHANGE_APOSTROPHE] = "apostrophe",
    };

    return change < URA_CHANGE_COUNT ? names[change] : "unknown";
}
