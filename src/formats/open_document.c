/* open_document.c - files in any format of one text, as documents. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <stdio.h>
#include <stdlib.h>

/* Paragraphs that were read, their texts in an arena. */
struct gathering {
    struct ura_arena arena;
    struct ura_paragraph *items;
    size_t count, capacity;
    size_t bytes;
};

static void
release_gathering(struct gathering *gathering)
{
    arena_release(&gathering->arena);
    free(gathering->items);
}

static enum ura_status
add_paragraph(struct ura_context *context, struct gathering *gathering,
              const struct ura_unit *unit, struct ura_error *error)
{
    size_t limit = ura_context_limit(context, URA_LIMIT_FILE);
    struct ura_paragraph *grown;
    struct ura_str text;

    gathering->bytes += unit->source.len;
    if (gathering->bytes > limit)
        return error_set(error, URA_TOO_LARGE,
                         "holds more than %zu bytes of text; raise --%s to read it", limit,
                         ura_limit_name(URA_LIMIT_FILE));
    grown =
        array_grow(gathering->items, &gathering->capacity, gathering->count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    gathering->items = grown;
    text = arena_copy(&gathering->arena, unit->source);
    if (!text.ptr)
        return error_memory(error);
    grown[gathering->count++] = (struct ura_paragraph){text, unit->kind, unit->furniture};
    return URA_OK;
}

static enum ura_status
gather(struct ura_context *context, struct ura_units *units, struct gathering *gathering,
       struct ura_error *error)
{
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = ura_units_next(units, &unit, error))) {
        status = add_paragraph(context, gathering, &unit, error);
        if (status) {
            error_set_file(error, units->options.name);
            return status;
        }
    }
    return status == URA_END ? input_drain(units->input, error) : status;
}

static enum ura_status
compose(struct ura_context *context, struct ura_units *units,
        const struct ura_document_options *options, struct ura_document **out,
        struct ura_error *error)
{
    const struct ura_units_header *header = ura_units_header(units);
    struct ura_document_options composing = *options;
    struct gathering gathering = {0};
    enum ura_status status = gather(context, units, &gathering, error);
    char language[16];

    composing.name = units->options.name;
    if (!composing.language && header->source_language.len &&
        header->source_language.len < sizeof language) {
        snprintf(language, sizeof language, "%.*s", (int)header->source_language.len,
                 header->source_language.ptr);
        composing.language = language;
    }
    if (composing.layout == URA_LAYOUT_AUTO)
        composing.layout = header->layout;
    if (!status)
        status = ura_document_compose(context, gathering.items, gathering.count,
                                      ura_input_offset(units->input),
                                      ura_input_hash(units->input), &composing, out, error);
    release_gathering(&gathering);
    return status;
}

static enum ura_status
refuse_pairs(const char *format, struct ura_error *error)
{
    return error_set(error, URA_BAD_ARGUMENT,
                     "this %s holds pairs, no single text; ura convert makes one of it",
                     format);
}

/* Everything but plain text: its paragraphs are gathered first. */
static enum ura_status
open_paragraphs(struct ura_context *context, struct ura_input *input,
                const struct ura_format *format, const struct ura_document_options *options,
                struct ura_document **out, struct ura_error *error)
{
    struct ura_units_options reading = {.name = options->name, .encoding = options->encoding};
    struct ura_units *units;
    enum ura_status status = ura_units_open(context, input, format, &reading, &units, error);

    if (status)
        return status;
    if (ura_units_header(units)->content == URA_CONTENT_DOCUMENT)
        status = compose(context, units, options, out, error);
    else
        status = refuse_pairs(format->name, error);
    ura_units_free(units);
    return status;
}

enum ura_status
ura_format_open_document(struct ura_context *context, const char *path,
                         const struct ura_format *format,
                         const struct ura_document_options *options, size_t window,
                         struct ura_document **out, struct ura_error *error)
{
    struct ura_input *input;
    enum ura_status status;

    *out = NULL;
    status = ura_input_open(path, options->name, &input, error);
    if (status)
        return status;
    if (!format)
        status = ura_format_guess(input, true, &format, error);
    else if (format->content != URA_CONTENT_DOCUMENT && format->content != URA_CONTENT_EITHER)
        status = refuse_pairs(format->name, error);
    if (status)
        error_set_file(error, ura_input_name(input));
    else if (format == &format_txt && ura_input_path(input))
        /* A file on a disk can be looked into from end to end, which tells its encoding best.
         */
        status = ura_document_open_window(context, path, options, window, out, error);
    else if (format == &format_txt)
        status = ura_document_open_input(context, input, options, window, out, error);
    else
        status = open_paragraphs(context, input, format, options, out, error);
    if (status)
        error_set_file(error, options->name ? options->name : path);
    ura_input_free(input);
    return status;
}
