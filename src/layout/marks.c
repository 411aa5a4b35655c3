/* marks.c - footnote marks between sentences: numbers that count on through the text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/units.h"

#include "base/ascii.h"
#include "lang/letters.h"

/* How many marks in a row may be missed, such as those in the middle of sentences. */
enum { MISSED_MARKS = 3 };

/* Whether what ends before AT ends a sentence: a full stop and what closes after it. */
static bool
ends_sentence(struct ura_str text, size_t at)
{
    enum { CLOSERS = 4 };

    for (size_t i = 0; i < CLOSERS && at > 0; i++) {
        uint32_t c = letter_take_back(text, &at);

        if (c == '.' || c == '!' || c == '?' || c == 0x2026)
            return true;
        if (letter_class_of(c) != LETTER_NONE || ascii_is_space((char)c) || c == ',' ||
            c == ';')
            return false;
    }
    return false;
}

/* Whether a new sentence, or nothing, begins at AT. */
static bool
begins_sentence(struct ura_str text, size_t at, size_t end)
{
    while (at < end) {
        uint32_t c = letter_take(text, &at);
        enum letter_class class = letter_class_of(c);

        if (class == LETTER_UPPER || class == LETTER_OTHER)
            return true;
        if (class != LETTER_NONE || c == '%' || c == ',' || c == ')')
            return false;
    }
    return true;
}

/* The end of the number at AT, of up to three digits, and its value; AT if there is none. */
static size_t
number_end(struct ura_str text, size_t at, size_t end, unsigned *value)
{
    size_t start = at;

    *value = 0;
    while (at < end && ascii_is_digit(text.ptr[at]) && at - start < 4)
        *value = *value * 10 + (unsigned)(text.ptr[at++] - '0');
    if (at - start > 3 || (at < end && !ascii_is_space(text.ptr[at])))
        return start;
    return at;
}

/* Looks for marks in LINE; *LAST is the number of the last one that was seen. */
static enum ura_status
find_in_line(struct ura_str text, const struct line *line, unsigned notes, unsigned *last,
             struct units *units, struct ura_error *error)
{
    for (size_t at = line->start; at < line->end; at++) {
        struct ura_span *grown;
        size_t end, before = at;
        unsigned number;

        if (!ascii_is_digit(text.ptr[at]) || at == 0 || ascii_is_digit(text.ptr[at - 1]))
            continue;
        end = number_end(text, at, line->end, &number);
        if (end == at || number <= *last || number > *last + 1 + MISSED_MARKS || number > notes)
            continue;
        while (before > 0 && ascii_is_space(text.ptr[before - 1]))
            before--;
        /* Right behind a full stop that follows a digit it may be a decimal. */
        if (!ends_sentence(text, before) ||
            (before == at && at > 1 && ascii_is_digit(text.ptr[at - 2])) ||
            !begins_sentence(text, end, line->end))
            continue;
        grown = array_grow(units->marks, &units->mark_capacity, units->mark_count + 1,
                           sizeof *grown);
        if (!grown)
            return error_memory(error);
        units->marks = grown;
        units->marks[units->mark_count++] = (struct ura_span){at, end};
        *last = number;
        at = end;
    }
    return URA_OK;
}

enum ura_status
units_find_marks(struct ura_str text, const struct lines *lines, unsigned notes,
                 struct units *units, struct ura_error *error)
{
    enum ura_status status = URA_OK;
    unsigned last = 0;

    for (size_t i = 0; !status && i < units->count; i++) {
        const struct unit *unit = &units->items[i];

        if (unit->kind != URA_BLOCK_PARAGRAPH && unit->kind != URA_BLOCK_LIST_ITEM)
            continue;
        for (size_t k = unit->first; !status && k <= unit->last; k++) {
            const struct line *line = &lines->items[k];

            if (!line->furniture && !(line->flags & LINE_BLANK))
                status = find_in_line(text, line, notes, &last, units, error);
        }
    }
    return status;
}
