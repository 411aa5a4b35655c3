/* dictionary_image.h - a dictionary as lookups see it: one image, mapped or made from text. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_DICTIONARY_IMAGE_H
#define LEXICON_DICTIONARY_IMAGE_H

#include "base/base.h"
#include "lexicon/dictionary.h"

enum {
    LANGUAGE_BYTES = 8, /* of a language code without script and country */
    KEY_WORDS = 12,     /* words of the dictionary that share a stem */
};

/* The version goes up with the parts, and with the rules and numbers that fill them. */
extern const struct image_kind dictionary_kind;

/* What an image says of each side, */
enum side_part {
    SIDE_KEYS,       /* strings: what a word may be without its ending */
    SIDE_KEY_STARTS, /* of a key's words */
    SIDE_KEY_WORDS,
    SIDE_FORMS, /* strings: irregular forms, "went" */
    SIDE_FORM_STARTS,
    SIDE_FORM_KEYS, /* keys of their lemmas */
    SIDE_PARTS
};

/* and of both: pairs of words, in the order of the first, then the second. */
enum dictionary_part {
    PART_STARTS = 2 * SIDE_PARTS, /* of the pairs of a first word */
    PART_FIRSTS,
    PART_SECONDS,
    PART_PROBABILITIES,  /* float */
    PART_REVERSE_STARTS, /* of a second word, in: */
    PART_REVERSE,        /* pairs by their second word */
    DICTIONARY_PARTS
};

struct side {
    struct frozen keys;
    const uint32_t *key_starts;
    const uint32_t *key_words;
    struct frozen forms;
    const uint32_t *form_starts;
    const uint32_t *form_keys;
    size_t words; /* how many; they are numbers only */
};

struct dictionary {
    char languages[2][LANGUAGE_BYTES];
    struct mapping mapping; /* all pointers go into this file, */
    struct ura_buf built;   /* or else into these bytes */
    struct side sides[2];
    const uint32_t *starts;
    const uint32_t *firsts;
    const uint32_t *seconds;
    const float *probabilities;
    const uint32_t *reverse_starts;
    const uint32_t *reverse;
    size_t count; /* of pairs */
};

/*
 * Lets OUT see BYTES, which are an image and live as long. *STAMP is what the image was made
 * from. Fails with URA_SYNTAX: what image_read refuses, and parts that do not fit together.
 */
enum ura_status dictionary_see(struct ura_str bytes, struct dictionary *out, uint64_t *stamp,
                               struct ura_error *error);

#endif
