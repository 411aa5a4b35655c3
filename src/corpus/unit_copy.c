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

/* What lies behind the copy, before the bytes of texts. */
struct lists {
    struct ura_property *properties;
    struct ura_str *source, *target; /* sentences, as many as the place counts */
};

/* Moves every text that UNIT and its LISTS point to into BLOCK. */
static void
move_texts(struct block *block, struct ura_unit *unit, const struct lists *lists)
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
        move_text(block, &lists->properties[i].name);
        move_text(block, &lists->properties[i].value);
    }
    for (size_t i = 0; lists->source && i < unit->place.source_count; i++)
        move_text(block, &lists->source[i]);
    for (size_t i = 0; lists->target && i < unit->place.target_count; i++)
        move_text(block, &lists->target[i]);
}

/* Copies COUNT items of SIZE bytes to *AT, which then stands behind them. */
static void *
move_list(char **at, const void *items, size_t count, size_t size)
{
    char *copy = *at;

    if (!items || !count)
        return NULL;
    memcpy(copy, items, count * size);
    *at += count * size;
    return copy;
}

struct ura_unit *
unit_copy(const struct ura_unit *unit)
{
    /* Counting changes nothing, so the lists may be those that are read. */
    struct lists lists = {(struct ura_property *)unit->properties,
                          (struct ura_str *)unit->source_sentences,
                          (struct ura_str *)unit->target_sentences};
    size_t sources = unit->source_sentences ? unit->place.source_count : 0;
    size_t targets = unit->target_sentences ? unit->place.target_count : 0;
    size_t size = unit->property_count * sizeof *unit->properties +
                  (sources + targets) * sizeof *unit->source_sentences;
    struct ura_unit counted = *unit, *copy;
    struct block block = {0};
    char *at;

    move_texts(&block, &counted, &lists);
    copy = malloc(sizeof *copy + size + block.len);
    if (!copy)
        return NULL;
    *copy = *unit;
    copy->source_numbers = copy->target_numbers = (struct ura_numbers){0};
    at = (char *)(copy + 1);
    lists.properties =
        move_list(&at, unit->properties, unit->property_count, sizeof *unit->properties);
    lists.source =
        move_list(&at, unit->source_sentences, sources, sizeof *unit->source_sentences);
    lists.target =
        move_list(&at, unit->target_sentences, targets, sizeof *unit->target_sentences);
    copy->properties = lists.properties;
    copy->source_sentences = lists.source;
    copy->target_sentences = lists.target;
    block = (struct block){.at = at};
    move_texts(&block, copy, &lists);
    return copy;
}
