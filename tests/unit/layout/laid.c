/* laid.c - what the tests of layout share: a text laid out, and questions to it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "laid.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

void
laid_read(struct laid *laid, const char *text, const char *language, enum ura_layout kind)
{
    struct ura_error error = {0};

    *laid = (struct laid){0};
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &laid->context, &error), URA_OK);
    buf_append_text(&laid->text, text);
    if (layout_read(laid->context, buf_str(&laid->text), language, kind, 1, &laid->layout,
                    &error))
        fail_msg("%s:%llu: %s", error.file, (unsigned long long)error.line, error.message);
}

void
laid_release(struct laid *laid)
{
    layout_release(&laid->layout);
    buf_release(&laid->text);
    ura_context_free(laid->context);
}

const char *
laid_text(const struct laid *laid, size_t index)
{
    static char text[4096];
    struct ura_span flow;
    size_t len;

    assert_in_range(index, 0, laid->layout.block_count - 1);
    flow = laid->layout.blocks[index].flow;
    len = flow.end - flow.start;
    assert_in_range(len, 0, sizeof text - 1);
    memcpy(text, laid->layout.flow.ptr + flow.start, len);
    text[len] = 0;
    return text;
}

enum ura_furniture
laid_furniture(const struct laid *laid, size_t at)
{
    enum ura_furniture kind = URA_FURNITURE_NONE;
    size_t found = 0;

    for (size_t i = 0; i < laid->layout.block_count; i++) {
        const struct ura_block *block = &laid->layout.blocks[i];
        struct ura_span spans[64];
        size_t count = map_origin(&laid->layout.map, block->flow, spans, 64);

        assert_in_range(count, 0, 64);
        for (size_t k = 0; k < count; k++) {
            if (spans[k].start <= at && at < spans[k].end) {
                found++;
                kind = block->furniture;
            }
        }
    }
    if (found != 1)
        fail_msg("byte %zu is in %zu blocks: %.40s", at, found, laid->text.ptr + at);
    return kind;
}

void
laid_check_whole(const struct laid *laid)
{
    for (size_t at = 0; at < laid->text.len; at++) {
        if (!strchr(" \n\f\t-", laid->text.ptr[at]))
            laid_furniture(laid, at);
    }
}
