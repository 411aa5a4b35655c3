/* dictionary_builder.h - entries of words into the image of a dictionary. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_DICTIONARY_BUILDER_H
#define LEXICON_DICTIONARY_BUILDER_H

#include "base/base.h"
#include "lang/stems.h"
#include "lexicon/dictionary_image.h"
#include "lexicon/forms.h"
#include "segment/segment.h"

/* The words that have a key. */
struct key {
    uint32_t words[KEY_WORDS];
    size_t count;
};

struct builder_side {
    const struct stems *stems;
    const struct forms *forms;
    struct segmenter *segmenter; /* what cuts entries into words; NULL: blanks and hyphens */
    struct ura_intern words;     /* folded */
    struct ura_intern keys;
    struct key *by_key;
    size_t key_capacity;
};

/* That two words translate each other. */
struct pair {
    uint32_t first;
    uint32_t second;
    float probability;
};

/* Zero, then builder_open. */
struct builder {
    struct builder_side sides[2];
    struct pair *pairs;
    size_t count, capacity;
    struct token_list tokens; /* of the entry at hand */
    struct ura_buf folded;
};

/* For entries of LANGUAGES[0] with translations into LANGUAGES[1]. Fails with URA_NO_MEMORY and
 * as loading a data file may. */
enum ura_status builder_open(struct ura_context *context, const char *const languages[2],
                             struct builder *out, struct ura_error *error);
/*
 * Lets the languages' rules cut entries into words from now on, as they cut texts: for lists of
 * any language. Without it blanks and hyphens do, which is all that ours need.
 */
enum ura_status builder_segment(struct ura_context *context, const char *const languages[2],
                                struct builder *builder, struct ura_error *error);
/* Adds HEADWORD with TRANSLATIONS, ";" between them; a word of a text is translated by one of
 * them with the probability KNOWN. Fails with URA_NO_MEMORY. */
enum ura_status builder_add(struct builder *builder, struct ura_str headword,
                            struct ura_str translations, float known, struct ura_error *error);
/* Appends the image, stamped STAMP, to OUT. Fails with URA_NO_MEMORY. */
enum ura_status builder_write(struct builder *builder, uint64_t stamp, struct ura_buf *out,
                              struct ura_error *error);
void builder_release(struct builder *builder);

#endif
