/* intern.h - strings to small numbers: each different string gets the next one. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <ura/str.h>

#include "base/arena.h"

enum { INTERN_NONE = UINT32_MAX };

/* Zero is an empty table. */
struct ura_intern {
    struct ura_arena arena;
    struct ura_str *items; /* by number; live as long as the table */
    size_t count;
    size_t capacity;
    uint32_t *slots;
    uint32_t *hashes;
    size_t slot_count; /* a power of two */
};

/* The number of TEXT, a new one if it is new; INTERN_NONE when out of memory. */
uint32_t intern_take(struct ura_intern *table, struct ura_str text);
/* The number of TEXT, INTERN_NONE if it is not there. */
uint32_t intern_find(const struct ura_intern *table, struct ura_str text);
void intern_release(struct ura_intern *table);
/* 64 bits of XXH3. */
uint64_t hash_bytes(const void *bytes, size_t len);

#endif
