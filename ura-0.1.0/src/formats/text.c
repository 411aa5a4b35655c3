/* text.c - two columns for reading. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <ura/text.h>

enum {
    DEFAULT_WIDTH = 80,
    NARROWEST_COLUMN = 16, /* columns; below that words break too often to read */
    SCORE_WIDTH = 5,       /* " .98 " between the columns */
    PERCENT = 100,
};

static const char DIM[] = "\033[2m", LOW[] = "\033[33m", PLAIN[] = "\033[0m";
static const float DOUBTFUL = 0.9f; /* under it a bead is worth a second look */

/* What the columns need to know. */
struct page {
    struct writer writer;
    const struct ura_bitext *bitext;
    size_t column;
    bool color;
};

/* One line of TEXT, padded to the column; takes it off TEXT. Controls are shown as blanks. */
static void
append_line(struct page *page, struct ura_str *text, bool pad)
{
    struct ura_buf *buf = &page->writer.buf;
    size_t len = ura_text_fit(*text, page->column), from = buf->len, width;

    buf_append(buf, text->ptr, len);
    for (size_t i = from; i < buf->len; i++)
        if ((unsigned char)buf->ptr[i] < ' ' || buf->ptr[i] == 0x7f)
            buf->ptr[i] = ' ';
    for (width = ura_text_width(ura_str_slice(*text, 0, len)); pad && width < page->column;
         width++)
        buf_append_byte(buf, ' ');
    while (len < text->len && text->ptr[len] == ' ')
        len++;
    *text = ura_str_slice(*text, len, text->len);
}

static void
append_mark(struct page *page, const struct ura_bead *bead)
{
    struct ura_buf *buf = &page->writer.buf;
    int percent = (int)(bead->probability * PERCENT + 0.5f);
    bool low = bead->probability < DOUBTFUL;

    buf_append_byte(buf, ' ');
    if (bead->moved)
        buf_append_text(buf, "  x");
    else if (!bead->source_count || !bead->target_count)
        buf_append_text(buf, "  -");
    else {
        if (low && page->color)
            buf_append_text(buf, LOW);
        if (percent < 10)
            buf_append_byte(buf, ' ');
        if (percent < PERCENT)
            buf_append_byte(buf, ' ');
        buf_append_unsigned(buf, (unsigned)percent);
        if (low && page->color)
            buf_append_text(buf, PLAIN);
    }
    buf_append_byte(buf, ' ');
}

/* The sentences of one side of a bead, one after the other. */
static struct ura_buf
side_text(const struct ura_document *document, size_t first, size_t count)
{
    struct ura_buf buf = {0};

    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_append_byte(&buf, ' ');
        buf_append_str(&buf, ura_document_text(document, document->sentences[first + i].flow));
    }
    return buf;
}

static void
append_bead(struct page *page, const struct ura_bead *bead)
{
    struct ura_buf source =
        side_text(page->bitext->source, bead->source_first, bead->source_count);
    struct ura_buf target =
        side_text(page->bitext->target, bead->target_first, bead->target_count);
    struct ura_str left = buf_str(&source), right = buf_str(&target);
    bool first = true;

    while (left.len || right.len) {
        append_line(page, &left, true);
        if (first)
            append_mark(page, bead);
        else
            buf_append_text(&page->writer.buf, "     ");
        append_line(page, &right, false);
        buf_append_byte(&page->writer.buf, '\n');
        first = false;
    }
    buf_append_byte(&page->writer.buf, '\n');
    page->writer.buf.failed |= source.failed | target.failed;
    buf_release(&source);
    buf_release(&target);
}

/* Furniture: dimmed, with its kind in front, in the column of its side. */
static void
append_aside(struct page *page, const struct ura_document *document, size_t index)
{
    const struct ura_aside *aside = &document->asides[index];
    struct ura_buf *buf = &page->writer.buf, shown = {0};
    bool target = document == page->bitext->target;
    struct ura_str text;

    buf_append_byte(&shown, '{');
    buf_append_text(&shown, ura_furniture_name(aside->kind));
    buf_append_text(&shown, "} ");
    buf_append_str(&shown, ura_document_text(document, aside->flow));
    for (text = buf_str(&shown); text.len;) {
        for (size_t i = 0; target && i < page->column + SCORE_WIDTH; i++)
            buf_append_byte(buf, ' ');
        if (page->color)
            buf_append_text(buf, DIM);
        append_line(page, &text, false);
        if (page->color)
            buf_append_text(buf, PLAIN);
        buf_append_byte(buf, '\n');
    }
    buf_append_byte(buf, '\n');
    buf->failed |= shown.failed;
    buf_release(&shown);
}

static enum ura_status
write_bitext(const struct ura_bitext *bitext, const struct ura_write_options *options,
             ura_sink *sink, void *user, struct ura_error *error)
{
    struct row_walk walk = {.bitext = bitext, .asides = true};
    size_t width = options->width ? options->width : DEFAULT_WIDTH;
    struct page page = {.writer = {.sink = sink, .user = user, .error = error},
                        .bitext = bitext,
                        .color = options->color};
    enum ura_status status = URA_OK;
    struct row row;

    page.column = width > SCORE_WIDTH ? (width - SCORE_WIDTH) / 2 : 0;
    if (page.column < NARROWEST_COLUMN)
        page.column = NARROWEST_COLUMN;
    while (!status && row_walk_next(&walk, &row)) {
        if (row.kind == ROW_BEAD)
            append_bead(&page, &bitext->beads[row.index]);
        else
            append_aside(&page, row.kind == ROW_SOURCE_ASIDE ? bitext->source : bitext->target,
                         row.index);
        status = writer_step(&page.writer);
    }
    return writer_close(&page.writer, status);
}

/* As they stand, furniture dimmed and named. */
static enum ura_status
write_sentences(const struct ura_document *document, const struct ura_write_options *options,
                ura_sink *sink, void *user, struct ura_error *error)
{
    struct writer writer = {.sink = sink, .user = user, .error = error};
    enum ura_status status = URA_OK;
    size_t aside = 0;

    for (size_t i = 0; !status && i <= document->sentence_count; i++) {
        for (; aside < document->aside_count && document->asides[aside].before <= i; aside++) {
            if (options->color)
                buf_append_text(&writer.buf, DIM);
            buf_append_byte(&writer.buf, '{');
            buf_append_text(&writer.buf, ura_furniture_name(document->asides[aside].kind));
            buf_append_text(&writer.buf, "} ");
            buf_append_str(&writer.buf,
                           ura_document_text(document, document->asides[aside].flow));
            if (options->color)
                buf_append_text(&writer.buf, PLAIN);
            buf_append_byte(&writer.buf, '\n');
        }
        if (i < document->sentence_count) {
            buf_append_str(&writer.buf,
                           ura_document_text(document, document->sentences[i].flow));
            buf_append_byte(&writer.buf, '\n');
        }
        status = writer_step(&writer);
    }
    return writer_close(&writer, status);
}

const struct ura_format format_text = {
    .name = "text",
    .summary = "two columns for reading, as wide as the terminal",
    .holds = "texts, probabilities in percent, furniture by kind",
    .loses = "nothing reads it back",
    .write_bitext = write_bitext,
    .write_sentences = write_sentences,
};
