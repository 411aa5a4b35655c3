/* properties.h - lists of properties that are gathered while a unit is read. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_PROPERTIES_H
#define FORMATS_PROPERTIES_H

#include <ura/unit.h>

#include "base/base.h"

/* Zero is an empty list; set count to 0 to use it again. */
struct property_list {
    struct ura_property *items;
    size_t count, capacity;
    bool failed; /* out of memory at some time since it was zero */
};

/* Adds one that borrows NAME and VALUE; false (also later) when out of memory or VALUE.ptr is
 * NULL. */
bool property_add(struct property_list *list, enum ura_side side, struct ura_str name,
                  struct ura_str value);
/* Copies the list, not the texts, into ARENA, and empties it. */
enum ura_status property_keep(struct property_list *list, struct ura_arena *arena,
                              const struct ura_property **out, size_t *count,
                              struct ura_error *error);
void property_release(struct property_list *list);

/* The state that NAME (ura_state_name) is; URA_STATE_NONE if it is none. */
enum ura_state state_from_name(struct ura_str name);

#endif
