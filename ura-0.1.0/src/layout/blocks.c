/* blocks.c - units written as blocks: lines joined, hyphens closed, every byte in the map. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/units.h"

#include <stdlib.h>

#include "lang/letters.h"

/* How far around a divided word its other occurrences are looked for: some pages. */
enum { WORD_NEIGHBOURHOOD = 1 << 15, LONGEST_WORD = 64 };

struct writer {
    struct layout *out;
    const struct units *units;
    const struct lines *lines;
    struct ura_str text;
    size_t first_line;
    size_t start; /* of the open block in the flow */
    size_t mark;  /* the next of units->marks */
};

static void
write_bytes(struct writer *writer, size_t start, size_t end)
{
    buf_append(&writer->out->flow, writer->text.ptr + start, end - start);
    map_append(&writer->out->map, end - start, start, end - start);
}

/* Bytes of copy: the footnote marks among them, and the blanks before those, are left out. */
static void
write_copy(struct writer *writer, size_t start, size_t end)
{
    const struct units *units = writer->units;

    while (writer->mark < units->mark_count && units->marks[writer->mark].start < end) {
        const struct ura_span *mark = &units->marks[writer->mark++];
        size_t before = mark->start;

        while (before > start && writer->text.ptr[before - 1] == ' ')
            before--;
        if (before > start)
            write_bytes(writer, start, before);
        if (mark->start == start && mark->end < end)
            start = mark->end + 1;
        else
            start = mark->end;
    }
    if (start < end)
        write_bytes(writer, start, end);
}

/* One BYTE that stands for what was at FROM in the clean text. */
static void
write_byte(struct writer *writer, char byte, size_t from, size_t from_len)
{
    buf_append_byte(&writer->out->flow, byte);
    map_append(&writer->out->map, 1, from, from_len);
}

/* Ends the open block. */
static enum ura_status
close_block(struct writer *writer, const struct ura_block *block, size_t at,
            struct ura_error *error)
{
    struct layout *out = writer->out;
    struct ura_block *grown;

    grown = array_grow(out->blocks, &out->block_capacity, out->block_count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    out->blocks = grown;
    grown[out->block_count] = *block;
    grown[out->block_count].flow = (struct ura_span){writer->start, out->flow.len};
    out->block_count++;
    write_byte(writer, '\n', at, 0);
    writer->start = out->flow.len;
    return out->flow.failed || out->map.failed ? error_memory(error) : URA_OK;
}

/* The letters of TEXT that end before END. */
static struct ura_str
letters_before(struct ura_str text, size_t end)
{
    size_t start = end, at = end;

    while (at > 0 && end - at < LONGEST_WORD) {
        if (letter_class_of(letter_take_back(text, &at)) == LETTER_NONE)
            break;
        start = at;
    }
    return ura_str_slice(text, start, end);
}

static struct ura_str
letters_after(struct ura_str text, size_t start)
{
    size_t end = start, at = start;

    while (at < text.len && at - start < LONGEST_WORD) {
        if (letter_class_of(letter_take(text, &at)) == LETTER_NONE)
            break;
        end = at;
    }
    return ura_str_slice(text, start, end);
}

/* Whether HEAD, MIDDLE and TAIL stand next to each other in the neighbourhood of AT. */
static bool
occurs_near(struct ura_str text, size_t at, struct ura_str head, const char *middle,
            struct ura_str tail)
{
    char word[2 * LONGEST_WORD + 16];
    size_t start = at > WORD_NEIGHBOURHOOD ? at - WORD_NEIGHBOURHOOD : 0, len = 0;
    size_t end = text.len - at > WORD_NEIGHBOURHOOD ? at + WORD_NEIGHBOURHOOD : text.len;

    memcpy(word, head.ptr, head.len);
    len = head.len;
    while (*middle)
        word[len++] = *middle++;
    memcpy(word + len, tail.ptr, tail.len);
    len += tail.len;
    return memmem(text.ptr + start, end - start, word, len) != NULL;
}

/*
 * Whether the hyphen that ends LINE divides a word, so that it goes: "konte-" "jnerë". It stays
 * in a compound that was cut at its own hyphen. The same word elsewhere in the text decides,
 * else the habit of the text.
 */
static bool
hyphen_divides(const struct writer *writer, const struct line *line, const struct line *next)
{
    size_t hyphen = line->end;
    struct ura_str head, tail;

    letter_take_back(writer->text, &hyphen);
    head = letters_before(writer->text, hyphen);
    tail = letters_after(writer->text, next->start);
    if (head.len == 0 || tail.len == 0 || !(next->flags & LINE_LOWER) ||
        (head.ptr[head.len - 1] >= '0' && head.ptr[head.len - 1] <= '9'))
        return false;
    if (occurs_near(writer->text, hyphen, head, "", tail))
        return true;
    if (occurs_near(writer->text, hyphen, head, "-", tail))
        return false;
    return writer->lines->hyphenated;
}

/* Where LINE ends once it is joined to NEXT: before its hyphen, if that goes. */
static size_t
joined_end(const struct writer *writer, const struct line *line, const struct line *next)
{
    size_t end = line->end;

    if ((line->flags & LINE_HYPHEN) && hyphen_divides(writer, line, next))
        letter_take_back(writer->text, &end);
    return end;
}

/* What stands between LINE and NEXT once they are joined: a blank, but behind a hyphen nothing.
 */
static void
write_joint(struct writer *writer, const struct line *line, const struct line *next)
{
    if (!(line->flags & LINE_HYPHEN))
        write_byte(writer, ' ', line->end, next->start == line->end + 1 ? 1 : 0);
}

/* The next line of UNIT behind INDEX that belongs to its own text; NULL if there is none. */
static const struct line *
next_line(const struct writer *writer, const struct unit *unit, size_t index)
{
    const struct line *items = writer->lines->items;

    while (++index <= unit->last) {
        if (!(items[index].flags & LINE_BLANK) &&
            items[index].furniture == items[unit->first].furniture)
            return &items[index];
    }
    return NULL;
}

/* The lines of UNIT from byte START on, without those that interrupt it, as one block. */
static enum ura_status
write_lines(struct writer *writer, const struct unit *unit, size_t start,
            struct ura_block *block, struct ura_error *error)
{
    const struct line *items = writer->lines->items, *line = &items[unit->first], *next;

