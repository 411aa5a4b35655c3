/* identify_table.h - numbers by a 64-bit key: n-grams and words of a model. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_IDENTIFY_TABLE_H
#define LANG_IDENTIFY_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct identify_slot {
    uint32_t mark; /* 0: empty */
    float value;
};

/*
 * Zero is an empty table. A key is kept as 32 bits of its hash, so that a table stays in the
 * cache: of ten thousand keys, two strange ones in a million are taken for one of them.
 */
struct identify_table {
    struct identify_slot *slots;
    size_t count;
    size_t slot_count; /* a power of two, at least twice the count */
};

/* Sets KEY to VALUE; false when out of memory. */
bool table_set(struct identify_table *table, uint64_t key, float value);
/* The value of KEY, 0 if it is not there. */
float table_find(const struct identify_table *table, uint64_t key);
void table_release(struct identify_table *table);

#endif
