/* vecalign.c - beads as lists of sentence numbers: [0, 1]:[0]:cost. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/companions.h"
#include "formats/raw_lines.h"

#include <stdlib.h>

enum { COST_DECIMALS = 6 }; /* as vecalign prints them */

struct vecalign {
    struct raw_lines lines;
    struct companions texts;
    struct numbers source, target;
    struct moves before;
};

static void
skip_blanks(struct ura_str *text)
{
    while (text->len && (*text->ptr == ' ' || *text->ptr == '\t'))
        *text = ura_str_slice(*text, 1, text->len);
}

/* C and the blanks around it. */
static bool
take(struct ura_str *text, char c)
{
    skip_blanks(text);
    if (!text->len || *text->ptr != c)
        return false;
    *text = ura_str_slice(*text, 1, text->len);
    skip_blanks(text);
    return true;
}

static bool
take_number(struct ura_str *text, size_t *out)
{
    unsigned long long value;
    size_t len = 0;

    while (len < text->len && text->ptr[len] >= '0' && text->ptr[len] <= '9')
        len++;
    if (!number_parse_unsigned(ura_str_slice(*text, 0, len), &value) || value > SIZE_MAX - 1)
        return false;
    *out = (size_t)value;
    *text = ura_str_slice(*text, len, text->len);
    return true;
}

/* "[0, 1]" off TEXT; NUMBERS may be NULL. */
static bool
take_list(struct ura_str *text, struct numbers *numbers, bool *no_memory)
{
    if (!take(text, '['))
        return false;
    if (take(text, ']'))
        return true;
    do {
        size_t number;

        if (!take_number(text, &number))
            return false;
        if (numbers && !numbers_add(numbers, number)) {
            *no_memory = true;
            return false;
        }
    } while (take(text, ','));
    return take(text, ']');
}

/* A line, and whether it has a cost. */
static bool
take_bead(struct ura_str line, struct numbers *source, struct numbers *target, bool *has_cost,
          double *cost, bool *no_memory)
{
    if (!take_list(&line, source, no_memory) || !take(&line, ':') ||
        !take_list(&line, target, no_memory))
        return false;
    *has_cost = take(&line, ':') && line.len;
    while (line.len && (line.ptr[line.len - 1] == ' ' || line.ptr[line.len - 1] == '\t'))
        line.len--;
    return *has_cost ? number_parse_real(line, cost) : line.len == 0;
}

static int
bid(struct ura_str head, const char *name)
{
    const char *end = head.len ? memchr(head.ptr, '\n', head.len) : NULL;
    struct ura_str line = {head.ptr, end ? (size_t)(end - head.ptr) : head.len};
    bool has_cost, no_memory = false;
    double cost;

    (void)name;
    if (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    return take_bead(line, NULL, NULL, &has_cost, &cost, &no_memory) ? 90 : 0;
}

static enum ura_status
open_vecalign(struct ura_units *units, struct ura_error *error)
{
    struct vecalign *vecalign = calloc(1, sizeof *vecalign);
    enum ura_status status;

    units->state = vecalign;
    if (!vecalign)
        return error_memory(error);
    status = raw_lines_open(units, NULL, &vecalign->lines, error);
    return status ? status : companions_open(units, &vecalign->texts, error);
}

/* The next line that is not empty, as two lists and a cost. */
static enum ura_status
read_bead(struct vecalign *vecalign, struct ura_unit *out, struct ura_error *error)
{
    bool no_memory = false;
    struct ura_str line;
    enum ura_status status;
    double cost;

    do {
        line = URA_STR("");
        status = raw_lines_next(&vecalign->lines, &line, error);
        if (!status)
            skip_blanks(&line);
    } while (!status && line.len == 0);
    if (status)
        return status;
    vecalign->source.count = vecalign->target.count = 0;
    if (take_bead(line, &vecalign->source, &vecalign->target, &out->has_score, &cost,
                  &no_memory)) {
        out->score = out->has_score ? 1 - cost : 0;
        return URA_OK;
    }
    return no_memory ? error_memory(error)
                     : error_set(error, URA_SYNTAX,
                                 "this is no bead of vecalign; [0, 1]:[0]:0.25 would be right, "
                                 "sentence numbers from 0");
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct vecalign *vecalign = units->state;
    enum ura_status status;

    while (!(status = read_bead(vecalign, out, error)) && !vecalign->source.count &&
           !vecalign->target.count)
        losses_add(&units->losses, "links of nothing with nothing", 1);
    if (!status)
        status = companions_take(&vecalign->texts, &vecalign->source, &vecalign->target,
                                 &vecalign->before, &units->unit_arena, out, error);
    if (status == URA_SYNTAX && error)
        error->line = vecalign->lines.line;
    if (!status && !out->has_place)
        losses_add(&units->losses, "sentence numbers that are not in a row", 1);
    out->line = vecalign->lines.line;
    return status;
}

static void
close_vecalign(struct ura_units *units)
{
    struct vecalign *vecalign = units->state;

    if (!vecalign)
        return;
    raw_lines_close(&vecalign->lines);
    companions_release(&vecalign->texts);
    numbers_release(&vecalign->source);
    numbers_release(&vecalign->target);
    free(vecalign);
}

static void
append_list(struct ura_buf *buf, size_t first, size_t count)
{
    buf_append_byte(buf, '[');
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_append_text(buf, ", ");
        buf_append_unsigned(buf, first + i);
    }
    buf_append_byte(buf, ']');
}

static enum ura_status
write_bead(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    const struct ura_place *place = &unit->place;
    enum ura_status status;

    if (unit->kind == URA_BLOCK_FURNITURE)
        return URA_OK;
    status = require_place(writer, unit, error);
    if (status)
        return status;
    append_list(buf, place->source_first, place->source_count);
    buf_append_byte(buf, ':');
    append_list(buf, place->target_first, place->target_count);
    if (unit->has_score) {
        buf_append_byte(buf, ':');
        buf_append_fixed(buf, 1 - unit->score, COST_DECIMALS);
    }
    buf_append_byte(buf, '\n');
    return buf->failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_vecalign = {
    .name = "vecalign",
    .summary = "[0, 1]:[0]:cost, sentence numbers from 0",
    .holds = "beads and a cost (1 - probability)",
    .loses = "texts, furniture",
    .room = URA_ROOM_TARGET | URA_ROOM_SCORE | URA_ROOM_PLACE | URA_ROOM_LINES,
    .content = URA_CONTENT_LINKS,
    .companions = 2,
    .bid = bid,
    .open = open_vecalign,
    .next = next,
    .close = close_vecalign,
    .write = write_bead,
};
