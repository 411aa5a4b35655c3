/* raw_lines.c - a text input line by line, decoded and otherwise as it came. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/raw_lines.h"

enum { BLOCK = 256 << 10 }; /* bytes taken at a time: few calls, and it stays in the cache */

static const char mark[] = "\xef\xbb\xbf";

enum ura_status
raw_lines_open(struct ura_units *units, const char *encoding, struct raw_lines *out,
               struct ura_error *error)
{
    return raw_lines_open_input(units, units->input, units->options.name, encoding, out, error);
}

enum ura_status
raw_lines_open_input(struct ura_units *units, struct ura_input *input, const char *name,
                     const char *encoding, struct raw_lines *out, struct ura_error *error)
{
    struct encoding found = {0};
    enum ura_status status;

    *out = (struct raw_lines){.context = units->context, .name = name, .end = '\n'};
    out->source.fd = -1;
    out->decoder.converter = (iconv_t)-1;
    status = source_open_input(input, &out->source, error);
    if (!status)
        status = source_fill(&out->source, ENCODING_SAMPLE, error);
    if (!status && out->source.len)
        status = encoding_find(units->context, &out->source, encoding,
                               units->options.source_language, &found, error);
    if (!status)
        status = decoder_open(units->context, found.name ? found.name : "UTF-8", &out->decoder,
                              error);
    if (!status && found.guessed)
        context_report(units->context, URA_REPORT_NOTE,
                       "%s: encoding %s guessed; --encoding names another", out->name,
                       found.name);
    return status;
}

/* Where the first byte of TEXT is that is no UTF-8; its length if there is none. */
static size_t
first_damage(struct ura_str text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    size_t at = 0;

    while (at < text.len) {
        uint64_t word;
        size_t len;

        if (text.len - at >= sizeof word) {
            memcpy(&word, bytes + at, sizeof word);
            if (!(word & UINT64_C(0x8080808080808080))) {
                at += sizeof word;
                continue;
            }
        }
        len = utf8_sequence(bytes + at, text.len - at);
        if (!len)
            break;
        at += len;
    }
    return at;
}

static size_t
count_lines(struct ura_str text, char end)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == end;
    return count;
}

/* The next block of UTF-8, which may end inside a line but not inside a character. */
static enum ura_status
take_utf_8(struct raw_lines *lines, struct ura_str *out, struct ura_error *error)
{
    struct source *source = &lines->source;
    enum ura_status status = source_fill(source, BLOCK, error);
    size_t whole;

    if (status)
        return status;
    *out = (struct ura_str){source->bytes, source->len < BLOCK ? source->len : BLOCK};
    lines->last = source->ended && out->len == source->len;
    whole = first_damage(*out);
    /* Fewer than four bytes before the end of a block may go on behind it. */
    if (whole < out->len && (lines->last || out->len - whole >= 4)) {
        size_t line = lines->line + count_lines(ura_str_slice(*out, 0, whole), '\n') + 1;

        return error_at(error, URA_BAD_INPUT, line, source->offset + whole,
                        "damaged UTF-8: byte 0x%02X does not fit here; repair it, or name the "
                        "encoding with --encoding",
                        (unsigned char)out->ptr[whole]);
    }
    out->len = lines->given = whole;
    return URA_OK;
}

/* The same where there is something to decode. */
static enum ura_status
take_decoded(struct raw_lines *lines, struct ura_str *out, struct ura_error *error)
{
    struct source *source = &lines->source;
    struct decoder *decoder = &lines->decoder;
    enum ura_status status = source_fill(source, BLOCK, error);
    struct ura_str bytes;
    size_t used = 0;

    if (status)
        return status;
    decoder_take(decoder, decoder->text.len);
    bytes = (struct ura_str){source->bytes, source->len < BLOCK ? source->len : BLOCK};
    lines->last = source->ended && bytes.len == source->len;
    status = decoder_run(decoder, bytes, source->offset, lines->last, &used, error);
    if (status == URA_BAD_INPUT && error)
        error->line = lines->line + count_lines(buf_str(&decoder->text), '\n') + 1;
    lines->given = used;
    *out = buf_str(&decoder->text);
    return status;
}

/* A NUL is in no text, whatever the encoding. */
static enum ura_status
refuse_zeros(const struct raw_lines *lines, struct ura_error *error)
{
    struct ura_str text = lines->rest;
    const char *zero = text.len ? memchr(text.ptr, '\0', text.len) : NULL;

    if (!zero)
        return URA_OK;
    error_set(error, URA_BAD_INPUT,
              "a NUL: this is no text, or --encoding names another encoding");
    if (error)
        error->line = lines->line +
                      count_lines(ura_str_slice(text, 0, (size_t)(zero - text.ptr)), '\n') + 1;
    return URA_BAD_INPUT;
}

