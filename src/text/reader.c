/* reader.c - clean UTF-8 lines out of a file, window by window. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/text.h"

#include <stdlib.h>

#include "base/base.h"
#include "text/clean.h"
#include "text/source.h"

struct ura_reader {
    struct ura_context *context;
    struct ura_reader_options options;
    struct source source;
    struct cleaner cleaner;
    size_t given; /* bytes of the source that the last chunk came from */
    bool failed;  /* nothing comes after an error */
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
    status = cleaner_open(&reader->options, &reader->cleaner, error);
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

/* Whole lines that are at hand, about a window of them: a line is never cut. */
static enum ura_status
gather_lines(struct ura_reader *reader, struct ura_str *out, struct ura_error *error)
{
    struct source *source = &reader->source;
    size_t limit = ura_context_limit(reader->context, URA_LIMIT_LINE), searched = 0;
    enum ura_status status;

    for (size_t wanted = reader->options.window;; wanted *= 2) {
        bool last;

        status =
            wanted ? source_fill(source, wanted, error)
                   : source_fill_all(source, ura_context_limit(reader->context, URA_LIMIT_FILE),
                                     ura_limit_name(URA_LIMIT_FILE), error);
        if (status)
            return status;
        last = source->ended && (wanted == 0 || source->len <= wanted);
        *out = (struct ura_str){source->bytes, last ? source->len : wanted};
        if (!last)
            out->len = line_end_last(*out, searched);
        if (last || out->len)
            return check_lines(reader, *out, source->offset, error);
        if (wanted > limit)
            return refuse_line(reader, URA_STR(""), source->offset, error);
        searched = wanted - 1;
    }
}

/* Says what is wrong with the bytes at error->offset. */
static enum ura_status
explain(struct ura_reader *reader, struct ura_error *error)
{
    const struct source *source = &reader->source;
    uint64_t line = error ? error->line : 0, offset = error ? error->offset : 0;
    unsigned char byte = (unsigned char)source->bytes[offset - source->offset];

    if (byte == 0)
        return error_at(error, URA_BAD_INPUT, line, offset,
                        "a NUL: this is no text; UTF-16 without a mark is read with "
                        "--encoding UTF-16LE or UTF-16BE");
    if (source->ended && byte >= 0xc2 && byte < 0xf5 &&
        source->offset + source->len - offset < 4)
        return error_at(error, URA_BAD_INPUT, line, offset,
                        "is cut off in the middle of a UTF-8 character; get the whole file");
    return error_at(error, URA_BAD_INPUT, line, offset,
                    "damaged UTF-8: byte 0x%02X does not fit here; repair it, or name the "
                    "encoding with --encoding",
                    byte);
}

enum ura_status
ura_reader_next(struct ura_reader *reader, struct ura_chunk *out, struct ura_error *error)
{
    struct cleaner *cleaner = &reader->cleaner;
    struct ura_error inner = {0};
    enum ura_status status;
    struct ura_str lines;
    size_t line = cleaner->line;

    *out = (struct ura_chunk){0};
    if (reader->failed)
        return URA_END;
    source_take(&reader->source, reader->given);
    reader->given = 0;
    status = gather_lines(reader, &lines, error);
    if (!status && lines.len == 0)
        return URA_END;
    if (!status) {
        status = cleaner_run(cleaner, lines, reader->source.offset, NULL, &inner);
        if (status == URA_BAD_INPUT)
            explain(reader, &inner);
        if (status && error)
            *error = inner;
    }
    reader->failed = status != URA_OK;
    if (status) {
        error_set_file(error, reader->options.name);
        return status;
    }
    reader->given = lines.len;
    *out = (struct ura_chunk){cleaner->text, line};
    return URA_OK;
}

const char *
ura_reader_encoding(const struct ura_reader *reader)
{
    (void)reader;
    return "UTF-8";
}

bool
ura_reader_guessed(const struct ura_reader *reader)
{
    (void)reader;
    return false;
}

const struct ura_map *
reader_map(const struct ura_reader *reader)
{
    return &reader->cleaner.map;
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
    cleaner_release(&reader->cleaner);
    free(reader);
}
