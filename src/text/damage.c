/* damage.c - whether characters that could be damaged UTF-8 are that, or right as they stand.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/damage.h"

#include <unicode/uchar.h>

/* Characters of Latin text: letters, marks, signs, emoji, what has no width. */
static bool
is_of_latin_text(uint32_t c)
{
    return (c >= 0x80 && c < 0x180) || (c >= 0x218 && c < 0x21c) || c == 0x192 || c == 0x2c6 ||
           c == 0x2dc || (c >= 0x300 && c < 0x370) || (c >= 0x1e00 && c < 0x1f00) ||
           (c >= 0x2000 && c < 0x2070) || (c >= 0x20a0 && c < 0x20c0) ||
           (c >= 0x2100 && c < 0x2300) || (c >= 0x25a0 && c < 0x2800) ||
           (c >= 0xfb00 && c < 0xfb07) || c == 0xfe0f || c == 0xfeff ||
           (c >= 0x1f000 && c < 0x1fb00);
}

/* Other scripts that a file may be in: Greek to Arabic, of Asia. */
static bool
is_of_other_script(uint32_t c)
{
    return (c >= 0x370 && c < 0x530) || (c >= 0x5b0 && c < 0x700) ||
           (c >= 0x900 && c < 0x1100) || (c >= 0x1f00 && c < 0x2000) ||
           (c >= 0x3000 && c < 0x3100) || (c >= 0x4e00 && c < 0xa000) ||
           (c >= 0xac00 && c < 0xd7b0) || (c >= 0xff00 && c < 0xfff0);
}

/* What may stand behind a letter in right text: ends of quotations, dashes, signs. */
static bool
may_follow_a_letter(uint32_t c)
{
    switch (c) {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x203a: /* › */
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2026: /* … */
    case 0x2122: /* ™ */
    case 0x2022: /* • */
    case 0xa0:
    case 0xa9: /* © */
    case 0xaa: /* ª */
    case 0xab: /* « */
    case 0xae: /* ® */
    case 0xb0: /* ° */
    case 0xb2: /* ² */
    case 0xb3: /* ³ */
    case 0xb7: /* · */
    case 0xb9: /* ¹ */
    case 0xba: /* º */
    case 0xbb: /* » */
        return true;
    default:
        return false;
    }
}

/* Signs of mathematics that right text has behind √ or ≈. */
static bool
is_mathematical(uint32_t c)
{
    switch (c) {
    case 0x3c0:  /* π */
    case 0x3a9:  /* Ω */
    case 0x2211: /* ∑ */
    case 0x220f: /* ∏ */
    case 0x222b: /* ∫ */
    case 0x2202: /* ∂ */
    case 0x221e: /* ∞ */
    case 0xb1:   /* ± */
    case 0xb5:   /* µ */
    case 0xb0:   /* ° */
        return true;
    default:
        return false;
    }
}

static bool
is_opening(uint32_t c)
{
    int8_t type = u_charType((UChar32)c);

    return c == '"' || c == '\'' || type == U_START_PUNCTUATION ||
           type == U_INITIAL_PUNCTUATION;
}

static uint32_t
cell_at(const struct cells *cells, size_t at)
{
    return at < cells->count ? cells->items[at].c : 0;
}

/* Whether a word of two letters or more ends before AT. */
static bool
word_ends_before(const struct cells *cells, size_t at)
{
    return at >= 2 && u_isalpha((UChar32)cells->items[at - 1].c) &&
           u_isalpha((UChar32)cells->items[at - 2].c);
}

/* √ and such, no letter, as first character. */
static enum damage
weigh_sign(const struct cells *cells, size_t at, size_t len, bool dos)
{
    uint32_t second = cell_at(cells, at + 1), after = cell_at(cells, at + len);
    uint32_t before = at ? cells->items[at - 1].c : 0;

    /* Most likely a drawing, lines beside lines; but not inside a word. */
    if (dos && second >= 0x2500 && second < 0x25a0)
        return u_islower((UChar32)before) && u_islower((UChar32)after) ? DAMAGE_CERTAIN
                                                                       : DAMAGE_POSSIBLE;
    if (len == 2 && is_mathematical(second) && !word_ends_before(cells, at) &&
        !u_islower((UChar32)after))
        return DAMAGE_POSSIBLE;
    return DAMAGE_CERTAIN;
}

enum damage
damage_weigh(const struct cells *cells, size_t at, size_t len, uint32_t result, bool dos)
{
    uint32_t first = cells->items[at].c, second = cell_at(cells, at + 1);
    uint32_t before = at ? cells->items[at - 1].c : 0, after = cell_at(cells, at + len);
    bool closes = true;

    if (is_of_other_script(result))
        return DAMAGE_SCRIPT;
    if (!is_of_latin_text(result))
        return DAMAGE_NONE;
    if (!u_isalpha((UChar32)first))
        return weigh_sign(cells, at, len, dos);
    for (size_t i = 1; i < len; i++)
        closes &= may_follow_a_letter(cells->items[at + i].c);
    /* No word goes on like that: a letter, then what never stands behind one. */
    if (!closes)
        return result < 0xa0 && second >= 0xa0 ? DAMAGE_POSSIBLE : DAMAGE_CERTAIN;
    /* From here on it could be the last letter of a word and what closes it: "MANHÃ”". */
    if (u_islower((UChar32)before) && u_isupper((UChar32)first))
        return DAMAGE_CERTAIN;
    if (len == 2 && second != 0x2026 && u_islower((UChar32)after))
        return DAMAGE_CERTAIN;
    /* Â ends no word and is none: what stands behind it is a mark that it was put before. */
    if (first == 0xc2 && result >= 0xa0 && !u_isalpha((UChar32)before) && !is_opening(before))
        return DAMAGE_CERTAIN;
    return DAMAGE_POSSIBLE;
}
