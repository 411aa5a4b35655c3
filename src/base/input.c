/* input.c - a stream of bytes that can be looked at before it is read. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/input.h"

#include <stdlib.h>

enum { INPUT_STEP = 1 << 16 }; /* bytes that are asked for at a time: what a pipe holds */

struct ura_input {
    const char *name;
    const char *path; /* NULL where it can't be opened again */
    input_read_function *read;
    void (*free_user)(void *user);
    void *user;
    struct ura_buf buf; /* [at, len) was looked at and not taken */
    size_t at;
    bool ended;
    size_t offset;
    struct hash_stream *hash;
};

enum ura_status
input_new(const char *name, input_read_function *read, void (*free_user)(void *user),
          void *user, struct ura_input **out, struct ura_error *error)
{
    struct ura_input *input = calloc(1, sizeof *input);

    *out = NULL;
    if (input)
        input->hash = hash_stream_new();
    if (!input || !input->hash) {
        free(input);
        free_user(user);
        return error_memory(error);
    }
    input->name = name;
    input->read = read;
    input->free_user = free_user;
    input->user = user;
    *out = input;
    return URA_OK;
}

void
input_set_path(struct ura_input *input, const char *path)
{
    input->path = path;
}

/* Appends what the next read gives. */
static enum ura_status
fill(struct ura_input *input, struct ura_error *error)
{
    enum ura_status status;
    size_t got = 0;

    if (input->at == input->buf.len)
        input->at = input->buf.len = 0;
    if (!buf_reserve(&input->buf, INPUT_STEP))
        return error_memory(error);
    status = input->read(input->user, input->buf.ptr + input->buf.len, INPUT_STEP, &got, error);
    if (status) {
        error_set_file(error, input->name);
        return status;
    }
    input->buf.len += got;
    input->ended = got == 0;
    return URA_OK;
}

enum ura_status
ura_input_peek(struct ura_input *input, size_t wanted, struct ura_str *out,
               struct ura_error *error)
{
    while (!input->ended && input->buf.len - input->at < wanted) {
        enum ura_status status = fill(input, error);

        if (status)
            return status;
    }
    *out = input->buf.len == input->at
               ? URA_STR("")
               : (struct ura_str){input->buf.ptr + input->at, input->buf.len - input->at};
    return URA_OK;
}

enum ura_status
ura_input_read(struct ura_input *input, void *bytes, size_t size, size_t *got,
               struct ura_error *error)
{
    *got = 0;
    while (*got < size) {
        size_t left = input->buf.len - input->at, step = size - *got;

        if (left == 0 && input->ended)
            break;
        if (left == 0) {
            enum ura_status status = fill(input, error);

            if (status)
                return status;
            continue;
        }
        if (step > left)
            step = left;
        memcpy((char *)bytes + *got, input->buf.ptr + input->at, step);
        input->at += step;
        *got += step;
    }
    hash_stream_add(input->hash, bytes, *got);
    input->offset += *got;
    return URA_OK;
}

enum ura_status
input_drain(struct ura_input *input, struct ura_error *error)
{
    char bytes[4096];
    size_t got;

    do {
        enum ura_status status = ura_input_read(input, bytes, sizeof bytes, &got, error);

        if (status)
            return status;
    } while (got > 0);
    return URA_OK;
}

size_t
ura_input_offset(const struct ura_input *input)
{
    return input->offset;
}

uint64_t
ura_input_hash(const struct ura_input *input)
{
    return hash_stream_value(input->hash);
}

const char *
ura_input_name(const struct ura_input *input)
{
    return input->name;
}

const char *
ura_input_path(const struct ura_input *input)
{
    return input->path;
}

void
ura_input_free(struct ura_input *input)
{
    if (!input)
        return;
    input->free_user(input->user);
    hash_stream_free(input->hash);
    buf_release(&input->buf);
    free(input);
}
