/* source.c - the bytes of one input as they came: looked at first, then taken. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    READ_STEP = 1 << 16, /* bytes of the smallest read: what a pipe holds */
    PEEK_STEP = 1 << 16  /* bytes that are looked at ahead in one go */
};

static enum ura_status
make_hash(struct source *source, struct ura_error *error)
{
    source->hash = hash_stream_new();
    if (source->hash)
        return URA_OK;
    source_release(source);
    return error_memory(error);
}

enum ura_status
source_open(const char *path, struct source *out, struct ura_error *error)
{
    enum ura_status status;

    *out = (struct source){.bytes = "", .fd = -1};
    status = file_open_read(path, &out->fd, error);
    return status ? status : make_hash(out, error);
}

enum ura_status
source_open_bytes(const void *bytes, size_t len, struct source *out, struct ura_error *error)
{
    enum ura_status status;

    *out = (struct source){
        .bytes = len ? bytes : "", .len = len, .size = len, .ended = true, .fd = -1};
    status = make_hash(out, error);
    if (!status)
        hash_stream_add(out->hash, bytes, len);
    return status;
}

enum ura_status
source_open_input(struct ura_input *input, struct source *out, struct ura_error *error)
{
    *out = (struct source){.bytes = "", .fd = -1, .input = input};
    return make_hash(out, error);
}

/* Reads SIZE bytes behind those at hand. */
static enum ura_status
read_more(struct source *source, size_t size, struct ura_error *error)
{
    struct ura_buf *buf = &source->buf;
    size_t got;
    enum ura_status status;

    if (source->len && source->bytes != buf->ptr)
        memmove(buf->ptr, source->bytes, source->len);
    buf->len = source->len;
    source->bytes = buf->len ? buf->ptr : "";
    if (!buf_reserve(buf, size))
        return error_memory(error);
    source->bytes = buf->ptr;
    status = source->input
                 ? ura_input_read(source->input, buf->ptr + buf->len, size, &got, error)
                 : file_read(source->fd, buf->ptr + buf->len, size, &got, error);
    if (status)
        return status;
    hash_stream_add(source->hash, buf->ptr + buf->len, got);
    buf->len += got;
    source->len = buf->len;
    source->size += got;
    source->ended = got < size;
    return URA_OK;
}

enum ura_status
source_fill(struct source *source, size_t wanted, struct ura_error *error)
{
    size_t missing = wanted > source->len ? wanted - source->len : 0;

    if (source->ended || !missing)
        return URA_OK;
    return read_more(source, missing > READ_STEP ? missing : READ_STEP, error);
}

/* Bytes that a regular file has left, 0 where that is not known. */
static size_t
bytes_left(const struct source *source)
{
    struct stat status;

    if (fstat(source->fd, &status) || !S_ISREG(status.st_mode) || status.st_size < 0 ||
        (size_t)status.st_size < source->size)
        return 0;
    return (size_t)status.st_size - source->size;
}

enum ura_status
source_fill_all(struct source *source, size_t limit, const char *limit_name,
                struct ura_error *error)
{
    enum ura_status status = URA_OK;

    while (!status && !source->ended && source->size <= limit) {
        /* One byte more shows the end at once; a pipe is read in ever larger steps. */
        size_t left = bytes_left(source), step = left ? left + 1 : source->len / 2;

        if (step > limit)
            step = limit + 1;
        status = read_more(source, step > READ_STEP ? step : READ_STEP, error);
    }
    if (!status && source->size > limit)
        return error_set(error, URA_TOO_LARGE,
                         "is larger than %zu bytes; raise --%s to read it", limit, limit_name);
    return status;
}

void
source_take(struct source *source, size_t len)
{
    source->bytes += len;
    source->len -= len;
    source->offset += len;
}

size_t
source_peek(const struct source *source, size_t from, void *out, size_t size)
{
    size_t got = 0;

    if (source->input)
        return 0;
    if (source->fd < 0) {
        size_t left = from < source->size ? source->size - from : 0;

        got = left < size ? left : size;
        memcpy(out, source->bytes + (from - source->offset), got);
        return got;
    }
    while (got < size) {
        ssize_t n = pread(source->fd, (char *)out + got, size - got, (off_t)(from + got));

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        got += (size_t)n;
    }
    return got;
}

bool
source_find_high(const struct source *source, size_t from, size_t *out)
{
    unsigned char bytes[PEEK_STEP];
    struct stat status;
    size_t got;

    if (source->fd >= 0 && (fstat(source->fd, &status) || !S_ISREG(status.st_mode)))
        return false;
    while ((got = source_peek(source, from, bytes, sizeof bytes)) > 0) {
        for (size_t i = 0; i < got; i++) {
            if (bytes[i] >= 0x80) {
                *out = from + i;
                return true;
            }
        }
        from += got;
    }
    return false;
}

void
source_release(struct source *source)
{
    if (source->fd >= 0)
        close(source->fd);
    source->fd = -1;
    hash_stream_free(source->hash);
    source->hash = NULL;
    buf_release(&source->buf);
}
