/* table_write.c - a learned table put into bytes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/table_parts.h"

#include <math.h>
#include <stdlib.h>

enum { LANGUAGE_BYTES = 16 };

/* The words of one side as they are written: those with links, in the order of their stems. */
struct order {
    uint32_t *words;   /* of the draft */
    uint32_t *numbers; /* of the file, by word of the draft */
    size_t count;
    size_t key_bytes;
};

static void
append_small(struct ura_buf *out, size_t value)
{
    uint8_t bytes[4];

    for (int i = 0; i < 4; i++)
        bytes[i] = (uint8_t)(value >> 8 * i);
    buf_append(out, bytes, sizeof bytes);
}

static void
append_large(struct ura_buf *out, uint64_t value)
{
    append_small(out, (uint32_t)value);
    append_small(out, (uint32_t)(value >> 32));
}

/* Fills up to the next multiple, counted from START. */
static void
align_end(struct ura_buf *out, size_t start)
{
    while (!out->failed && (out->len - start) % TABLE_ALIGNMENT)
        buf_append_byte(out, '\0');
}

/* The byte for CHANCE: the nearest, by ratio. */
static char
find_byte(const float chances[TABLE_CHANCES], float chance)
{
    int low = 0, high = TABLE_CHANCES - 1;

    while (low < high) {
        int middle = (low + high) / 2;

        if (chance * chance >= chances[middle] * chances[middle + 1])
            high = middle;
        else
            low = middle + 1;
    }
    return (char)low;
}

/* A stem and the word it is of. */
struct sortable {
    struct ura_str stem;
    uint32_t word;
};

static int
compare_stems(const void *first, const void *second)
{
    const struct sortable *a = first, *b = second;

    return table_compare(a->stem, b->stem);
}

static size_t
find_size(const struct table_word *word)
{
    return ura_str_equal(word->stem, word->form) ? word->stem.len
                                                 : word->stem.len + 1 + word->form.len;
}

static bool
sort_words(const struct table_draft *draft, int side, struct order *out)
{
    size_t types = draft->types[side];
    struct sortable *items = array_new(types + 1, sizeof *items);
    bool done;

    out->words = array_new(types + 1, sizeof *out->words);
    out->numbers = array_new(types + 1, sizeof *out->numbers);
    done = items && out->words && out->numbers;
    for (size_t i = 0; done && i < draft->link_count; i++)
        out->numbers[side ? draft->links[i].target : draft->links[i].source] = 1;
    for (uint32_t i = 0; done && i < types; i++)
        if (out->numbers[i])
            items[out->count++] = (struct sortable){draft->words[side][i].stem, i};
    if (done && out->count)
        qsort(items, out->count, sizeof *items, compare_stems);
    for (uint32_t i = 0; done && i < out->count; i++) {
        out->words[i] = items[i].word;
        out->numbers[items[i].word] = i;
        out->key_bytes += find_size(&draft->words[side][items[i].word]);
    }
    free(items);
    return done;
}

