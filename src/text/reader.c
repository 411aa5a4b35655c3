/* reader.c - clean UTF-8 lines out of a file, window by window. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/text.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/base.h"

struct ura_reader {
    struct ura_context *context;
    struct ura_buf bytes;
    struct ura_map map;
    bool done;
};

enum ura_status
ura_reader_open(struct ura_context *context, const char *path,
                const struct ura_reader_options *options, struct ura_reader **out,
                struct ura_error *error)
{
    struct ura_reader *reader = calloc(1, sizeof *reader);
    enum ura_status status;

    (void)options;
    *out = NULL;
    if (!reader)
        return error_memory(error);
    reader->context = context;
    status = file_load(path, ura_context_limit(context, URA_LIMIT_FILE),
                       ura_limit_name(URA_LIMIT_FILE), &reader->bytes, error);
    if (status) {
        ura_reader_free(reader);
        return status;
    }
    *out = reader;
    return URA_OK;
}

enum ura_status
ura_reader_open_bytes(struct ura_context *context, const void *bytes, size_t len,
                      const struct ura_reader_options *options, struct ura_reader **out,
                      struct ura_error *error)
{
    struct ura_reader *reader = calloc(1, sizeof *reader);

    (void)options;
    *out = NULL;
    if (!reader)
        return error_memory(error);
    reader->context = context;
    buf_append(&reader->bytes, bytes, len);
    *out = reader;
    return URA_OK;
}

enum ura_status
ura_reader_next(struct ura_reader *reader, struct ura_chunk *out, struct ura_error *error)
{
    (void)error;
    *out = (struct ura_chunk){0};
    if (reader->done)
        return URA_END;
    reader->done = true;
    map_append(&reader->map, reader->bytes.len, 0, reader->bytes.len);
    *out = (struct ura_chunk){buf_str(&reader->bytes), 1};
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
    return &reader->map;
}

size_t
reader_size(const struct ura_reader *reader)
{
    return reader->bytes.len;
}

uint64_t
reader_hash(const struct ura_reader *reader)
{
    return hash_bytes(reader->bytes.ptr, reader->bytes.len);
}

void
ura_reader_free(struct ura_reader *reader)
{
    if (!reader)
        return;
    buf_release(&reader->bytes);
    map_release(&reader->map);
    free(reader);
}
