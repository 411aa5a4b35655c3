/* document.c - one text: read, laid out, cut into sentences. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "document/document.h"

#include <stdlib.h>

#include "base/base.h"
#include "layout/layout.h"
#include "segment/segment.h"
#include "text/text.h"

struct ura_document_private {
    struct ura_buf text;
    struct ura_map map; /* clean text to bytes */
    struct layout layout;
    size_t sentence_capacity;
    size_t aside_capacity;
};

void
ura_document_free(struct ura_document *document)
{
    if (!document)
        return;
    if (document->priv) {
        buf_release(&document->priv->text);
        map_release(&document->priv->map);
        layout_release(&document->priv->layout);
        free(document->priv);
    }
    free(document->sentences);
    free(document->asides);
    free(document->name);
    free(document);
}

/* What the segmenter's callback fills. */
struct gathering {
    struct ura_document *document;
    size_t block;
    struct ura_error *error;
};

static enum ura_status
add_sentence(struct ura_span sentence, void *user)
{
    struct gathering *gathering = user;
    struct ura_document *document = gathering->document;
    struct ura_sentence *grown;
    size_t base = document->blocks[gathering->block].flow.start;

    grown = array_grow(document->sentences, &document->priv->sentence_capacity,
                       document->sentence_count + 1, sizeof *grown);
    if (!grown)
        return error_memory(gathering->error);
    document->sentences = grown;
    grown[document->sentence_count++] =
        (struct ura_sentence){{base + sentence.start, base + sentence.end}, gathering->block};
    return URA_OK;
}

static enum ura_status
add_aside(struct ura_document *document, size_t block, struct ura_error *error)
{
    struct ura_aside *grown;

    grown = array_grow(document->asides, &document->priv->aside_capacity,
                       document->aside_count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    document->asides = grown;
    grown[document->aside_count++] =
        (struct ura_aside){document->blocks[block].flow, document->blocks[block].furniture,
                           block, document->sentence_count};
    return URA_OK;
}

static enum ura_status
segment_blocks(struct ura_context *context, struct ura_document *document,
               struct ura_error *error)
{
    struct segmenter *segmenter;
    enum ura_status status;

    status = segmenter_new(context, document->language, &segmenter, error);
    for (size_t i = 0; !status && i < document->block_count; i++) {
        const struct ura_block *block = &document->blocks[i];
        struct gathering gathering = {document, i, error};

        if (block->kind == URA_BLOCK_FURNITURE)
            status = add_aside(document, i, error);
        else if (document->layout == URA_LAYOUT_LINES)
            status = add_sentence((struct ura_span){0, block->flow.end - block->flow.start},
                                  &gathering);
        else
            status = segmenter_sentences(segmenter, ura_document_text(document, block->flow),
                                         block->kind, add_sentence, &gathering, error);
    }
    segmenter_free(segmenter);
    return status;
}

/* Takes what READER has through the rooms. */
static enum ura_status
read_all(struct ura_context *context, struct ura_reader *reader,
         const struct ura_document_options *options, struct ura_document *document,
         struct ura_error *error)
{
    struct ura_document_private *priv = document->priv;
    struct ura_map identity = {0};
    struct ura_chunk chunk;
    enum ura_status status;

    status = ura_reader_next(reader, &chunk, error);
    if (status == URA_END)
        chunk = (struct ura_chunk){{"", 0}, 1};
    else if (status)
        return status;
    buf_append_str(&priv->text, chunk.text);
    map_append(&identity, chunk.text.len, 0, chunk.text.len);
    map_compose(reader_map(reader), &identity, &priv->map);
    map_release(&identity);
    if (priv->text.failed || priv->map.failed)
        return error_memory(error);
    document->text = buf_str(&priv->text);
    document->encoding = ura_reader_encoding(reader);
    document->size = reader_size(reader);
    document->hash = reader_hash(reader);
    document->language = options->language ? options->language : "und";
    status = layout_read(context, document->text, document->language, options->layout, 1,
                         &priv->layout, error);
    if (status)
        return status;
    document->layout = priv->layout.kind;
    document->flow = buf_str(&priv->layout.flow);
    document->blocks = priv->layout.blocks;
    document->block_count = priv->layout.block_count;
    return segment_blocks(context, document, error);
}

static enum ura_status
build(struct ura_context *context, struct ura_reader *reader,
      const struct ura_document_options *options, struct ura_document **out,
      struct ura_error *error)
{
    struct ura_document *document = calloc(1, sizeof *document);
    enum ura_status status;

    *out = NULL;
    if (!document)
        return error_memory(error);
    document->priv = calloc(1, sizeof *document->priv);
    document->name = strdup(options->name ? options->name : "-");
    if (!document->priv || !document->name) {
        ura_document_free(document);
        return error_memory(error);
    }
    status = read_all(context, reader, options, document, error);
    if (status) {
        error_set_file(error, document->name);
        ura_document_free(document);
        return status;
    }
    *out = document;
    return URA_OK;
}

enum ura_status
ura_document_read(struct ura_context *context, const void *bytes, size_t len,
                  const struct ura_document_options *options, struct ura_document **out,
                  struct ura_error *error)
{
    struct ura_reader_options reading = {.encoding = options->encoding, .name = options->name};
    struct ura_reader *reader;
    enum ura_status status;

    *out = NULL;
    status = ura_reader_open_bytes(context, bytes, len, &reading, &reader, error);
    if (!status)
        status = build(context, reader, options, out, error);
    ura_reader_free(reader);
    return status;
}

enum ura_status
ura_document_open(struct ura_context *context, const char *path,
                  const struct ura_document_options *options, struct ura_document **out,
                  struct ura_error *error)
{
    struct ura_reader_options reading = {.encoding = options->encoding, .name = options->name};
    struct ura_document_options named = *options;
    struct ura_reader *reader;
    enum ura_status status;

    *out = NULL;
    if (!named.name)
        named.name = path;
    status = ura_reader_open(context, path, &reading, &reader, error);
    if (!status)
        status = build(context, reader, &named, out, error);
    else
        error_set_file(error, named.name);
    ura_reader_free(reader);
    return status;
}

size_t
ura_document_origin(const struct ura_document *document, struct ura_span flow,
                    struct ura_span *out, size_t capacity)
{
    const struct ura_map *inner = &document->priv->layout.map;
    struct ura_map part = {0}, whole = {0};
    size_t count = 0;

    /* The part of the flow's map that FLOW touches, composed with the text's. */
    for (size_t i = 0; i < inner->count; i++) {
        const struct map_run *run = &inner->runs[i];

        if (run->to + run->to_len <= flow.start || run->to >= flow.end || !run->from_len)
            continue;
        map_append(&part, run->to_len, run->from, run->from_len);
    }
    if (map_compose(&document->priv->map, &part, &whole))
        count = map_origin(&whole, (struct ura_span){0, flow.end - flow.start}, out, capacity);
    map_release(&part);
    map_release(&whole);
    return count;
}
