/* intern.c - strings to small numbers: each different string gets the next one. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/intern.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/buf.h"

enum { FIRST_SLOTS = 256 };

uint64_t
hash_bytes(const void *bytes, size_t len)
{
    return XXH3_64bits(bytes, len);
}

/* The slot of TEXT, or the empty one where it would go. */
static size_t
find_slot(const struct ura_intern *table, struct ura_str text, uint32_t hash)
{
    size_t mask = table->slot_count - 1;
    size_t at = hash & mask;

    while (table->slots[at] != INTERN_NONE &&
           (table->hashes[table->slots[at]] != hash ||
            !ura_str_equal(table->items[table->slots[at]], text)))
        at = (at + 1) & mask;
    return at;
}

static bool
grow_slots(struct ura_intern *table)
{
    size_t count = table->slot_count ? table->slot_count * 2 : FIRST_SLOTS;
    uint32_t *slots = array_new(count, sizeof *slots);

    if (!slots)
        return false;
    memset(slots, 0xff, count * sizeof *slots);
    for (uint32_t item = 0; item < table->count; item++) {
        size_t at = table->hashes[item] & (count - 1);

        while (slots[at] != INTERN_NONE)
            at = (at + 1) & (count - 1);
        slots[at] = item;
    }
    free(table->slots);
    table->slots = slots;
    table->slot_count = count;
    return true;
}

static bool
add_item(struct ura_intern *table, struct ura_str text, uint32_t hash)
{
    size_t hash_capacity = table->capacity;
    uint32_t *hashes;
    struct ura_str *items, copy;

    hashes = array_grow(table->hashes, &hash_capacity, table->count + 1, sizeof *hashes);
    if (!hashes)
        return false;
    table->hashes = hashes;
    items = array_grow(table->items, &table->capacity, table->count + 1, sizeof *items);
    if (!items)
        return false;
    table->items = items;
    copy = arena_copy(&table->arena, text);
    if (!copy.ptr)
        return false;
    hashes[table->count] = hash;
    items[table->count++] = copy;
    return true;
}

uint32_t
intern_take(struct ura_intern *table, struct ura_str text)
{
    uint32_t hash = (uint32_t)hash_bytes(text.ptr, text.len);
    size_t at;

    if (table->count + 1 > table->slot_count / 2 && !grow_slots(table))
        return INTERN_NONE;
    at = find_slot(table, text, hash);
    if (table->slots[at] != INTERN_NONE)
        return table->slots[at];
    if (table->count >= INTERN_NONE - 1 || !add_item(table, text, hash))
        return INTERN_NONE;
    table->slots[at] = (uint32_t)(table->count - 1);
    return table->slots[at];
}

uint32_t
intern_find(const struct ura_intern *table, struct ura_str text)
{
    if (!table->slot_count)
        return INTERN_NONE;
    return table->slots[find_slot(table, text, (uint32_t)hash_bytes(text.ptr, text.len))];
}

void
intern_release(struct ura_intern *table)
{
    arena_release(&table->arena);
    free(table->items);
    free(table->hashes);
    free(table->slots);
    *table = (struct ura_intern){0};
}
