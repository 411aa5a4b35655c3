/* reader.c - clean UTF-8 lines out of a file, window by window. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/text.h"

#include <stdlib.h>

#include "base/base.h"
#include "text/clean.h"
#include "text/decode.h"
#include "text/encoding.h"
#include "text/source.h"

enum { LONGEST_END = 4 }; /* bytes of a line end, and of what decides whether it is one */

struct ura_reader {
    struct ura_context *context;
    struct ura_reader_options options;
    struct source source;
    struct encoding encoding; /* no name: not looked at yet */
    struct decoder decoder;
    struct cleaner cleaner;
    struct ura_map map; /* of the last chunk, where there is something to decode */
    size_t given;       /* bytes that the last chunk came from: of the source or decoded */
    bool failed;        /* nothing comes after an error */
};

static enum ura_status
make_reader(struct ura_context *context, const struct ura_reader_options *options,
            struct ura_reader **out, struct ura_error *error)
{
    struct ura_reader *reader = calloc(1, sizeof *reader);
    enum ura_status status;

    *out = NULL;
    if (!reader)
        return error_memory(error);
    reader->context = context;
    if (options)
        reader->options = *options;
    reader->source.fd = -1;
    status = cleaner_open(context, &reader->options, &reader->cleaner, error);
    if (status) {
        ura_reader_free(reader);
        return status;
    }
    *out = reader;
    return URA_OK;
}

enum ura_status
ura_reader_open(struct ura_context *context, const char *path,
                const struct ura_reader_options *options, struct ura_reader **out,
                struct ura_error *error)
{
    enum ura_status status = make_reader(context, options, out, error);

    if (status)
        return status;
    if (!(*out)->options.name)
        (*out)->options.name = path;
    status = source_open(path, &(*out)->source, error);
    if (status) {
        error_set_file(error, (*out)->options.name);
        ura_reader_free(*out);
        *out = NULL;
    }
    return status;
}

enum ura_status
ura_reader_open_bytes(struct ura_context *context, const void *bytes, size_t len,
                      const struct ura_reader_options *options, struct ura_reader **out,
                      struct ura_error *error)
{
    enum ura_status status = make_reader(context, options, out, error);

    if (!status)
        status = source_open_bytes(bytes, len, &(*out)->source, error);
    if (status) {
        ura_reader_free(*out);
        *out = NULL;
    }
    return status;
}

enum ura_status
ura_reader_open_input(struct ura_context *context, struct ura_input *input,
                      const struct ura_reader_options *options, struct ura_reader **out,
                      struct ura_error *error)
{
    enum ura_status status = make_reader(context, options, out, error);

    if (status)
        return status;
    if (!(*out)->options.name)
        (*out)->options.name = ura_input_name(input);
    status = source_open_input(input, &(*out)->source, error);
    if (status) {
        ura_reader_free(*out);
        *out = NULL;
    }
    return status;
}

/* Refuses the line that comes after BEFORE, at OFFSET. */
static enum ura_status
refuse_line(const struct ura_reader *reader, struct ura_str before, size_t offset,
            struct ura_error *error)
{
    return error_at(error, URA_TOO_LARGE, reader->cleaner.line + line_ends_count(before),
                    offset, "this line is longer than %zu bytes; raise --%s to read it",
                    ura_context_limit(reader->context, URA_LIMIT_LINE),
                    ura_limit_name(URA_LIMIT_LINE));
}

/* Refuses TEXT if one of its lines is over the limit; OFFSET is that of its first byte. */
static enum ura_status
check_lines(const struct ura_reader *reader, struct ura_str text, size_t offset,
            struct ura_error *error)
{
    size_t limit = ura_context_limit(reader->context, URA_LIMIT_LINE);

    for (size_t start = 0; text.len - start > limit;) {
        struct ura_str rest = ura_str_slice(text, start, start + limit + 1);
        size_t end = line_end_last(rest, 0);

        if (end == 0)
            return refuse_line(reader, ura_str_slice(text, 0, start), offset + start, error);
        start += end;
    }
    return URA_OK;
}

