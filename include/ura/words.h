/* words.h - which words of two texts belong together: trained models, links, tables. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_WORDS_H
#define URA_WORDS_H

#include <ura/format.h>

#ifdef __cplusplus
extern "C" {
#endif

/* That token SOURCE of one text and token TARGET of the other translate each other. */
struct ura_word_link {
    size_t source, target; /* from 0 */
};

/* Zero is an empty list; ends with ura_word_links_release. */
struct ura_word_links {
    struct ura_word_link *items; /* in the order of source, then target; each once */
    size_t count;
    size_t capacity;
};

URA_API void ura_word_links_release(struct ura_word_links *links);
/* How the links of two directions are made one (Koehn, Och and Marcu 2003). */
enum ura_symmetry {
    URA_SYMMETRY_GROW_DIAG_FINAL_AND, /* between the two; what most tools want */
    URA_SYMMETRY_GROW_DIAG,
    URA_SYMMETRY_INTERSECTION, /* sure, and few */
    URA_SYMMETRY_UNION,        /* many, and less sure */
    URA_SYMMETRY_FORWARD,      /* each target word has at most one source word */
    URA_SYMMETRY_BACKWARD,     /* each source word has at most one target word */
    URA_SYMMETRY_COUNT
};

/* "grow-diag-final-and", ...; NULL after the last. */
URA_API const char *ura_symmetry_name(enum ura_symmetry symmetry);
/* Sets *OUT to the symmetry called NAME; false where there is none. */
URA_API bool ura_symmetry_find(const char *name, enum ura_symmetry *out);

/* Zero is the default everywhere. */
struct ura_trainer_options {
    const char *source_language; /* BCP 47; NULL: found in the first texts */
    const char *target_language;
    /*
     * Begin with what is known of the two languages: table, dictionary, names, words that sound
     * alike. For few sentences this is most of the knowledge; a table that is to say what its
     * texts say is trained without.
     */
    bool knows;
    /*
     * Learn for links: that words have few translations (variational Bayes), which makes links
     * surer; on corpora/links, errors fall from .22 to .15. A table says more without.
     */
    bool links;
    size_t jobs; /* threads, 1 unless said; 0 is 1. The result does not depend on it */
    /*
     * The bound of memory: tokens of both sides that are learned from, 0: 64 million. Of more
     * text a half, a quarter, ... of the pairs is taken, chosen by a hash of their words.
     */
    size_t tokens_max;
};

/*
 * Learns which words translate each other from pairs of sentences: IBM model 1 (Brown et al.
 * 1993), then the same with a preference for the diagonal (Dyer, Chahuneau and Smith 2013), in
 * both directions. Memory is about 16 bytes a token and 16 bytes for each two words that stand
 * in one pair.
 */
struct ura_trainer;

/* CONTEXT outlives the trainer. OPTIONS may be NULL. Fails with URA_NO_MEMORY. */
URA_API enum ura_status ura_trainer_new(struct ura_context *context,
                                        const struct ura_trainer_options *options,
                                        struct ura_trainer **out, struct ura_error *error);
URA_API void ura_trainer_free(struct ura_trainer *trainer);
/*
 * Add SOURCE and TARGET, which translate each other, as WEIGHT of a pair, over 0 and at most 1:
 * how sure that is. Pairs with an empty side or over 1,000 tokens a side teach nothing and are
 * passed over. Fails with URA_BAD_ARGUMENT (weight), URA_NO_MEMORY and as loading a data file
 * may.
 */
URA_API enum ura_status ura_trainer_add(struct ura_trainer *trainer, struct ura_str source,
                                        struct ura_str target, double weight,
                                        struct ura_error *error);
/* Learn from all pairs added. Fails with URA_BAD_INPUT where there is none, URA_NO_MEMORY. */
URA_API enum ura_status ura_trainer_train(struct ura_trainer *trainer, struct ura_error *error);

