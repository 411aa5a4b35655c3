/* hash.h - hashing of what comes piece by piece. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* The hash that hash_bytes gives of all pieces put together. */
struct hash_stream;

/* NULL when out of memory. */
struct hash_stream *hash_stream_new(void);
void hash_stream_add(struct hash_stream *stream, const void *bytes, size_t len);
/* Of what was added so far. */
uint64_t hash_stream_value(const struct hash_stream *stream);
void hash_stream_free(struct hash_stream *stream);

#endif
