/* vocabulary.h - the words of one side by type: what links are made between. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_VOCABULARY_H
#define LEXICON_VOCABULARY_H

#include "base/base.h"

enum word_kind {
    WORD_PLAIN,
    WORD_NUMBER, /* its key is "#" and the value: "#1234.5" */
    WORD_MARK,   /* a punctuation mark or symbol; all double quotes are one, and all dashes */
};

/* A type: all forms with one key. */
struct word {
    struct ura_str key;  /* folded and without its ending */
    struct ura_str form; /* folded: the form met first */
    uint32_t count;      /* occurrences */
    uint32_t letters;    /* of the key */
    enum word_kind kind;
};

/* The types of one side, numbered as they are met. */
struct vocabulary {
    struct ura_intern keys;
    struct word *words;
    size_t capacity;
    size_t tokens; /* occurrences of all types */
};

/* The type of KEY, a new one where it is new; INTERN_NONE when out of memory. FORM is copied.
 */
uint32_t vocabulary_take(struct vocabulary *vocabulary, struct ura_str key, struct ura_str form,
                         enum word_kind kind);
void vocabulary_release(struct vocabulary *vocabulary);

#endif