    for (; line; line = next) {
        size_t index = (size_t)(line - items);

        next = next_line(writer, unit, index);
        if (line->end <= start)
            continue;
        if (!block->line)
            block->line = writer->first_line + index;
        write_copy(writer, line->start > start ? line->start : start,
                   next ? joined_end(writer, line, next) : line->end);
        if (next)
            write_joint(writer, line, next);
    }
    return close_block(writer, block, items[unit->last].end, error);
}

/* The dateline that UNIT opens with; its text follows as a block of the same paragraph. */
static enum ura_status
write_opening(struct writer *writer, const struct unit *unit, size_t paragraph,
              struct ura_error *error)
{
    const struct line *line = &writer->lines->items[unit->first];
    struct ura_block block = {.kind = URA_BLOCK_FURNITURE,
                              .furniture = unit->furniture,
                              .line = writer->first_line + unit->first,
                              .paragraph = paragraph};
    size_t end = unit->opening;

    while (line->end < unit->opening) {
        const struct line *next = line + 1;

        write_bytes(writer, line->start, line->end);
        write_joint(writer, line, next);
        line = next;
    }
    while (end > line->start && writer->text.ptr[end - 1] == ' ')
        end--;
    write_bytes(writer, line->start, end);
    return close_block(writer, &block, end, error);
}

/* The footnote marks from number MARK on that stand before END, each as a block. */
static enum ura_status
write_marks(struct writer *writer, size_t *mark, size_t line, size_t end, size_t paragraph,
            struct ura_error *error)
{
    const struct units *units = writer->units;
    enum ura_status status = URA_OK;

    for (; !status && *mark < writer->mark && units->marks[*mark].start < end; ++*mark) {
        struct ura_block block = {.kind = URA_BLOCK_FURNITURE,
                                  .furniture = URA_FURNITURE_FOOTNOTE,
                                  .line = writer->first_line + line,
                                  .paragraph = paragraph};

        write_bytes(writer, units->marks[*mark].start, units->marks[*mark].end);
        status = close_block(writer, &block, units->marks[*mark].end, error);
    }
    return status;
}

/* The last line of the furniture that begins with line FIRST inside UNIT. */
static size_t
aside_last(const struct writer *writer, const struct unit *unit, size_t first)
{
    const struct line *items = writer->lines->items;
    size_t last = first;

    while (last < unit->last && items[last + 1].furniture == items[first].furniture &&
           !(items[last + 1].flags & LINE_BLANK) &&
           line_is_full(writer->lines, writer->text, last, last + 1))
        last++;
    return last;
}

/* What interrupts the copy of UNIT, in order; MARK is the first footnote mark in it. */
static enum ura_status
write_asides(struct writer *writer, const struct unit *unit, size_t mark, size_t *paragraph,
             struct ura_error *error)
{
    const struct line *items = writer->lines->items;
    enum ura_status status = URA_OK;

    if (unit->kind == URA_BLOCK_FURNITURE)
        return URA_OK;
    for (size_t i = unit->first; !status && i <= unit->last; i++) {
        struct unit aside = {.first = i, .last = i};
        struct ura_block block = {.kind = URA_BLOCK_FURNITURE, .paragraph = *paragraph};

        status = write_marks(writer, &mark, i, items[i].end, *paragraph - 1, error);
        if (status || !items[i].furniture || (items[i].flags & LINE_BLANK))
            continue;
        aside.last = aside_last(writer, unit, i);
        block.furniture = (enum ura_furniture)items[i].furniture;
        status = write_lines(writer, &aside, 0, &block, error);
        ++*paragraph;
        i = aside.last;
    }
    return status;
}

/* Where the line begins that holds byte AT. */
static size_t
line_begin(struct ura_str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

enum ura_status
units_write(const struct units *units, const struct lines *lines, struct ura_str text,
            size_t first_line, struct layout *out, struct ura_error *error)
{
    struct writer writer = {
        .out = out, .units = units, .lines = lines, .text = text, .first_line = first_line};
    enum ura_status status = URA_OK;
    size_t paragraph = first_line;

    writer.start = out->flow.len;
    for (size_t i = 0; !status && i < units->count; i++) {
        const struct unit *unit = &units->items[i];
        struct ura_block block = {.kind = unit->kind, .paragraph = paragraph};
        size_t mark = writer.mark;

        out->last_block = out->block_count;
        out->last_start = line_begin(text, lines->items[unit->first].start);
        if (unit->kind == URA_BLOCK_FURNITURE)
            block.furniture = unit->furniture;
        if (unit->opening)
            status = write_opening(&writer, unit, paragraph, error);
        if (!status)
            status = write_lines(&writer, unit, unit->opening, &block, error);
        paragraph++;
        if (!status)
            status = write_asides(&writer, unit, mark, &paragraph, error);
    }
    return status;
}
