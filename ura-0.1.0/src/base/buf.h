/* buf.h - bytes that own themselves and grow; growing arrays of anything. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include <ura/str.h>

/* Zero is an empty buffer. After a failed allocation `failed` stays set and appends do nothing,
 * so that a chain of them is checked once. */
struct ura_buf {
    char *ptr;
    size_t len;
    size_t capacity;
    bool failed;
};

void buf_release(struct ura_buf *buf);
/* Empties it and keeps its memory. */
void buf_clear(struct ura_buf *buf);
/* Room for EXTRA more bytes; false when out of memory. */
bool buf_reserve(struct ura_buf *buf, size_t extra);
void buf_append(struct ura_buf *buf, const void *bytes, size_t len);
void buf_append_str(struct ura_buf *buf, struct ura_str text);
void buf_append_text(struct ura_buf *buf, const char *text);
void buf_append_byte(struct ura_buf *buf, char byte);
/* VALUE in decimal. */
void buf_append_unsigned(struct ura_buf *buf, unsigned long long value);
/* VALUE with DECIMALS digits after a point, in any locale; "nan" and "inf" are written as 0. */
void buf_append_fixed(struct ura_buf *buf, double value, int decimals);

static inline struct ura_str
buf_str(const struct ura_buf *buf)
{
    return (struct ura_str){buf->ptr, buf->len};
}

/*
 * ITEMS, an array with room for *CAPACITY items of SIZE bytes, with room for at least NEEDED;
 * NULL when out of memory (the old array is then still there). The size grows by halves.
 */
void *array_grow(void *items, size_t *capacity, size_t needed, size_t size);
/* Allocates COUNT zeroed items of SIZE bytes; NULL on overflow or when out of memory. */
void *array_new(size_t count, size_t size);

#endif
