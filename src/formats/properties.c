/* properties.c - lists of properties that are gathered while a unit is read. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/properties.h"

#include <stdlib.h>

bool
property_add(struct property_list *list, enum ura_side side, struct ura_str name,
             struct ura_str value)
{
    struct ura_property *grown =
        array_grow(list->items, &list->capacity, list->count + 1, sizeof *grown);

    if (!grown || !name.ptr || !value.ptr)
        list->failed = true;
    if (grown)
        list->items = grown;
    if (list->failed)
        return false;
    grown[list->count++] = (struct ura_property){side, name, value};
    return true;
}

enum ura_status
property_keep(struct property_list *list, struct ura_arena *arena,
              const struct ura_property **out, size_t *count, struct ura_error *error)
{
    struct ura_property *items = arena_new(arena, list->count, sizeof *items);

    if (list->failed || !items)
        return error_memory(error);
    if (list->count)
        memcpy(items, list->items, list->count * sizeof *items);
    *out = items;
    *count = list->count;
    list->count = 0;
    return URA_OK;
}

void
property_release(struct property_list *list)
{
    free(list->items);
    *list = (struct property_list){0};
}

enum ura_state
state_from_name(struct ura_str name)
{
    for (int state = 0; state < URA_STATE_COUNT; state++)
        if (ura_str_equal(name, ura_str_from(ura_state_name((enum ura_state)state))))
            return (enum ura_state)state;
    return URA_STATE_NONE;
}
