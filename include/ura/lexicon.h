/* lexicon.h - what ura knows of the words of a text, before it is aligned. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_LEXICON_H
#define URA_LEXICON_H

#include <ura/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where a word's translations can come from. */
enum ura_lexicon_source {
    URA_LEXICON_DICTIONARY, /* ura's own, of two languages */
    URA_LEXICON_NAMES,      /* what CLDR calls countries, languages, months, ... in both */
    URA_LEXICON_TABLE,      /* learned from bitext, where one is shipped */
    URA_LEXICON_LIST,       /* the user's word list */
    URA_LEXICON_SOURCES
};

/* Words counted: as often as they occur, and each different one once (forms of a word that one
 * rule of endings brings together are not different). */
struct ura_word_count {
    size_t tokens;
    size_t types;
};

/* A word as it stands in the text where it is first met. */
struct ura_missing_word {
    struct ura_str text;
    size_t tokens;
};

/*
 * How much of texts the lexicon knows. Numbers and marks are no words: they are compared by
 * value. A word that several sources know counts in each of them, and once in KNOWN.
 */
struct ura_coverage_counts {
    struct ura_word_count words;
    struct ura_word_count known;
    struct ura_word_count sources[URA_LEXICON_SOURCES];
    bool has_source[URA_LEXICON_SOURCES];   /* the names always; the others where there are */
    const struct ura_missing_word *missing; /* the most frequent first, then as they are met */
    size_t missing_count;
};

/* Texts of one language whose words are counted. */
struct ura_coverage;

/*
 * Count words of LANGUAGE that could be linked to words of OTHER (BCP 47). LIST, which may be
 * NULL, is a word list from LANGUAGE to OTHER as ura_pair_options has it. Fails with URA_SYNTAX
 * (file, line), URA_BAD_INPUT, URA_IO, URA_NO_MEMORY.
 */
URA_API enum ura_status ura_coverage_new(struct ura_context *context, const char *language,
                                         const char *other, const char *list,
                                         struct ura_coverage **out, struct ura_error *error);
/* Add the sentences of DOCUMENT. Fails with URA_NO_MEMORY. */
URA_API enum ura_status ura_coverage_add(struct ura_coverage *coverage,
                                         const struct ura_document *document,
                                         struct ura_error *error);
/* Count what was added so far into OUT, which lives until the next call on COVERAGE. */
URA_API enum ura_status ura_coverage_count(struct ura_coverage *coverage,
                                           struct ura_coverage_counts *out,
                                           struct ura_error *error);
URA_API void ura_coverage_free(struct ura_coverage *coverage);
/* "dictionary", "names", "table", "list". */
URA_API const char *ura_lexicon_source_name(enum ura_lexicon_source source);

/* A dictionary of ura's own. */
struct ura_dictionary_facts {
    char source[8]; /* the languages in the order of its files, "" where the pair has none */
    char target[8];
    size_t words; /* of the first language */
    bool mapped;  /* the compiled one is used; else it is read from text, which takes longer */
};

/* What dictionary there is between two languages. Fails as to open it may. */
URA_API enum ura_status ura_dictionary_find(struct ura_context *context, const char *source,
                                            const char *target,
                                            struct ura_dictionary_facts *out,
                                            struct ura_error *error);
/*
 * The language that LANGUAGE has a dictionary with, the first by name, into OUT (8 bytes); ""
 * if it has none. Fails with URA_IO.
 */
URA_API enum ura_status ura_dictionary_other(struct ura_context *context, const char *language,
                                             char out[8], struct ura_error *error);

#ifdef __cplusplus
}
#endif
#endif
