/* dictionary_facts.c - which dictionaries there are, and what they hold. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <dirent.h>
#include <errno.h>

#include <ura/lexicon.h>

#include "lexicon/dictionary_image.h"

enum ura_status
ura_dictionary_find(struct ura_context *context, const char *source, const char *target,
                    struct ura_dictionary_facts *out, struct ura_error *error)
{
    const struct dictionary *dictionary;
    enum ura_status status = dictionary_get(context, source, target, &dictionary, error);

    *out = (struct ura_dictionary_facts){{0}, {0}, 0, false};
    if (status || !dictionary)
        return status;
    memcpy(out->source, dictionary->languages[0], sizeof out->source);
    memcpy(out->target, dictionary->languages[1], sizeof out->target);
    out->words = dictionary->sides[0].words;
    out->mapped = dictionary->mapping.bytes.len > 0;
    return URA_OK;
}

/* The other language of folder NAME, "sq-en", if CODE, LEN bytes, is one of its two. */
static bool
take_other(const char *name, const char *code, size_t len, char out[LANGUAGE_BYTES])
{
    const char *dash = strchr(name, '-'), *other = NULL;
    size_t first = dash ? (size_t)(dash - name) : 0, other_len = 0;

    if (!first || strchr(dash + 1, '-'))
        return false;
    if (first == len && memcmp(name, code, len) == 0) {
        other = dash + 1;
        other_len = strlen(other);
    } else if (strlen(dash + 1) == len && memcmp(dash + 1, code, len) == 0) {
        other = name;
        other_len = first;
    }
    if (!other || !other_len || other_len >= LANGUAGE_BYTES)
        return false;
    memcpy(out, other, other_len);
    out[other_len] = '\0';
    return true;
}

enum ura_status
ura_dictionary_other(struct ura_context *context, const char *language, char out[8],
                     struct ura_error *error)
{
    const char *folder = ura_context_data_folder(context);
    DIR *listing = opendir(folder);
    const struct dirent *entry;
    char other[LANGUAGE_BYTES];

    out[0] = '\0';
    if (!listing) {
        enum ura_status status = error_errno(error, "cannot read", errno);

        error_set_file(error, folder);
        return status;
    }
    while ((entry = readdir(listing)) != NULL)
        if (take_other(entry->d_name, language, strcspn(language, "-_"), other) &&
            (!out[0] || strcmp(other, out) < 0))
            memcpy(out, other, sizeof other);
    closedir(listing);
    return URA_OK;
}
