/* layout.h - the door of the room that tells copy from furniture and finds the blocks. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include <ura/document.h>

#include "base/base.h"
#include "base/context.h"
#include "text/map.h"

/*
 * The blocks of a clean text: FLOW is their text one after the other, each ended by LF, MAP
 * leads from it back to the clean text. Asides that interrupt a sentence stand as furniture
 * blocks after the block that they interrupt. Zero before, layout_release after.
 */
struct layout {
    enum ura_layout kind; /* what it was taken for: never URA_LAYOUT_AUTO */
    struct ura_buf flow;
    struct ura_map map;
    struct ura_block *blocks; /* spans in `flow`, without the closing LF */
    size_t block_count;
    size_t block_capacity;
    size_t
        last_block; /* the first block of the last paragraph, which may go on in what follows */
    size_t last_start; /* where its first line begins in the clean text */
};

/*
 * Lay out TEXT, whole lines of clean text, whose first line has the number FIRST_LINE.
 * KIND may be AUTO. LANGUAGE is BCP 47.
 */
enum ura_status layout_read(struct ura_context *context, struct ura_str text,
                            const char *language, enum ura_layout kind, size_t first_line,
                            struct layout *out, struct ura_error *error);
/* Empties OUT for the next window and keeps its memory. */
void layout_clear(struct layout *layout);
void layout_release(struct layout *layout);

#endif
