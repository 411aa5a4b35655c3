/* tally.c - how often each name came, in bounded memory. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/tally.h"

#include <stdlib.h>

bool
tally_add(struct tally *tally, struct ura_str name)
{
    uint32_t number = intern_find(&tally->names, name);
    uint64_t *counts;

    if (number == INTERN_NONE) {
        if (tally->names.count >= TALLY_NAMES || tally->bytes + name.len > TALLY_BYTES) {
            tally->others++;
            return true;
        }
        counts =
            array_grow(tally->counts, &tally->capacity, tally->names.count + 1, sizeof *counts);
        if (!counts)
            return false;
        tally->counts = counts;
        number = intern_take(&tally->names, name);
        if (number == INTERN_NONE)
            return false;
        tally->bytes += name.len;
        tally->counts[number] = 0;
    }
    tally->counts[number]++;
    return true;
}

/* A name while names are put in order. */
struct entry {
    struct ura_str name;
    uint64_t count;
    uint32_t number;
};

static int
compare(const void *first, const void *second)
{
    const struct entry *one = first, *other = second;
    size_t len = one->name.len < other->name.len ? one->name.len : other->name.len;
    int order;

    if (one->count != other->count)
        return one->count > other->count ? -1 : 1;
    order = len ? memcmp(one->name.ptr, other->name.ptr, len) : 0;
    if (order)
        return order;
    return (one->name.len > other->name.len) - (one->name.len < other->name.len);
}

uint32_t *
tally_order(const struct tally *tally)
{
    size_t count = tally->names.count;
    struct entry *entries = count ? array_new(count, sizeof *entries) : NULL;
    uint32_t *numbers = count ? array_new(count, sizeof *numbers) : NULL;

    if (!entries || !numbers) {
        free(entries);
        free(numbers);
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++)
        entries[i] = (struct entry){tally->names.items[i], tally->counts[i], i};
    qsort(entries, count, sizeof *entries, compare);
    for (size_t i = 0; i < count; i++)
        numbers[i] = entries[i].number;
    free(entries);
    return numbers;
}

void
tally_release(struct tally *tally)
{
    intern_release(&tally->names);
    free(tally->counts);
    *tally = (struct tally){.counts = NULL};
}
