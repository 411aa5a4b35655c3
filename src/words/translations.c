/* translations.c - a table as those outside see it: what it says of a word. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/words.h>

#include <stdlib.h>

#include "lang/fold.h"
#include "lang/stems.h"
#include "words/tables.h"

struct ura_table {
    struct ura_context *context;
    const struct table *table;
    struct table *owned; /* NULL: the context keeps it */
};

static enum ura_status
wrap(struct ura_context *context, const struct table *table, struct table *owned,
     struct ura_table **out, struct ura_error *error)
{
    *out = calloc(1, sizeof **out);
    if (!*out) {
        table_free(owned);
        return error_memory(error);
    }
    **out = (struct ura_table){context, table, owned};
    return URA_OK;
}

enum ura_status
ura_table_open(struct ura_context *context, const char *path, struct ura_table **out,
               struct ura_error *error)
{
    struct table *table;
    enum ura_status status = table_open(path, &table, error);

    *out = NULL;
    return status ? status : wrap(context, table, table, out, error);
}

enum ura_status
ura_table_open_shipped(struct ura_context *context, const char *source, const char *target,
                       struct ura_table **out, struct ura_error *error)
{
    const struct table *table;
    enum ura_status status = table_get(context, source, target, &table, error);

    *out = NULL;
    if (status)
        return status;
    if (!table)
        return error_set(error, URA_NOT_FOUND,
                         "there is no table of %s and %s; ura words train makes one", source,
                         target);
    return wrap(context, table, NULL, out, error);
}

const struct table *
table_inside(const struct ura_table *table)
{
    return table->table;
}

void
ura_table_free(struct ura_table *table)
{
    if (table)
        table_free(table->owned);
    free(table);
}

void
ura_table_describe(const struct ura_table *table, struct ura_table_facts *out)
{
    struct table_facts facts;

    table_describe(table->table, &facts);
    *out = (struct ura_table_facts){.source_language = facts.languages[0],
                                    .target_language = facts.languages[1],
                                    .pairs = facts.pairs,
                                    .source_words = facts.types[0],
                                    .target_words = facts.types[1],
                                    .links = facts.links,
                                    .note = facts.note};
}

/* What was found, growing. */
struct finding {
    const struct table *table;
    struct ura_translation *items;
    size_t count, capacity;
};

static bool
add_translation(struct finding *finding, const struct table_link *link, bool reversed)
{
    struct ura_translation *grown =
        array_grow(finding->items, &finding->capacity, finding->count + 1, sizeof *grown);
    struct table_word words[2];

    if (!grown)
        return false;
    finding->items = grown;
    words[0] = table_word_at(finding->table, 0, link->source);
    words[1] = table_word_at(finding->table, 1, link->target);
    grown[finding->count++] =
        (struct ura_translation){reversed, words[reversed].form, words[!reversed].form,
                                 (double)(reversed ? link->backward : link->forward),
                                 (double)(reversed ? link->forward : link->backward)};
    return true;
}

/* All links of word NUMBER of SIDE; those of the target are looked for among all. */
static bool
add_translations(struct finding *finding, int side, uint32_t number)
{
    struct table_facts facts;
    struct table_link link;
    size_t first, end;

    table_describe(finding->table, &facts);
    for (uint32_t source = side ? 0 : number; source < facts.types[0]; source++) {
        table_links_of(finding->table, source, &first, &end);
        for (size_t i = first; i < end; i++)
            if (table_link_at(finding->table, source, i, &link) &&
                (!side || link.target == number) && !add_translation(finding, &link, side))
                return false;
        if (!side)
            break;
    }
    return true;
}

/* The word of SIDE that TEXT (folded) is a form of. */
static enum ura_status
find_word(const struct ura_table *table, int side, struct ura_str text, uint32_t *out,
          struct ura_error *error)
{
    const struct stems *stems;
    struct table_facts facts;
    enum ura_status status;

    table_describe(table->table, &facts);
    status = stems_get(table->context, facts.languages[side], &stems, error);
    if (status)
        return status;
    *out = table_find_word(table->table, side, ura_str_slice(text, 0, stems_cut(stems, text)));
    if (*out == INTERN_NONE)
        *out = table_find_word(table->table, side, text);
    return URA_OK;
}

/* Those of the source language first, then the likelier. */
static int
compare_translations(const void *first, const void *second)
{
    const struct ura_translation *a = first, *b = second;
    double x = a->forward * a->backward, y = b->forward * b->backward;
    size_t len = a->other.len < b->other.len ? a->other.len : b->other.len;
    int order;

    if (a->reversed != b->reversed)
        return a->reversed - b->reversed;
    if (x != y)
        return x > y ? -1 : 1;
    order = len ? memcmp(a->other.ptr, b->other.ptr, len) : 0;
    return order ? order : (a->other.len > b->other.len) - (a->other.len < b->other.len);
}

enum ura_status
ura_table_translate(const struct ura_table *table, struct ura_str word,
                    struct ura_translation **out, size_t *count, struct ura_error *error)
{
    struct finding finding = {.table = table->table};
    struct ura_buf folded = {0};
    enum ura_status status = URA_OK;

    *out = NULL;
    *count = 0;
    fold_append(&folded, word);
    if (folded.failed)
        status = error_memory(error);
    for (int side = 0; side < 2 && !status && folded.len; side++) {
        uint32_t number;

        status = find_word(table, side, buf_str(&folded), &number, error);
        if (!status && number != INTERN_NONE && !add_translations(&finding, side, number))
            status = error_memory(error);
    }
    buf_release(&folded);
    if (status) {
        free(finding.items);
        return status;
    }
    if (finding.count)
        qsort(finding.items, finding.count, sizeof *finding.items, compare_translations);
    *out = finding.items;
    *count = finding.count;
    return URA_OK;
}
