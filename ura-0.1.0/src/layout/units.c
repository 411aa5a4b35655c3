/* units.c - which lines belong together: paragraphs, headings, list items, rows. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/units.h"

#include <stdlib.h>

#include "layout/shapes.h"

/* A heading is no longer than this: columns, and lines. */
enum { WIDEST_HEADING = 150, TALLEST_HEADING = 3 };

/* What lies between a line and the next one of the same copy. */
enum gap { GAP_NONE, GAP_BLANK, GAP_PAGE };

void
units_release(struct units *units)
{
    free(units->items);
    free(units->marks);
    *units = (struct units){0};
}

/* The text of a list item hangs behind its marker: does LINE, below FIRST, stand under it? */
static bool
hangs_under(const struct line *first, const struct line *line, struct ura_str text)
{
    size_t marker = shape_marker_len(line_text(first, text));

    return marker && line->indent > first->indent && line->indent <= first->indent + marker + 1;
}

/* Whether LINE begins something of its own that follows a full line, LAST, by right. */
static bool
opens_item(const struct line *last, const struct line *line, bool full)
{
    if (line->flags & (LINE_COLUMNS | LINE_LEADERS))
        return true;
    if (line->flags & (LINE_BULLET | LINE_NUMBERED))
        return !full || (last->flags & (LINE_ENDED | LINE_COLON));
    /* A dash at the head of a wrapped line may be one in the middle of a sentence. */
    return (line->flags & LINE_DASH) && (!full || (last->flags & (LINE_ENDED | LINE_COLON)));
}

/* Whether the next line goes on with what LAST, right above it, has begun in FIRST. */
static bool
continues_line(const struct lines *lines, struct ura_str text, size_t first, size_t last,
               size_t next)
{
    const struct line *head = &lines->items[first], *above = &lines->items[last];
    const struct line *line = &lines->items[next];
    bool full = line_is_full(lines, text, last, next);
    bool deep = line->indent > lines->margin + 1;

    if (!lines->wrapped || (above->flags & (LINE_COLUMNS | LINE_LEADERS)))
        return false;
    if (opens_item(above, line, full))
        return lines->indented && !deep && !(line->flags & (LINE_COLUMNS | LINE_LEADERS)) &&
               !(above->flags & LINE_ENDED) && full;
    if (lines->indented && deep && !hangs_under(head, line, text) &&
        line->indent != above->indent)
        return false;
    if (lines->indented && deep && line->indent == above->indent && last == first &&
        !hangs_under(head, line, text) && above->indent > lines->margin + 1)
        return false;
    if ((above->flags ^ line->flags) & LINE_CAPS) {
        /* Capitals end and small letters begin, or the other way round: a heading. */
        if ((above->flags & LINE_CAPS) || (above->flags & LINE_ENDED) || !full)
            return (line->flags & LINE_LOWER) && full;
    }
    if (full)
        return true;
    return (line->flags & LINE_LOWER) && !(above->flags & (LINE_ENDED | LINE_COLON)) &&
           above->width * 2u >= lines->wrap;
}

/* Whether line NEXT goes on with what line LAST left unfinished, over empty lines or a page
 * end. */
static bool
continues_over(const struct lines *lines, struct ura_str text, size_t last, size_t next,
               enum gap gap)
{
    const struct line *above = &lines->items[last], *line = &lines->items[next];
    bool full = lines->wrapped && line_is_full(lines, text, last, next);