/* Where line ends are mixed, a text that is at hand as a whole is read as a whole. */
static void
look_at_line_ends(struct ura_reader *reader)
{
    const struct source *source = &reader->source;
    enum decoder_kind kind = reader->decoder.kind;

    if (!source->ended || source->len > ENCODING_SAMPLE ||
        (kind != DECODER_NONE && kind != DECODER_TABLE))
        return;
    reader->cleaner.mixed = line_ends_are_mixed((struct ura_str){source->bytes, source->len});
    if (reader->cleaner.mixed)
        reader->options.window = 0;
}

/* Looks at the input before anything is read of it. */
static enum ura_status
begin(struct ura_reader *reader, struct ura_error *error)
{
    const struct ura_reader_options *options = &reader->options;
    struct encoding *encoding = &reader->encoding;
    enum ura_status status;

    status = options->window
                 ? source_fill(&reader->source, ENCODING_SAMPLE, error)
                 : source_fill_all(&reader->source,
                                   ura_context_limit(reader->context, URA_LIMIT_FILE),
                                   ura_limit_name(URA_LIMIT_FILE), error);
    if (!status)
        status = encoding_find(reader->context, &reader->source, options->encoding,
                               options->language, encoding, error);
    if (!status)
        status = decoder_open(reader->context, encoding->name, &reader->decoder, error);
    if (!status)
        look_at_line_ends(reader);
    if (!status && encoding->guessed)
        context_report(reader->context, URA_REPORT_NOTE,
                       "%s: encoding %s guessed; --encoding names another",
                       options->name ? options->name : "input", encoding->name);
    return status;
}

/* Whole lines of UTF-8 that are at hand, about a window of them: a line is never cut. */
static enum ura_status
gather_lines(struct ura_reader *reader, struct ura_str *out, struct ura_error *error)
{
    struct source *source = &reader->source;
    size_t limit = ura_context_limit(reader->context, URA_LIMIT_LINE), searched = 0;

    for (size_t wanted = reader->options.window ? reader->options.window : source->len;;
         wanted *= 2) {
        enum ura_status status = source_fill(source, wanted, error);
        bool last = source->ended && source->len <= wanted;

        if (status)
            return status;
        *out = (struct ura_str){source->bytes, last ? source->len : wanted};
        if (!last)
            out->len = line_end_last(*out, searched);
        if (last || out->len)
            return check_lines(reader, *out, source->offset, error);
        if (wanted > limit)
            return refuse_line(reader, URA_STR(""), source->offset, error);
        searched = wanted > LONGEST_END ? wanted - LONGEST_END : 0;
    }
}

/* Decodes the next bytes, about a window of them. */
static enum ura_status
decode_more(struct ura_reader *reader, struct ura_error *error)
{
    enum { SMALLEST = 64 }; /* bytes: more than a character takes in any encoding */
    struct source *source = &reader->source;
    struct decoder *decoder = &reader->decoder;
    size_t wanted = reader->options.window ? reader->options.window : source->len, used;
    enum ura_status status;
    struct ura_str bytes;

    if (wanted < SMALLEST)
        wanted = SMALLEST;
    status = source_fill(source, wanted, error);
    if (status)
        return status;
    bytes = (struct ura_str){source->bytes, source->len < wanted ? source->len : wanted};
    status = decoder_run(decoder, bytes, source->offset,
                         source->ended && bytes.len == source->len, &used, error);
    if (status == URA_BAD_INPUT && error)
        error->line = reader->cleaner.line + line_ends_count(buf_str(&decoder->text));
    source_take(source, used);
    return status;
}

/* The same as gather_lines where there is something to decode. */
static enum ura_status
gather_decoded(struct ura_reader *reader, struct ura_str *out, struct ura_error *error)
{
    struct decoder *decoder = &reader->decoder;
    size_t limit = ura_context_limit(reader->context, URA_LIMIT_LINE), searched = 0;

    for (;;) {
        bool last = reader->source.ended && reader->source.len == 0;
        enum ura_status status;

        *out = buf_str(&decoder->text);
        if (!last)
            out->len = line_end_last(*out, searched);
        if (last || out->len)
            return check_lines(reader, *out,
                               map_cover(&decoder->map, (struct ura_span){0, 0}).start, error);
        if (decoder->text.len > limit)
            return refuse_line(reader, URA_STR(""),
                               map_cover(&decoder->map, (struct ura_span){0, 0}).start, error);
        searched = decoder->text.len > LONGEST_END ? decoder->text.len - LONGEST_END : 0;
        status = decode_more(reader, error);
        if (status)
            return status;
    }
}

