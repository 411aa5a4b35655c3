/* glossary_image.h - a glossary as lookups see it: one image, mapped or made from CLDR's names.
 */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_GLOSSARY_IMAGE_H
#define LEXICON_GLOSSARY_IMAGE_H

#include "base/base.h"
#include "lexicon/glossary.h"
#include "lexicon/vocabulary.h"

/* The version goes up with the parts, and with the rules and numbers that fill them. */
extern const struct image_kind glossary_kind;

/* What an image says of the names of each language, */
enum book_part {
    BOOK_WORDS,      /* strings: keys of the words of names */
    BOOK_BEGINNINGS, /* strings: of words that are longer by a letter or two */
    BOOK_BEGUN,      /* the word of each; how many words there are: it begins several */
    BOOK_PARTS
};

/* and of each direction, from the first language to the second and back. */
enum direction_part {
    DIRECTION_SOURCES,
    DIRECTION_TARGETS,
    DIRECTION_STRENGTHS, /* float: a pair's share of the best that its words have */
    DIRECTION_PARTS
};

enum { GLOSSARY_PARTS = 2 * BOOK_PARTS + 2 * DIRECTION_PARTS };

struct glossary_book {
    struct frozen words;
    struct frozen beginnings;
    const uint32_t *begun;
};

struct glossary_direction {
    const uint32_t *sources;
    const uint32_t *targets;
    const float *strengths;
    size_t count;
};

struct glossary {
    struct mapping mapping; /* all pointers go into this file, */
    struct ura_buf built;   /* or else into these bytes */
    struct glossary_book books[2];
    struct glossary_direction directions[2];
    bool reversed; /* the source it was asked for is its second language */
};

/*
 * Lets OUT see BYTES, which are an image and live as long. *STAMP is what the image was made
 * from. Fails with URA_SYNTAX: what image_read refuses, and parts that do not fit together.
 */
enum ura_status glossary_see(struct ura_str bytes, struct glossary *out, uint64_t *stamp,
                             struct ura_error *error);
/* The word of BOOK that WORD, of a text, is: the same, or one that differs in its last two
 * letters; INTERN_NONE if there is none. */
uint32_t glossary_find_word(const struct glossary_book *book, const struct word *word);

/* Appends the image of the glossary of LANGUAGES, made from CLDR's names, to OUT. Fails with
 * URA_NO_MEMORY and as loading a data file may. */
enum ura_status glossary_build(struct ura_context *context, const char *const languages[2],
                               uint64_t stamp, struct ura_buf *out, struct ura_error *error);
/* A hash of all that glossary_build goes by: versions, and data files of both languages. */
enum ura_status glossary_stamp(struct ura_context *context, const char *const languages[2],
                               uint64_t *stamp, struct ura_error *error);

#endif
