/* dictionary.h - word lists of a pair of languages, ours and the user's, and what they say of
 * two texts. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_DICTIONARY_H
#define LEXICON_DICTIONARY_H

#include "base/base.h"
#include "base/context.h"
#include "lexicon/links.h"
#include "lexicon/vocabulary.h"

/*
 * dicts/<a>-<b>/: all its files but those that begin with "good"; a headword of A, a tab, its
 * translations into B with "; " between them, the best first. It serves both directions. The
 * image that was made of them when ura was built lies beside them and is mapped instead, where
 * it was made from just these bytes: dicts/<a>-<b>/dictionary.image.
 */
struct dictionary;

enum { DICTIONARY_FOUND_MAX = 24 }; /* words of the dictionary that one type of a text may be */

/* How often a word of a text has the translation that a list names, in all; fitted for the
 * prototype (alignment without a learned table), flat around it. */
static const float DICTIONARY_KNOWN = 0.5f;

/*
 * The dictionary between SOURCE and TARGET (BCP 47; countries do not count), opened when it is
 * first asked for; it lives as long as CONTEXT. *OUT is NULL where the pair has none. Fails
 * with URA_SYNTAX (file, line), URA_IO, URA_NO_MEMORY.
 */
enum ura_status dictionary_get(struct ura_context *context, const char *source,
                               const char *target, const struct dictionary **out,
                               struct ura_error *error);
/* The same of the user's list at PATH, whose first words are of SOURCE and their translations
 * of TARGET. It is never reversed. */
enum ura_status dictionary_get_list(struct ura_context *context, const char *path,
                                    const char *source, const char *target,
                                    const struct dictionary **out, struct ura_error *error);
/*
 * Appends the image of the dictionary of FIRST and SECOND, which name its folder, to OUT: read
 * from text, whatever image there is. URA_NOT_FOUND where the pair has no folder.
 */
enum ura_status dictionary_compile(struct ura_context *context, const char *first,
                                   const char *second, struct ura_buf *out,
                                   struct ura_error *error);

/*
 * Adds the pairs of types that DICTIONARY knows. REVERSED: the source is in its second
 * language.
 */
bool dictionary_find(const struct dictionary *dictionary, bool reversed,
                     const struct vocabulary *source, const struct vocabulary *target,
                     struct candidates *out);
/* The words of side SIDE (0 or 1) that have an entry and that WORD may be a form of, by number,
 * into FOUND (DICTIONARY_FOUND_MAX); how many there are. */
size_t dictionary_find_words(const struct dictionary *dictionary, int side,
                             const struct word *word, uint32_t *found);
/* Whether SOURCE is the second language of DICTIONARY. */
bool dictionary_is_reversed(const struct dictionary *dictionary, const char *source);
/* How many different words its first side has. */
size_t dictionary_size(const struct dictionary *dictionary);
/* Whether it is mapped from an image, rather than read from text. */
bool dictionary_is_mapped(const struct dictionary *dictionary);

#endif