    /* A bullet on a line of its own, as PDFs have it. */
    if ((above->flags & LINE_BULLET) &&
        shape_marker_len(line_text(above, text)) == above->end - above->start)
        return !(line->flags & (LINE_BULLET | LINE_NUMBERED));
    /* The number of a chapter, and its title below. */
    if ((above->flags & LINE_NUMBER) && (above->flags & LINE_ENDED))
        return (line->flags & LINE_UPPER) && !(line->flags & LINE_ENDED);
    if (above->flags & (LINE_ENDED | LINE_COLON | LINE_CAPS | LINE_COLUMNS | LINE_LEADERS))
        return false;
    if (line->flags &
        (LINE_BULLET | LINE_NUMBERED | LINE_DASH | LINE_CAPS | LINE_COLUMNS | LINE_LEADERS))
        return false;
    if (gap == GAP_PAGE)
        return (line->flags & LINE_LOWER) || full;
    return (line->flags & LINE_LOWER) && full;
}

/* What a unit is, from its first line and its length. */
static enum ura_block_kind
kind_of(const struct lines *lines, struct ura_str text, const struct unit *unit)
{
    const struct line *first = &lines->items[unit->first], *last = &lines->items[unit->last];
    struct ura_str whole = unit_text(unit, lines, text);
    bool alone = unit->first == unit->last;

    if (alone && (first->flags & (LINE_COLUMNS | LINE_LEADERS)))
        return URA_BLOCK_TABLE_ROW;
    if (whole.len > (size_t)WIDEST_HEADING * TALLEST_HEADING || shape_has_sentences(whole))
        return URA_BLOCK_PARAGRAPH;
    if (first->flags & (LINE_BULLET | LINE_NUMBERED | LINE_DASH))
        return URA_BLOCK_LIST_ITEM;
    if (!(last->flags & (LINE_ENDED | LINE_COLON)) && first->width <= WIDEST_HEADING &&
        unit->last - unit->first < TALLEST_HEADING)
        return URA_BLOCK_HEADING;
    return URA_BLOCK_PARAGRAPH;
}

static enum ura_status
add_unit(struct units *units, struct unit unit, struct ura_error *error)
{
    struct unit *grown =
        array_grow(units->items, &units->capacity, units->count + 1, sizeof *grown);

    if (!grown)
        return error_memory(error);
    units->items = grown;
    units->items[units->count++] = unit;
    return URA_OK;
}

/* The last line of the unit that begins with FIRST; *NEXT is the line to go on with. */
static size_t
find_last(const struct lines *lines, struct ura_str text, size_t first, size_t *next)
{
    const struct line *items = lines->items;
    size_t last = first;

    *next = first + 1;
    for (;;) {
        enum gap gap = GAP_NONE;
        size_t line = last + 1;

        for (; line < lines->count; line++) {
            if (items[line].furniture == items[first].furniture &&
                !(items[line].flags & LINE_BLANK))
                break;
            if (items[line].furniture && items[first].furniture)
                return last;
            gap = items[line].furniture ? GAP_PAGE : gap == GAP_NONE ? GAP_BLANK : gap;
        }
        if (line >= lines->count || (gap != GAP_NONE && items[first].furniture))
            return last;
        if (items[line].flags & LINE_NEW_PAGE)
            gap = GAP_PAGE;
        if (gap == GAP_NONE ? !continues_line(lines, text, first, last, line)
                            : !continues_over(lines, text, last, line, gap))
            return last;
        last = line;
        *next = last + 1;
    }
}

enum ura_status
units_read(struct ura_str text, const struct lines *lines, struct units *out,
           struct ura_error *error)
{
    bool after_blank = true;
    size_t next = 0;

    out->count = out->mark_count = 0;
    for (size_t i = 0; i < lines->count; i = next) {
        struct unit unit = {.first = i, .after_blank = after_blank};
        enum ura_status status;

        next = i + 1;
        after_blank = lines->items[i].flags & LINE_BLANK;
        if (after_blank)
            continue;
        unit.last = find_last(lines, text, i, &next);
        unit.furniture = (enum ura_furniture)lines->items[i].furniture;
        unit.kind = unit.furniture ? URA_BLOCK_FURNITURE : kind_of(lines, text, &unit);
        status = add_unit(out, unit, error);
        if (status)
            return status;
    }
    return URA_OK;
}
