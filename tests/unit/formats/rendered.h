/* rendered.h - what a reader gives, as lines that a test can compare. */
/* SPDX-License-Identifier: MIT */
#ifndef RENDERED_H
#define RENDERED_H

#include "formats/formats.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

/* "heading", "list-item", ..., and of furniture its kind in brackets. */
static inline void
append_kind(struct ura_buf *out, const struct ura_unit *unit)
{
    static const char *const kinds[] = {
        [URA_BLOCK_PARAGRAPH] = "paragraph",
        [URA_BLOCK_HEADING] = "heading",
        [URA_BLOCK_LIST_ITEM] = "list-item",
        [URA_BLOCK_TABLE_ROW] = "table-row",
    };

    if (unit->kind != URA_BLOCK_FURNITURE) {
        buf_append_text(out, kinds[unit->kind]);
        return;
    }
    buf_append_byte(out, '[');
    buf_append_text(out, ura_furniture_name(unit->furniture));
    buf_append_byte(out, ']');
}

/* "language: sq", a line a property of the file. */
static inline void
append_header(struct ura_buf *out, const struct ura_units_header *header)
{
    buf_append_text(out, "language: ");
    buf_append_str(out, header->source_language);
    buf_append_byte(out, '\n');
    for (size_t i = 0; i < header->property_count; i++) {
        buf_append_str(out, header->properties[i].name);
        buf_append_text(out, "=");
        buf_append_str(out, header->properties[i].value);
        buf_append_byte(out, '\n');
    }
}

/*
 * The units of BYTES, read as FORMAT: "kind: text" and a line a property, " name=value"; an
 * error as "LINE: message". The caller frees what comes.
 */
static inline char *
rendered(const char *format, struct ura_str bytes)
{
    struct ura_context *context;
    struct ura_input *input;
    struct ura_units *units = NULL;
    struct ura_error error = {0};
    struct ura_buf out = {0};
    struct ura_unit unit;
    enum ura_status status;

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(ura_input_open_bytes(bytes.ptr, bytes.len, "test", &input, NULL), URA_OK);
    status = ura_units_open(context, input, ura_format_find(format), NULL, &units, &error);
    if (!status)
        append_header(&out, ura_units_header(units));
    while (!status && !(status = ura_units_next(units, &unit, &error))) {
        append_kind(&out, &unit);
        buf_append_text(&out, ": ");
        buf_append_str(&out, unit.source);
        buf_append_byte(&out, '\n');
        for (size_t i = 0; i < unit.property_count; i++) {
            buf_append_byte(&out, ' ');
            buf_append_str(&out, unit.properties[i].name);
            buf_append_byte(&out, '=');
            buf_append_str(&out, unit.properties[i].value);
            buf_append_byte(&out, '\n');
        }
    }
    if (status != URA_END) {
        buf_append_unsigned(&out, error.line);
        buf_append_text(&out, ": ");
        buf_append_text(&out, error.message);
        buf_append_byte(&out, '\n');
    }
    buf_append_byte(&out, '\0');
    assert_false(out.failed);
    ura_units_free(units);
    ura_input_free(input);
    ura_context_free(context);
    return out.ptr;
}

static inline void
assert_rendered(const char *format, const char *bytes, const char *wanted)
{
    char *got = rendered(format, ura_str_from(bytes));

    assert_string_equal(got, wanted);
    free(got);
}

#endif
