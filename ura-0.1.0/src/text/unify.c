/* unify.c - one form for quotation marks, dashes and apostrophes, on request. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/unify.h"

#include <unicode/uchar.h>

/* Marks that are both: a quotation mark at the edge of a word, an apostrophe inside one. */
static bool
is_single_mark(uint32_t c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x201a || c == 0x201b;
}

/* What stands for an apostrophe where letters touch it, and is no quotation mark. */
static bool
is_apostrophe_only(uint32_t c)
{
    return c == 0x02bc || c == 0x00b4 || c == '`' || c == 0x2032;
}

static bool
is_double_quote(uint32_t c)
{
    return c == 0xab || c == 0xbb || (c >= 0x201c && c <= 0x201f) || c == 0x2033 ||
           (c >= 0x301d && c <= 0x301f) || c == 0xff02;
}

static bool
is_single_quote(uint32_t c)
{
    return is_single_mark(c) || c == 0x2039 || c == 0x203a;
}

static bool
is_dash(uint32_t c)
{
    return c == 0x2012 || c == 0x2014 || c == 0x2015;
}

static bool
is_hyphen(uint32_t c)
{
    return c == 0x2010 || c == 0x2011;
}

bool
unify_touches(uint32_t c, struct unify_requests requests)
{
    return (requests.quotes && (is_double_quote(c) || is_single_quote(c))) ||
           (requests.apostrophes && (is_single_mark(c) || is_apostrophe_only(c))) ||
           (requests.dashes && (is_dash(c) || is_hyphen(c)));
}

uint32_t
unify_character(uint32_t c, uint32_t before, uint32_t after, struct unify_requests requests,
                enum ura_change *change)
{
    bool inside = u_isalpha((UChar32)before) && u_isalpha((UChar32)after);
    bool touches = u_isalpha((UChar32)before) || u_isalpha((UChar32)after);

    *change = URA_CHANGE_DASH;
    if (requests.dashes && is_dash(c))
        return 0x2013;
    if (requests.dashes && is_hyphen(c))
        return '-';
    *change = URA_CHANGE_APOSTROPHE;
    if (requests.apostrophes &&
        (inside ? is_single_mark(c) || is_apostrophe_only(c) : touches && c == 0x02bc))
        return '\'';
    *change = URA_CHANGE_QUOTE;
    if (requests.quotes && is_double_quote(c))
        return '"';
    if (requests.quotes && is_single_quote(c) && !inside)
        return '\'';
    return c;
}
