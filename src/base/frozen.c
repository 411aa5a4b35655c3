/* frozen.c - strings to small numbers as an image holds them: a hash table without addresses.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/frozen.h"

#include <stdlib.h>
#include <string.h>

#include "base/image.h"

/* A part: these, then the slots, the starts, the bytes. */
struct sizes {
    uint32_t count;
    uint32_t slot_count;
};

/* Half of the slots at least stay empty, so that what is not there is soon known not to be. */
static size_t
count_slots(size_t count)
{
    size_t slots = 2;

    while (slots < 2 * count)
        slots *= 2;
    return count ? slots : 0;
}

static size_t
find_first(struct ura_str text, size_t slot_count)
{
    return (uint32_t)hash_bytes(text.ptr, text.len) & (slot_count - 1);
}

static void
fill_slots(const struct ura_intern *table, uint32_t *slots, size_t slot_count)
{
    memset(slots, 0xff, slot_count * sizeof *slots);
    for (uint32_t item = 0; item < table->count; item++) {
        size_t at = find_first(table->items[item], slot_count);

        while (slots[at] != INTERN_NONE)
            at = (at + 1) & (slot_count - 1);
        slots[at] = item;
    }
}

void
frozen_write(const struct ura_intern *table, struct ura_buf *out)
{
    size_t slot_count = count_slots(table->count);
    struct sizes sizes = {(uint32_t)table->count, (uint32_t)slot_count};
    uint32_t *slots = array_new(slot_count + 1, sizeof *slots), start = 0;

    if (!slots) {
        out->failed = true;
        return;
    }
    fill_slots(table, slots, slot_count);
    buf_append(out, &sizes, sizeof sizes);
    buf_append(out, slots, slot_count * sizeof *slots);
    free(slots);
    for (size_t i = 0; i < table->count; i++) {
        buf_append(out, &start, sizeof start);
        start += (uint32_t)table->items[i].len;
    }
    buf_append(out, &start, sizeof start);
    for (size_t i = 0; i < table->count; i++)
        buf_append_str(out, table->items[i]);
}

bool
frozen_read(struct ura_str part, struct frozen *out)
{
    struct sizes sizes;
    size_t slots, starts, at = sizeof sizes, bytes;
    const uint32_t *numbers;

    *out = (struct frozen){0};
    if (part.len < sizeof sizes)
        return false;
    memcpy(&sizes, part.ptr, sizeof sizes);
    if (sizes.slot_count != count_slots(sizes.count))
        return false;
    slots = (size_t)sizes.slot_count * sizeof *numbers;
    starts = ((size_t)sizes.count + 1) * sizeof *numbers;
    if (part.len - at < slots || part.len - at - slots < starts)
        return false;
    numbers = (const void *)(part.ptr + at);
    for (size_t i = 0; i < sizes.slot_count; i++)
        if (numbers[i] != INTERN_NONE && numbers[i] >= sizes.count)
            return false;
    bytes = part.len - at - slots - starts;
    out->slots = numbers;
    out->starts =
        image_starts(ura_str_slice(part, at + slots, at + slots + starts), sizes.count, bytes);
    out->bytes = part.ptr + at + slots + starts;
    out->count = sizes.count;
    out->slot_count = sizes.slot_count;
    return out->starts != NULL;
}

uint32_t
frozen_find(const struct frozen *table, struct ura_str text)
{
    size_t at;

    if (!table->slot_count)
        return INTERN_NONE;
    at = find_first(text, table->slot_count);
    /* A table of only full slots is none that was written; the count ends the search in it. */
    for (size_t tried = 0; tried < table->slot_count; tried++) {
        uint32_t item = table->slots[at];

        if (item == INTERN_NONE)
            return INTERN_NONE;
        if (ura_str_equal(text,
                          (struct ura_str){table->bytes + table->starts[item],
                                           table->starts[item + 1] - table->starts[item]}))
            return item;
        at = (at + 1) & (table->slot_count - 1);
    }
    return INTERN_NONE;
}
