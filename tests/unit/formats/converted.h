/* converted.h - for tests: a text that is read as one format and written as another. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FORMATS_CONVERTED_H
#define TESTS_FORMATS_CONVERTED_H

#include "formats/formats.h"
#include "../with_context.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What was made: up to three outputs, each terminated; or an error. */
struct converted {
    struct ura_buf outputs[URA_OUTPUTS_MAX];
    struct ura_error error;
    enum ura_status status;
    size_t losses; /* of reader and writer */
};

static int
take_bytes(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return 0;
}

/* A file with TEXT in it; the caller unlinks and frees its name. */
static inline char *
file_with(const char *text)
{
    char *path = strdup("/tmp/ura-test-XXXXXX");
    int fd = path ? mkstemp(path) : -1;

    if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
        abort();
    close(fd);
    return path;
}

static inline size_t
losses_of(const struct ura_loss *losses, size_t count)
{
    size_t lost = 0;

    for (size_t i = 0; i < count; i++)
        lost += losses[i].count;
    return lost;
}

/* READING says what the reader is told; NULL: nothing. */
static inline struct converted
convert_bytes(struct ura_context *context, const char *from, const char *to,
              struct ura_str bytes, const struct ura_units_options *reading)
{
    struct ura_write_options writing = {.context = context, .command = "test"};
    struct converted made = {.status = URA_OK};
    struct ura_outputs outputs = {
        .sink = take_bytes, .users = {&made.outputs[0], &made.outputs[1], &made.outputs[2]}};
    struct ura_input *input = NULL;
    struct ura_units *units = NULL;
    struct ura_unit_writer *writer = NULL;
    const struct ura_loss *losses;
    struct ura_unit unit;
    size_t count;

    made.status = ura_input_open_bytes(bytes.ptr, bytes.len, "test", &input, &made.error);
    if (!made.status)
        made.status =
            ura_units_open(context, input, ura_format_find(from), reading, &units, &made.error);
    if (!made.status)
        made.status =
            ura_unit_writer_open(context, ura_format_find(to), ura_units_header(units),
                                 &writing, &outputs, &writer, &made.error);
    while (!made.status && !(made.status = ura_units_next(units, &unit, &made.error)))
        made.status = ura_unit_writer_write(writer, &unit, &made.error);
    if (writer) {
        losses = ura_units_losses(units, &count);
        made.losses += losses_of(losses, count);
        losses = ura_unit_writer_losses(writer, &count);
        made.losses += losses_of(losses, count);
    }
    made.status = ura_unit_writer_close(writer, made.status == URA_END ? URA_OK : made.status,
                                        &made.error);
    ura_units_free(units);
    ura_input_free(input);
    for (size_t i = 0; i < URA_OUTPUTS_MAX; i++)
        buf_append_byte(&made.outputs[i], '\0');
    return made;
}

static inline struct converted
convert_text(struct ura_context *context, const char *from, const char *to, const char *text,
             const struct ura_units_options *reading)
{
    return convert_bytes(context, from, to, ura_str_from(text), reading);
}

/* The first output of MADE, which is released; instead of it "LINE: MESSAGE" where it failed.
 */
static inline struct ura_buf
told(struct converted *made)
{
    struct ura_buf out = made->outputs[0];

    if (made->status < 0) {
        buf_clear(&out);
        buf_append_unsigned(&out, made->error.line);
        buf_append_text(&out, ": ");
        buf_append_text(&out, made->error.message);
        buf_append_byte(&out, '\0');
    }
    for (size_t i = 1; i < URA_OUTPUTS_MAX; i++)
        buf_release(&made->outputs[i]);
    return out;
}

static inline void
release_converted(struct converted *made)
{
    for (size_t i = 0; i < URA_OUTPUTS_MAX; i++)
        buf_release(&made->outputs[i]);
}

#endif