static int
compare_links(const void *first, const void *second)
{
    const struct table_link *a = first, *b = second;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

static void
append_side(const struct table_draft *draft, int side, const struct order *order,
            const float *chances, struct ura_buf *out, size_t start)
{
    const struct table_word *words = draft->words[side];
    size_t at = 0;

    for (size_t i = 0; i < order->count; i++) {
        append_small(out, at);
        at += find_size(&words[order->words[i]]);
    }
    append_small(out, at);
    for (size_t i = 0; i < order->count; i++) {
        const struct table_word *word = &words[order->words[i]];

        buf_append_str(out, word->stem);
        if (ura_str_equal(word->stem, word->form))
            continue;
        buf_append_byte(out, '\0');
        buf_append_str(out, word->form);
    }
    align_end(out, start);
    for (size_t i = 0; i < order->count; i++)
        /* Of a share the root is written: there are words one in a million. */
        buf_append_byte(out, find_byte(chances, sqrtf(words[order->words[i]].share)));
    align_end(out, start);
}

static void
append_links(const struct table_draft *draft, size_t types, const float *chances,
             struct ura_buf *out, size_t start)
{
    const struct table_link *links = draft->links;
    size_t at = 0;

    for (size_t i = 0; i <= types; i++) {
        while (at < draft->link_count && links[at].source < i)
            at++;
        append_small(out, at);
    }
    for (size_t i = 0; i < draft->link_count; i++)
        append_small(out, links[i].target);
    for (size_t i = 0; i < draft->link_count; i++)
        buf_append_byte(out, find_byte(chances, links[i].forward));
    align_end(out, start);
    for (size_t i = 0; i < draft->link_count; i++)
        buf_append_byte(out, find_byte(chances, links[i].backward));
    align_end(out, start);
}

/* SIZE is that of the whole file. */
static void
append_head(const struct table_draft *draft, const struct order orders[2], uint64_t size,
            struct ura_buf *out)
{
    buf_append(out, TABLE_MAGIC, sizeof TABLE_MAGIC);
    append_small(out, TABLE_VERSION);
    append_small(out, TABLE_ORDER);
    append_large(out, size);
    for (int i = 0; i < 2; i++) {
        char language[LANGUAGE_BYTES] = {0};
        size_t len = strcspn(draft->languages[i], "-_");

        memcpy(language, draft->languages[i], len < LANGUAGE_BYTES ? len : LANGUAGE_BYTES);
        buf_append(out, language, sizeof language);
    }
    append_large(out, draft->pairs);
    for (int i = 0; i < 2; i++)
        append_small(out, orders[i].count);
    for (int i = 0; i < 2; i++)
        append_small(out, orders[i].key_bytes);
    append_small(out, draft->link_count);
    append_small(out, draft->note.len);
}

static uint64_t
find_file_size(const struct table_draft *draft, const struct order orders[2])
{
    uint64_t size = TABLE_HEAD + table_aligned(draft->note.len) +
                    4 * ((uint64_t)orders[0].count + 1) + 4 * (uint64_t)draft->link_count +
                    2 * (uint64_t)table_aligned(draft->link_count);

    for (int i = 0; i < 2; i++)
        size += 4 * ((uint64_t)orders[i].count + 1) + table_aligned(orders[i].key_bytes) +
                table_aligned(orders[i].count);
    return size;
}

static enum ura_status
write_parts(const struct table_draft *draft, const struct order orders[2], struct ura_buf *out,
            struct ura_error *error)
{
    uint64_t size = find_file_size(draft, orders);
    float chances[TABLE_CHANCES];
    size_t start = out->len;

    if (size > UINT32_MAX)
        return error_set(error, URA_TOO_LARGE,
                         "a table of %llu MiB; the largest has 4,095: learn from less text",
                         (unsigned long long)(size >> 20));
    table_chances(chances);
    append_head(draft, orders, size, out);
    for (int i = 0; i < 2; i++)
        append_side(draft, i, &orders[i], chances, out, start);
    append_links(draft, orders[0].count, chances, out, start);
    buf_append_str(out, draft->note);
    align_end(out, start);
    return out->failed ? error_memory(error) : URA_OK;
}

enum ura_status
table_write(struct table_draft *draft, struct ura_buf *out, struct ura_error *error)
{
    struct order orders[2] = {{0}, {0}};
    enum ura_status status = URA_OK;

    if (!sort_words(draft, 0, &orders[0]) || !sort_words(draft, 1, &orders[1]))
        status = error_memory(error);
    for (size_t i = 0; !status && i < draft->link_count; i++) {
        struct table_link *link = &draft->links[i];

        link->source = orders[0].numbers[link->source];
        link->target = orders[1].numbers[link->target];
    }
    if (!status && draft->link_count)
        qsort(draft->links, draft->link_count, sizeof *draft->links, compare_links);
    if (!status)
        status = write_parts(draft, orders, out, error);
    for (int i = 0; i < 2; i++) {
        free(orders[i].words);
        free(orders[i].numbers);
    }
    return status;
}
