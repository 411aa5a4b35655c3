/* namebook.h - the names of one language, read into words. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_NAMEBOOK_H
#define LEXICON_NAMEBOOK_H

#include "base/base.h"
#include "base/context.h"
#include "lexicon/vocabulary.h"

enum {
    NAME_BEGINNING_LETTERS = 5, /* words may differ after them, by: */
    NAME_ENDING_LETTERS = 2,
};

/* A name: its words are [first, first + count) of namebook.tokens. */
struct named {
    struct ura_str concept;
    uint32_t first;
    uint32_t count;
};

/* The names in the order of their concepts; of one concept none has the words of another. */
struct namebook {
    struct vocabulary words;
    struct ura_intern beginnings; /* of words that are longer by a letter or two */
    uint32_t *begun;              /* the word of each; INTERN_NONE where it begins several */
    size_t begun_capacity;
    uint32_t *tokens;
    struct named *items;
    size_t count;
    size_t capacity;
    struct ura_arena concepts;
};

/* The book of LANGUAGE; it lives as long as CONTEXT. */
enum ura_status namebook_get(struct ura_context *context, const char *language,
                             const struct namebook **out, struct ura_error *error);
/* The bytes of the key of WORD less its last COUNT letters; 0 where less than
 * NAME_BEGINNING_LETTERS stay. */
size_t namebook_beginning(const struct word *word, uint32_t count);

#endif
