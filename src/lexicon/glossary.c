/* glossary.c - words that CLDR's names pair in two languages. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/glossary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/glossary_image.h"

static const char IMAGE_NAME[] = "names" IMAGE_SUFFIX;

/* How often a pair of names is a translation in running text (the prototype's hand lexicon had
 * 0.5). */
static const float NAME = 0.6f;

static void
free_glossary(void *value)
{
    struct glossary *glossary = value;

    mapping_close(&glossary->mapping);
    buf_release(&glossary->built);
    free(glossary);
}

/* Whether dicts/FIRST-SECOND has an image that can be believed; it is then mapped. */
static enum ura_status
map_image(struct ura_context *context, const char *first, const char *second,
          struct glossary *out, bool *mapped, struct ura_error *error)
{
    enum ura_status status;
    uint64_t stamp, made_from;
    char path[640];

    *mapped = false;
    snprintf(path, sizeof path, "%s/%s-%s/%s", ura_context_data_folder(context), first, second,
             IMAGE_NAME);
    if (mapping_open(path, &out->mapping, NULL))
        return URA_OK;
    status = glossary_stamp(context, (const char *[]){first, second}, &stamp, error);
    *mapped = !status && !glossary_see(out->mapping.bytes, out, &made_from, NULL) &&
              made_from == stamp;
    if (!*mapped)
        mapping_close(&out->mapping);
    return status;
}

/* Maps the image of the two languages, or makes it, in this order, from CLDR's names. */
static enum ura_status
open_glossary(struct ura_context *context, const char *source, const char *target,
              struct glossary *out, struct ura_error *error)
{
    uint64_t stamp = 0;
    bool mapped;
    enum ura_status status = map_image(context, source, target, out, &mapped, error);

    if (!status && !mapped) {
        status = map_image(context, target, source, out, &mapped, error);
        out->reversed = mapped;
    }
    if (status || mapped)
        return status;
    status =
        glossary_build(context, (const char *[]){source, target}, stamp, &out->built, error);
    return status ? status : glossary_see(buf_str(&out->built), out, &stamp, error);
}

enum ura_status
glossary_get(struct ura_context *context, const char *source, const char *target,
             const struct glossary **out, struct ura_error *error)
{
    char key[128];
    struct glossary *glossary;
    enum ura_status status;

    snprintf(key, sizeof key, "glossary:%s:%s", source, target);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    glossary = calloc(1, sizeof *glossary);
    if (!glossary)
        return error_memory(error);
    status = open_glossary(context, source, target, glossary, error);
    if (status) {
        free_glossary(glossary);
        return status;
    }
    status = context_keep(context, key, glossary, free_glossary, error);
    if (!status)
        *out = glossary;
    return status;
}

enum ura_status
glossary_compile(struct ura_context *context, const char *first, const char *second,
                 struct ura_buf *out, struct ura_error *error)
{
    const char *const languages[] = {first, second};
    uint64_t stamp;
    enum ura_status status = glossary_stamp(context, languages, &stamp, error);

    return status ? status : glossary_build(context, languages, stamp, out, error);
}

/* The types of a text by the word of the book that they are: lists in one array. */
struct lookup {
    uint32_t *types;
    size_t *first; /* by word of the book, and one more */
};

static void
release_lookup(struct lookup *lookup)
{
    free(lookup->types);
    free(lookup->first);
}

static bool
look_up(const struct glossary_book *book, const struct vocabulary *vocabulary,
        struct lookup *out)
{
    size_t types = vocabulary->keys.count, words = book->words.count;
    uint32_t *found = array_new(types + 1, sizeof *found);

    out->types = array_new(types + 1, sizeof *out->types);
    out->first = array_new(words + 2, sizeof *out->first);
    if (!found || !out->types || !out->first) {
        free(found);
        return false;
    }
    for (size_t i = 0; i < types; i++) {
        found[i] = glossary_find_word(book, &vocabulary->words[i]);
        if (found[i] != INTERN_NONE)
            out->first[found[i] + 2]++;
    }
    for (size_t w = 2; w < words + 2; w++)
        out->first[w] += out->first[w - 1];
    for (uint32_t i = 0; i < types; i++)
        if (found[i] != INTERN_NONE)
            out->types[out->first[found[i] + 1]++] = i;
    free(found);
    return true;
}

static bool
add_pair(const struct glossary_direction *direction, size_t i, const struct lookup *sources,
         const struct lookup *targets, struct candidates *out)
{
    uint32_t source = direction->sources[i], target = direction->targets[i];

    for (size_t s = sources->first[source]; s < sources->first[source + 1]; s++)
        for (size_t t = targets->first[target]; t < targets->first[target + 1]; t++)
            if (!candidates_add(out, sources->types[s], targets->types[t],
                                NAME * direction->strengths[i]))
                return false;
    return true;
}

bool
glossary_find(const struct glossary *glossary, const struct vocabulary *source,
              const struct vocabulary *target, struct candidates *out)
{
    bool reversed = glossary->reversed;
    const struct glossary_direction *direction = &glossary->directions[reversed];
    struct lookup sources = {0}, targets = {0};
    bool done = look_up(&glossary->books[reversed], source, &sources) &&
                look_up(&glossary->books[!reversed], target, &targets);

    for (size_t i = 0; done && i < direction->count; i++)
        done = add_pair(direction, i, &sources, &targets, out);
    release_lookup(&sources);
    release_lookup(&targets);
    return done;
}

bool
glossary_find_known(const struct glossary *glossary, const struct vocabulary *source,
                    bool *known)
{
    const struct glossary_book *book = &glossary->books[glossary->reversed];
    const struct glossary_direction *direction = &glossary->directions[glossary->reversed];
    bool *paired = array_new(book->words.count + 1, sizeof *paired);

    if (!paired)
        return false;
    for (size_t i = 0; i < direction->count; i++)
        paired[direction->sources[i]] = true;
    for (size_t i = 0; i < source->keys.count; i++) {
        uint32_t word = glossary_find_word(book, &source->words[i]);

        known[i] = word != INTERN_NONE && paired[word];
    }
    free(paired);
    return true;
}
