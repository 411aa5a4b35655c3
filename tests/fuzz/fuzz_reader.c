/* fuzz_reader.c - any bytes to clean text: in windows of any size the same as whole. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/base.h"

#include <ura/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WINDOW_STEP = 16 }; /* bytes; windows are up to 256 of these */

/* Appends all that the reader gives to OUT; its status at the end. */
static enum ura_status
read_all(struct ura_context *context, const uint8_t *data, size_t size, size_t window,
         struct ura_buf *out)
{
    struct ura_reader_options options = {.window = window};
    struct ura_reader *reader = NULL;
    struct ura_error error = {0};
    struct ura_chunk chunk;
    enum ura_status status;

    status = ura_reader_open_bytes(context, data, size, &options, &reader, &error);
    while (!status && !(status = ura_reader_next(reader, &chunk, &error)))
        buf_append_str(out, chunk.text);
    ura_reader_free(reader);
    if (status < 0 && !error.message[0])
        abort();
    return status;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ura_buf whole = {0}, windows = {0};
    struct ura_context *context = NULL;
    size_t window = size ? (data[size - 1] + 1u) * WINDOW_STEP : 1;

    if (ura_context_new(getenv("URA_DATA"), &context, NULL))
        abort();
    if (read_all(context, data, size, 0, &whole) !=
        read_all(context, data, size, window, &windows))
        abort();
    /* An error may come before or behind a window; a text that holds is the same. */
    if (whole.len == windows.len &&
        memcmp(whole.ptr ? whole.ptr : "", windows.ptr ? windows.ptr : "", whole.len) != 0)
        abort();
    buf_release(&whole);
    buf_release(&windows);
    ura_context_free(context);
    return 0;
}
