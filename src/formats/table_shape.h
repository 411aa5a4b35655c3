/* table_shape.h - whether text is a table of pairs, and with which separator. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_TABLE_SHAPE_H
#define FORMATS_TABLE_SHAPE_H

#include "formats/formats.h"

/* Whether TEXT holds nothing but blanks, tabs and CR. */
bool str_is_blank(struct ura_str text);

/*
 * Whether HEAD looks like a table with tabs and nothing that only a glossary has. Nearly all of
 * its lines have a tab, unless NAME says that it is a table (.tsv), and half of them have text
 * before and behind it.
 */
bool table_shape_is_tsv(struct ura_str head, const char *name);
/*
 * Whether it looks like a table with another separator, or like a glossary: a first line of
 * comment or of words that name columns, a NAME that glossaries have.
 */
bool table_shape_is_csv(struct ura_str head, const char *name);
/*
 * The separator of HEAD, bytes in which ASCII is ASCII: of tab, comma and semicolon the one
 * that cuts the most lines into the same number of cells; 0 where there is none. Quotes hide
 * what they hold.
 */
char table_separator(struct ura_str head);

/* What the first row of a table is, if it names its columns. */
struct table_columns {
    bool named;
    size_t source, target, note, id;                 /* from 0; SIZE_MAX: there is none */
    struct ura_str source_language, target_language; /* where cells are codes; of the cells */
};

/* The columns that CELLS, the first row, names; where it names none: 0, 1, 2 and no id. */
struct table_columns table_name_columns(const struct ura_str *cells, size_t count);

#endif
