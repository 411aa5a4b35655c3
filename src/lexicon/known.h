/* known.h - all that is known of the words of two languages before a text is read. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_KNOWN_H
#define LEXICON_KNOWN_H

#include "lexicon/dictionary.h"
#include "lexicon/glossary.h"
#include "lexicon/lexicon.h"
#include "lexicon/links.h"
#include "lexicon/scripts.h"
#include "lexicon/table.h"

/* What there is for one pair of languages; lives as long as the context. NULL: none. */
struct known {
    const char *source_language, *target_language; /* borrowed */
    const struct table *table;
    const struct table *const *tables; /* the caller's, up to a NULL */
    const struct dictionary *dictionary;
    const struct dictionary *list; /* the caller's */
    const struct glossary *glossary;
    struct scripts *scripts;
};

/* Gets all of it for SOURCE and TARGET (BCP 47). Fails with URA_NO_MEMORY and as loading a data
 * file may. */
enum ura_status known_get(struct ura_context *context, const struct lexicon_options *options,
                          const char *source, const char *target, struct known *out,
                          struct ura_error *error);
/* Whether it has as many words as a dictionary. */
bool known_has_dictionary(const struct known *known);
/* Adds the pairs of types that it has, and equal and similar words. False when out of memory.
 */
bool known_find(const struct known *known, const struct vocabulary *source,
                const struct vocabulary *target, struct candidates *out);

#endif
