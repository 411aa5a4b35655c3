/* known.c - all that is known of the words of two languages before a text is read. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/known.h"

#include "lexicon/cognates.h"
#include "lexicon/dictionary_list.h"

/* Words of a user's list that know as much of a text as a dictionary does. Shorter ones are of
 * terms; most words of a text are as unknown with them as without. */
enum { LIST_IS_DICTIONARY = 4000 };

enum ura_status
known_get(struct ura_context *context, const struct lexicon_options *options,
          const char *source, const char *target, struct known *out, struct ura_error *error)
{
    enum ura_status status;

    *out = (struct known){
        .source_language = source, .target_language = target, .tables = options->tables};
    status = glossary_get(context, source, target, &out->glossary, error);
    if (!status)
        status = dictionary_get(context, source, target, &out->dictionary, error);
    if (!status)
        status = table_get(context, source, target, &out->table, error);
    if (!status && options->list)
        status = dictionary_get_list(context, options->list, source, target, &out->list, error);
    return status ? status : scripts_get(context, &out->scripts, error);
}

/*
 * What a dictionary says where a learned table speaks too: a table knows how often. Fitted on
 * the wire stories (0.2 to 0.4 are alike), checked on edited lines.
 */
static const float BESIDE_TABLE = 0.3f;

/* Candidates from FIRST on. */
static void
weigh_down(struct candidates *candidates, size_t first)
{
    for (size_t i = first; i < candidates->count; i++) {
        candidates->items[i].forward *= BESIDE_TABLE;
        candidates->items[i].backward *= BESIDE_TABLE;
    }
}

bool
known_has_dictionary(const struct known *known)
{
    return known->dictionary ||
           (known->list && dictionary_size(known->list) >= LIST_IS_DICTIONARY);
}

/* What tables that the caller brings have. */
static bool
find_learned(const struct known *known, const struct vocabulary *source,
             const struct vocabulary *target, struct candidates *out)
{
    const char *language = known->source_language;

    for (const struct table *const *at = known->tables; at && *at; at++)
        if (table_serves(*at, language, known->target_language) &&
            !table_find_links(*at, table_is_reversed(*at, language), source, target, out))
            return false;
    return true;
}

bool
known_find(const struct known *known, const struct vocabulary *source,
           const struct vocabulary *target, struct candidates *out)
{
    const char *language = known->source_language;
    size_t first;

    if (known->table &&
        !table_find_links(known->table, table_is_reversed(known->table, language), source,
                          target, out))
        return false;
    first = out->count;
    if (known->dictionary &&
        !dictionary_find(known->dictionary, dictionary_is_reversed(known->dictionary, language),
                         source, target, out))
        return false;
    if (known->table)
        weigh_down(out, first);
    if (known->list && !dictionary_find(known->list, false, source, target, out))
        return false;
    if (!find_learned(known, source, target, out))
        return false;
    return links_find_equal(source, target, out) &&
           glossary_find(known->glossary, source, target, out) &&
           cognates_find(known->scripts, source, target, out);
}
