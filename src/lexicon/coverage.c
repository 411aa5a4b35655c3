/* coverage.c - how much of a text the lexicon knows. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include <ura/lexicon.h>

#include "lexicon/dictionary.h"
#include "lexicon/glossary.h"
#include "lexicon/reader.h"
#include "lexicon/table.h"

struct ura_coverage {
    struct vocabulary words;
    struct reader reader;
    const struct dictionary *dictionary; /* NULL: none */
    const struct dictionary *list;       /* NULL: none */
    const struct glossary *names;
    const struct table *table; /* NULL: none */
    int side;                  /* of the dictionary, that the texts are of */
    int table_side;
    struct ura_missing_word *missing;
};

const char *
ura_lexicon_source_name(enum ura_lexicon_source source)
{
    static const char *const names[URA_LEXICON_SOURCES] = {"dictionary", "names", "table",
                                                           "list"};

    return names[source];
}

enum ura_status
ura_coverage_new(struct ura_context *context, const char *language, const char *other,
                 const char *list, struct ura_coverage **out, struct ura_error *error)
{
    struct ura_coverage *coverage = calloc(1, sizeof *coverage);
    enum ura_status status;

    *out = NULL;
    if (!coverage)
        return error_memory(error);
    status = reader_open(context, language, &coverage->words, &coverage->reader, error);
    if (!status)
        status = dictionary_get(context, language, other, &coverage->dictionary, error);
    if (!status)
        status = glossary_get(context, language, other, &coverage->names, error);
    if (!status)
        status = table_get(context, language, other, &coverage->table, error);
    if (!status && list)
        status = dictionary_get_list(context, list, language, other, &coverage->list, error);
    if (status) {
        ura_coverage_free(coverage);
        return status;
    }
    coverage->side =
        coverage->dictionary && dictionary_is_reversed(coverage->dictionary, language);
    coverage->table_side = coverage->table && table_is_reversed(coverage->table, language);
    *out = coverage;
    return URA_OK;
}

void
ura_coverage_free(struct ura_coverage *coverage)
{
    if (!coverage)
        return;
    reader_release(&coverage->reader);
    vocabulary_release(&coverage->words);
    free(coverage->missing);
    free(coverage);
}

enum ura_status
ura_coverage_add(struct ura_coverage *coverage, const struct ura_document *document,
                 struct ura_error *error)
{
    enum ura_status status = URA_OK;

    for (size_t i = 0; !status && i < document->sentence_count; i++)
        status = reader_read(&coverage->reader,
                             ura_document_text(document, document->sentences[i].flow), error);
    return status;
}

static void
count_word(struct ura_word_count *count, const struct word *word)
{
    count->tokens += word->count;
    count->types++;
}

/* What is found out of each type. */
struct findings {
    struct ura_str *texts;
    bool *named;
};

/* Whether SOURCE has an entry of TYPE. */
static bool
knows(const struct ura_coverage *coverage, enum ura_lexicon_source source,
      const struct findings *findings, size_t type)
{
    const struct word *word = &coverage->words.words[type];
    uint32_t found[DICTIONARY_FOUND_MAX];

    switch (source) {
    case URA_LEXICON_DICTIONARY:
        return coverage->dictionary &&
               dictionary_find_words(coverage->dictionary, coverage->side, word, found);
    case URA_LEXICON_NAMES:
        return findings->named[type];
    case URA_LEXICON_TABLE:
        return coverage->table &&
               table_find_word(coverage->table, coverage->table_side, word->key) != INTERN_NONE;
    default:
        return coverage->list && dictionary_find_words(coverage->list, 0, word, found);
    }
}

/* Each type as the text has it where it is first met. */
static void
find_texts(const struct ura_coverage *coverage, struct ura_str *texts)
{
    const struct reader *reader = &coverage->reader;

    for (size_t form = reader->forms.count; form > 0; form--) {
        uint32_t type = reader->form_items[form - 1].type;

        if (type != INTERN_NONE)
            texts[type] = reader->forms.items[form - 1];
    }
}

/* The more frequent first; what is as frequent stays in order (merging from below). */
static bool
sort_missing(struct ura_missing_word *words, size_t count)
{
    struct ura_missing_word *other = array_new(count + 1, sizeof *other);

    if (!other)
        return false;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t start = 0; start < count; start += 2 * width) {
            size_t middle = start + width < count ? start + width : count;
            size_t end = middle + width < count ? middle + width : count;
            size_t a = start, b = middle;

            for (size_t at = start; at < end; at++) {
                bool take_first =
                    a < middle && (b == end || words[a].tokens >= words[b].tokens);

                other[at] = take_first ? words[a++] : words[b++];
            }
        }
        memcpy(words, other, count * sizeof *words);
    }
    free(other);
    return true;
}

static bool
count_words(struct ura_coverage *coverage, const struct findings *findings,
            struct ura_coverage_counts *out)
{
    for (size_t i = 0; i < coverage->words.keys.count; i++) {
        const struct word *word = &coverage->words.words[i];
        bool known = false;

        if (word->kind != WORD_PLAIN || !word->count)
            continue;
        count_word(&out->words, word);
        for (int source = 0; source < URA_LEXICON_SOURCES; source++)
            if (knows(coverage, (enum ura_lexicon_source)source, findings, i)) {
                count_word(&out->sources[source], word);
                known = true;
            }
        if (known)
            count_word(&out->known, word);
        else
            coverage->missing[out->missing_count++] = (struct ura_missing_word){
                findings->texts[i].ptr ? findings->texts[i] : word->form, word->count};
    }
    return sort_missing(coverage->missing, out->missing_count);
}

enum ura_status
ura_coverage_count(struct ura_coverage *coverage, struct ura_coverage_counts *out,
                   struct ura_error *error)
{
    size_t types = coverage->words.keys.count;
    struct findings findings = {array_new(types + 1, sizeof *findings.texts),
                                array_new(types + 1, sizeof *findings.named)};
    bool done;

    *out = (struct ura_coverage_counts){0};
    free(coverage->missing);
    coverage->missing = array_new(types + 1, sizeof *coverage->missing);
    done = findings.texts && findings.named && coverage->missing &&
           reader_count(&coverage->reader) &&
           glossary_find_known(coverage->names, &coverage->words, findings.named);
    if (done) {
        find_texts(coverage, findings.texts);
        done = count_words(coverage, &findings, out);
    }
    free(findings.texts);
    free(findings.named);
    if (!done)
        return error_memory(error);
    out->missing = coverage->missing;
    out->has_source[URA_LEXICON_DICTIONARY] = coverage->dictionary != NULL;
    out->has_source[URA_LEXICON_NAMES] = true;
    out->has_source[URA_LEXICON_TABLE] = coverage->table != NULL;
    out->has_source[URA_LEXICON_LIST] = coverage->list != NULL;
    return URA_OK;
}
