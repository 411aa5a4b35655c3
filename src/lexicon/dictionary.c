/* dictionary.c - word lists of a pair of languages, opened once and kept. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary.h"

#include <stdio.h>
#include <stdlib.h>

#include "lexicon/dictionary_image.h"
#include "lexicon/dictionary_list.h"
#include "lexicon/dictionary_topics.h"

static const char IMAGE_NAME[] = "dictionary" IMAGE_SUFFIX;

static void
free_dictionary(void *value)
{
    struct dictionary *dictionary = value;

    mapping_close(&dictionary->mapping);
    buf_release(&dictionary->built);
    free(dictionary);
}

static struct dictionary *
new_dictionary(const char *const languages[2])
{
    struct dictionary *dictionary = calloc(1, sizeof *dictionary);

    for (int i = 0; dictionary && i < 2; i++)
        snprintf(dictionary->languages[i], LANGUAGE_BYTES, "%s", languages[i]);
    return dictionary;
}

/* LANGUAGE without script and country; false if it is none. */
static bool
take_language(const char *language, char *out)
{
    size_t len = strcspn(language, "-_");

    if (len == 0 || len >= LANGUAGE_BYTES)
        return false;
    memcpy(out, language, len);
    out[len] = '\0';
    return true;
}

/* Maps the image of FOLDER, if it is one and was made from what STAMP stands for. */
static bool
map_image(struct dictionary *dictionary, const char *folder, uint64_t stamp)
{
    char path[640];
    uint64_t made_from;

    snprintf(path, sizeof path, "%s/%s", folder, IMAGE_NAME);
    if (mapping_open(path, &dictionary->mapping, NULL))
        return false;
    if (!dictionary_see(dictionary->mapping.bytes, dictionary, &made_from, NULL) &&
        made_from == stamp)
        return true;
    mapping_close(&dictionary->mapping);
    return false;
}

static enum ura_status
read_topics(struct ura_context *context, const struct topics *topics,
            const char *const languages[2], struct dictionary *dictionary,
            struct ura_error *error)
{
    uint64_t stamp;
    enum ura_status status = topics_stamp(context, topics, languages, &stamp, error);

    if (status || map_image(dictionary, topics->folder, stamp))
        return status;
    status = topics_build(context, topics, languages, stamp, &dictionary->built, error);
    if (!status)
        status = dictionary_see(buf_str(&dictionary->built), dictionary, &stamp, error);
    return status;
}

/* Opens dicts/FIRST-SECOND; *OUT is NULL if there is none. */
static enum ura_status
open_dictionary(struct ura_context *context, const char *const languages[2],
                struct dictionary **out, struct ura_error *error)
{
    struct dictionary *dictionary;
    struct topics topics;
    enum ura_status status = topics_list(context, languages, &topics, error);

    *out = NULL;
    if (status)
        return status == URA_NOT_FOUND ? URA_OK : status;
    dictionary = new_dictionary(languages);
    status = dictionary ? read_topics(context, &topics, languages, dictionary, error)
                        : error_memory(error);
    topics_release(&topics);
    if (!status)
        *out = dictionary;
    else if (dictionary)
        free_dictionary(dictionary);
    return status;
}

/* A pair of languages that has no dictionary is asked for again with every pair of texts. */
static const struct dictionary no_dictionary;

static void
free_nothing(void *value)
{
    (void)value;
}

enum ura_status
dictionary_get(struct ura_context *context, const char *source, const char *target,
               const struct dictionary **out, struct ura_error *error)
{
    char codes[2][LANGUAGE_BYTES], key[32];
    struct dictionary *dictionary = NULL;
    const struct dictionary *kept;
    enum ura_status status;

    *out = NULL;
    if (!take_language(source, codes[0]) || !take_language(target, codes[1]))
        return URA_OK;
    snprintf(key, sizeof key, "dictionary:%s:%s", codes[0], codes[1]);
    kept = context_kept(context, key);
    if (kept) {
        *out = kept == &no_dictionary ? NULL : kept;
        return URA_OK;
    }
    status = open_dictionary(context, (const char *[]){codes[0], codes[1]}, &dictionary, error);
    if (!status && !dictionary)
        status =
            open_dictionary(context, (const char *[]){codes[1], codes[0]}, &dictionary, error);
    if (status)
        return status;
    status = dictionary
                 ? context_keep(context, key, dictionary, free_dictionary, error)
                 : context_keep(context, key, (void *)&no_dictionary, free_nothing, error);
    if (!status)
        *out = dictionary;
    return status;
}

static enum ura_status
open_list(struct ura_context *context, const char *path, const char *const languages[2],
          struct dictionary **out, struct ura_error *error)
{
    struct dictionary *dictionary = new_dictionary(languages);
    enum ura_status status;
    uint64_t stamp;

    if (!dictionary)
        return error_memory(error);
    status = list_build(context, path, languages, &dictionary->built, error);
    if (!status)
        status = dictionary_see(buf_str(&dictionary->built), dictionary, &stamp, error);
    if (status)
        free_dictionary(dictionary);
    else
        *out = dictionary;
    return status;
}

enum ura_status
dictionary_get_list(struct ura_context *context, const char *path, const char *source,
                    const char *target, const struct dictionary **out, struct ura_error *error)
{
    struct dictionary *dictionary = NULL;
    struct ura_buf key = {0};
    enum ura_status status = URA_OK;

    *out = NULL;
    buf_append_text(&key, "list:");
    buf_append_text(&key, source);
    buf_append_byte(&key, ':');
    buf_append_text(&key, target);
    buf_append_byte(&key, ':');
    buf_append(&key, path, strlen(path) + 1);
    if (key.failed)
        status = error_memory(error);
    else
        *out = context_kept(context, key.ptr);
    if (!status && !*out) {
        status = open_list(context, path, (const char *[]){source, target}, &dictionary, error);
        if (!status)
            status = context_keep(context, key.ptr, dictionary, free_dictionary, error);
        if (!status)
            *out = dictionary;
    }
    buf_release(&key);
    return status;
}

enum ura_status
dictionary_compile(struct ura_context *context, const char *first, const char *second,
                   struct ura_buf *out, struct ura_error *error)
{
    const char *const languages[] = {first, second};
    struct topics topics;
    uint64_t stamp;
    enum ura_status status = topics_list(context, languages, &topics, error);

    if (status == URA_NOT_FOUND)
        error_set(error, status, "there is no data of the languages %s and %s", first, second);
    if (status)
        return status;
    status = topics_stamp(context, &topics, languages, &stamp, error);
    if (!status)
        status = topics_build(context, &topics, languages, stamp, out, error);
    topics_release(&topics);
    return status;
}

bool
dictionary_is_reversed(const struct dictionary *dictionary, const char *source)
{
    char code[LANGUAGE_BYTES];

    return take_language(source, code) && strcmp(dictionary->languages[0], code) != 0;
}

size_t
dictionary_size(const struct dictionary *dictionary)
{
    return dictionary->sides[0].words;
}

bool
dictionary_is_mapped(const struct dictionary *dictionary)
{
    return dictionary->mapping.bytes.len > 0;
}
