/* document.c - one text through the rooms above: read, laid out, cut into sentences. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "document/document.h"

#include <stdlib.h>

void
ura_document_free(struct ura_document *document)
{
    if (!document)
        return;
    if (document->priv) {
        window_release(&document->priv->window);
        layout_release(&document->priv->layout);
        segmenter_free(document->priv->segmenter);
        free(document->priv->marks);
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

/* Where the byte FLOW of the flow text stands in the clean text. */
static size_t
clean_offset(const struct ura_document *document, size_t flow)
{
    return map_cover(&document->priv->layout.map, (struct ura_span){flow, flow + 1}).start;
}

/*
 * An aside may interrupt the block that it stands behind (a page end in a paragraph): it comes
 * before the first sentence that begins after it in the text.
 */
static enum ura_status
add_aside(struct ura_document *document, size_t block, struct ura_error *error)
{
    struct ura_span flow = document->blocks[block].flow;
    size_t at = clean_offset(document, flow.start), before = document->sentence_count;
    struct ura_aside *grown;

    while (before > 0 &&
           clean_offset(document, document->sentences[before - 1].flow.start) > at)
        before--;
    grown = array_grow(document->asides, &document->priv->aside_capacity,
                       document->aside_count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    document->asides = grown;
    grown[document->aside_count++] =
        (struct ura_aside){flow, document->blocks[block].furniture, block, before};
    return URA_OK;
}

static enum ura_status
segment_blocks(struct ura_document *document, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    document->sentence_base += document->sentence_count;
    document->sentence_count = document->aside_count = 0;
    for (size_t i = 0; !status && i < document->block_count; i++) {
        const struct ura_block *block = &document->blocks[i];
        struct gathering gathering = {document, i, error};

        if (block->kind == URA_BLOCK_FURNITURE)
            status = add_aside(document, i, error);
        else if (document->layout == URA_LAYOUT_LINES)
            status = add_sentence((struct ura_span){0, block->flow.end - block->flow.start},
                                  &gathering);
        else
            status = segmenter_sentences(document->priv->segmenter,
                                         ura_document_text(document, block->flow), block->kind,
                                         add_sentence, &gathering, error);
    }
    return status;
}

/*
 * Lays out what is at hand. Where more follows, the last block may go on in it: it is left for
 * the next window, and where it is the only one, more is read until it ends.
 */
static enum ura_status
lay_out(struct ura_document *document, struct ura_error *error)
{
    struct ura_document_private *priv = document->priv;
    struct layout *layout = &priv->layout;
    struct window *window = &priv->window;
    size_t limit = ura_context_limit(priv->context, URA_LIMIT_LINE);

    for (;;) {
        enum ura_status status =
            layout_read(priv->context, buf_str(&window->text), document->language, priv->kind,
                        window->line, layout, error);

        if (status)
            return status;
        if (!window->reader) {
            priv->keep_from = window->text.len;
            return URA_OK;
        }
        if (layout->kind == URA_LAYOUT_WIRE) {
            /* Nothing that is longer than a window is a story. */
            priv->kind = URA_LAYOUT_PLAIN;
            continue;
        }
        if (layout->last_block > 0 && layout->last_start > 0) {
            priv->keep_from = layout->last_start;
            layout->block_count = layout->last_block;
            return URA_OK;
        }
        status = window_fill(window, 2 * window->text.len, error);
        if (!status && window->reader && window->text.len > limit)
            return error_set(error, URA_TOO_LARGE,
                             "a paragraph is longer than %zu bytes; raise --%s to read it",
                             limit, ura_limit_name(URA_LIMIT_LINE));
        if (status)
            return status;
    }
}

/* Takes the text at hand through layout and segmentation. */
static enum ura_status
build(struct ura_document *document, struct ura_error *error)
{
    struct ura_document_private *priv = document->priv;
    enum ura_status status = lay_out(document, error);

    if (status)
        return status;
    priv->kind = document->layout = priv->layout.kind;
    document->encoding = priv->window.encoding;
    document->size = priv->window.size;
    document->hash = priv->window.hash;
    document->text = buf_str(&priv->window.text);
    document->flow = buf_str(&priv->layout.flow);
    document->blocks = priv->layout.blocks;
    document->block_count = priv->layout.block_count;
    document_apply_marks(document);
    return segment_blocks(document, error);
}

enum ura_status
ura_document_next(struct ura_document *document, struct ura_error *error)
{
    struct ura_document_private *priv = document->priv;
    enum ura_status status = URA_OK;

    if (!priv->window.reader && priv->keep_from == priv->window.text.len)
        return URA_END;
    window_drop(&priv->window, priv->keep_from);
    if (priv->window.reader)
        status = window_fill(&priv->window, priv->window_size, error);
    if (!status)
        status = build(document, error);
    if (status)
        error_set_file(error, document->name);
    return status;
}

bool
ura_document_is_last(const struct ura_document *document)
{
    return !document->priv->window.reader;
}

/* Reads the first window, or everything where READER gives it in one chunk. */
static enum ura_status
start(struct ura_document *document, const struct ura_document_options *options,
      struct ura_error *error)
{
    struct ura_document_private *priv = document->priv;
    enum ura_status status = window_fill(&priv->window, priv->window_size, error);

    if (!status)
        status =
            document_find_language(document, options->language, options->candidates, error);
    if (!status)
        status = segmenter_new(priv->context, document->language, &priv->segmenter, error);
    if (!status && options->rules)
        status = segmenter_use_rules(priv->segmenter, options->rules, error);
    if (!status)
        status = build(document, error);
    return status;
}

enum ura_status
document_new(struct ura_context *context, const char *name, struct ura_document **out,
             struct ura_error *error)
{
    struct ura_document *document = calloc(1, sizeof *document);

    *out = NULL;
    if (!document)
        return error_memory(error);
    document->name = strdup(name);
    document->priv = calloc(1, sizeof *document->priv);
    if (!document->priv || !document->name) {
        ura_document_free(document);
        return error_memory(error);
    }
    document->priv->context = context;
    *out = document;
    return URA_OK;
}

enum ura_status
document_start(struct ura_document *document, struct ura_reader *reader,
               const struct ura_document_options *options, size_t window,
               struct ura_error *error)
{
    enum ura_status status;

    document->priv->window_size = window ? window : SIZE_MAX;
    document->priv->kind = options->layout;
    window_open(reader, &document->priv->window);
    status = start(document, options, error);
    if (status) {
        error_set_file(error, document->name);
        ura_document_free(document);
    }
    return status;
}

/* Takes over READER. */
static enum ura_status
new_document(struct ura_context *context, struct ura_reader *reader,
             const struct ura_document_options *options, const char *name, size_t window,
             struct ura_document **out, struct ura_error *error)
{
    struct ura_document *document;
    enum ura_status status = document_new(context, name, &document, error);

    if (status) {
        ura_reader_free(reader);
        return status;
    }
    status = document_start(document, reader, options, window, error);
    if (!status)
        *out = document;
    return status;
}

enum ura_status
ura_document_read(struct ura_context *context, const void *bytes, size_t len,
                  const struct ura_document_options *options, struct ura_document **out,
                  struct ura_error *error)
{
    const char *name = options->name ? options->name : "-";
    struct ura_reader_options reading = {
        .encoding = options->encoding, .name = name, .language = options->language};
    struct ura_reader *reader;
    enum ura_status status;

    *out = NULL;
    status = ura_reader_open_bytes(context, bytes, len, &reading, &reader, error);
    if (status) {
        error_set_file(error, name);
        return status;
    }
    return new_document(context, reader, options, name, 0, out, error);
}

static enum ura_status
open_path(struct ura_context *context, const char *path,
          const struct ura_document_options *options, size_t window, struct ura_document **out,
          struct ura_error *error)
{
    const char *name = options->name ? options->name : path;
    struct ura_reader_options reading = {.encoding = options->encoding,
                                         .name = name,
                                         .language = options->language,
                                         .window = window};
    struct ura_reader *reader;
    enum ura_status status;

    *out = NULL;
    status = ura_reader_open(context, path, &reading, &reader, error);
    if (status) {
        error_set_file(error, name);
        return status;
    }
    return new_document(context, reader, options, name, window, out, error);
}

enum ura_status
ura_document_open(struct ura_context *context, const char *path,
                  const struct ura_document_options *options, struct ura_document **out,
                  struct ura_error *error)
{
    return open_path(context, path, options, 0, out, error);
}

enum ura_status
ura_document_open_input(struct ura_context *context, struct ura_input *input,
                        const struct ura_document_options *options, size_t window,
                        struct ura_document **out, struct ura_error *error)
{
    const char *name = options->name ? options->name : ura_input_name(input);
    struct ura_reader_options reading = {.encoding = options->encoding,
                                         .name = name,
                                         .language = options->language,
                                         .window = window};
    struct ura_reader *reader;
    enum ura_status status;

    *out = NULL;
    if (options->layout == URA_LAYOUT_WIRE)
        reading.window = window = 0;
    status = ura_reader_open_input(context, input, &reading, &reader, error);
    if (status) {
        error_set_file(error, name);
        return status;
    }
    return new_document(context, reader, options, name, window, out, error);
}

enum ura_status
ura_document_open_window(struct ura_context *context, const char *path,
                         const struct ura_document_options *options, size_t window,
                         struct ura_document **out, struct ura_error *error)
{
    /* A story is laid out whole: what stands at its foot tells what its head was. */
    if (options->layout == URA_LAYOUT_WIRE)
        window = 0;
    return open_path(context, path, options, window, out, error);
}
