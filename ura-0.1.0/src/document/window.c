/* window.c - the clean text that is at hand: all of it, or what lies between two paragraph
 * ends. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "document/window.h"

void
window_open(struct ura_reader *reader, struct window *window)
{
    *window = (struct window){.reader = reader, .line = 1};
}

/* Notes what is known only at the end, and lets the reader's memory go. */
static void
finish(struct window *window)
{
    window->size = reader_size(window->reader);
    window->hash = reader_hash(window->reader);
    window->encoding = ura_reader_encoding(window->reader);
    ura_reader_free(window->reader);
    window->reader = NULL;
}

static enum ura_status
append_chunk(struct window *window, struct ura_str text, struct ura_error *error)
{
    buf_append_str(&window->text, text);
    map_append_map(&window->map, reader_map(window->reader));
    return window->text.failed || window->map.failed ? error_memory(error) : URA_OK;
}

enum ura_status
window_fill(struct window *window, size_t wanted, struct ura_error *error)
{
    enum ura_status status;

    do {
        struct ura_chunk chunk;

        status = ura_reader_next(window->reader, &chunk, error);
        if (status == URA_END) {
            finish(window);
            return URA_OK;
        }
        if (status)
            return status;
        status = append_chunk(window, chunk.text, error);
        window->encoding = ura_reader_encoding(window->reader);
        window->size = reader_size(window->reader);
    } while (!status && window->text.len < wanted);
    return status;
}

void
window_drop(struct window *window, size_t len)
{
    size_t left = window->text.len - len;

    map_drop(&window->map, len);
    for (size_t i = 0; i < len; i++)
        window->line += window->text.ptr[i] == '\n';
    memmove(window->text.ptr, window->text.ptr + len, left);
    window->text.len = left;
}

void
window_release(struct window *window)
{
    ura_reader_free(window->reader);
    buf_release(&window->text);
    map_release(&window->map);
    *window = (struct window){0};
}