/* Says what is wrong with the byte at AT of TEXT, UTF-8 that ends the input if LAST. */
static enum ura_status
explain(struct ura_str text, size_t at, bool last, struct ura_error *error)
{
    unsigned char byte = (unsigned char)text.ptr[at];
    uint64_t line = error->line, offset = error->offset;

    if (byte == 0)
        return error_at(error, URA_BAD_INPUT, line, offset,
                        "a NUL: this is no text; UTF-16 without a mark is read with "
                        "--encoding UTF-16LE or UTF-16BE");
    if (last && byte >= 0xc2 && byte < 0xf5 && text.len - at < 4)
        return error_at(error, URA_BAD_INPUT, line, offset,
                        "is cut off in the middle of a UTF-8 character; get the whole file");
    return error_at(error, URA_BAD_INPUT, line, offset,
                    "damaged UTF-8: byte 0x%02X does not fit here; repair it, or name the "
                    "encoding with --encoding",
                    byte);
}

/* Cleans LINES; the map then leads to the file. */
static enum ura_status
clean(struct ura_reader *reader, struct ura_str lines, struct ura_error *error)
{
    const struct source *source = &reader->source;
    const struct ura_map *decoded =
        reader->decoder.kind == DECODER_NONE ? NULL : &reader->decoder.map;
    size_t offset = decoded ? 0 : source->offset, bad;
    enum ura_status status;

    status = cleaner_run(&reader->cleaner, lines, offset, decoded, error);
    if (status == URA_BAD_INPUT) {
        bad = (size_t)error->offset - offset;
        error->offset =
            decoded ? map_cover(decoded, (struct ura_span){bad, bad + 1}).start : error->offset;
        return explain(lines, bad, !decoded && source->ended && lines.len == source->len,
                       error);
    }
    if (!status && decoded && !map_compose(decoded, &reader->cleaner.map, &reader->map))
        status = error_memory(error);
    return status;
}

enum ura_status
ura_reader_next(struct ura_reader *reader, struct ura_chunk *out, struct ura_error *error)
{
    bool decoding = reader->decoder.kind != DECODER_NONE;
    size_t line = reader->cleaner.line;
    struct ura_error inner = {0};
    enum ura_status status = URA_OK;
    struct ura_str lines = {"", 0};

    *out = (struct ura_chunk){0};
    if (reader->failed)
        return URA_END;
    if (decoding)
        decoder_take(&reader->decoder, reader->given);
    else
        source_take(&reader->source, reader->given);
    reader->given = 0;
    if (!reader->encoding.name)
        status = begin(reader, &inner);
    if (!status)
        status = reader->decoder.kind == DECODER_NONE ? gather_lines(reader, &lines, &inner)
                                                      : gather_decoded(reader, &lines, &inner);
    if (!status && lines.len == 0)
        return URA_END;
    if (!status)
        status = clean(reader, lines, &inner);
    if (status) {
        reader->failed = true;
        error_set_file(&inner, reader->options.name);
        if (error)
            *error = inner;
        return status;
    }
    reader->given = lines.len;
    *out = (struct ura_chunk){reader->cleaner.text, line};
    return URA_OK;
}

const char *
ura_reader_encoding(const struct ura_reader *reader)
{
    return reader->encoding.name ? reader->encoding.name : "UTF-8";
}

bool
ura_reader_guessed(const struct ura_reader *reader)
{
    return reader->encoding.guessed;
}

const struct ura_map *
reader_map(const struct ura_reader *reader)
{
    return reader->decoder.kind == DECODER_NONE ? &reader->cleaner.map : &reader->map;
}

size_t
reader_size(const struct ura_reader *reader)
{
    return reader->source.size;
}

uint64_t
reader_hash(const struct ura_reader *reader)
{
    return hash_stream_value(reader->source.hash);
}

void
ura_reader_free(struct ura_reader *reader)
{
    if (!reader)
        return;
    source_release(&reader->source);
    decoder_release(&reader->decoder);
    cleaner_release(&reader->cleaner);
    map_release(&reader->map);
    free(reader);
}