/* What a trainer was given and made of it. */
struct ura_trainer_facts {
    const char *source_language, *target_language; /* live as long as the trainer */
    uint64_t pairs;                                /* added, with something on both sides */
    uint64_t used;                                 /* of these, learned from */
    uint64_t passed_over;
    size_t source_words, target_words; /* different ones */
    size_t links;                      /* that a table of them has */
};

URA_API void ura_trainer_describe(const struct ura_trainer *trainer,
                                  struct ura_trainer_facts *out);

/* What a token of a text is, for links. */
enum ura_word_tokens {
    URA_WORD_TOKENS_FOUND,  /* words, numbers, each mark, as ura finds them */
    URA_WORD_TOKENS_BLANKS, /* what stands between blanks: the text is tokenised already */
};

/*
 * The tokens of TEXT, of SIDE, as links count them; *COUNT of them, to be freed with free().
 * TRAINER is trained. Fails with URA_NO_MEMORY.
 */
URA_API enum ura_status ura_trainer_tokens(struct ura_trainer *trainer, enum ura_side side,
                                           struct ura_str text, enum ura_word_tokens tokens,
                                           struct ura_span **out, size_t *count,
                                           struct ura_error *error);
/*
 * Link the tokens of SOURCE and TARGET into LINKS, whatever they held before, by a trainer that
 * is trained. They need not be texts that it was given; words that it
 * has not seen stay alone, and so does everything where a side has over 1,000 tokens. Fails
 * with URA_BAD_ARGUMENT (not trained), URA_NO_MEMORY.
 */
URA_API enum ura_status ura_trainer_link(struct ura_trainer *trainer, struct ura_str source,
                                         struct ura_str target, enum ura_word_tokens tokens,
                                         enum ura_symmetry symmetry,
                                         struct ura_word_links *links, struct ura_error *error);

/*
 * Write what was learned as a table to SINK. NOTE says where the text comes from. Fails with
 * URA_IO, URA_TOO_LARGE, URA_NO_MEMORY.
 */
URA_API enum ura_status ura_trainer_write(struct ura_trainer *trainer, const char *note,
                                          ura_sink *sink, void *user, struct ura_error *error);

/* A table of words and their translations, mapped from a file. */
struct ura_table;

/*
 * Open the table at PATH. Fails with URA_NOT_FOUND, URA_BAD_INPUT (no table, another version,
 * damaged), URA_IO, URA_NO_MEMORY.
 */
URA_API enum ura_status ura_table_open(struct ura_context *context, const char *path,
                                       struct ura_table **out, struct ura_error *error);
/* The table that ura has for SOURCE and TARGET (BCP 47). URA_NOT_FOUND where it has none. */
URA_API enum ura_status ura_table_open_shipped(struct ura_context *context, const char *source,
                                               const char *target, struct ura_table **out,
                                               struct ura_error *error);
URA_API void ura_table_free(struct ura_table *table);

struct ura_table_facts {
    const char *source_language, *target_language;
    uint64_t pairs; /* of sentences that it was learned from */
    size_t source_words, target_words;
    size_t links;
    struct ura_str note; /* where it comes from */
};

/* OUT lives as long as TABLE. */
URA_API void ura_table_describe(const struct ura_table *table, struct ura_table_facts *out);

/* One way to translate a word. Words are folded (small, no diacritics), of their forms one. */
struct ura_translation {
    bool reversed;        /* the word is of the table's target language */
    struct ura_str word;  /* as the table has it */
    struct ura_str other; /* its translation */
    double forward;       /* P(other | word) */
    double backward;      /* P(word | other) */
};

/*
 * The translations of WORD, in any of its forms and in either language, the most likely first;
 * *COUNT of them, to be freed with free(). Their texts live as long as TABLE. Fails with
 * URA_NO_MEMORY and as loading a data file may.
 */
URA_API enum ura_status ura_table_translate(const struct ura_table *table, struct ura_str word,
                                            struct ura_translation **out, size_t *count,
                                            struct ura_error *error);

#ifdef __cplusplus
}
#endif
#endif
