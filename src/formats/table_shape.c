/* table_shape.c - whether text is a table of pairs, and with which separator. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/table_shape.h"

#include <strings.h>

#include "formats/csv_row.h"
#include "formats/raw_lines.h"
#include "formats/text_lines.h"

enum {
    HEAD_BYTES = 16 << 10, /* bytes that are looked at: hundreds of rows */
    /* Of a hundred rows so many have a tab, unless the name says that it is a table, and so
     * many have both texts: of an alignment's rows some have one, of copy whose paragraphs
     * begin with a tab none has both. */
    TABBED_PER_CENT = 90,
    FULL_PER_CENT = 50,
    /* Of a hundred separators at most that many have a blank behind them: prose has nearly
     * always one behind its commas, tables have none. */
    BLANKS_PER_CENT = 10,
    CELLS_COUNTED = 16 /* rows with more cells are one kind */
};

bool
str_is_blank(struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != ' ' && text.ptr[i] != '\t' && text.ptr[i] != '\r')
            return false;
    return true;
}

static bool
ends_with(const char *name, const char *end)
{
    size_t len = name ? strlen(name) : 0, end_len = strlen(end);

    return len > end_len && strcasecmp(name + len - end_len, end) == 0;
}

/* What the lines with text look like. */
struct tally {
    size_t rows;
    size_t tabbed; /* of them, with a tab */
    size_t full;   /* and with text before and behind the first */
};

static struct tally
tally_tabs(struct ura_str head)
{
    struct tally tally = {0};
    struct ura_str line;

    while (head_take_line(&head, &line)) {
        const char *tab = line.len ? memchr(line.ptr, '\t', line.len) : NULL;
        size_t at = tab ? (size_t)(tab - line.ptr) : line.len, end;

        if (str_is_blank(line))
            continue;
        tally.rows++;
        tally.tabbed += tab != NULL;
        if (!tab || str_is_blank(ura_str_slice(line, 0, at)))
            continue;
        tab = memchr(tab + 1, '\t', line.len - at - 1);
        end = tab ? (size_t)(tab - line.ptr) : line.len;
        tally.full += !str_is_blank(ura_str_slice(line, at + 1, end));
    }
    return tally;
}

static bool
has_tab_shape(struct ura_str head, bool named)
{
    struct tally tally = tally_tabs(head);

    return tally.full > 0 && tally.full * 100 >= tally.rows * FULL_PER_CENT &&
           (named || tally.tabbed * 100 >= tally.rows * TABBED_PER_CENT);
}

/* The first row of HEAD that is no comment and not empty, cut at SEPARATOR. */
static bool
first_row(struct ura_str head, char separator, struct csv_row *row)
{
    struct ura_str line;

    row->separator = separator;
    while (head_take_line(&head, &line)) {
        if (str_is_blank(line) || line.ptr[0] == '#')
            continue;
        csv_row_clear(row);
        return csv_row_take(row, line);
    }
    return false;
}

/* Whether a comment or names of columns stand first. */
static bool
has_glossary_head(struct ura_str head, char separator)
{
    struct csv_row row = {0};
    struct ura_str cells[CSV_CELLS_MAX];
    bool named = false;

    if (head.len && head.ptr[0] == '#') {
        struct ura_str line;

        head_take_line(&head, &line);
        if (!memchr(line.ptr, separator, line.len))
            return true;
    }
    if (first_row(head, separator, &row)) {
        for (size_t i = 0; i < row.count; i++)
            cells[i] = csv_row_cell(&row, i);
        named = table_name_columns(cells, row.count).named;
    }
    csv_row_release(&row);
    return named;
}

bool
table_shape_is_tsv(struct ura_str head, const char *name)
{
    char bytes[HEAD_BYTES];
    struct ura_str narrow = {bytes, head_narrow(head, bytes, sizeof bytes)};
    bool named = ends_with(name, ".tsv") || ends_with(name, ".tab");

    return has_tab_shape(narrow, named) && !has_glossary_head(narrow, '\t') &&
           !ends_with(name, ".csv") && !ends_with(name, ".tab") && !ends_with(name, ".utf8");
}

/* What cutting HEAD at SEPARATOR gives. */
struct cut {
    size_t rows;
    size_t regular;    /* rows with the most usual count of cells, if that is more than one */
    size_t separators; /* outside of quotes, and of them */
    size_t blanks;     /* with a blank behind */
};

static struct cut
try_separator(struct ura_str head, char separator)
{
    struct csv_row row = {.separator = separator};
    size_t counts[CELLS_COUNTED + 1] = {0};
    struct cut cut = {0};
    struct ura_str line;

    csv_row_clear(&row);
    while (head_take_line(&head, &line)) {
        size_t before = row.count;

        if (row.place != CSV_QUOTED && (str_is_blank(line) || line.ptr[0] == '#'))
            continue;
        csv_row_take(&row, line);
        for (size_t i = before + 1; i < row.count; i++) {
            cut.separators++;
            cut.blanks += csv_row_cell(&row, i).len > 0 && *csv_row_cell(&row, i).ptr == ' ';
        }
        if (row.place == CSV_QUOTED)
            continue;
        counts[row.count < CELLS_COUNTED ? row.count : CELLS_COUNTED]++;
        cut.rows++;
        csv_row_clear(&row);
    }
    for (size_t i = 2; i <= CELLS_COUNTED; i++)
        cut.regular = counts[i] > cut.regular ? counts[i] : cut.regular;
    csv_row_release(&row);
    return cut;
}

char
table_separator(struct ura_str head)
{
    /* In this order where two cut alike: decimal commas stand in cells more often than ; does.
     */
    static const char separators[] = {'\t', ';', ','};
    char best = 0;
    size_t most = 0;

    for (size_t i = 0; i < sizeof separators; i++) {
        struct cut cut = try_separator(head, separators[i]);

        if (cut.regular > most) {
            most = cut.regular;
            best = separators[i];
        }
    }
    return best;
}

bool
table_shape_is_csv(struct ura_str head, const char *name)
{
    char bytes[HEAD_BYTES], separator;
    struct ura_str narrow = {bytes, head_narrow(head, bytes, sizeof bytes)};
    struct cut cut;

    if (ends_with(name, ".csv"))
        return true;
    separator = table_separator(narrow);
    if (!separator)
        return false;
    if (separator == '\t')
        return has_tab_shape(narrow, true) &&
               (has_glossary_head(narrow, '\t') || ends_with(name, ".tab") ||
                ends_with(name, ".utf8"));
    cut = try_separator(narrow, separator);
    return cut.rows >= 2 && cut.regular == cut.rows &&
           (cut.blanks * 100 <= cut.separators * BLANKS_PER_CENT ||
            has_glossary_head(narrow, separator));
}
