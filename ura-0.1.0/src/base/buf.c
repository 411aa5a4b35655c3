/* buf.c - bytes that own themselves and grow; growing arrays of anything. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/buf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum { SMALLEST_ARRAY = 16 }; /* items: fewer are not worth a second allocation */

void
buf_release(struct ura_buf *buf)
{
    free(buf->ptr);
    *buf = (struct ura_buf){0};
}

void
buf_clear(struct ura_buf *buf)
{
    buf->len = 0;
    buf->failed = false;
}

bool
buf_reserve(struct ura_buf *buf, size_t extra)
{
    char *grown;

    if (buf->failed)
        return false;
    if (extra <= buf->capacity - buf->len)
        return true;
    if (extra > SIZE_MAX - buf->len) {
        buf->failed = true;
        return false;
    }
    grown = array_grow(buf->ptr, &buf->capacity, buf->len + extra, 1);
    if (!grown) {
        buf->failed = true;
        return false;
    }
    buf->ptr = grown;
    return true;
}

void
buf_append(struct ura_buf *buf, const void *bytes, size_t len)
{
    if (len == 0 || !buf_reserve(buf, len))
        return;
    memcpy(buf->ptr + buf->len, bytes, len);
    buf->len += len;
}

void
buf_append_str(struct ura_buf *buf, struct ura_str text)
{
    buf_append(buf, text.ptr, text.len);
}

void
buf_append_text(struct ura_buf *buf, const char *text)
{
    buf_append(buf, text, strlen(text));
}

void
buf_append_byte(struct ura_buf *buf, char byte)
{
    if (!buf_reserve(buf, 1))
        return;
    buf->ptr[buf->len++] = byte;
}

void
buf_append_unsigned(struct ura_buf *buf, unsigned long long value)
{
    char digits[24];

    buf_append(buf, digits, number_write_unsigned(value, digits));
}

void
buf_append_fixed(struct ura_buf *buf, double value, int decimals)
{
    char digits[NUMBER_FIXED_MAX];

    buf_append(buf, digits, number_write_fixed(value, decimals, digits));
}

void *
array_grow(void *items, size_t *capacity, size_t needed, size_t size)
{
    size_t wanted = *capacity + *capacity / 2;
    void *grown;

    if (needed <= *capacity)
        return items;
    if (wanted < needed)
        wanted = needed;
    if (wanted < SMALLEST_ARRAY)
        wanted = SMALLEST_ARRAY;
    if (wanted > SIZE_MAX / size)
        return NULL;
    grown = realloc(items, wanted * size);
    if (!grown)
        return NULL;
    *capacity = wanted;
    return grown;
}

void *
array_new(size_t count, size_t size)
{
    return calloc(count ? count : 1, size);
}
