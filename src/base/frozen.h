/* frozen.h - strings to small numbers as an image holds them: a hash table without addresses.
 */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_FROZEN_H
#define BASE_FROZEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <ura/str.h>

#include "base/buf.h"
#include "base/intern.h"

/* Borrowed from an image's part. Zero is an empty table. */
struct frozen {
    const uint32_t *slots;  /* numbers; INTERN_NONE where there is none */
    const uint32_t *starts; /* of each string in `bytes`; one more */
    const char *bytes;
    size_t count;
    size_t slot_count; /* a power of two, at least twice the count; 0 in an empty table */
};

/* Appends the strings of TABLE, with their numbers, to OUT; a failure stays in OUT->failed. */
void frozen_write(const struct ura_intern *table, struct ura_buf *out);
/* Reads PART; false if it is no such table. */
bool frozen_read(struct ura_str part, struct frozen *out);
/* The number of TEXT, INTERN_NONE if it is not there. */
uint32_t frozen_find(const struct frozen *table, struct ura_str text);

#endif
