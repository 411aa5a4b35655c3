/* fuzz_format.c - any bytes read as a format give units or an error, and what is written reads.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <unicode/utf8.h>

#include "formats/formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool holds)
{
    if (!holds)
        abort();
}

static int
take(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return 0;
}

static void
check_text(struct ura_str text)
{
    for (size_t at = 0; at < text.len;) {
        UChar32 c;

        U8_NEXT((const uint8_t *)text.ptr, at, text.len, c);
        require(c >= 0);
    }
}

/*
 * Reads BYTES as FORMAT and writes what it gives as TO into OUT; *COUNT is of the units. Both
 * may refuse; then they say why.
 */
static bool
pass_through(struct ura_context *context, struct ura_str bytes, const struct ura_format *format,
             const struct ura_units_options *reading, const struct ura_format *to,
             struct ura_buf *out, size_t *count)
{
    struct ura_write_options options = {.context = context, .keep_furniture = true};
    struct ura_buf others[URA_OUTPUTS_MAX - 1] = {{0}};
    struct ura_outputs outputs = {.sink = take, .users = {out, &others[0], &others[1]}};
    struct ura_unit_writer *writer = NULL;
    struct ura_units *units = NULL;
    struct ura_input *input = NULL;
    struct ura_error error = {0};
    struct ura_unit unit;
    enum ura_status status;

    *count = 0;
    status = ura_input_open_bytes(bytes.ptr, bytes.len, "fuzz", &input, &error);
    if (!status)
        status = ura_units_open(context, input, format, reading, &units, &error);
    if (!status)
        status = ura_unit_writer_open(context, to, ura_units_header(units), &options, &outputs,
                                      &writer, &error);
    while (!status && !(status = ura_units_next(units, &unit, &error))) {
        check_text(unit.source);
        check_text(unit.target);
        ++*count;
        status = ura_unit_writer_write(writer, &unit, &error);
    }
    status = ura_unit_writer_close(writer, status == URA_END ? URA_OK : status, &error);
    if (status)
        require(error.message[0] != '\0');
    ura_units_free(units);
    ura_input_free(input);
    buf_release(&others[0]);
    buf_release(&others[1]);
    return status == URA_OK;
}

/* The part of DATA before its first zero, in a file that has a path; the rest stays in DATA. */
static int
split_off(struct ura_str *data, char *path, size_t size)
{
    const char *end = data->len ? memchr(data->ptr, '\0', data->len) : NULL;
    size_t len = end ? (size_t)(end - data->ptr) : data->len;
    int fd = memfd_create("companion", MFD_CLOEXEC);

    require(fd >= 0 && write(fd, data->ptr, len) == (ssize_t)len);
    snprintf(path, size, "/proc/self/fd/%d", fd);
    *data = ura_str_slice(*data, end ? len + 1 : len, data->len);
    return fd;
}

/* The companions stand before the file itself, each ended by a zero. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct ura_context *context; /* its tables are slow to make */
    const char *name = getenv("URA_FUZZ_FORMAT");
    const struct ura_format *format = ura_format_find(name ? name : "tmx");
    struct ura_str bytes = {(const char *)data, size};
    struct ura_units_options reading = {.name = "fuzz"};
    char paths[2][32];
    int fds[2] = {-1, -1};
    struct ura_buf first = {0}, second = {0};
    size_t count, again;

    if (!context && ura_context_new(getenv("URA_DATA"), &context, NULL))
        return 0;
    require(format && format->open);
    for (size_t i = 0; i < format->companions; i++) {
        fds[i] = split_off(&bytes, paths[i], sizeof paths[i]);
        reading.companions[reading.companion_count++] = paths[i];
    }
    pass_through(context, bytes, format, &reading, ura_format_find("tsv"), &first, &count);
    buf_clear(&first);
    /* What was written must read; that it reads the same is for test_units, since of damaged
     * input much is guessed. A report of pairs is no page with an article. */
    if (ura_format_writes_units(format) && format->companions == 0 &&
        (format->content == URA_CONTENT_DOCUMENT) == !(format->room & URA_ROOM_TARGET) &&
        pass_through(context, bytes, format, &reading, format, &first, &count) && count) {
        require(
            pass_through(context, buf_str(&first), format, &reading, format, &second, &again));
    }
    buf_release(&first);
    buf_release(&second);
    for (size_t i = 0; i < 2; i++)
        if (fds[i] >= 0)
            close(fds[i]);
    return 0;
}
