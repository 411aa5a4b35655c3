/* identify_table.h - numbers by a 64-bit key: n-grams and words of a model. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_IDENTIFY_TABLE_H
#define LANG_IDENTIFY_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zero is an empty table. A key is never 0. */
struct identify_table {
    uint64_t *keys;
    float *values;
    size_t count;
    size_t slots; /* a power of two */
};

/* Sets KEY to VALUE; false when out of memory. */
bool table_set(struct identify_table *table, uint64_t key, float value);
/* The value of KEY, 0 if it is not there. */
float table_find(const struct identify_table *table, uint64_t key);
void table_release(struct identify_table *table);

#endif
