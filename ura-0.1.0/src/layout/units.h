/* units.h - lines grouped into paragraphs, headings, list items and rows: blocks to be. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_UNITS_H
#define LAYOUT_UNITS_H

#include "layout/layout.h"
#include "layout/lines.h"

/*
 * The lines FIRST to LAST that belong together. Lines among them that were set aside before
 * (line.furniture) interrupt it and become blocks of their own, behind it.
 */
struct unit {
    size_t first;
    size_t last;
    size_t opening; /* where a dateline ends and its text begins, in bytes of the clean text; or
                       0 */
    enum ura_block_kind kind;
    enum ura_furniture furniture; /* the whole of it, or where OPENING is set the part before */
    bool after_blank;             /* an empty line or a page end stands before it */
};

struct units {
    struct unit *items;
    size_t count;
    size_t capacity;
    struct ura_span *marks; /* footnote marks between sentences, in order, in the clean text */
    size_t mark_count;
    size_t mark_capacity;
};

/* Group LINES of TEXT. Furniture that lines have already been given is kept. */
enum ura_status units_read(struct ura_str text, const struct lines *lines, struct units *out,
                           struct ura_error *error);
/*
 * Find the marks that lead to footnotes 1 to LAST: numbers behind the end of a sentence, each
 * counting on from the one before. They are set aside, since they belong to no sentence; those
 * in the middle of one stay where they are.
 */
enum ura_status units_find_marks(struct ura_str text, const struct lines *lines, unsigned last,
                                 struct units *units, struct ura_error *error);
void units_release(struct units *units);
/* The text of UNIT from its first to its last byte, line ends included. */
static inline struct ura_str
unit_text(const struct unit *unit, const struct lines *lines, struct ura_str text)
{
    return ura_str_slice(text, lines->items[unit->first].start, lines->items[unit->last].end);
}

/* Append the blocks of all UNITS to OUT, whose first line is FIRST_LINE in the file. */
enum ura_status units_write(const struct units *units, const struct lines *lines,
                            struct ura_str text, size_t first_line, struct layout *out,
                            struct ura_error *error);

#endif
