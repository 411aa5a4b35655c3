/* table_columns.c - which column of a table is source, target, comment, by its first row. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <strings.h>

#include "formats/table_shape.h"

enum column { COLUMN_OTHER, COLUMN_SOURCE, COLUMN_TARGET, COLUMN_NOTE, COLUMN_ID };

/* Words that name columns in tables that glossary and localisation programs write. */
static const struct {
    const char *word;
    enum column column;
} words[] = {
    {"source", COLUMN_SOURCE},
    {"src", COLUMN_SOURCE},
    {"source text", COLUMN_SOURCE},
    {"source term", COLUMN_SOURCE},
    {"source_term", COLUMN_SOURCE},
    {"original", COLUMN_SOURCE},
    {"term", COLUMN_SOURCE},
    {"target", COLUMN_TARGET},
    {"tgt", COLUMN_TARGET},
    {"trg", COLUMN_TARGET},
    {"target text", COLUMN_TARGET},
    {"target term", COLUMN_TARGET},
    {"target_term", COLUMN_TARGET},
    {"translation", COLUMN_TARGET},
    {"comment", COLUMN_NOTE},
    {"comments", COLUMN_NOTE},
    {"note", COLUMN_NOTE},
    {"notes", COLUMN_NOTE},
    {"description", COLUMN_NOTE},
    {"context", COLUMN_NOTE},
    {"id", COLUMN_ID},
    {"key", COLUMN_ID},
    {"location", COLUMN_ID},
};

static enum column
column_of(struct ura_str cell)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == cell.len &&
            strncasecmp(words[i].word, cell.ptr, cell.len) == 0)
            return words[i].column;
    return COLUMN_OTHER;
}

static bool
is_letter(char c, char first)
{
    return c >= first && c <= first + ('z' - 'a');
}

/* Whether CELL is a language code of two letters, with or without a country: "sq", "en_GB". */
static bool
is_language(struct ura_str cell)
{
    if (cell.len != 2 && cell.len != 5)
        return false;
    if (!is_letter(cell.ptr[0], 'a') || !is_letter(cell.ptr[1], 'a'))
        return false;
    return cell.len == 2 || ((cell.ptr[2] == '-' || cell.ptr[2] == '_') &&
                             is_letter(cell.ptr[3], 'A') && is_letter(cell.ptr[4], 'A'));
}

static void
set_once(size_t *column, size_t index)
{
    if (*column == SIZE_MAX)
        *column = index;
}

struct table_columns
table_name_columns(const struct ura_str *cells, size_t count)
{
    struct table_columns plain = {.target = 1, .note = 2, .id = SIZE_MAX},
                         named = {true,     SIZE_MAX,  SIZE_MAX, SIZE_MAX,
                                  SIZE_MAX, {NULL, 0}, {NULL, 0}};

    if (count >= 2 && is_language(cells[0]) && is_language(cells[1]) &&
        !ura_str_equal(cells[0], cells[1])) {
        plain.named = true;
        plain.source_language = cells[0];
        plain.target_language = cells[1];
        return plain;
    }
    for (size_t i = 0; i < count; i++) {
        switch (column_of(cells[i])) {
        case COLUMN_SOURCE:
            set_once(&named.source, i);
            break;
        case COLUMN_TARGET:
            set_once(&named.target, i);
            break;
        case COLUMN_NOTE:
            set_once(&named.note, i);
            break;
        case COLUMN_ID:
            set_once(&named.id, i);
            break;
        case COLUMN_OTHER:
            break;
        }
    }
    return named.source != SIZE_MAX && named.target != SIZE_MAX ? named : plain;
}
