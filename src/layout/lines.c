/* lines.c - the lines of a text: where they are, how wide, how they begin and end. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/lines.h"

#include <stdlib.h>

#include "lang/letters.h"
#include "layout/shapes.h"
#include "layout/wrap.h"

/* Lines longer than this are never headings, rows or numbers: nothing more is asked of them. */
enum { LONGEST_SHORT = 200 };

void
lines_release(struct lines *lines)
{
    free(lines->items);
    *lines = (struct lines){0};
}

size_t
line_count_letters(const char *bytes, size_t len)
{
    static const uint64_t low_bits = 0x0101010101010101u;
    size_t count = len, i = 0;

    for (; i + 8 <= len; i += 8) {
        uint64_t eight;

        memcpy(&eight, bytes + i, 8);
        /* A bit a byte; the product sums them in its highest byte. */
        count -= (size_t)((((eight >> 7) & ~(eight >> 6) & low_bits) * low_bits) >> 56);
    }
    for (; i < len; i++)
        count -= ((unsigned char)bytes[i] & 0xC0) == 0x80;
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

/* All that is known of a line from its letters. PARTED: the text has tabs or bars. */
static void
describe_line(struct ura_str text, bool parted, struct line *line)
{
    struct ura_str words = line_text(line, text);
    /* How wide a line is that is wider than any wrap does not matter. */
    size_t width = line->indent + (words.len > 4 * (WIDEST_WRAP + 1)
                                       ? words.len
                                       : line_count_letters(words.ptr, words.len));
    unsigned flags = line->flags;

    line->width = (uint16_t)(width < WIDTH_LIMIT ? width : WIDTH_LIMIT);
    flags |= shape_of_start(words) | shape_of_end(words);
    if (words.len <= LONGEST_SHORT)
        flags |= shape_of_short(words, parted);
    line->flags = (uint16_t)flags;
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
    bool parted =
        text.len && (memchr(text.ptr, '\t', text.len) || memchr(text.ptr, '|', text.len));
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
            describe_line(text, parted, line);
        at = end + 1;
    }
    deeper = find_margin(out);
    wrap_find(out, text);
    out->indented = out->wrapped && deeper;
    find_hyphens(out);
    return URA_OK;
}
