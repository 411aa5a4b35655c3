/* csv_row.c - one row of a table, cut into cells line by line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/csv_row.h"

void
csv_row_clear(struct csv_row *row)
{
    buf_clear(&row->text);
    row->count = 0;
    row->place = CSV_CELL_START;
    row->quoted = false;
}

static bool
end_cell(struct csv_row *row)
{
    if (row->count == CSV_CELLS_MAX)
        return false;
    row->starts[++row->count] = row->text.len;
    row->place = CSV_CELL_START;
    return true;
}

/* Whether the cell that begins with a quote at AT ends with one, before any further tab. */
static bool
quote_closes(struct ura_str line, size_t at)
{
    const char *tab = memchr(line.ptr + at, '\t', line.len - at);
    size_t end = tab ? (size_t)(tab - line.ptr) : line.len;

    return end - at >= 2 && line.ptr[end - 1] == '"';
}

/* How many bytes from AT on hold no sign that means something in PLACE. */
static size_t
plain_run(const struct csv_row *row, struct ura_str line, size_t at)
{
    size_t start = at;

    if (row->place == CSV_QUOTED)
        while (at < line.len && line.ptr[at] != '"' && line.ptr[at] != '\\')
            at++;
    else
        while (at < line.len && line.ptr[at] != row->separator)
            at++;
    return at - start;
}

/* The sign at AT inside quotes, where no plain run begins; returns how many bytes it takes. */
static size_t
take_quoted(struct csv_row *row, struct ura_str line, size_t at)
{
    char next = at + 1 < line.len ? line.ptr[at + 1] : '\0';

    if (line.ptr[at] == '\\') {
        bool escape = row->backslash && (next == '"' || next == '\\');

        buf_append_byte(&row->text, escape ? next : '\\');
        return escape ? 2 : 1;
    }
    if (next == '"') {
        buf_append_byte(&row->text, '"');
        return 2;
    }
    row->place = CSV_BEHIND_QUOTE;
    return 1;
}

bool
csv_row_take(struct csv_row *row, struct ura_str line)
{
    size_t at = 0;

    if (row->place == CSV_QUOTED)
        buf_append_byte(&row->text, '\n');
    else
        row->starts[0] = 0;
    while (at < line.len) {
        size_t run;

        if (row->place == CSV_CELL_START) {
            bool opens =
                line.ptr[at] == '"' && (row->separator != '\t' || quote_closes(line, at));

            row->place = opens ? CSV_QUOTED : CSV_PLAIN;
            row->quoted |= opens && row->count == 0;
            at += opens;
            continue;
        }
        run = plain_run(row, line, at);
        buf_append(&row->text, line.ptr + at, run);
        at += run;
        if (at == line.len)
            break;
        if (row->place == CSV_QUOTED)
            at += take_quoted(row, line, at);
        else if (end_cell(row))
            at++;
        else
            return false;
    }
    return row->place == CSV_QUOTED || end_cell(row);
}

struct ura_str
csv_row_cell(const struct csv_row *row, size_t index)
{
    if (index >= row->count || !row->text.ptr)
        return URA_STR("");
    return ura_str_slice(buf_str(&row->text), row->starts[index], row->starts[index + 1]);
}

void
csv_row_release(struct csv_row *row)
{
    buf_release(&row->text);
}
