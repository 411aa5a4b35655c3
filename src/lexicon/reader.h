/* reader.h - texts of one language into types of a vocabulary. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_READER_H
#define LEXICON_READER_H

#include "base/base.h"
#include "base/context.h"
#include "lang/spellout.h"
#include "lang/stems.h"
#include "lexicon/vocabulary.h"
#include "segment/segment.h"

/* What is known of a word as it stands in the text: each is folded and stemmed once. */
struct reader_form {
    uint32_t type; /* INTERN_NONE until it is needed: number words seldom are */
    struct spelled spelled;
    bool ending; /* of the language: what stands after the hyphen of an acronym */
    struct ura_str folded;
};

/* Zero, then reader_open. */
struct reader {
    struct segmenter *segmenter;
    const struct stems *stems;
    const struct spellout *spellout;
    struct vocabulary *vocabulary;
    struct ura_intern forms;
    struct reader_form *form_items; /* by form */
    size_t form_capacity;
    struct token_list pieces; /* of the text at hand */
    uint32_t *piece_forms;    /* by piece; INTERN_NONE for what is no word */
    size_t piece_capacity;
    uint32_t *tokens; /* types, of all texts so far */
    size_t count;
    size_t capacity;
    struct ura_span *spans; /* where the tokens of the text at hand stand in it */
    size_t span_count;
    size_t span_capacity;
    struct ura_buf key;
};

/*
 * Reads LANGUAGE into VOCABULARY: words are folded and stemmed, numbers and dates stand by
 * value, marks that do one job are one, hyphens inside words and the endings of acronyms are
 * nothing. Fails with URA_NO_MEMORY and as loading a data file may; READER is then empty.
 */
enum ura_status reader_open(struct ura_context *context, const char *language,
                            struct vocabulary *vocabulary, struct reader *reader,
                            struct ura_error *error);
/* Appends the types of TEXT to reader->tokens; reader->spans are theirs, from the first. */
enum ura_status reader_read(struct reader *reader, struct ura_str text,
                            struct ura_error *error);
/* Appends the type that stands for MONTH (from 1) in figures; false when out of memory. */
bool reader_add_month(struct reader *reader, uint32_t month);
/* Counts the occurrences of each type in all texts so far; false when out of memory. */
bool reader_count(struct reader *reader);
void reader_release(struct reader *reader);

#endif
