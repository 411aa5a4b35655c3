/* gather.c - the evidence between two documents. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/lexicon.h"

#include "lexicon/cognates.h"
#include "lexicon/dictionary.h"
#include "lexicon/dictionary_list.h"
#include "lexicon/glossary.h"
#include "lexicon/links.h"
#include "lexicon/tokens.h"
#include "lexicon/vocabulary.h"

/* Where there is no dictionary, four words of five have no partner that could be known; with
 * one fewer (fitted on stories translated freely and on edited lines, flat from 0.5 to 0.65).
 */
static const float UNLINKED = 0.8f, UNLINKED_KNOWN = 0.63f;

/* Words of a user's list that know as much of a text as a dictionary does. Shorter ones are of
 * terms; most words of a text are as unknown with them as without. */
enum { LIST_IS_DICTIONARY = 4000 };

/* What is known of words of the two languages. */
struct knowledge {
    const struct dictionary *dictionary; /* NULL: none; so is the list */
    const struct dictionary *list;
    const struct glossary *glossary;
    struct scripts *scripts;
};

static enum ura_status
get_knowledge(struct ura_context *context, const struct lexicon_options *options,
              const char *source, const char *target, struct knowledge *out,
              struct ura_error *error)
{
    enum ura_status status = glossary_get(context, source, target, &out->glossary, error);

    if (!status)
        status = dictionary_get(context, source, target, &out->dictionary, error);
    if (!status && options->list)
        status = dictionary_get_list(context, options->list, source, target, &out->list, error);
    return status ? status : scripts_get(context, &out->scripts, error);
}

static bool
find_links(const struct knowledge *knowledge, const char *source_language,
           const struct vocabulary *source, const struct vocabulary *target,
           struct candidates *out)
{
    const struct dictionary *dictionary = knowledge->dictionary, *list = knowledge->list;

    if (dictionary &&
        !dictionary_find(dictionary, dictionary_is_reversed(dictionary, source_language),
                         source, target, out))
        return false;
    if (list && !dictionary_find(list, false, source, target, out))
        return false;
    return links_find_equal(source, target, out) &&
           glossary_find(knowledge->glossary, source, target, out) &&
           cognates_find(knowledge->scripts, source, target, out);
}

enum ura_status
lexicon_gather(struct ura_context *context, const struct ura_document *source,
               const struct ura_document *target, const struct lexicon_options *options,
               struct ura_arena *arena, struct evidence *out, struct ura_error *error)
{
    struct vocabulary sources = {0}, targets = {0};
    struct candidates candidates = {0};
    struct knowledge knowledge = {0};
    enum ura_status status;

    *out = (struct evidence){.unlinked = UNLINKED};
    status = tokens_read(context, source, arena, &sources, &out->source, error);
    if (!status)
        status = tokens_read(context, target, arena, &targets, &out->target, error);
    if (!status)
        status = get_knowledge(context, options, source->language, target->language, &knowledge,
                               error);
    if (!status && (knowledge.dictionary ||
                    (knowledge.list && dictionary_size(knowledge.list) >= LIST_IS_DICTIONARY)))
        out->unlinked = UNLINKED_KNOWN;
    if (!status &&
        (!find_links(&knowledge, source->language, &sources, &targets, &candidates) ||
         !links_weigh(&candidates, &sources, &targets, arena, out)))
        status = error_memory(error);
    candidates_release(&candidates);
    vocabulary_release(&sources);
    vocabulary_release(&targets);
    return status;
}

enum ura_status
lexicon_check(struct ura_context *context, const struct lexicon_options *options,
              uint64_t *hash, struct ura_error *error)
{
    *hash = 0;
    return options->list ? list_check(context, options->list, hash, error) : URA_OK;
}
