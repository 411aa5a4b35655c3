/* csv_write.c - tables as RFC 4180 has them: commas, quotes where they are needed, CRLF. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/csv.h"
#include "formats/table_shape.h"

/* Cells that hold a separator, a quote, a line end, or begin like a comment stand in quotes;
 * so do blanks at an end, which some readers drop. */
static bool
needs_quotes(struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr(",;\t\"\r\n", text.ptr[i]) && text.ptr[i])
            return true;
    return text.len &&
           (text.ptr[0] == '#' || text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

static void
append_quoted(struct ura_buf *buf, struct ura_str text)
{
    if (!needs_quotes(text)) {
        buf_append_str(buf, text);
        return;
    }
    buf_append_byte(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            buf_append_byte(buf, '"');
        buf_append_byte(buf, text.ptr[i]);
    }
    buf_append_byte(buf, '"');
}

/* A first pair whose texts would be read as names of columns gets names above it. */
static void
append_names(struct ura_buf *buf, const struct ura_unit *unit)
{
    struct ura_str cells[2] = {unit->source, unit->target};

    if (table_name_columns(cells, 2).named)
        buf_append_text(buf, "source,target,note\r\n");
}

enum ura_status
csv_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
               struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    if (writer->count == 0)
        append_names(buf, unit);
    append_quoted(buf, unit->source);
    /* A comma in every row, so that a table of one column is one of two. */
    buf_append_byte(buf, ',');
    append_quoted(buf, unit->target);
    for (size_t i = 0; i < unit->property_count; i++) {
        if (!ura_str_equal(unit->properties[i].name, URA_STR("note"))) {
            losses_add(&writer->losses, "properties other than notes", 1);
            continue;
        }
        buf_append_byte(buf, ',');
        append_quoted(buf, unit->properties[i].value);
    }
    buf_append_text(buf, "\r\n");
    return buf->failed ? error_memory(error) : URA_OK;
}
