/* identify_table.c - numbers by a 64-bit key: n-grams and words of a model. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/identify_table.h"

#include <stdlib.h>

#include "base/buf.h"

enum { FIRST_SLOTS = 1024 };

/* Packed letters differ in few bits: every bit of the mark depends on all of them. */
static inline uint32_t
mark_of(uint64_t key)
{
    key *= UINT64_C(0x9E3779B97F4A7C15);
    key ^= key >> 32;
    key *= UINT64_C(0xD6E8FEB86659FD93);
    return (uint32_t)(key >> 32) | 1;
}

/* The slot of MARK, or the empty one where it would go. */
static inline size_t
find_slot(const struct identify_table *table, uint32_t mark)
{
    size_t mask = table->slot_count - 1, at = (mark >> 1) & mask;

    while (table->slots[at].mark && table->slots[at].mark != mark)
        at = (at + 1) & mask;
    return at;
}

static bool
grow(struct identify_table *table)
{
    struct identify_table larger = {.slot_count =
                                        table->slot_count ? table->slot_count * 2 : FIRST_SLOTS,
                                    .count = table->count};

    larger.slots = array_new(larger.slot_count, sizeof *larger.slots);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < table->slot_count; i++)
        if (table->slots[i].mark)
            larger.slots[find_slot(&larger, table->slots[i].mark)] = table->slots[i];
    free(table->slots);
    *table = larger;
    return true;
}

bool
table_set(struct identify_table *table, uint64_t key, float value)
{
    uint32_t mark = mark_of(key);
    size_t at;

    if (table->count + 1 > table->slot_count / 2 && !grow(table))
        return false;
    at = find_slot(table, mark);
    table->count += table->slots[at].mark == 0;
    table->slots[at] = (struct identify_slot){mark, value};
    return true;
}

float
table_find(const struct identify_table *table, uint64_t key)
{
    return table->slot_count ? table->slots[find_slot(table, mark_of(key))].value : 0.0F;
}

void
table_release(struct identify_table *table)
{
    free(table->slots);
    *table = (struct identify_table){0};
}
