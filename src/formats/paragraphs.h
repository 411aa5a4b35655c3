/* paragraphs.h - paragraphs of a document that were read and are still to be given. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_PARAGRAPHS_H
#define FORMATS_PARAGRAPHS_H

#include <ura/unit.h>

#include "base/base.h"

struct paragraph {
    size_t text, len; /* in struct paragraphs.text */
    enum ura_block_kind kind;
    enum ura_furniture furniture;
    uint64_t line;
    size_t cell; /* which cell of the row that is being gathered; 0: of none */
};

/* Zero is empty. What was taken is dropped when all was taken. */
struct paragraphs {
    struct ura_buf text;
    struct paragraph *items;
    size_t count, capacity;
    size_t taken;
    size_t cell; /* of the row that is being gathered, from 1; 0: none is */
    bool failed; /* out of memory at some time */
};

/* A row of a table that is being gathered; rows may hold rows. */
struct paragraph_row {
    size_t first; /* the row's first paragraph */
    size_t cell;  /* of the row around it */
};

/*
 * Adds TEXT without the white space around it; what has none is not added. Inside of a row its
 * kind is of no account unless it is furniture.
 */
void paragraphs_add(struct paragraphs *list, struct ura_str text, enum ura_block_kind kind,
                    enum ura_furniture furniture, uint64_t line);
void paragraphs_row_begin(struct paragraphs *list, struct paragraph_row *row);
void paragraphs_cell_begin(struct paragraphs *list);
/*
 * What came since the row began becomes one paragraph, its cells joined by tabs, and behind it
 * its furniture. A row of one cell is no row but a frame: its paragraphs stay.
 */
void paragraphs_row_end(struct paragraphs *list, const struct paragraph_row *row);
/* The next one into OUT, which lives until all were taken and one is added; false if there is
 * none. */
bool paragraphs_take(struct paragraphs *list, struct ura_unit *out);
/* Forgets those that were not taken. */
void paragraphs_clear(struct paragraphs *list);
void paragraphs_release(struct paragraphs *list);

/* TEXT without the white space around it. */
struct ura_str text_trim(struct ura_str text);

#endif
