/* dictionary_parts.h - a dictionary as its reader makes it and its lookup uses it. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_DICTIONARY_PARTS_H
#define LEXICON_DICTIONARY_PARTS_H

#include "lang/stems.h"
#include "lexicon/dictionary.h"
#include "lexicon/forms.h"

enum {
    LANGUAGE_BYTES = 8, /* of a language code without script and country */
    KEY_WORDS = 12,     /* words of the dictionary that share a stem */
};

/* That two words (numbers of stems) translate each other. */
struct pair {
    uint32_t first;
    uint32_t second;
    float probability;
};

/* The words that have a key. */
struct key {
    uint32_t words[KEY_WORDS];
    size_t count;
};

struct side {
    char language[LANGUAGE_BYTES];
    const struct stems *stems;
    const struct forms *forms;
    struct ura_intern words; /* folded */
    struct ura_intern keys;  /* what a word may be without its ending */
    struct key *by_key;      /* words by key */
    size_t key_capacity;
};

struct dictionary {
    struct side sides[2];
    struct pair *pairs; /* by first, then second; each once */
    size_t count, capacity;
    size_t *starts;         /* of the pairs of a first word; one more */
    size_t *reverse_starts; /* into `reverse`, of a second word; one more */
    uint32_t *reverse;      /* pairs by their second word */
};

#endif
