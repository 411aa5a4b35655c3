/* document.h - the door of the room that takes one text through the rooms above. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <ura/document.h>

#include "document/window.h"
#include "layout/layout.h"
#include "segment/segment.h"

enum { LANGUAGE_MAX = 16 }; /* bytes of a BCP 47 code */

struct ura_document_private {
    struct ura_context *context;
    struct window window;
    struct layout layout;
    struct segmenter *segmenter;
    enum ura_layout kind; /* as asked for, then as found in the first window */
    size_t window_size;   /* bytes; SIZE_MAX: the whole text is held */
    size_t keep_from;     /* where the next window begins in this one's clean text */
    size_t sentence_capacity;
    size_t aside_capacity;
    char language[LANGUAGE_MAX];
};

#endif
