/* table_find.c - what a learned table says of the words of two texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/table.h"

#include <stdlib.h>

/* The type of VOCABULARY that each word of one side of the table is; INTERN_NONE for most. */
static uint32_t *
look_up(const struct table *table, int side, const struct vocabulary *vocabulary)
{
    struct table_facts facts;
    uint32_t *types;

    table_describe(table, &facts);
    types = array_new(facts.types[side] + 1, sizeof *types);
    if (!types)
        return NULL;
    memset(types, 0xff, (facts.types[side] + 1) * sizeof *types);
    for (uint32_t type = 0; type < vocabulary->keys.count; type++) {
        const struct word *word = &vocabulary->words[type];
        uint32_t number =
            word->kind == WORD_PLAIN ? table_find_word(table, side, word->key) : INTERN_NONE;

        if (number != INTERN_NONE)
            types[number] = type;
    }
    return types;
}

static bool
add_link(const struct table_link *link, bool reversed, uint32_t from, uint32_t to,
         struct candidates *out)
{
    return reversed ? candidates_add_both(out, to, from, link->backward, link->forward)
                    : candidates_add_both(out, from, to, link->forward, link->backward);
}

bool
table_find_links(const struct table *table, bool reversed, const struct vocabulary *source,
                 const struct vocabulary *target, struct candidates *out)
{
    const struct vocabulary *from = reversed ? target : source;
    uint32_t *types = look_up(table, 1, reversed ? source : target);
    bool done = types != NULL;

    for (uint32_t type = 0; done && type < from->keys.count; type++) {
        const struct word *word = &from->words[type];
        uint32_t number =
            word->kind == WORD_PLAIN ? table_find_word(table, 0, word->key) : INTERN_NONE;
        struct table_link link;
        size_t first = 0, end = 0;

        if (number != INTERN_NONE)
            table_links_of(table, number, &first, &end);
        for (size_t i = first; done && i < end; i++)
            if (table_link_at(table, number, i, &link) && types[link.target] != INTERN_NONE)
                done = add_link(&link, reversed, type, types[link.target], out);
    }
    free(types);
    return done;
}
