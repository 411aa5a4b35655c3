/* identify_table.c - numbers by a 64-bit key: n-grams and words of a model. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/identify_table.h"

#include <stdlib.h>

#include "base/buf.h"

enum { FIRST_SLOTS = 1024 };

/* The slot of KEY, or the empty one where it would go. */
static size_t
find_slot(const struct identify_table *table, uint64_t key)
{
    size_t mask = table->slots - 1;
    /* Packed letters differ in few bits: the golden ratio spreads them over the upper half. */
    size_t at = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;

    while (table->keys[at] && table->keys[at] != key)
        at = (at + 1) & mask;
    return at;
}

static bool
grow(struct identify_table *table)
{
    struct identify_table larger = {.slots = table->slots ? table->slots * 2 : FIRST_SLOTS};

    larger.keys = array_new(larger.slots, sizeof *larger.keys);
    larger.values = array_new(larger.slots, sizeof *larger.values);
    if (!larger.keys || !larger.values) {
        table_release(&larger);
        return false;
    }
    for (size_t i = 0; i < table->slots; i++) {
        if (table->keys[i]) {
            size_t at = find_slot(&larger, table->keys[i]);

            larger.keys[at] = table->keys[i];
            larger.values[at] = table->values[i];
        }
    }
    larger.count = table->count;
    table_release(table);
    *table = larger;
    return true;
}

bool
table_set(struct identify_table *table, uint64_t key, float value)
{
    size_t at;

    if (table->count + 1 > table->slots / 2 && !grow(table))
        return false;
    at = find_slot(table, key);
    table->count += table->keys[at] == 0;
    table->keys[at] = key;
    table->values[at] = value;
    return true;
}

float
table_find(const struct identify_table *table, uint64_t key)
{
    return table->slots ? table->values[find_slot(table, key)] : 0.0F;
}

void
table_release(struct identify_table *table)
{
    free(table->keys);
    free(table->values);
    *table = (struct identify_table){0};
}
