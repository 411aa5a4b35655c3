/* csv_row.h - one row of a table, cut into cells line by line. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_CSV_ROW_H
#define FORMATS_CSV_ROW_H

#include "formats/formats.h"

enum { CSV_CELLS_MAX = 256 }; /* cells that a row may have; tables of pairs have a few */

enum csv_place {
    CSV_CELL_START,
    CSV_PLAIN,
    CSV_QUOTED,
    CSV_BEHIND_QUOTE,
};

/* How a table is written, and the row at hand. Zero but for separator, then csv_row_clear. */
struct csv_row {
    char separator;
    bool backslash; /* \" is a quote inside quotes */
    enum csv_place place;
    struct ura_buf text;
    size_t starts[CSV_CELLS_MAX + 1]; /* of cells in `text`; one more than there are cells */
    size_t count;
    bool quoted; /* the row's first cell stands in quotes */
};

void csv_row_clear(struct csv_row *row);
/*
 * Takes LINE, without its end. Afterwards the row is whole unless `place` is CSV_QUOTED: then
 * the next line goes on with it. With tab as separator a quote opens only a cell that one
 * closes; elsewhere a quote in the middle of a cell is text. false where there are more than
 * CSV_CELLS_MAX cells.
 */
bool csv_row_take(struct csv_row *row, struct ura_str line);
/* Cell INDEX; empty behind the last. */
struct ura_str csv_row_cell(const struct csv_row *row, size_t index);
void csv_row_release(struct csv_row *row);

#endif
