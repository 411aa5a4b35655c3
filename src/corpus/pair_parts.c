/* pair_parts.c - which part has a pair of texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/pair_parts.h"

#include <stdlib.h>

enum {
    FIRST_SLOTS = 1024,
    FULL_PER_CENT = 75, /* of the slots in use: past that, searches get long */
    HASH_OF_ZERO = 1,   /* 0 is an empty slot */
};

static size_t
find_slot(const uint64_t *hashes, size_t count, uint64_t hash)
{
    size_t at = (size_t)hash & (count - 1);

    while (hashes[at] && hashes[at] != hash)
        at = (at + 1) & (count - 1);
    return at;
}

static bool
grow(struct pair_parts *table)
{
    size_t count = table->slot_count ? 2 * table->slot_count : FIRST_SLOTS;
    uint64_t *hashes = array_new(count, sizeof *hashes);
    uint8_t *parts = array_new(count, sizeof *parts);

    if (!hashes || !parts) {
        free(hashes);
        free(parts);
        return false;
    }
    for (size_t i = 0; i < table->slot_count; i++) {
        size_t at;

        if (!table->hashes[i])
            continue;
        at = find_slot(hashes, count, table->hashes[i]);
        hashes[at] = table->hashes[i];
        parts[at] = table->parts[i];
    }
    free(table->hashes);
    free(table->parts);
    table->hashes = hashes;
    table->parts = parts;
    table->slot_count = count;
    return true;
}

uint8_t *
pair_parts_take(struct pair_parts *table, uint64_t hash)
{
    size_t at;

    if (table->used + 1 > table->slot_count / 100 * FULL_PER_CENT && !grow(table))
        return NULL;
    hash = hash ? hash : HASH_OF_ZERO;
    at = find_slot(table->hashes, table->slot_count, hash);
    if (!table->hashes[at]) {
        table->hashes[at] = hash;
        table->parts[at] = PAIR_PARTS_NONE;
        table->used++;
    }
    return &table->parts[at];
}

uint8_t
pair_parts_find(const struct pair_parts *table, uint64_t hash)
{
    size_t at;

    if (!table->slot_count)
        return PAIR_PARTS_NONE;
    hash = hash ? hash : HASH_OF_ZERO;
    at = find_slot(table->hashes, table->slot_count, hash);
    return table->hashes[at] ? table->parts[at] : PAIR_PARTS_NONE;
}

void
pair_parts_release(struct pair_parts *table)
{
    free(table->hashes);
    free(table->parts);
    *table = (struct pair_parts){0};
}
