/* unit_copy.c - units that are held while others are read. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/unit_copy.h"

#include <stdlib.h>

/* The bytes behind the copy: first they are counted, then they are filled. */
struct block {
    char *at; /* NULL: count */
    size_t len;
};

static void
move_text(struct block *block, struct ura_str *text)
{
    if (block->at && text->len) {
        memcpy(block->at + block->len, text->ptr, text->len);
        text->ptr = block->at + block->len;
    } else if (block->at && text->ptr) {
        text->ptr = ""; /* an empty text is not the same as none */
    }
    block->len += text->len;
}

/* Moves every text that UNIT and its PROPERTIES point to into BLOCK. */
static void
move_texts(struct block *block, struct ura_unit *unit, struct ura_property *properties)
{
    struct ura_str *texts[] = {
        &unit->id,
        &unit->source,
        &unit->target,
        &unit->source_language,
        &unit->target_language,
        &unit->source_markup,
        &unit->target_markup,
        &unit->record,
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        move_text(block, texts[i]);
    for (size_t i = 0; i < unit->property_count; i++) {
        move_text(block, &properties[i].name);
        move_text(block, &properties[i].value);
    }
}

struct ura_unit *
unit_copy(const struct ura_unit *unit)
{
    size_t list = unit->property_count * sizeof *unit->properties;
    struct ura_unit counted = *unit, *copy;
    struct ura_property *properties = NULL;
    struct block block = {0};

    /* Counting changes nothing, so the properties may be those that are read. */
    move_texts(&block, &counted, (struct ura_property *)unit->properties);
    copy = malloc(sizeof *copy + list + block.len);
    if (!copy)
        return NULL;
    *copy = *unit;
    if (list) {
        properties = (struct ura_property *)(copy + 1);
        memcpy(properties, unit->properties, list);
        copy->properties = properties;
    }
    block = (struct block){.at = (char *)(copy + 1) + list};
    move_texts(&block, copy, properties);
    return copy;
}
