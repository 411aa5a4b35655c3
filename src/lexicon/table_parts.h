/* table_parts.h - the bytes of a learned table, for what writes and what reads them. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_TABLE_PARTS_H
#define LEXICON_TABLE_PARTS_H

#include "lexicon/table.h"

/*
 * Numbers are little-endian, and what they count is in this order behind the head:
 *   for the source, then for the target:
 *     starts[types + 1]  u32, where the key of a type starts among the bytes
 *     bytes              of the keys in the order of their stems: the stem, NUL, the form
 *     shares[types]      u8, of the tokens of its side: the root, as chances are written
 *   first[source types + 1]  u32, of the links of a source type
 *   targets[links]           u32, rising within one source type
 *   forward[links], backward[links]  u8, chances
 *   note                     bytes: where the table comes from, for people
 * Each is filled up with NULs to a multiple of four bytes.
 */
enum {
    TABLE_VERSION = 1,
    TABLE_ORDER = 0x01020304, /* reads so only where the bytes stand as they should */
    TABLE_ALIGNMENT = 4,
    TABLE_CHANCES = 256,
};

static const char TABLE_MAGIC[8] = {'u', 'r', 'a', 't', 'a', 'b', 'l', 'e'};

/* Where the fields of the head stand. */
enum {
    TABLE_AT_MAGIC = 0,
    TABLE_AT_VERSION = 8,
    TABLE_AT_ORDER = 12,
    TABLE_AT_SIZE = 16,      /* u64, of the whole file */
    TABLE_AT_LANGUAGES = 24, /* 16 bytes each, filled up with NULs */
    TABLE_AT_PAIRS = 56,     /* u64, sentence pairs that it was learned from */
    TABLE_AT_TYPES = 64,     /* u32 a side */
    TABLE_AT_BYTES = 72,     /* u32 a side, of the keys */
    TABLE_AT_LINKS = 80,     /* u32 */
    TABLE_AT_NOTE = 84,      /* u32, bytes */
    TABLE_HEAD = 88,
};

static inline size_t
table_aligned(size_t size)
{
    return (size + TABLE_ALIGNMENT - 1) / TABLE_ALIGNMENT * TABLE_ALIGNMENT;
}

/* The order of stems, by their bytes. */
static inline int
table_compare(struct ura_str first, struct ura_str second)
{
    size_t len = first.len < second.len ? first.len : second.len;
    int order = len ? memcmp(first.ptr, second.ptr, len) : 0;

    return order ? order : (first.len > second.len) - (first.len < second.len);
}

/* The chances that a byte can say: 1, and each next one smaller by the same part. 255 is 3 in
 * 10,000; two neighbours are 3.2 % apart. */
void table_chances(float chances[TABLE_CHANCES]);

#endif
