/* shapes.c - what a line looks like, whatever its language. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/shapes.h"

#include "lang/letters.h"

/* Marks that stand before list items. U+F0B7 is the bullet of old word processors' symbol font.
 */
static bool
is_bullet(uint32_t c)
{
    switch (c) {
    case '*':
    case 0xB7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25AA:
    case 0x25A0:
    case 0x25BA:
    case 0x25B6:
    case 0x25CB:
    case 0x25CF:
    case 0x25E6:
    case 0x2713:
    case 0x2714:
    case 0x27A2:
    case 0x27A4:
    case 0xF0B7:
    case 0xF0A7:
        return true;
    default:
        return false;
    }
}

static bool
is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* Quotation marks and brackets, of either direction: languages do not agree which one opens. */
static bool
is_quote(uint32_t c)
{
    return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
           (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A || c == 0x300C ||
           c == 0x300D;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t
skip_blanks(struct ura_str words, size_t at)
{
    while (at < words.len && is_blank(words.ptr[at]))
        at++;
    return at;
}

/* How many bytes at the start of WORDS are in SET. */
static size_t
span_of(struct ura_str words, const char *set)
{
    size_t len = 0;

    while (len < words.len && words.ptr[len] && strchr(set, words.ptr[len]))
        len++;
    return len;
}

/* The length of "1." "12)" "a)" "(iv)" "(3)" at the start of WORDS; 0 if there is none. */
static size_t
number_marker_len(struct ura_str words)
{
    size_t at = 0, letters = 0, digits = 0, start;
    bool bracket = words.len && words.ptr[0] == '(';

    at = start = bracket ? 1 : 0;
    while (at < words.len) {
        size_t next = at;
        uint32_t c = letter_take(words, &next);
        enum letter_class class = letter_class_of(c);

        if (class == LETTER_DIGIT)
            digits++;
        else if (class == LETTER_LOWER)
            letters++;
        else
            break;
        at = next;
    }
    /* "1234." is a year, "etj." a word; letters need their bracket. */
    if (at == start || (digits && letters) || digits > 3 || letters > 4)
        return 0;
    if (letters > 1 && span_of(ura_str_slice(words, start, at), "ivx") < at - start)
        return 0;
    if (at == words.len ||
        !(words.ptr[at] == ')' || (words.ptr[at] == '.' && digits && !bracket)))
        return 0;
    at++;
    return at == words.len || is_blank(words.ptr[at]) ? at : 0;
}

/* The dashes that WORDS begins with; 0 where what follows them makes them part of a word. */
static size_t
dash_marker_len(struct ura_str words)
{
    size_t at = 0, next = 0, count = 0;
    uint32_t c = 0;
    bool hyphen;

    while (next < words.len && is_dash(c = letter_take(words, &next))) {
        at = next;
        count++;
    }
    if (count == 0 || count > 2)
        return 0;
    hyphen = words.ptr[0] == '-' && count == 1;
    if (at == words.len || is_blank(words.ptr[at]))
        return at;
    return letter_class_of(c) == LETTER_UPPER || (!hyphen && is_quote(c)) ? at : 0;
}

size_t
shape_marker_len(struct ura_str words)
{
    size_t at = 0, len = number_marker_len(words);

    if (!len)
        len = dash_marker_len(words);
    if (!len && words.len && is_bullet(letter_take(words, &at)) &&
        (at == words.len || is_blank(words.ptr[at]) || words.ptr[0] != '*'))
        len = at;
    return len ? skip_blanks(words, len) : 0;
}

unsigned
shape_of_start(struct ura_str words)
{
    unsigned flags = 0;
    size_t at = 0;
    unsigned char first = (unsigned char)words.ptr[0];

    /* What begins with a small letter, as most lines do, has no marker but "a)". */
    if (first >= 'a' && first <= 'z' && words.len > 1 && words.ptr[1] != ')')
        return number_marker_len(words) ? LINE_NUMBERED | LINE_LOWER : LINE_LOWER;
    if (first >= 'A' && first <= 'Z')
        return LINE_UPPER;
    if (number_marker_len(words))
        flags |= LINE_NUMBERED;
    else if (dash_marker_len(words))
        flags |= LINE_DASH;
    else if (shape_marker_len(words))
        flags |= LINE_BULLET;
    at = shape_marker_len(words);
    while (at < words.len) {
        uint32_t c = letter_take(words, &at);
        enum letter_class class = letter_class_of(c);

        if (is_quote(c))
            flags |= LINE_QUOTE;
        if (class == LETTER_UPPER || class == LETTER_OTHER)
            return flags | LINE_UPPER;
        if (class == LETTER_LOWER)
            return flags | LINE_LOWER;
        if (class == LETTER_DIGIT)
            return flags | LINE_DIGIT;
        if (!is_quote(c) && c != '(' && c != '[' && c != ' ')
            break;
    }
    return flags;
}

unsigned
shape_of_end(struct ura_str words)
{
    size_t at = words.len;
    uint32_t c = 0;

    while (at > 0) {
        c = letter_take_back(words, &at);
        if (!is_quote(c) && c != ')' && c != ']')
            break;
    }
    if (c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x203C ||
        c == 0x2047 || c == 0x37E || c == 0x61F || c == 0x964)
        return LINE_ENDED;
    if (c == ':')
        return LINE_COLON;
    if ((c == '-' || c == 0x2010 || c == 0xAD) && at > 0 && at + 3 >= words.len &&
        letter_class_of(letter_take_back(words, &at)) != LETTER_NONE)
        return LINE_HYPHEN;
    return 0;
}

/* Whether all letters of WORDS are capitals, and there are two or more. */
static bool
is_caps(struct ura_str words)
{
    size_t letters = 0;

    for (size_t at = 0; at < words.len;) {
        unsigned char byte = (unsigned char)words.ptr[at];
        enum letter_class class;

        if (byte >= 'a' && byte <= 'z')
            return false;
        class = letter_class_of(letter_take(words, &at));
        if (class == LETTER_LOWER || class == LETTER_OTHER)
            return false;
        letters += class == LETTER_UPPER;
    }
    return letters >= 2;
}

/* A number of up to four digits, or a roman one in small or capital letters, and nothing else.
 */
static bool
is_number(struct ura_str words)
{
    size_t len = words.len;

    if (len && words.ptr[len - 1] == '.')
        len--;
    if (len == 0 || len > 6)
        return false;
    if (words.ptr[0] >= '0' && words.ptr[0] <= '9')
        return len <= 4 && span_of(words, "0123456789") >= len;
    return span_of(words, "ivxlc") >= len || span_of(words, "IVXLC") >= len;
}

unsigned
shape_of_short(struct ura_str words)
{
    size_t blanks = 0, dots = 0, bars = 0;
    unsigned flags = 0;

    for (size_t i = 0; i < words.len; i++) {
        char c = words.ptr[i];

        blanks = c == ' ' ? blanks + 1 : 0;
        if (c == '.')
            dots++;
        else if (c != ' ')
            dots = 0;
        bars += c == '|';
        if (c == '\t' || blanks == 3 || bars == 2)
            flags |= LINE_COLUMNS;
        if (dots == 4)
            flags |= LINE_LEADERS;
    }
    /* Dots to the very end lead nowhere. */
    if (dots >= 4)
        flags &= ~(unsigned)LINE_LEADERS;
    if (is_caps(words))
        flags |= LINE_CAPS;
    if (is_number(words))
        flags |= LINE_NUMBER;
    return flags;
}

bool
shape_has_sentences(struct ura_str words)
{
    size_t at = 0, letters = 0;

    while (at < words.len) {
        uint32_t c = letter_take(words, &at);

        if (letter_class_of(c) != LETTER_NONE) {
            letters++;
            continue;
        }
        /* Behind three letters or fewer a full stop may be that of an abbreviation. */
        if ((c == '.' && letters > 3) || c == '!' || c == '?' || c == 0x2026) {
            size_t next = at;

            while (next < words.len && is_quote(c = letter_take(words, &next)))
                at = next;
            if (at + 1 < words.len && words.ptr[at] == ' ' &&
                (shape_of_start(ura_str_slice(words, at + 1, words.len)) & LINE_UPPER))
                return true;
        }
        letters = 0;
    }
    return false;
}
