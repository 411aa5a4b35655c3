/* tokens.c - the sentences of a document as numbers of types. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/tokens.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lexicon/reader.h"

enum { CLOSING_MAX = 64 }; /* bytes at the end of a sentence that hold its closing marks */

/* Letters and digits; the length of a sentence. */
static float
measure(struct ura_str text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.len;) {
        uint8_t byte = (uint8_t)text.ptr[at];
        UChar32 letter;

        if (byte < 0x80) {
            at++;
            count +=
                (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
            continue;
        }
        U8_NEXT((const uint8_t *)text.ptr, at, text.len, letter);
        count += letter >= 0 && u_isalnum(letter);
    }
    return (float)count;
}

/* Whether TEXT ends without a closing mark, quotes and brackets apart. */
static bool
is_open(struct ura_str text)
{
    size_t start = text.len > CLOSING_MAX ? text.len - CLOSING_MAX : 0;
    const uint8_t *tail = (const uint8_t *)text.ptr + start;
    int32_t at = (int32_t)(text.len - start);

    while (at > 0) {
        UChar32 letter;

        U8_PREV(tail, 0, at, letter);
        if (letter < 0 || u_isUWhiteSpace(letter) || letter == '"' || letter == '\'')
            continue;
        switch (u_charType(letter)) {
        case U_END_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:
        case U_START_PUNCTUATION:
            continue;
        case U_OTHER_PUNCTUATION:
        case U_DASH_PUNCTUATION:
            return letter == '%';
        default:
            return true;
        }
    }
    return true;
}

static uint8_t
find_flags(const struct ura_document *document, size_t i)
{
    const struct ura_sentence *sentences = document->sentences;
    uint8_t flags = is_open(ura_document_text(document, sentences[i].flow)) ? EVIDENCE_OPEN : 0;

    if (!i || document->blocks[sentences[i].block].paragraph !=
                  document->blocks[sentences[i - 1].block].paragraph)
        flags |= EVIDENCE_PARAGRAPH;
    return flags;
}

static enum ura_status
read_sentences(const struct ura_document *document, struct reader *reader,
               struct ura_arena *arena, struct evidence_side *out, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    out->count = document->sentence_count;
    out->first = arena_new(arena, out->count + 1, sizeof *out->first);
    out->length = arena_new(arena, out->count, sizeof *out->length);
    out->flags = arena_new(arena, out->count, sizeof *out->flags);
    if (!out->first || !out->length || !out->flags)
        return error_memory(error);
    for (size_t i = 0; !status && i < out->count; i++) {
        struct ura_str text = ura_document_text(document, document->sentences[i].flow);

        out->first[i] = (uint32_t)reader->count;
        out->length[i] = measure(text);
        out->flags[i] = find_flags(document, i);
        status = reader_read(reader, text, error);
    }
    out->first[out->count] = (uint32_t)reader->count;
    return status;
}

enum ura_status
tokens_read(struct ura_context *context, const struct ura_document *document,
            struct ura_arena *arena, struct vocabulary *vocabulary, struct evidence_side *out,
            struct ura_error *error)
{
    struct reader reader;
    enum ura_status status =
        reader_open(context, document->language, vocabulary, &reader, error);

    if (status)
        return status;
    status = read_sentences(document, &reader, arena, out, error);
    if (!status) {
        out->tokens = arena_new(arena, reader.count, sizeof *out->tokens);
        if (!out->tokens)
            status = error_memory(error);
        else if (reader.count)
            memcpy(out->tokens, reader.tokens, reader.count * sizeof *out->tokens);
        out->type_count = vocabulary->keys.count;
    }
    reader_release(&reader);
    return status;
}
