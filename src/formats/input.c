/* input.c - files as streams of plain bytes: what gzip and zstd packed is unpacked on the way.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zlib.h>
#include <zstd.h>

enum {
    PACKED_STEP = 1 << 16, /* packed bytes read at a time */
    GZIP_WINDOW = 15 + 16, /* zlib's word for: the largest window, with a gzip head */
};

/* A file descriptor, and what unpacks it. */
struct file {
    int fd;
    const char *bytes; /* an input in memory, where fd is -1 */
    size_t left;
    struct ura_buf packed; /* read and not yet unpacked: [at, len) */
    size_t at;
    bool ended;   /* nothing comes after `packed` */
    bool between; /* at the end of a packed member: another may follow */
    z_stream gzip;
    bool gzip_open;
    ZSTD_DStream *zstd;
};

static void
free_file(void *user)
{
    struct file *file = user;

    if (file->fd >= 0)
        close(file->fd);
    if (file->gzip_open)
        inflateEnd(&file->gzip);
    ZSTD_freeDStream(file->zstd);
    buf_release(&file->packed);
    free(file);
}

/* Up to SIZE bytes as they lie in the file. */
static enum ura_status
read_plain(struct file *file, void *bytes, size_t size, size_t *got, struct ura_error *error)
{
    if (file->fd >= 0)
        return file_read(file->fd, bytes, size, got, error);
    *got = size < file->left ? size : file->left;
    if (*got)
        memcpy(bytes, file->bytes, *got);
    file->bytes += *got;
    file->left -= *got;
    return URA_OK;
}

/* Has packed bytes at hand if there are any left. */
static enum ura_status
fill_packed(struct file *file, struct ura_error *error)
{
    enum ura_status status;
    size_t got;

    if (file->at < file->packed.len || file->ended)
        return URA_OK;
    file->at = file->packed.len = 0;
    if (!buf_reserve(&file->packed, PACKED_STEP))
        return error_memory(error);
    status = read_plain(file, file->packed.ptr, PACKED_STEP, &got, error);
    file->packed.len = got;
    file->ended = got < PACKED_STEP;
    return status;
}

/* What the bytes that were looked at leave to be given as they are. */
static enum ura_status
read_file(void *user, void *bytes, size_t size, size_t *got, struct ura_error *error)
{
    struct file *file = user;
    size_t left = file->packed.len - file->at;

    if (left == 0)
        return file->ended ? (*got = 0, URA_OK) : read_plain(file, bytes, size, got, error);
    *got = left < size ? left : size;
    memcpy(bytes, file->packed.ptr + file->at, *got);
    file->at += *got;
    return URA_OK;
}

static enum ura_status
refuse_packed(const char *kind, bool cut, struct ura_error *error)
{
    return error_set(error, URA_BAD_INPUT,
                     cut ? "is cut off: the %s data has no end; get the whole file"
                         : "damaged %s data; get the file again",
                     kind);
}

static enum ura_status
read_gzip(void *user, void *bytes, size_t size, size_t *got, struct ura_error *error)
{
    struct file *file = user;

    *got = 0;
    while (*got == 0) {
        enum ura_status status = fill_packed(file, error);
        int result;

        if (status)
            return status;
        if (file->at == file->packed.len)
            return file->between ? URA_OK : refuse_packed("gzip", true, error);
        if (file->between && inflateReset(&file->gzip) != Z_OK)
            return error_memory(error);
        file->between = false;
        file->gzip.next_in = (unsigned char *)file->packed.ptr + file->at;
        file->gzip.avail_in = (unsigned)(file->packed.len - file->at);
        file->gzip.next_out = bytes;
        file->gzip.avail_out = (unsigned)size;
        result = inflate(&file->gzip, Z_NO_FLUSH);
        file->at = file->packed.len - file->gzip.avail_in;
        *got = size - file->gzip.avail_out;
        if (result == Z_STREAM_END)
            file->between = true;
        else if (result == Z_MEM_ERROR)
            return error_memory(error);
        else if (result != Z_OK && result != Z_BUF_ERROR)
            return refuse_packed("gzip", false, error);
    }
    return URA_OK;
}

static enum ura_status
read_zstd(void *user, void *bytes, size_t size, size_t *got, struct ura_error *error)
{
    struct file *file = user;
    ZSTD_outBuffer out = {bytes, size, 0};

    while (out.pos == 0) {
        enum ura_status status = fill_packed(file, error);
        ZSTD_inBuffer in = {file->packed.ptr + file->at, file->packed.len - file->at, 0};
        size_t result;

        if (status)
            return status;
        if (in.size == 0 && file->between)
            break;
        result = ZSTD_decompressStream(file->zstd, &out, &in);
        if (ZSTD_isError(result))
            return refuse_packed("zstd", false, error);
        if (in.size == 0 && out.pos == 0)
            return refuse_packed("zstd", true, error);
        file->at += in.pos;
        file->between = result == 0;
    }
    *got = out.pos;
    return URA_OK;
}

/* Looks at the first bytes and chooses what reads them. */
static enum ura_status
choose(struct file *file, input_read_function **out, struct ura_error *error)
{
    static const char GZIP[] = "\x1f\x8b", ZSTD[] = "\x28\xb5\x2f\xfd";
    enum ura_status status = fill_packed(file, error);
    const struct ura_buf *head = &file->packed;

    *out = read_file;
    if (status)
        return status;
    if (head->len >= sizeof GZIP - 1 && memcmp(head->ptr, GZIP, sizeof GZIP - 1) == 0) {
        *out = read_gzip;
        file->gzip_open = inflateInit2(&file->gzip, GZIP_WINDOW) == Z_OK;
        return file->gzip_open ? URA_OK : error_memory(error);
    }
    if (head->len >= sizeof ZSTD - 1 && memcmp(head->ptr, ZSTD, sizeof ZSTD - 1) == 0) {
        *out = read_zstd;
        file->zstd = ZSTD_createDStream();
        return file->zstd ? URA_OK : error_memory(error);
    }
    return URA_OK;
}

/* Takes over FILE. */
static enum ura_status
open_file(struct file *file, const char *name, const char *path, struct ura_input **out,
          struct ura_error *error)
{
    input_read_function *read;
    enum ura_status status = choose(file, &read, error);
    struct stat about;
    bool again;

    if (status) {
        free_file(file);
        error_set_file(error, name);
        return status;
    }
    again = path && read == read_file && fstat(file->fd, &about) == 0 &&
            S_ISREG(about.st_mode) && strcmp(path, "-") != 0;
    status = input_new(name, read, free_file, file, out, error);
    if (!status && again)
        input_set_path(*out, path);
    return status;
}

enum ura_status
ura_input_open(const char *path, const char *name, struct ura_input **out,
               struct ura_error *error)
{
    struct file *file = calloc(1, sizeof *file);
    enum ura_status status;

    *out = NULL;
    if (!file)
        return error_memory(error);
    status = file_open_read(path, &file->fd, error);
    if (status) {
        error_set_file(error, name ? name : path);
        free_file(file);
        return status;
    }
    return open_file(file, name ? name : path, path, out, error);
}

enum ura_status
ura_input_open_bytes(const void *bytes, size_t len, const char *name, struct ura_input **out,
                     struct ura_error *error)
{
    struct file *file = calloc(1, sizeof *file);

    *out = NULL;
    if (!file)
        return error_memory(error);
    file->fd = -1;
    file->bytes = bytes;
    file->left = len;
    return open_file(file, name, NULL, out, error);
}
