/* table.c - a learned table as a mapped file, and what it says of two texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/table_parts.h"

#include <stdio.h>
#include <stdlib.h>

enum { LANGUAGE_BYTES = 16, PATH_BYTES = 512, KEY_BYTES = 64 };

/* One side of the mapped file. */
struct table_side {
    char language[LANGUAGE_BYTES + 1];
    size_t types;
    size_t key_bytes;
    const uint8_t *starts, *keys, *shares;
};

struct table {
    const uint8_t *bytes;
    size_t size;
    struct mapping mapping; /* none where the bytes are the caller's */
    struct table_side sides[2];
    uint64_t pairs;
    size_t links;
    const uint8_t *first, *targets, *forward, *backward;
    struct ura_str note;
    float chances[TABLE_CHANCES];
};

static uint32_t
read_small(const uint8_t *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
           (uint32_t)at[3] << 24;
}

static uint64_t
read_large(const uint8_t *at)
{
    return read_small(at) | (uint64_t)read_small(at + 4) << 32;
}

void
table_chances(float chances[TABLE_CHANCES])
{
    static const double STEP = 0.9687; /* 0.9687^255 is 3 in 10,000 */
    double chance = 1;

    for (int i = 0; i < TABLE_CHANCES; i++) {
        chances[i] = (float)chance;
        chance *= STEP;
    }
}

/* COUNT items of SIZE bytes from *AT on; the counts are under 2^32, so nothing overflows. */
static const uint8_t *
take_section(const struct table *table, uint64_t *at, uint64_t count, size_t size)
{
    const uint8_t *section = *at <= table->size ? table->bytes + *at : NULL;

    *at += (count * size + TABLE_ALIGNMENT - 1) / TABLE_ALIGNMENT * TABLE_ALIGNMENT;
    return section;
}

/* Where everything is. Fails where the sizes do not add up to the file's. */
static enum ura_status
lay_out(struct table *table, struct ura_error *error)
{
    const uint8_t *head = table->bytes;
    uint64_t at = TABLE_HEAD;
    size_t note = read_small(head + TABLE_AT_NOTE);

    table->pairs = read_large(head + TABLE_AT_PAIRS);
    table->links = read_small(head + TABLE_AT_LINKS);
    for (int i = 0; i < 2; i++) {
        struct table_side *side = &table->sides[i];

        memcpy(side->language, head + TABLE_AT_LANGUAGES + LANGUAGE_BYTES * i, LANGUAGE_BYTES);
        side->types = read_small(head + TABLE_AT_TYPES + 4 * i);
        side->key_bytes = read_small(head + TABLE_AT_BYTES + 4 * i);
        side->starts = take_section(table, &at, (uint64_t)side->types + 1, 4);
        side->keys = take_section(table, &at, side->key_bytes, 1);
        side->shares = take_section(table, &at, side->types, 1);
    }
    table->first = take_section(table, &at, (uint64_t)table->sides[0].types + 1, 4);
    table->targets = take_section(table, &at, table->links, 4);
    table->forward = take_section(table, &at, table->links, 1);
    table->backward = take_section(table, &at, table->links, 1);
    table->note = (struct ura_str){(const char *)take_section(table, &at, note, 1), note};
    if (at != table->size)
        return error_set(error, URA_BAD_INPUT,
                         "is a damaged table: its parts need %llu bytes, it has %zu; train it "
                         "again with ura words train",
                         (unsigned long long)at, table->size);
    return URA_OK;
}

static enum ura_status
check_head(const struct table *table, struct ura_error *error)
{
    const uint8_t *head = table->bytes;

    if (table->size < TABLE_HEAD || memcmp(head, TABLE_MAGIC, sizeof TABLE_MAGIC) != 0)
        return error_set(error, URA_BAD_INPUT,
                         "is no learned table; ura words train makes one");
    if (read_small(head + TABLE_AT_ORDER) != TABLE_ORDER)
        return error_set(error, URA_BAD_INPUT,
                         "is a table whose bytes stand in another order; train it again with "
                         "ura words train");
    if (read_small(head + TABLE_AT_VERSION) != TABLE_VERSION)
        return error_set(error, URA_BAD_INPUT,
                         "is a table of version %u, this program reads version %d; train it "
                         "again with ura words train",
                         (unsigned)read_small(head + TABLE_AT_VERSION), TABLE_VERSION);
    if (read_large(head + TABLE_AT_SIZE) != table->size)
        return error_set(error, URA_BAD_INPUT,
                         "is a damaged table: it says that it has %llu bytes, it has %zu",
                         (unsigned long long)read_large(head + TABLE_AT_SIZE), table->size);
    return URA_OK;
}

enum ura_status
table_open_bytes(const void *bytes, size_t len, struct table **out, struct ura_error *error)
{
    struct table *table = calloc(1, sizeof *table);
    enum ura_status status;

    *out = NULL;
    if (!table)
        return error_memory(error);
    table->bytes = bytes;
    table->size = len;
    status = check_head(table, error);
    if (!status)
        status = lay_out(table, error);
    if (status) {
        table_free(table);
        return status;
    }
    table_chances(table->chances);
    *out = table;
    return URA_OK;
}

