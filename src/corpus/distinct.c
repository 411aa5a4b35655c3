/* distinct.c - how many different hashes were seen: exact while they are few, then a sketch. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/distinct.h"

#include <stdlib.h>

enum {
    FIRST_SLOTS = 1024,
    FULL_PER_CENT = 75, /* of the slots in use: past that, searches get long */
    HASH_BITS = 64,
    HASH_OF_ZERO = 1, /* 0 is an empty slot */
};

static bool
is_kept(uint64_t hash, unsigned zeros)
{
    return zeros == 0 || hash >> (HASH_BITS - zeros) == 0;
}

/* The slot of HASH, or the empty one where it would go; the last bits say where to look. */
static uint64_t *
find_slot(uint64_t *slots, size_t count, uint64_t hash)
{
    size_t at = (size_t)hash & (count - 1);

    while (slots[at] && slots[at] != hash)
        at = (at + 1) & (count - 1);
    return &slots[at];
}

/* Moves what begins with ZEROS zero bits into COUNT new slots. */
static bool
rebuild(struct distinct *set, size_t count, unsigned zeros)
{
    uint64_t *slots = array_new(count, sizeof *slots);

    if (!slots)
        return false;
    set->used = 0;
    for (size_t i = 0; i < set->slot_count; i++) {
        if (set->slots[i] && is_kept(set->slots[i], zeros)) {
            *find_slot(slots, count, set->slots[i]) = set->slots[i];
            set->used++;
        }
    }
    free(set->slots);
    set->slots = slots;
    set->slot_count = count;
    set->zeros = zeros;
    return true;
}

bool
distinct_add(struct distinct *set, uint64_t hash, size_t limit)
{
    uint64_t *slot;

    hash = hash ? hash : HASH_OF_ZERO;
    if (!is_kept(hash, set->zeros))
        return true;
    if (set->used + 1 > set->slot_count / 100 * FULL_PER_CENT &&
        !rebuild(set, set->slot_count ? 2 * set->slot_count : FIRST_SLOTS, set->zeros))
        return false;
    slot = find_slot(set->slots, set->slot_count, hash);
    if (*slot)
        return true;
    *slot = hash;
    set->used++;
    while (set->used > limit)
        if (!rebuild(set, set->slot_count, set->zeros + 1))
            return false;
    return true;
}

uint64_t
distinct_count(const struct distinct *set)
{
    return (uint64_t)set->used << set->zeros;
}

bool
distinct_is_exact(const struct distinct *set)
{
    return set->zeros == 0;
}

void
distinct_release(struct distinct *set)
{
    free(set->slots);
    *set = (struct distinct){0};
}
