/* document.h - the door of the room that takes one text through the rooms above. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <ura/document.h>

#include "document/window.h"
#include "layout/layout.h"
#include "segment/segment.h"

enum { LANGUAGE_MAX = 16 }; /* bytes of a BCP 47 code */

/* What the format of a document says of the paragraph that begins at LINE. */
struct mark {
    size_t line;
    enum ura_block_kind kind;
    enum ura_furniture furniture;
};

struct ura_document_private {
    struct ura_context *context;
    struct window window;
    struct layout layout;
    struct segmenter *segmenter;
    enum ura_layout kind; /* as asked for, then as found in the first window */
    size_t window_size;   /* bytes; SIZE_MAX: the whole text is held */
    size_t keep_from;     /* where the next window begins in this one's clean text */
    struct mark *marks;   /* ascending; of composed documents */
    size_t mark_count;
    size_t sentence_capacity;
    size_t aside_capacity;
    char language[LANGUAGE_MAX];
    char found_language[LANGUAGE_MAX];
};

/* An empty document. */
enum ura_status document_new(struct ura_context *context, const char *name,
                             struct ura_document **out, struct ura_error *error);
/* Reads the first WINDOW bytes of READER, which it takes over; 0: all. Frees DOCUMENT if it
 * fails. */
enum ura_status document_start(struct ura_document *document, struct ura_reader *reader,
                               const struct ura_document_options *options, size_t window,
                               struct ura_error *error);
/* Makes the blocks that the marks name what these say. */
void document_apply_marks(struct ura_document *document);

/*
 * Sets the language of DOCUMENT, whose first window has been filled: ASKED, or what is found
 * where that is NULL. Notes a guess; warns of a text that is clearly in another language.
 */
enum ura_status document_find_language(struct ura_document *document, const char *asked,
                                       const char *const *candidates, struct ura_error *error);

#endif
