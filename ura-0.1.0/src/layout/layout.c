/* layout.c - what is copy, what is furniture, and where the blocks are. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/layout.h"

#include <stdlib.h>

#include "lang/patterns.h"
#include "layout/guess.h"
#include "layout/lines.h"
#include "layout/pages.h"
#include "layout/units.h"
#include "layout/wire.h"

/*
 * Pieces of furniture that make a text a story, since one may be chance; and one more for so
 * many bytes, since a long text holds by chance what a story has by rule.
 */
enum { ENOUGH_FURNITURE = 2, BYTES_A_PIECE = 1 << 13 };

void
layout_clear(struct layout *layout)
{
    buf_clear(&layout->flow);
    map_clear(&layout->map);
    layout->block_count = layout->last_block = layout->last_start = 0;
}

void
layout_release(struct layout *layout)
{
    buf_release(&layout->flow);
    map_release(&layout->map);
    free(layout->blocks);
    *layout = (struct layout){0};
}

/* Every line of TEXT is a block of its own, the empty ones too. */
static enum ura_status
read_lines(struct ura_str text, size_t first_line, struct layout *out, struct ura_error *error)
{
    size_t at = 0, line = first_line;

    for (; at < text.len; line++) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t len = end ? (size_t)(end - text.ptr) - at : text.len - at;
        size_t start = out->flow.len;
        struct ura_block *blocks;

        blocks =
            array_grow(out->blocks, &out->block_capacity, out->block_count + 1, sizeof *blocks);
        if (!blocks)
            return error_memory(error);
        out->blocks = blocks;
        buf_append(&out->flow, text.ptr + at, len);
        map_append(&out->map, len, at, len);
        buf_append_byte(&out->flow, '\n');
        map_append(&out->map, 1, at + len, 0);
        blocks[out->block_count++] =
            (struct ura_block){.flow = {start, start + len}, .line = line, .paragraph = line};
        at += len + 1;
    }
    return out->flow.failed || out->map.failed ? error_memory(error) : URA_OK;
}

/* The units of TEXT and what is set aside; what AUTO comes to is in *KIND. */
static enum ura_status
read_units(const struct patterns *patterns, struct ura_str text, enum ura_layout *kind,
           struct lines *lines, struct units *units, struct ura_error *error)
{
    enum ura_layout asked = *kind;
    enum ura_status status = URA_OK;
    unsigned last_note;
    size_t found = 0;

    if (asked == URA_LAYOUT_WIRE || (asked == URA_LAYOUT_AUTO && text.len <= LONGEST_STORY)) {
        *kind = URA_LAYOUT_WIRE;
        status = units_read(text, lines, units, error);
        if (!status)
            status = wire_mark(text, patterns, lines, units, &found, error);
        if (status || asked == URA_LAYOUT_WIRE ||
            found >= ENOUGH_FURNITURE + text.len / BYTES_A_PIECE)
            return status;
    }
    *kind = URA_LAYOUT_PLAIN;
    if (asked == URA_LAYOUT_AUTO && guess_is_lines(text, lines)) {
        *kind = URA_LAYOUT_LINES;
        return URA_OK;
    }
    status = pages_mark(text, patterns, lines, &last_note, error);
    if (!status)
        status = units_read(text, lines, units, error);
    if (!status && last_note)
        status = units_find_marks(text, lines, last_note, units, error);
    return status;
}

enum ura_status
layout_read(struct ura_context *context, struct ura_str text, const char *language,
            enum ura_layout kind, size_t first_line, struct layout *out,
            struct ura_error *error)
{
    const struct patterns *patterns;
    struct lines lines = {0};
    struct units units = {0};
    enum ura_status status;

    layout_clear(out);
    out->kind = kind;
    if (kind == URA_LAYOUT_LINES)
        return read_lines(text, first_line, out, error);
    status = patterns_get(context, language, &patterns, error);
    if (!status)
        status = lines_read(text, &lines, error);
    if (!status)
        status = read_units(patterns, text, &out->kind, &lines, &units, error);
    if (!status && out->kind == URA_LAYOUT_LINES)
        status = read_lines(text, first_line, out, error);
    else if (!status)
        status = units_write(&units, &lines, text, first_line, out, error);
    lines_release(&lines);
    units_release(&units);
    return status;
}
