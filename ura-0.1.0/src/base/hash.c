/* hash.c - hashing of what comes piece by piece. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/hash.h"

#include <stdlib.h>

#include <xxhash.h>

struct hash_stream {
    XXH3_state_t *state;
};

struct hash_stream *
hash_stream_new(void)
{
    struct hash_stream *stream = malloc(sizeof *stream);

    if (!stream)
        return NULL;
    stream->state = XXH3_createState();
    if (!stream->state || XXH3_64bits_reset(stream->state) != XXH_OK) {
        hash_stream_free(stream);
        return NULL;
    }
    return stream;
}

void
hash_stream_add(struct hash_stream *stream, const void *bytes, size_t len)
{
    if (len)
        XXH3_64bits_update(stream->state, bytes, len);
}

uint64_t
hash_stream_value(const struct hash_stream *stream)
{
    return XXH3_64bits_digest(stream->state);
}

void
hash_stream_free(struct hash_stream *stream)
{
    if (!stream)
        return;
    XXH3_freeState(stream->state);
    free(stream);
}
