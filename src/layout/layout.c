/* layout.c - what is copy, what is furniture, and where the blocks are. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/layout.h"

#include <stdlib.h>

void
layout_clear(struct layout *layout)
{
    buf_clear(&layout->flow);
    map_clear(&layout->map);
    layout->block_count = 0;
}

void
layout_release(struct layout *layout)
{
    buf_release(&layout->flow);
    map_release(&layout->map);
    free(layout->blocks);
    *layout = (struct layout){0};
}

enum ura_status
layout_read(struct ura_context *context, struct ura_str text, const char *language,
            enum ura_layout kind, size_t first_line, struct layout *out,
            struct ura_error *error)
{
    size_t at = 0, line = first_line;

    (void)context;
    (void)language;
    layout_clear(out);
    out->kind = kind == URA_LAYOUT_AUTO ? URA_LAYOUT_PLAIN : kind;
    for (; at < text.len; line++) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t len = end ? (size_t)(end - text.ptr) - at : text.len - at;
        size_t start = out->flow.len;
        struct ura_block *blocks;

        if (len || out->kind == URA_LAYOUT_LINES) {
            blocks = array_grow(out->blocks, &out->block_capacity, out->block_count + 1,
                                sizeof *blocks);
            if (!blocks)
                return error_memory(error);
            out->blocks = blocks;
            buf_append(&out->flow, text.ptr + at, len);
            map_append(&out->map, len, at, len);
            buf_append_byte(&out->flow, '\n');
            map_append(&out->map, 1, at + len, 0);
            blocks[out->block_count++] = (struct ura_block){
                .flow = {start, start + len}, .line = line, .paragraph = line};
        }
        at += len + 1;
    }
    return out->flow.failed || out->map.failed ? error_memory(error) : URA_OK;
}
