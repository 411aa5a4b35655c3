/* csv.c - tables of pairs and glossaries: cells between commas, semicolons or tabs. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/csv.h"

#include <stdlib.h>

#include "formats/csv_row.h"
#include "formats/properties.h"
#include "formats/raw_lines.h"
#include "formats/table_shape.h"

enum { HEAD_BYTES = 16 << 10 }; /* bytes that tell the separator */

struct csv {
    struct raw_lines lines;
    struct csv_row row;
    struct table_columns columns;
    struct property_list notes;
    size_t rows;    /* read so far */
    bool has_first; /* the row at hand was read to know the columns, and names none */
    bool ended;
    size_t first_line; /* of the row at hand */
};

static int
bid(struct ura_str head, const char *name)
{
    return table_shape_is_csv(head, name) ? 50 : 0;
}

/* Whether the quotes of HEAD are written as \" rather than "": a backslash before one that no
 * cell can end with. */
static bool
escapes_quotes(struct ura_str head, char separator)
{
    for (size_t i = 0; i + 2 < head.len; i++) {
        char behind = head.ptr[i + 2];

        if (head.ptr[i] == '\\' && head.ptr[i + 1] == '"' && behind != separator &&
            behind != '\n' && behind != '\r' && behind != '"')
            return true;
    }
    return false;
}

/* A # begins a comment where no cells follow, or ahead of all rows. */
static bool
is_comment(const struct csv *csv, struct ura_str line)
{
    return line.ptr[0] == '#' && (csv->rows == 0 || csv->row.separator == '\t' ||
                                  !memchr(line.ptr, csv->row.separator, line.len));
}

static enum ura_status
refuse_cells(const struct csv *csv, struct ura_error *error)
{
    error_set(error, URA_TOO_LARGE,
              "this row has more than %d cells; keep source, target and comments",
              CSV_CELLS_MAX);
    if (error)
        error->line = csv->lines.line;
    return URA_TOO_LARGE;
}

static enum ura_status
refuse_open_quote(const struct csv *csv, struct ura_error *error)
{
    error_set(error, URA_SYNTAX,
              "a quote is opened in this row and never closed; close it, or double it where it "
              "is part of the text");
    if (error)
        error->line = csv->first_line;
    return URA_SYNTAX;
}

/* Goes on with a row that has an open quote. */
static enum ura_status
finish_row(struct csv *csv, struct ura_error *error)
{
    size_t limit = ura_context_limit(csv->lines.context, URA_LIMIT_LINE);

    while (csv->row.place == CSV_QUOTED) {
        struct ura_str line;
        enum ura_status status = raw_lines_next(&csv->lines, &line, error);

        if (status == URA_END || csv->row.text.len > limit)
            return refuse_open_quote(csv, error);
        if (status)
            return status;
        if (!csv_row_take(&csv->row, line))
            return refuse_cells(csv, error);
    }
    return csv->row.text.failed ? error_memory(error) : URA_OK;
}

static bool
row_is_blank(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!str_is_blank(csv_row_cell(row, i)))
            return false;
    return true;
}

/* The next row with any text. */
static enum ura_status
take_row(struct ura_units *units, struct ura_error *error)
{
    struct csv *csv = units->state;
    struct ura_str line;
    enum ura_status status;

    while (!(status = raw_lines_next(&csv->lines, &line, error))) {
        if (str_is_blank(line))
            continue;
        if (is_comment(csv, line)) {
            losses_add(&units->losses, "lines of comment", 1);
            continue;
        }
        csv_row_clear(&csv->row);
        csv->first_line = csv->lines.line;
        if (!csv_row_take(&csv->row, line))
            return refuse_cells(csv, error);
        status = finish_row(csv, error);
        if (status)
            return status;
        csv->rows++;
        if (!row_is_blank(&csv->row))
            return URA_OK;
    }
    return status;
}

/* Reads the first row, which may name the columns. */
static enum ura_status
look_at_columns(struct ura_units *units, struct ura_error *error)
{
    struct csv *csv = units->state;
    struct ura_str cells[CSV_CELLS_MAX];
    struct ura_arena *arena = &units->header_arena;
    enum ura_status status = take_row(units, error);

    if (status == URA_END) {
        csv->ended = true;
        return URA_OK;
    }
    if (status)
        return status;
    for (size_t i = 0; i < csv->row.count; i++)
        cells[i] = csv_row_cell(&csv->row, i);
    csv->columns = table_name_columns(cells, csv->row.count);
    csv->has_first = !csv->columns.named;
    if (csv->columns.source_language.len) {
        units->header.source_language = arena_copy(arena, csv->columns.source_language);
        units->header.target_language = arena_copy(arena, csv->columns.target_language);
    }
    return URA_OK;
}

static enum ura_status
open_csv(struct ura_units *units, struct ura_error *error)
{
    struct csv *csv = calloc(1, sizeof *csv);
    char bytes[HEAD_BYTES];
    struct ura_str head;
    enum ura_status status;

    units->state = csv;
    if (!csv)
        return error_memory(error);
    status = ura_input_peek(units->input, sizeof bytes, &head, error);
    if (status)
        return status;
    head = (struct ura_str){bytes, head_narrow(head, bytes, sizeof bytes)};
    csv->row.separator = table_separator(head);
    if (!csv->row.separator)
        csv->row.separator = ',';
    csv->row.backslash = escapes_quotes(head, csv->row.separator);
    status = raw_lines_open(units, units->options.encoding, &csv->lines, error);
    return status ? status : look_at_columns(units, error);
}

/* The cells that are neither of the texts nor the id: notes. */
static enum ura_status
take_notes(struct csv *csv, struct ura_unit *out, struct ura_error *error)
{
    const struct table_columns *columns = &csv->columns;

    csv->notes.count = 0;
    for (size_t i = 0; i < csv->row.count; i++) {
        struct ura_str cell = csv_row_cell(&csv->row, i);

        if (i != columns->source && i != columns->target && i != columns->id && cell.len &&
            !property_add(&csv->notes, URA_SIDE_UNIT, URA_STR("note"), cell))
            return error_memory(error);
    }
    out->properties = csv->notes.items;
    out->property_count = csv->notes.count;
    return URA_OK;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct csv *csv = units->state;
    const struct table_columns *columns = &csv->columns;
    enum ura_status status = URA_OK;

    if (csv->ended)
        return URA_END;
    if (!csv->has_first)
        status = take_row(units, error);
    csv->has_first = false;
    csv->ended = status != URA_OK;
    if (status)
        return status;
    out->line = csv->first_line;
    out->source = csv_row_cell(&csv->row, columns->source);
    out->has_target = columns->target < csv->row.count;
    out->target = csv_row_cell(&csv->row, columns->target);
    out->id = csv_row_cell(&csv->row, columns->id);
    return take_notes(csv, out, error);
}

static void
close_csv(struct ura_units *units)
{
    struct csv *csv = units->state;

    if (!csv)
        return;
    raw_lines_close(&csv->lines);
    csv_row_release(&csv->row);
    property_release(&csv->notes);
    free(csv);
}

const struct ura_format format_csv = {
    .name = "csv",
    .summary =
        "tables and glossaries: source, target, comment between commas, semicolons, tabs",
    .holds = "pairs, notes, line ends inside a text",
    .loses = "languages, ids, scores, states, properties other than notes",
    .room = URA_ROOM_TARGET | URA_ROOM_PROPERTIES | URA_ROOM_LINES,
    .content = URA_CONTENT_PAIRS,
    .bid = bid,
    .open = open_csv,
    .next = next,
    .close = close_csv,
    .write = csv_write_unit,
};
