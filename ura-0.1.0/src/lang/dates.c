/* dates.c - dates in figures by value. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/dates.h"

enum { PARTS = 3, CENTURY_TURNS = 70 };

/* Three numbers between two equal separators; their values and how many figures each has. */
static bool
read_parts(struct ura_str text, uint32_t values[PARTS], uint32_t figures[PARTS])
{
    char separator = 0;
    int part = 0;

    for (int i = 0; i < PARTS; i++)
        values[i] = figures[i] = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        if (c >= '0' && c <= '9') {
            if (figures[part] == 4)
                return false;
            values[part] = values[part] * 10 + (uint32_t)(c - '0');
            figures[part]++;
        } else {
            if ((c != '.' && c != '/' && c != '-') || (separator && c != separator) ||
                !figures[part] || part == PARTS - 1)
                return false;
            separator = c;
            part++;
        }
    }
    return part == PARTS - 1 && figures[part];
}

static uint32_t
days_of(uint32_t month)
{
    return month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool
date_read(struct ura_str text, struct date *out)
{
    uint32_t values[PARTS], figures[PARTS];

    if (!read_parts(text, values, figures) || figures[1] > 2)
        return false;
    if (figures[0] == 4 && figures[2] <= 2)
        *out = (struct date){values[0], values[1], values[2]};
    else if (figures[0] <= 2 && (figures[2] == 4 || figures[2] == 2))
        *out = (struct date){values[2], values[1], values[0]};
    else
        return false;
    if (figures[0] != 4 && figures[2] == 2)
        out->year += out->year < CENTURY_TURNS ? 2000 : 1900;
    if (out->month > 12 && out->day <= 12) {
        uint32_t day = out->month;

        out->month = out->day;
        out->day = day;
    }
    return out->month >= 1 && out->month <= 12 && out->day >= 1 &&
           out->day <= days_of(out->month);
}
