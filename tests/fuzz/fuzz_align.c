/* fuzz_align.c - two texts, with a line that is one NUL between them, through the whole job. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <ura/ura.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char BETWEEN[] = "\n\0\n"; /* three bytes */
enum { BETWEEN_LEN = 3, SPANS_MAX = 64 };

static int
count_bytes(const void *bytes, size_t len, void *user)
{
    (void)bytes;
    *(size_t *)user += len;
    return 0;
}

/* Every sentence comes from bytes of the text, in order. */
static void
check_origins(const struct ura_document *document)
{
    struct ura_span spans[SPANS_MAX];

    for (size_t i = 0; i < document->sentence_count; i++) {
        size_t count =
            ura_document_origin(document, document->sentences[i].flow, spans, SPANS_MAX);

        if (count == 0)
            abort();
        for (size_t k = 0; k < count && k < SPANS_MAX; k++)
            if (spans[k].start >= spans[k].end || spans[k].end > document->size ||
                (k && spans[k].start < spans[k - 1].end))
                abort();
    }
}

static void
check_bitext(const struct ura_bitext *bitext, struct ura_context *context)
{
    struct ura_write_options writing = {.context = context, .keep_furniture = true};
    struct ura_error error;

    if (ura_bitext_verify(bitext, &error))
        abort();
    for (size_t i = 0; ura_format_at(i); i++) {
        const struct ura_format *format = ura_format_at(i);
        size_t written = 0;
        struct ura_outputs outputs = {.sink = count_bytes};

        for (size_t k = 0; k < URA_OUTPUTS_MAX; k++)
            outputs.users[k] = &written;
        if (!format->write_bitext && !(format->room & URA_ROOM_TARGET))
            continue;
        if (ura_format_write_bitext(context, format, bitext, &writing, &outputs, &error))
            abort();
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ura_document_options sq = {.language = "sq"}, en = {.language = "en"};
    struct ura_document *source = NULL, *target = NULL;
    struct ura_context *context = NULL;
    struct ura_bitext *bitext = NULL;
    struct ura_error error = {0};
    size_t split = size, rest = size;

    for (size_t i = 0; i + BETWEEN_LEN <= size && split == size; i++)
        if (memcmp(data + i, BETWEEN, BETWEEN_LEN) == 0) {
            split = i;
            rest = i + BETWEEN_LEN;
        }
    if (ura_context_new(getenv("URA_DATA"), &context, &error))
        abort();
    if (!ura_document_read(context, data, split, &sq, &source, &error) &&
        !ura_document_read(context, data + rest, size - rest, &en, &target, &error)) {
        check_origins(source);
        check_origins(target);
        if (!ura_pair_align(context, source, target, NULL, &bitext, &error))
            check_bitext(bitext, context);
        else if (source->sentence_count || target->sentence_count)
            abort();
    }
    ura_bitext_free(bitext);
    ura_document_free(target);
    ura_document_free(source);
    ura_context_free(context);
    return 0;
}
