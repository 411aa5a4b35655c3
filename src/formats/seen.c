/* seen.c - what was written before, where a format wants everything once. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/seen.h"

#include <stdlib.h>

enum { SEEN_SMALLEST = 1024 }; /* slots; a power of two, at most half of them taken */

static bool
grow(struct seen *seen)
{
    struct seen grown = {.capacity = seen->capacity ? seen->capacity * 2 : SEEN_SMALLEST,
                         .count = seen->count};

    grown.slots = array_new(grown.capacity, sizeof *grown.slots);
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < seen->capacity; i++) {
        size_t at = (size_t)seen->slots[i] & (grown.capacity - 1);

        while (seen->slots[i] && grown.slots[at])
            at = (at + 1) & (grown.capacity - 1);
        if (seen->slots[i])
            grown.slots[at] = seen->slots[i];
    }
    free(seen->slots);
    *seen = grown;
    return true;
}

bool
seen_take(struct seen *seen, struct ura_str text, bool *known)
{
    uint64_t hash = hash_bytes(text.ptr, text.len);
    size_t at;

    hash += hash == 0;
    if (seen->count * 2 >= seen->capacity && !grow(seen))
        return false;
    at = (size_t)hash & (seen->capacity - 1);
    while (seen->slots[at] && seen->slots[at] != hash)
        at = (at + 1) & (seen->capacity - 1);
    *known = seen->slots[at] == hash;
    seen->slots[at] = hash;
    seen->count += !*known;
    return true;
}

void
seen_release(struct seen *seen)
{
    free(seen->slots);
    *seen = (struct seen){0};
}
