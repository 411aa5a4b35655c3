/* raw_lines.c - lines that only LF ends, out of any encoding, with nothing cleaned. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/raw_lines.h"

#include <unicode/utf8.h>

enum { STEP = 1 << 16 }; /* bytes that are read or decoded at a time */

enum ura_status
raw_lines_open(struct ura_context *context, struct ura_input *input,
               const struct ura_reader_options *options, struct raw_lines *out,
               struct ura_error *error)
{
    *out = (struct raw_lines){.context = context, .options = *options, .source = {.fd = -1}};
    return source_open_input(input, &out->source, error);
}

static enum ura_status
begin(struct raw_lines *lines, struct ura_error *error)
{
    struct encoding encoding;
    enum ura_status status = source_fill(&lines->source, ENCODING_SAMPLE, error);

    lines->begun = true;
    if (!status)
        status = encoding_find(lines->context, &lines->source, lines->options.encoding,
                               lines->options.language, &encoding, error);
    if (!status)
        status = decoder_open(encoding.name, &lines->decoder, error);
    if (!status && encoding.guessed)
        context_report(lines->context, URA_REPORT_NOTE,
                       "%s: encoding %s guessed; --encoding names another",
                       lines->options.name ? lines->options.name : "input", encoding.name);
    lines->ended =
        lines->decoder.kind == DECODER_NONE ? lines->source.ended : lines->source.len == 0;
    return status;
}

static struct ura_str
at_hand(const struct raw_lines *lines)
{
    struct ura_str text = {lines->source.bytes, lines->source.len};

    if (lines->decoder.kind != DECODER_NONE)
        text = buf_str(&lines->decoder.text);
    return ura_str_slice(text, lines->at, text.len);
}

/* Drops what was given and has more at hand. */
static enum ura_status
fetch(struct raw_lines *lines, struct ura_error *error)
{
    struct source *source = &lines->source;
    struct decoder *decoder = &lines->decoder;
    size_t given = lines->at, used;
    struct ura_str bytes;
    enum ura_status status;

    lines->at = 0;
    if (decoder->kind == DECODER_NONE) {
        source_take(source, given);
        /* Doubling: a long line is not moved again for every step. */
        status = source_fill(source, source->len * 2 + STEP, error);
        lines->ended = source->ended;
        return status;
    }
    decoder_take(decoder, given);
    status = source_fill(source, STEP, error);
    if (status)
        return status;
    bytes = (struct ura_str){source->bytes, source->len < STEP ? source->len : STEP};
    status = decoder_run(decoder, bytes, source->offset,
                         source->ended && bytes.len == source->len, &used, error);
    source_take(source, used);
    lines->ended = source->ended && source->len == 0;
    return status;
}

/* The first byte of LINE that is no UTF-8, or a NUL; its length where there is none. */
static size_t
find_damage(struct ura_str line)
{
    size_t at = 0;

    while (at < line.len) {
        uint64_t word;
        UChar32 c;

        while (line.len - at >= sizeof word) {
            memcpy(&word, line.ptr + at, sizeof word);
            /* A byte with its high bit set, or (the usual trick) one that is zero. */
            if ((word | (word - UINT64_C(0x0101010101010101))) & UINT64_C(0x8080808080808080))
                break;
            at += sizeof word;
        }
        for (size_t i = 0; i < sizeof word && at < line.len; i++) {
            size_t next = at;

            U8_NEXT((const uint8_t *)line.ptr, next, line.len, c);
            if (c <= 0)
                return at;
            at = next;
        }
    }
    return line.len;
}

static enum ura_status
check_line(const struct raw_lines *lines, struct ura_str line, struct ura_error *error)
{
    size_t limit = ura_context_limit(lines->context, URA_LIMIT_LINE), bad;

    if (line.len > limit)
        return error_set(error, URA_TOO_LARGE,
                         "this line is longer than %zu bytes; raise --%s to read it", limit,
                         ura_limit_name(URA_LIMIT_LINE));
    bad = find_damage(line);
    if (bad == line.len)
        return URA_OK;
    if (line.ptr[bad] == 0)
        return error_set(error, URA_BAD_INPUT,
                         "a NUL, byte %zu of the line: this is no text; name a text file",
                         bad + 1);
    return error_set(error, URA_BAD_INPUT,
                     "damaged UTF-8: byte %zu of the line, 0x%02X, does not fit there; repair "
                     "it, or name the encoding with --encoding",
                     bad + 1, (unsigned char)line.ptr[bad]);
}

/* The next line with what ends it still at hand; *LEN bytes of it are to be taken. */
static enum ura_status
find_line(struct raw_lines *lines, struct ura_str *out, size_t *len, struct ura_error *error)
{
    size_t limit = ura_context_limit(lines->context, URA_LIMIT_LINE), searched = 0;

    for (;;) {
        struct ura_str text = at_hand(lines);
        const char *end =
            text.len > searched ? memchr(text.ptr + searched, '\n', text.len - searched) : NULL;
        enum ura_status status;

        if (end || lines->ended) {
            *out = ura_str_slice(text, 0, end ? (size_t)(end - text.ptr) : text.len);
            *len = end ? out->len + 1 : out->len;
            return *len ? URA_OK : URA_END;
        }
        if (text.len > limit)
            return check_line(lines, text, error);
        searched = text.len;
        status = fetch(lines, error);
        if (status)
            return status;
    }
}

enum ura_status
raw_lines_next(struct raw_lines *lines, struct ura_str *out, struct ura_error *error)
{
    static const char mark[] = "\xef\xbb\xbf";
    enum ura_status status = lines->begun ? URA_OK : begin(lines, error);
    size_t len = 0;

    *out = (struct ura_str){"", 0};
    if (!status) {
        status = find_line(lines, out, &len, error);
        lines->line += status != URA_END;
    }
    if (!status) {
        lines->at += len;
        if (out->len && out->ptr[out->len - 1] == '\r')
            out->len--;
        if (lines->line == 1 && out->len >= sizeof mark - 1 &&
            memcmp(out->ptr, mark, sizeof mark - 1) == 0)
            *out = ura_str_slice(*out, sizeof mark - 1, out->len);
        status = check_line(lines, *out, error);
    }
    if (status < 0) {
        if (error && !error->line)
            error->line = lines->line;
        error_set_file(error, lines->options.name);
    }
    return status;
}

void
raw_lines_close(struct raw_lines *lines)
{
    if (!lines->context)
        return;
    source_release(&lines->source);
    decoder_release(&lines->decoder);
    *lines = (struct raw_lines){.source = {.fd = -1}};
}
