/* table.h - a learned table: words of two languages and how often they translate each other. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_TABLE_H
#define LEXICON_TABLE_H

#include "base/base.h"
#include "base/context.h"
#include "lexicon/links.h"
#include "lexicon/vocabulary.h"

/*
 * A file that is mapped, not read: opening takes as long for a large table as for a small one.
 * Its words are keys of a vocabulary, so it speaks of the types that texts are read into.
 */
struct table;

/* A word of one side. */
struct table_word {
    struct ura_str stem; /* its key in a vocabulary */
    struct ura_str form; /* folded: one that occurred */
    float share;         /* of the tokens of its side */
};

/* That two words translate each other. */
struct table_link {
    uint32_t source, target; /* words by number */
    float forward;           /* P(target | source) */
    float backward;          /* P(source | target) */
};

/* What a table says of itself; lives as long as the table. */
struct table_facts {
    const char *languages[2];
    uint64_t pairs; /* of sentences that it was learned from */
    size_t types[2];
    size_t links;
    struct ura_str note;
};

/*
 * Maps the table at PATH. Magic, version, byte order and all sizes are checked here; what
 * stands inside is checked where it is used. Fails with URA_NOT_FOUND, URA_BAD_INPUT (no table,
 * another version, cut off), URA_IO, URA_NO_MEMORY.
 */
enum ura_status table_open(const char *path, struct table **out, struct ura_error *error);
/* The same over LEN bytes that outlive the table. */
enum ura_status table_open_bytes(const void *bytes, size_t len, struct table **out,
                                 struct ura_error *error);
void table_free(struct table *table);
/*
 * The table shipped for SOURCE and TARGET (BCP 47; countries do not count), dicts/<a>-<b>/
 * table.bin, opened when it is first asked for; it lives as long as CONTEXT. *OUT is NULL where
 * the pair has none.
 */
enum ura_status table_get(struct ura_context *context, const char *source, const char *target,
                          const struct table **out, struct ura_error *error);
/* Whether TABLE is of the languages SOURCE and TARGET, in either order. */
bool table_serves(const struct table *table, const char *source, const char *target);
/* Whether SOURCE is the second language of TABLE. */
bool table_is_reversed(const struct table *table, const char *source);
void table_describe(const struct table *table, struct table_facts *out);

/* The word with the key STEM of SIDE (0: source); INTERN_NONE where it is not there. */
uint32_t table_find_word(const struct table *table, int side, struct ura_str stem);
/* Word NUMBER of SIDE; empty where a damaged file does not say. */
struct table_word table_word_at(const struct table *table, int side, uint32_t number);
/* The links of source word NUMBER are [*first, *end). */
void table_links_of(const struct table *table, uint32_t number, size_t *first, size_t *end);
/* Link INDEX of source word SOURCE; false where a damaged file points outside. */
bool table_link_at(const struct table *table, uint32_t source, size_t index,
                   struct table_link *out);

/*
 * Adds the pairs of types that TABLE knows. REVERSED: the source is in its second language.
 * False when out of memory.
 */
bool table_find_links(const struct table *table, bool reversed, const struct vocabulary *source,
                      const struct vocabulary *target, struct candidates *out);

/* A table to be written: words in any order, links by the numbers of those words. */
struct table_draft {
    const char *languages[2];
    uint64_t pairs;
    const struct table_word *words[2];
    size_t types[2];
    struct table_link *links; /* are put in order */
    size_t link_count;
    struct ura_str note;
};

/* Appends DRAFT as a file to OUT; words without links are left out. URA_TOO_LARGE over 4 GiB,
 * URA_NO_MEMORY. */
enum ura_status table_write(struct table_draft *draft, struct ura_buf *out,
                            struct ura_error *error);

#endif
