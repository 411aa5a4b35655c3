/* compose.c - a document out of paragraphs whose format says what they are. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "document/document.h"

#include <stdlib.h>

static void
append_paragraph(struct ura_buf *bytes, struct ura_str text, bool lines)
{
    size_t from = bytes->len;

    buf_append_str(bytes, text);
    for (size_t i = from; i < bytes->len; i++)
        if (bytes->ptr[i] == '\n' || bytes->ptr[i] == '\r')
            bytes->ptr[i] = ' ';
    buf_append_text(bytes, lines ? "\n" : "\n\n");
}

/* The paragraphs' text into BYTES, and what is known of them into DOCUMENT. */
static enum ura_status
gather(struct ura_document *document, const struct ura_paragraph *paragraphs, size_t count,
       bool lines, struct ura_buf *bytes, struct ura_error *error)
{
    struct ura_document_private *priv = document->priv;

    priv->marks = array_new(count, sizeof *priv->marks);
    if (count && !priv->marks)
        return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        append_paragraph(bytes, paragraphs[i].text, lines);
        if (paragraphs[i].kind != URA_BLOCK_PARAGRAPH)
            priv->marks[priv->mark_count++] = (struct mark){
                1 + (lines ? i : 2 * i), paragraphs[i].kind, paragraphs[i].furniture};
    }
    return bytes->failed ? error_memory(error) : URA_OK;
}

void
document_apply_marks(struct ura_document *document)
{
    const struct ura_document_private *priv = document->priv;
    size_t mark = 0;

    for (size_t i = 0; i < document->block_count && mark < priv->mark_count; i++) {
        struct ura_block *block = &document->blocks[i];

        while (mark < priv->mark_count && priv->marks[mark].line < block->line)
            mark++;
        if (mark < priv->mark_count && priv->marks[mark].line == block->line) {
            block->kind = priv->marks[mark].kind;
            block->furniture = priv->marks[mark].furniture;
        }
    }
}

enum ura_status
ura_document_compose(struct ura_context *context, const struct ura_paragraph *paragraphs,
                     size_t count, size_t size, uint64_t hash,
                     const struct ura_document_options *options, struct ura_document **out,
                     struct ura_error *error)
{
    const char *name = options->name ? options->name : "-";
    struct ura_reader_options reading = {.encoding = "UTF-8", .name = name};
    struct ura_document *document;
    struct ura_reader *reader = NULL;
    struct ura_buf bytes = {0};
    enum ura_status status;

    *out = NULL;
    status = document_new(context, name, &document, error);
    if (status)
        return status;
    status =
        gather(document, paragraphs, count, options->layout == URA_LAYOUT_LINES, &bytes, error);
    if (!status)
        status = ura_reader_open_bytes(context, bytes.ptr, bytes.len, &reading, &reader, error);
    if (status) {
        error_set_file(error, name);
        ura_document_free(document);
    } else {
        status = document_start(document, reader, options, 0, error);
    }
    buf_release(&bytes);
    if (status)
        return status;
    document->size = size;
    document->hash = hash;
    *out = document;
    return URA_OK;
}
