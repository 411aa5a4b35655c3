/* story.h - a story while its furniture is being found: units, their traits, the zones. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_STORY_H
#define LAYOUT_STORY_H

#include "layout/traits.h"

struct story {
    struct ura_str text;
    const struct patterns *patterns;
    const struct lines *lines;
    struct units *units;
    struct traits *traits; /* one a unit */
    size_t lead;           /* the first unit of running text; the unit count if there is none */
    size_t tail;           /* behind the last unit of running text */
    size_t found;          /* pieces of furniture that only agency copy has */
};

/* Set UNIT aside as KIND. */
void story_set_aside(struct story *story, size_t unit, enum ura_furniture kind);
static inline bool
story_is_copy(const struct story *story, size_t unit)
{
    return story->units->items[unit].kind != URA_BLOCK_FURNITURE;
}

/* Furniture before the lead: sluglines, letterheads, bylines; the headline stays. */
void story_mark_head(struct story *story);
/* Furniture behind the last running text: initials, credits, contacts. */
void story_mark_foot(struct story *story);

#endif