static enum ura_status
take_block(struct raw_lines *lines, struct ura_error *error)
{
    enum ura_status status;

    source_take(&lines->source, lines->given);
    lines->given = 0;
    status = lines->decoder.kind == DECODER_NONE ? take_utf_8(lines, &lines->rest, error)
                                                 : take_decoded(lines, &lines->rest, error);
    if (!status)
        status = refuse_zeros(lines, error);
    if (status || lines->begun)
        return status;
    lines->begun = true;
    if (lines->rest.len >= 3 && memcmp(lines->rest.ptr, mark, 3) == 0)
        lines->rest = ura_str_slice(lines->rest, 3, lines->rest.len);
    if (lines->rest.len && !memchr(lines->rest.ptr, '\n', lines->rest.len) &&
        memchr(lines->rest.ptr, '\r', lines->rest.len))
        lines->end = '\r';
    return URA_OK;
}

static enum ura_status
refuse_long(const struct raw_lines *lines, struct ura_error *error)
{
    error_set(error, URA_TOO_LARGE, "this line is longer than %zu bytes; raise --%s to read it",
              ura_context_limit(lines->context, URA_LIMIT_LINE),
              ura_limit_name(URA_LIMIT_LINE));
    if (error)
        error->line = lines->line;
    return URA_TOO_LARGE;
}

/* The line whose first part is all of the block at hand. */
static enum ura_status
join_blocks(struct raw_lines *lines, struct ura_str *out, struct ura_error *error)
{
    size_t limit = ura_context_limit(lines->context, URA_LIMIT_LINE);
    const char *end = NULL;

    buf_clear(&lines->joined);
    buf_append_str(&lines->joined, lines->rest);
    while (!end && !lines->last) {
        enum ura_status status;
        size_t len;

        lines->rest.len = 0;
        lines->line--; /* what is told of the bytes that come is told of this line's end */
        status = take_block(lines, error);
        lines->line++;
        if (status)
            return status;
        end = lines->rest.len ? memchr(lines->rest.ptr, lines->end, lines->rest.len) : NULL;
        len = end ? (size_t)(end - lines->rest.ptr) : lines->rest.len;
        buf_append(&lines->joined, lines->rest.ptr, len);
        if (lines->joined.len > limit)
            return refuse_long(lines, error);
        lines->rest = ura_str_slice(lines->rest, end ? len + 1 : len, lines->rest.len);
    }
    if (!end)
        lines->rest.len = 0;
    *out = buf_str(&lines->joined);
    return lines->joined.failed ? error_memory(error) : URA_OK;
}

enum ura_status
raw_lines_next(struct raw_lines *lines, struct ura_str *out, struct ura_error *error)
{
    enum ura_status status = URA_OK;
    const char *end;

    while (lines->rest.len == 0) {
        if (lines->last)
            return URA_END;
        status = take_block(lines, error);
        if (status)
            return status;
    }
    lines->line++;
    end = memchr(lines->rest.ptr, lines->end, lines->rest.len);
    if (end) {
        size_t len = (size_t)(end - lines->rest.ptr);

        *out = ura_str_slice(lines->rest, 0, len);
        lines->rest = ura_str_slice(lines->rest, len + 1, lines->rest.len);
        if (len > ura_context_limit(lines->context, URA_LIMIT_LINE))
            return refuse_long(lines, error);
    } else {
        status = join_blocks(lines, out, error);
    }
    if (!status && out->len && out->ptr[out->len - 1] == '\r')
        out->len--;
    return status;
}

void
raw_lines_close(struct raw_lines *lines)
{
    if (!lines->context)
        return;
    source_release(&lines->source);
    decoder_release(&lines->decoder);
    buf_release(&lines->joined);
    *lines = (struct raw_lines){0};
}

/* UTF-16 as ASCII; HIGH is which byte of a unit is its high one. */
static size_t
narrow_units(struct ura_str head, size_t high, char *out, size_t size)
{
    size_t len = 0;

    for (size_t at = 2; at + 1 < head.len && len < size; at += 2) {
        char low = head.ptr[at + 1 - high];

        out[len++] = head.ptr[at + high] == 0 && (unsigned char)low < 0x80 ? low : '?';
    }
    return len;
}

size_t
head_narrow(struct ura_str head, char *out, size_t size)
{
    const char *last;
    bool cut;
    size_t len;

    if (head.len >= 2 && memcmp(head.ptr, "\xff\xfe", 2) == 0) {
        cut = head.len / 2 - 1 > size;
        len = narrow_units(head, 1, out, size);
    } else if (head.len >= 2 && memcmp(head.ptr, "\xfe\xff", 2) == 0) {
        cut = head.len / 2 - 1 > size;
        len = narrow_units(head, 0, out, size);
    } else {
        if (head.len >= 3 && memcmp(head.ptr, mark, 3) == 0)
            head = ura_str_slice(head, 3, head.len);
        cut = head.len > size;
        len = cut ? size : head.len;
        if (len)
            memcpy(out, head.ptr, len);
    }
    last = cut ? memrchr(out, '\n', len) : NULL;
    return last ? (size_t)(last + 1 - out) : len;
}
