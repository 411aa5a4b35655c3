/* lines.c - the lines of a text: where they are, how wide, how they begin and end. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/lines.h"

#include <stdlib.h>

#include "lang/letters.h"
#include "layout/shapes.h"

/* Text is never wrapped at more columns than this: letters of a page at most. */
enum { WIDEST_WRAP = 140 };
/* Lines longer than this are never headings, rows or numbers: nothing more is asked of them. */
enum { LONGEST_SHORT = 200 };

void
lines_release(struct lines *lines)
{
    free(lines->items);
    *lines = (struct lines){0};
}

/* Code points of BYTES, LEN of them. */
static size_t
count_code_points(const char *bytes, size_t len)
{
    size_t count = 0;

    for (size_t i = 0; i < len; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

/* Finds where the words of LINE begin and end, between AT and END of TEXT. */
static void
trim_line(struct ura_str text, size_t at, size_t end, struct line *line)
{
    unsigned indent = 0;

    while (at < end && (text.ptr[at] == ' ' || text.ptr[at] == '\t' || text.ptr[at] == '\f' ||
                        text.ptr[at] == '\r' || text.ptr[at] == '\v')) {
        if (text.ptr[at] == '\f') {
            line->flags |= LINE_NEW_PAGE;
            indent = 0;
        } else if (text.ptr[at] == '\t') {
            indent = (indent / 8 + 1) * 8;
        } else {
            indent++;
        }
        at++;
    }
    while (end > at && (text.ptr[end - 1] == ' ' || text.ptr[end - 1] == '\t' ||
                        text.ptr[end - 1] == '\r' || text.ptr[end - 1] == '\f'))
        end--;
    line->start = at;
    line->end = end;
    line->indent = (uint16_t)(indent < WIDTH_LIMIT ? indent : WIDTH_LIMIT);
    if (at == end)
        line->flags |= LINE_BLANK;
}

/* All that is known of a line from its letters. */
static void
describe_line(struct ura_str text, struct line *line)
{
    struct ura_str words = line_text(line, text);
    size_t width = line->indent + count_code_points(words.ptr, words.len);
    unsigned flags = line->flags;

    line->width = (uint16_t)(width < WIDTH_LIMIT ? width : WIDTH_LIMIT);
    flags |= shape_of_start(words) | shape_of_end(words);
    if (words.len <= LONGEST_SHORT)
        flags |= shape_of_short(words);
    line->flags = (uint16_t)flags;
}

/* The letters of the first word of LINE. */
static size_t
first_word_width(struct ura_str text, const struct line *line)
{
    const char *space = memchr(text.ptr + line->start, ' ', line->end - line->start);
    size_t end = space ? (size_t)(space - text.ptr) : line->end;

    return count_code_points(text.ptr + line->start, end - line->start);
}

bool
line_is_full(const struct lines *lines, struct ura_str text, size_t index, size_t next)
{
    const struct line *line = &lines->items[index];

    if (!lines->wrapped)
        return false;
    return line->width + 1 + first_word_width(text, &lines->items[next]) + lines->slack >
           lines->wrap;
}

/* Finds the margin; returns whether some lines are indented from it. */
static bool
find_margin(struct lines *lines)
{
    enum { DEEPEST = 40 };
    size_t histogram[DEEPEST] = {0}, all = 0, deeper = 0, most = 0;

    lines->margin = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];

        if ((line->flags & LINE_BLANK) || line->indent >= DEEPEST)
            continue;
        all++;
        if (++histogram[line->indent] > histogram[most])
            most = line->indent;
    }
    /* Where every paragraph has two lines, half of the lines are indented. */
    for (unsigned i = 0; i < most; i++) {
        if (histogram[i] * 4 >= all) {
            most = i;
            break;
        }
    }
    lines->margin = (unsigned)most;
    for (size_t i = most + 1; i < DEEPEST; i++)
        deeper += histogram[i];
    return deeper * 20 >= all && all > 0;
}

