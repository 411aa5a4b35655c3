/* tsv.c - a pair a line: source, tab, target; an x in a third cell where it moved. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "formats/raw_lines.h"
#include "formats/table_shape.h"

enum { NOTE_CELLS_MAX = 64 }; /* cells behind source and target that are kept, one note each */

struct tsv {
    struct raw_lines lines;
    struct ura_property notes[NOTE_CELLS_MAX];
};

static int
bid(struct ura_str head, const char *name)
{
    return table_shape_is_tsv(head, name) ? 45 : 0;
}

static enum ura_status
open_tsv(struct ura_units *units, struct ura_error *error)
{
    struct tsv *tsv = calloc(1, sizeof *tsv);

    units->state = tsv;
    return tsv ? raw_lines_open(units, units->options.encoding, &tsv->lines, error)
               : error_memory(error);
}

/* Takes the cell that LINE begins with and its tab; false where there is none. */
static bool
take_cell(struct ura_str *line, struct ura_str *out)
{
    const char *tab;
    size_t len;

    if (!line->ptr)
        return false;
    tab = memchr(line->ptr, '\t', line->len);
    len = tab ? (size_t)(tab - line->ptr) : line->len;
    *out = ura_str_slice(*line, 0, len);
    *line = tab ? ura_str_slice(*line, len + 1, line->len) : (struct ura_str){NULL, 0};
    return true;
}

/* What stands behind source and target: an x says that the pair moved, all else is notes. */
static enum ura_status
take_notes(struct tsv *tsv, struct ura_str rest, struct ura_unit *out, struct ura_error *error)
{
    struct ura_str cell;
    size_t count = 0;

    for (size_t i = 0; take_cell(&rest, &cell); i++) {
        if (i == 0 && ura_str_equal(cell, URA_STR("x")))
            out->moved = true;
        else if (cell.len && count == NOTE_CELLS_MAX)
            return error_at(error, URA_TOO_LARGE, tsv->lines.line, 0,
                            "this line has more than %d cells behind source and target; keep "
                            "those that matter",
                            NOTE_CELLS_MAX);
        else if (cell.len)
            tsv->notes[count++] = (struct ura_property){URA_SIDE_UNIT, URA_STR("note"), cell};
    }
    out->properties = tsv->notes;
    out->property_count = count;
    return URA_OK;
}

/* Lines without any text are no units: they stand between documents. */
static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct tsv *tsv = units->state;
    struct ura_str line;
    enum ura_status status;

    do
        status = raw_lines_next(&tsv->lines, &line, error);
    while (!status && str_is_blank(line));
    if (status)
        return status;
    out->line = tsv->lines.line;
    take_cell(&line, &out->source);
    out->has_target = take_cell(&line, &out->target);
    return line.ptr ? take_notes(tsv, line, out, error) : URA_OK;
}

static void
close_tsv(struct ura_units *units)
{
    struct tsv *tsv = units->state;

    if (tsv)
        raw_lines_close(&tsv->lines);
    free(tsv);
}

static void
append_sentences(struct writer *writer, const struct ura_document *document, size_t first,
                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_append_byte(&writer->buf, ' ');
        buf_append_cell(&writer->buf,
                        ura_document_text(document, document->sentences[first + i].flow));
    }
}

static void
append_row(struct writer *writer, const struct ura_bitext *bitext, const struct row *row)
{
    const struct ura_bead *bead;

    switch (row->kind) {
    case ROW_SOURCE_ASIDE:
        buf_append_cell(
            &writer->buf,
            ura_document_text(bitext->source, bitext->source->asides[row->index].flow));
        buf_append_byte(&writer->buf, '\t');
        break;
    case ROW_TARGET_ASIDE:
        buf_append_byte(&writer->buf, '\t');
        buf_append_cell(
            &writer->buf,
            ura_document_text(bitext->target, bitext->target->asides[row->index].flow));
        break;
    case ROW_BEAD:
        bead = &bitext->beads[row->index];
        append_sentences(writer, bitext->source, bead->source_first, bead->source_count);
        buf_append_byte(&writer->buf, '\t');
        append_sentences(writer, bitext->target, bead->target_first, bead->target_count);
        if (bead->moved)
            buf_append_text(&writer->buf, "\tx");
        break;
    }
    buf_append_byte(&writer->buf, '\n');
}

static enum ura_status
write_bitext(const struct ura_bitext *bitext, const struct ura_write_options *options,
             ura_sink *sink, void *user, struct ura_error *error)
{
    bool wire =
        bitext->source->layout == URA_LAYOUT_WIRE || bitext->target->layout == URA_LAYOUT_WIRE;
    struct row_walk walk = {.bitext = bitext, .asides = options->keep_furniture || !wire};
    struct writer writer = {.sink = sink, .user = user, .error = error};
    enum ura_status status = URA_OK;
    struct row row;

    while (!status && row_walk_next(&walk, &row)) {
        append_row(&writer, bitext, &row);
        status = writer_step(&writer);
    }
    return writer_close(&writer, status);
}

/* One sentence a line; with furniture kept, its kind before a tab. */
static enum ura_status
write_sentences(const struct ura_document *document, const struct ura_write_options *options,
                ura_sink *sink, void *user, struct ura_error *error)
{
    struct writer writer = {.sink = sink, .user = user, .error = error};
    bool asides = options->keep_furniture || document->layout != URA_LAYOUT_WIRE;
    enum ura_status status = URA_OK;
    size_t aside = 0;

    for (size_t i = 0; !status && i <= document->sentence_count; i++) {
        for (; asides && aside < document->aside_count && document->asides[aside].before <= i;
             aside++) {
            buf_append_cell(&writer.buf,
                            ura_document_text(document, document->asides[aside].flow));
            buf_append_byte(&writer.buf, '\n');
        }
        if (i < document->sentence_count) {
            buf_append_cell(&writer.buf,
                            ura_document_text(document, document->sentences[i].flow));
            buf_append_byte(&writer.buf, '\n');
        }
        status = writer_step(&writer);
    }
    return writer_close(&writer, status);
}

static enum ura_status
write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    buf_append_cell(buf, unit->source);
    if (unit->has_target) {
        buf_append_byte(buf, '\t');
        buf_append_cell(buf, unit->target);
        if (unit->moved)
            buf_append_text(buf, "\tx");
    }
    buf_append_byte(buf, '\n');
    return buf->failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_tsv = {
    .name = "tsv",
    .summary = "a pair a line: source, tab, target",
    .holds = "texts, order, moved pairs (x in a third cell)",
    .loses = "tabs and line ends inside a text, scores, byte spans",
    .room = URA_ROOM_TARGET,
    .content = URA_CONTENT_PAIRS,
    .bid = bid,
    .open = open_tsv,
    .next = next,
    .close = close_tsv,
    .write = write_unit,
    .write_bitext = write_bitext,
    .write_sentences = write_sentences,
};
