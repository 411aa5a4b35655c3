/* dateline.c - place, date and source before a story's first words. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/dateline.h"

#include "base/ascii.h"
#include "lang/letters.h"

/*
 * Bytes that a dateline has at most, that a source has, and words that its places have: four
 * cities with their countries are the longest that agencies give.
 */
enum { LONGEST = 140, LONGEST_SOURCE = 40, MOST_PLACES = 12 };

/* What was found up to AT. */
struct scan {
    struct ura_str text;
    size_t at;
    unsigned places; /* capitalised words */
    unsigned small;  /* short words in small letters: "e", "de", "of" */
    unsigned numbers;
    unsigned dates; /* a date in digits, or a number beside a word */
    unsigned sources;
    bool caps; /* all places in capitals */
    struct ura_str source;
    bool after_number;
};

static bool
is_dash(uint32_t c)
{
    return c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static void
skip_spaces(struct scan *scan)
{
    while (scan->at < scan->text.len && ascii_is_space(scan->text.ptr[scan->at]))
        scan->at++;
}

/* Takes "(XYZ)", "[XYZ]", "/XYZ/". The closing mark must be near, and no sentence within. */
static bool
take_source(struct scan *scan)
{
    char open = scan->text.ptr[scan->at], close = open == '(' ? ')' : open == '[' ? ']' : '/';
    size_t start = scan->at + 1, end = start;

    while (end < scan->text.len && end - start < LONGEST_SOURCE &&
           scan->text.ptr[end] != close && !strchr("?!\"", scan->text.ptr[end]))
        end++;
    if (end == start || end >= scan->text.len || scan->text.ptr[end] != close)
        return false;
    /* Two strokes around cities part cities: "TRIPOLI / MOSCOW / ANKARA". */
    if (open == '/' && ascii_is_space(scan->text.ptr[start]) &&
        ascii_is_space(scan->text.ptr[end - 1]))
        return false;
    scan->at = end + 1;
    scan->source = ura_str_slice(scan->text, start, end);
    scan->sources++;
    scan->after_number = false;
    return true;
}

/* Takes "4", "3.", "03.09.2025", "17:52". */
static void
take_number(struct scan *scan)
{
    size_t marks = 0, start = scan->at;

    while (scan->at < scan->text.len &&
           ((scan->text.ptr[scan->at] >= '0' && scan->text.ptr[scan->at] <= '9') ||
            strchr("./:", scan->text.ptr[scan->at]))) {
        marks += scan->text.ptr[scan->at] == '.' || scan->text.ptr[scan->at] == '/';
        scan->at++;
    }
    /* "3.-": the full stop belongs to the dash. */
    if (scan->at > start && scan->text.ptr[scan->at - 1] == '.')
        marks--;
    scan->numbers++;
    scan->dates += marks >= 2;
    scan->after_number = true;
}

/* Takes a word; false where no dateline has such a one. */
static bool
take_word(struct scan *scan)
{
    struct ura_str text = scan->text;
    size_t letters = 0, capitals = 0;
    bool small = false;

    while (scan->at < text.len) {
        size_t next = scan->at;
        uint32_t c = letter_take(text, &next);
        enum letter_class class = letter_class_of(c);

        if (class == LETTER_NONE && c != '\'' && c != 0x2019 &&
            !(is_dash(c) && letters && next < text.len &&
              letter_class_of(letter_take(text, &(size_t){next})) != LETTER_NONE))
            break;
        if (letters == 0)
            small = class == LETTER_LOWER;
        letters += class != LETTER_NONE;
        capitals += class == LETTER_UPPER || class == LETTER_OTHER;
        scan->at = next;
    }
    if (small) {
        /* A small word beside a number is a month, in whatever language. */
        if (scan->after_number)
            scan->dates++;
        else if (letters > 3 && scan->small == 0)
            return false;
        scan->small++;
    } else {
        if (scan->after_number && scan->numbers)
            scan->dates++;
        scan->places++;
        scan->caps &= capitals == letters;
    }
    scan->after_number = false;
    return letters > 0 && scan->small <= 4 && scan->places <= MOST_PLACES;
}

/* Takes the dashes at hand, a full stop before them, and the blanks after. */
static void
take_dash(struct scan *scan)
{
    size_t next = scan->at;

    while (next < scan->text.len && is_dash(letter_take(scan->text, &next)))
        scan->at = next;
    skip_spaces(scan);
}

/* Whether what was found makes a dateline. */
static bool
is_enough(const struct scan *scan, bool *bare)
{
    bool dated = scan->dates > 0 || (scan->numbers > 0 && scan->places > 1);

    *bare = !dated && !scan->sources;
    if (*bare)
        return scan->places > 0 && scan->places <= 3 && scan->caps && !scan->small;
    return scan->places > 0;
}

static struct dateline
found(const struct scan *scan, bool bare)
{
    return (struct dateline){
        .len = scan->at,
        .alone = scan->at >= scan->text.len,
        .strong = scan->sources && scan->places && (scan->dates || scan->numbers || scan->caps),
        .caps = scan->places && scan->caps,
        .source = scan->source,
        .bare = bare,
    };
}

struct dateline
dateline_read(struct ura_str paragraph)
{
    struct scan scan = {.text = paragraph, .caps = true};
    bool bare;

    while (scan.at < LONGEST) {
        size_t next;
        uint32_t c;
        enum letter_class class;

        skip_spaces(&scan);
        if (scan.at >= paragraph.len) {
            /* On a line of its own, without a dash, it must have everything. */
            if (scan.sources && scan.dates && is_enough(&scan, &bare))
                return found(&scan, false);
            break;
        }
        next = scan.at;
        c = letter_take(paragraph, &next);
        class = letter_class_of(c);
        if (is_dash(c)) {
            take_dash(&scan);
            if (is_enough(&scan, &bare))
                return found(&scan, bare);
            if (!scan.sources)
                break;
        } else if (c == '(' || c == '[' || c == '/') {
            if (!take_source(&scan)) {
                if (c != '/')
                    break;
                scan.at = next;
            }
        } else if (c == ',' || c == '.' || c == ';' || c == '|') {
            scan.at = next;
        } else if (class == LETTER_DIGIT) {
            take_number(&scan);
        } else if (class == LETTER_NONE || !take_word(&scan)) {
            break;
        }
    }
    return (struct dateline){0};
}