/* Whether line INDEX has one right below that may go on with it: not empty, not indented. */
static bool
has_below(const struct lines *lines, size_t index)
{
    const struct line *line = &lines->items[index];

    return index + 1 < lines->count && !(line->flags & LINE_BLANK) &&
           !(line[1].flags & LINE_BLANK) && line[1].indent <= lines->margin + 1;
}

/* The width that no more than one line of fifty goes beyond; 0 if that is no wrap. */
static unsigned
find_wrap(const struct lines *lines, size_t *pairs)
{
    size_t histogram[WIDEST_WRAP + 1] = {0}, wider = 0, all = 0, allowed;

    *pairs = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];

        if (line->flags & LINE_BLANK)
            continue;
        all++;
        *pairs += has_below(lines, i);
        if (line->width > WIDEST_WRAP)
            wider++;
        else
            histogram[line->width]++;
    }
    /* One stray line, such as a long address, says nothing. */
    allowed = all / 50 + (all > 12);
    if (wider > allowed)
        return 0;
    for (unsigned wrap = WIDEST_WRAP; wrap > 0; wrap--) {
        wider += histogram[wrap];
        if (wider > allowed)
            return wrap;
    }
    return 0;
}

/* How many lines of PAIRS are full, and how many go on in the middle of a sentence. */
static void
count_full(const struct lines *lines, struct ura_str text, size_t *full, size_t *midway)
{
    *full = *midway = 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        const struct line *line = &lines->items[i];

        if (!has_below(lines, i))
            continue;
        *midway += !(line->flags & (LINE_ENDED | LINE_COLON));
        *full += line_is_full(lines, text, i, i + 1);
    }
}

/*
 * Whether the text was wrapped. In a wrapped text most lines that have one below them are full,
 * and most end in the middle of a sentence; in type of letters of one width nearly all are, in
 * print the place where a line ends varies by a sixth of its width (pdftotext's pages).
 */
static void
find_wrapping(struct lines *lines, struct ura_str text)
{
    size_t pairs, full, midway;
    unsigned wrap = find_wrap(lines, &pairs);

    lines->wrapped = false;
    /* Short lines are verse or a list. */
    if (wrap < 30 || pairs == 0)
        return;
    lines->wrapped = true;
    lines->wrap = wrap;
    lines->slack = 0;
    count_full(lines, text, &full, &midway);
    if (full * 10 >= pairs * 8 && midway * 2 >= pairs)
        return;
    lines->slack = wrap / 6;
    count_full(lines, text, &full, &midway);
    lines->wrapped = full * 10 >= pairs * 6 && midway * 2 >= pairs;
}

/*
 * Whether words are divided at line ends. Where they are, a line in twenty ends so or more;
 * where they are not, a line ends with a hyphen only when a compound happens to be cut at its
 * own.
 */
static void
find_hyphens(struct lines *lines)
{
    size_t all = 0, hyphens = 0;

    for (size_t i = 0; i + 1 < lines->count; i++) {
        const struct line *line = &lines->items[i];

        all += !(line->flags & LINE_BLANK);
        hyphens += (line->flags & LINE_HYPHEN) && (line[1].flags & LINE_LOWER);
    }
    lines->hyphenated = hyphens >= 3 && hyphens * 33 >= all;
}

enum ura_status
lines_read(struct ura_str text, struct lines *out, struct ura_error *error)
{
    size_t at = 0;
    bool deeper;

    out->count = 0;
    while (at < text.len) {
        const char *newline = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = newline ? (size_t)(newline - text.ptr) : text.len;
        struct line *line;

        if (out->count == out->capacity) {
            struct line *grown =
                array_grow(out->items, &out->capacity, out->count + 1, sizeof *grown);

            if (!grown)
                return error_memory(error);
            out->items = grown;
        }
        line = &out->items[out->count++];
        *line = (struct line){0};
        trim_line(text, at, end, line);
        if (!(line->flags & LINE_BLANK))
            describe_line(text, line);
        at = end + 1;
    }
    deeper = find_margin(out);
    find_wrapping(out, text);
    out->indented = out->wrapped && deeper;
    find_hyphens(out);
    return URA_OK;
}
