/* symbols.c - how likely a mark that is no letter stands where it stands. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/symbols.h"

#include <unicode/uchar.h>

/*
 * Logarithms of how often a mark stands in its place, on the scale of the letters of
 * letters.tsv (ë in Albanian is -2.4, the rarest letter of an alphabet about -9). They are
 * orders of magnitude, set by hand: what decides between encodings is right place against wrong
 * place.
 */
static const float COMMON = -5.0F;    /* quotation marks, dashes, apostrophes in their place */
static const float SOMETIMES = -6.5F; /* the same in the less usual place; °, €, … */
static const float SELDOM = -8.5F;    /* ©, ½, ³ and such in their place */
static const float WRONG = -13.0F;    /* in the wrong place, or hardly ever in a text */
static const float NEVER = -18.0F;    /* control characters */

enum side { EDGE, LETTER, DIGIT, MARK };

static enum side
side_of(uint32_t c)
{
    if (c == 0 || u_isUWhiteSpace((UChar32)c))
        return EDGE;
    if (u_isdigit((UChar32)c))
        return DIGIT;
    return symbol_is_letter(c) ? LETTER : MARK;
}

bool
symbol_is_letter(uint32_t c)
{
    if (c == 0xaa || c == 0xba || c == 0xb5 || c == 0x192 || (c >= 0x2b0 && c < 0x370) ||
        (c >= 0xfb00 && c <= 0xfb06))
        return false;
    return u_isalpha((UChar32)c);
}

/* “ « ‘ ‹ „ ‚ before a word; the first four end a quotation too, in other languages. */
static float
opening_log(uint32_t c, enum side before, enum side after)
{
    bool low = c == 0x201e || c == 0x201a;

    if ((before == EDGE || before == MARK) && (after == LETTER || after == DIGIT))
        return c == 0x2018 || c == 0x201a ? SOMETIMES : COMMON;
    if ((before == EDGE || before == MARK) && after == MARK)
        return SOMETIMES;
    if (!low && before != EDGE && (after == EDGE || after == MARK))
        return c == 0x201c ? SOMETIMES : SELDOM;
    return WRONG;
}

/* ” » ’ › after a word; ’ inside one. */
static float
closing_log(uint32_t c, enum side before, enum side after)
{
    if (before != EDGE && (after == EDGE || after == MARK))
        return COMMON;
    if (c == 0x2019 && before != EDGE && after == LETTER)
        return COMMON;
    if (before == EDGE && after != EDGE)
        return SELDOM;
    return WRONG;
}

static float
dash_log(enum side before, enum side after)
{
    if (before == EDGE && after == EDGE)
        return COMMON;
    if (before == EDGE || after == EDGE || (before == DIGIT && after == DIGIT))
        return SOMETIMES;
    return SELDOM;
}

/* Signs that belong to a number, a name or an item of a list. */
static float
sign_log(uint32_t c, enum side before, enum side after)
{
    bool by_number = before == DIGIT || after == DIGIT || before == EDGE;

    switch (c) {
    case 0x20ac: /* € */
    case 0xa3:   /* £ */
    case 0xb0:   /* ° */
    case 0xa7:   /* § */
        return by_number ? SOMETIMES : WRONG;
    case 0xa2:   /* ¢ */
    case 0xa5:   /* ¥ */
    case 0xb1:   /* ± */
    case 0xd7:   /* × */
    case 0x2030: /* ‰ */
    case 0xbc:   /* ¼ */
    case 0xbd:   /* ½ */
    case 0xbe:   /* ¾ */
        return by_number && after != LETTER ? SELDOM : WRONG;
    case 0xaa: /* ª */
    case 0xba: /* º */
        return before == DIGIT ? SELDOM : WRONG;
    case 0xb2: /* ² */
    case 0xb3: /* ³ */
        return before == LETTER && after != LETTER ? SELDOM : WRONG;
    case 0xa9:   /* © */
    case 0xae:   /* ® */
    case 0x2122: /* ™ */
        return after != LETTER ? SELDOM : WRONG;
    case 0x2022: /* • */
    case 0xb7:   /* · */
        return before == EDGE ? SELDOM : WRONG;
    case 0xa1: /* ¡ */
    case 0xbf: /* ¿ */
        return before != LETTER && after == LETTER ? SELDOM : WRONG;
    default:
        return WRONG;
    }
}

float
symbol_log(uint32_t c, uint32_t before_c, uint32_t after_c)
{
    enum side before = side_of(before_c), after = side_of(after_c);

    switch (c) {
    case 0x201c:
    case 0x201e:
    case 0xab:
    case 0x2018:
    case 0x201a:
    case 0x2039:
        return opening_log(c, before, after);
    case 0x201d:
    case 0xbb:
    case 0x2019:
    case 0x203a:
        return closing_log(c, before, after);
    case 0x2013:
    case 0x2014:
        return dash_log(before, after);
    case 0x2026:
        return before == LETTER || before == MARK || before == EDGE ? SOMETIMES : SELDOM;
    case 0xa0:
        return before != EDGE && after != EDGE ? SOMETIMES : SELDOM;
    case 0xad:
        return before == LETTER && after == LETTER ? SELDOM : WRONG;
    default:
        return c < 0xa0 ? NEVER : sign_log(c, before, after);
    }
}
