/* footnotes.c - the footnotes of pages: numbers that count on, and their texts, to the page
 * end. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/pages.h"

/* The most lines of a page that are notes, and how many numbers a page may have without any. */
enum { TALLEST_NOTES = 70, SKIPPED_NOTES = 3 };

unsigned
footnote_number(struct ura_str words, bool text_too)
{
    unsigned value = 0;
    size_t len = 0;

    while (len < words.len && words.ptr[len] >= '0' && words.ptr[len] <= '9' && len < 4)
        value = value * 10 + (unsigned)(words.ptr[len++] - '0');
    if (len == 0 || len > 3)
        return 0;
    if (len == words.len)
        return value;
    return text_too && words.ptr[len] == ' ' && len + 1 < words.len ? value : 0;
}

/* Whether LINE is a number that follows LAST; *NUMBER is it. */
static bool
follows(struct ura_str text, const struct line *line, unsigned last, unsigned skipped,
        unsigned *number)
{
    struct ura_str words = line_text(line, text);

    if (line->furniture || (line->flags & LINE_BLANK))
        return false;
    *number = footnote_number(words, false);
    return *number > last && *number <= last + 1 + skipped;
}

/*
 * The first line of the notes of the page that ends before END: a number alone on its line that
 * counts on from LAST. What it and the next numbers are goes into *LAST.
 */
static size_t
find_notes(struct ura_str text, const struct lines *lines, size_t start, size_t end,
           unsigned *last)
{
    size_t first = end - start > TALLEST_NOTES ? end - TALLEST_NOTES : start;

    for (size_t i = first; i < end; i++) {
        unsigned number, next;

        if (!follows(text, &lines->items[i], *last, SKIPPED_NOTES, &number))
            continue;
        *last = number;
        for (size_t k = i + 1; k < end; k++) {
            if (follows(text, &lines->items[k], *last, 0, &next))
                *last = next;
        }
        return i;
    }
    return end;
}

unsigned
footnotes_mark(struct ura_str text, struct lines *lines)
{
    unsigned last = 0;
    size_t start = 0;

    for (size_t end = 0; end <= lines->count; end++) {
        bool page = end < lines->count && lines->items[end].furniture == URA_FURNITURE_PAGE;

        if (!page && end < lines->count)
            continue;
        /* A text without pages has no place for notes. */
        if (!page && start == 0)
            break;
        for (size_t i = find_notes(text, lines, start, end, &last); i < end; i++) {
            if (!(lines->items[i].flags & LINE_BLANK))
                lines->items[i].furniture = URA_FURNITURE_FOOTNOTE;
        }
        start = end + 1;
    }
    return last;
}
