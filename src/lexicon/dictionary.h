/* dictionary.h - the hand-written lexicon of a pair of languages, and what it says of two
 * texts. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_DICTIONARY_H
#define LEXICON_DICTIONARY_H

#include "base/base.h"
#include "base/context.h"
#include "lexicon/links.h"
#include "lexicon/vocabulary.h"

/*
 * dicts/<a>-<b>/: all its files but those that begin with "good"; a headword of A, a tab, its
 * translations into B with "; " between them, the best first. It serves both directions.
 */
struct dictionary;

/*
 * The dictionary between SOURCE and TARGET (BCP 47; countries do not count), read when it is
 * first asked for; it lives as long as CONTEXT. *OUT is NULL where the pair has none. Fails
 * with URA_SYNTAX (file, line), URA_IO, URA_NO_MEMORY.
 */
enum ura_status dictionary_get(struct ura_context *context, const char *source,
                               const char *target, const struct dictionary **out,
                               struct ura_error *error);
/*
 * Adds the pairs of types that DICTIONARY knows. REVERSED: the source is in its second
 * language.
 */
bool dictionary_find(const struct dictionary *dictionary, bool reversed,
                     const struct vocabulary *source, const struct vocabulary *target,
                     struct candidates *out);
/* Whether SOURCE is the second language of DICTIONARY. */
bool dictionary_is_reversed(const struct dictionary *dictionary, const char *source);

#endif
