/* txt.c - plain text: a paragraph a line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/text_lines.h"

#include <stdlib.h>

/* Any bytes may be text: what is none is told by the reader, with where and why. */
static int
bid(struct ura_str head, const char *name)
{
    (void)head;
    (void)name;
    return 1;
}

static enum ura_status
open_txt(struct ura_units *units, struct ura_error *error)
{
    struct text_lines *lines = calloc(1, sizeof *lines);

    units->state = lines;
    return lines ? text_lines_open(units, lines, error) : error_memory(error);
}

/* Empty lines stand between paragraphs. */
static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct text_lines *lines = units->state;
    enum ura_status status;

    do
        status = text_lines_next(lines, &out->source, error);
    while (!status && out->source.len == 0);
    out->line = lines->line;
    return status;
}

static void
close_txt(struct ura_units *units)
{
    if (units->state)
        text_lines_close(units->state);
    free(units->state);
}

static enum ura_status
write_txt(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    buf_append_line(buf, unit->source);
    return buf->failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_txt = {
    .name = "txt",
    .summary = "plain text: a paragraph, cue or sentence a line",
    .holds = "the text of one side",
    .loses = "everything but the text; line ends inside a paragraph",
    .room = 0,
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_txt,
    .next = next,
    .close = close_txt,
    .write = write_txt,
};
