/* html_parts.h - what reports of alignments and of sentences share: facts, leaves, furniture.
 */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_HTML_PARTS_H
#define FORMATS_HTML_PARTS_H

#include "formats/page.h"

/*
 * Rows come in leaves of some hundred, each a table of its own: a browser can then leave alone
 * those that are far from its window. Zero but for HEAD.
 */
struct leaves {
    const char *head; /* caption, columns and head of each table */
    size_t rows;      /* in the leaf that is open */
};

/* Before a row: opens a leaf where none is open, and a new one where it is full. */
void leaves_step(struct leaves *leaves, struct ura_buf *buf);
/* After the last row. */
void leaves_close(struct leaves *leaves, struct ura_buf *buf);

/*
 * What is known of DOCUMENT by the name of SLOT: file, name, language, encoding, layout, bytes,
 * hash, sentences, furniture. False if SLOT is none of them.
 */
bool document_append_fact(struct ura_buf *buf, const struct ura_document *document,
                          struct ura_str slot);
/* The cell of one side: the text of COUNT sentences from FIRST, a paragraph each if several. */
void document_append_cell(struct ura_buf *buf, const struct ura_document *document,
                          size_t first, size_t count);
/* The cell of the aside INDEX. */
void document_append_aside(struct ura_buf *buf, const struct ura_document *document,
                           size_t index);

#endif