enum ura_status
table_open(const char *path, struct table **out, struct ura_error *error)
{
    struct mapping mapping;
    enum ura_status status = mapping_open(path, &mapping, error);

    *out = NULL;
    if (status)
        return status;
    status = table_open_bytes(mapping.bytes.ptr, mapping.bytes.len, out, error);
    if (status) {
        mapping_close(&mapping);
        error_set_file(error, path);
        return status;
    }
    (*out)->mapping = mapping;
    return URA_OK;
}

void
table_free(struct table *table)
{
    if (!table)
        return;
    mapping_close(&table->mapping);
    free(table);
}

/* LANGUAGE up to its script or country is CODE. */
static bool
is_language(const char *language, const char *code)
{
    size_t len = strcspn(language, "-_");

    return strlen(code) == len && memcmp(language, code, len) == 0;
}

bool
table_is_reversed(const struct table *table, const char *source)
{
    return !is_language(source, table->sides[0].language) &&
           is_language(source, table->sides[1].language);
}

bool
table_serves(const struct table *table, const char *source, const char *target)
{
    const char *one = table->sides[0].language, *other = table->sides[1].language;

    return (is_language(source, one) && is_language(target, other)) ||
           (is_language(source, other) && is_language(target, one));
}

/* A pair of languages without a table is asked for again with every pair of texts. */
static const struct table no_table;

static void
free_kept(void *value)
{
    if (value != &no_table)
        table_free(value);
}

enum ura_status
table_get(struct ura_context *context, const char *source, const char *target,
          const struct table **out, struct ura_error *error)
{
    int lens[2] = {(int)strcspn(source, "-_"), (int)strcspn(target, "-_")};
    const char *codes[2] = {source, target};
    enum ura_status status = URA_NOT_FOUND;
    char path[PATH_BYTES], key[KEY_BYTES];
    struct table *table = NULL;
    const struct table *kept;

    *out = NULL;
    if (lens[0] > LANGUAGE_BYTES || lens[1] > LANGUAGE_BYTES)
        return URA_OK;
    snprintf(key, sizeof key, "table:%.*s:%.*s", lens[0], source, lens[1], target);
    kept = context_kept(context, key);
    for (int first = 0; !kept && status == URA_NOT_FOUND && first < 2; first++) {
        snprintf(path, sizeof path, "%s/%.*s-%.*s/table.bin", ura_context_data_folder(context),
                 lens[first], codes[first], lens[!first], codes[!first]);
        status = table_open(path, &table, error);
    }
    if (!kept) {
        if (status && status != URA_NOT_FOUND)
            return status;
        kept = table ? table : &no_table;
        status = context_keep(context, key, (void *)kept, free_kept, error);
        if (status)
            return status;
    }
    *out = kept == &no_table ? NULL : kept;
    return URA_OK;
}

void
table_describe(const struct table *table, struct table_facts *out)
{
    *out = (struct table_facts){{table->sides[0].language, table->sides[1].language},
                                table->pairs,
                                {table->sides[0].types, table->sides[1].types},
                                table->links,
                                table->note};
}

/* The stem and the form of word NUMBER, NUL between them; empty where the file is damaged. */
static struct ura_str
find_key(const struct table_side *side, uint32_t number)
{
    size_t start = read_small(side->starts + 4 * (size_t)number);
    size_t end = read_small(side->starts + 4 * ((size_t)number + 1));

    if (start > end || end > side->key_bytes)
        return (struct ura_str){NULL, 0};
    return (struct ura_str){(const char *)side->keys + start, end - start};
}

static struct ura_str
find_stem(struct ura_str key)
{
    const char *end = key.len ? memchr(key.ptr, '\0', key.len) : NULL;

    return end ? ura_str_slice(key, 0, (size_t)(end - key.ptr)) : key;
}

struct table_word
table_word_at(const struct table *table, int side, uint32_t number)
{
    struct table_word word = {{NULL, 0}, {NULL, 0}, 0};
    struct ura_str key;

    if (number >= table->sides[side].types)
        return word;
    key = find_key(&table->sides[side], number);
    word.stem = find_stem(key);
    word.form =
        word.stem.len < key.len ? ura_str_slice(key, word.stem.len + 1, key.len) : word.stem;
    word.share = table->chances[table->sides[side].shares[number]];
    word.share *= word.share; /* the root is what is written */
    return word;
}

uint32_t
table_find_word(const struct table *table, int side, struct ura_str stem)
{
    size_t low = 0, high = table->sides[side].types;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct ura_str other = find_stem(find_key(&table->sides[side], (uint32_t)middle));
        int order = table_compare(stem, other);

        if (!order)
            return (uint32_t)middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return INTERN_NONE;
}

void
table_links_of(const struct table *table, uint32_t number, size_t *first, size_t *end)
{
    *first = *end = 0;
    if (number >= table->sides[0].types)
        return;
    *first = read_small(table->first + 4 * (size_t)number);
    *end = read_small(table->first + 4 * ((size_t)number + 1));
    if (*end > table->links || *first > *end)
        *first = *end = 0;
}

bool
table_link_at(const struct table *table, uint32_t source, size_t index, struct table_link *out)
{
    if (index >= table->links)
        return false;
    out->source = source;
    out->target = read_small(table->targets + 4 * index);
    out->forward = table->chances[table->forward[index]];
    out->backward = table->chances[table->backward[index]];
    return out->target < table->sides[1].types;
}
