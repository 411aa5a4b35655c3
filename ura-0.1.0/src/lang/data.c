/* data.c - the data files of one language. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/data.h"

#include <stdio.h>

enum {
    SUBTAG_MAX = 8,   /* letters of a primary subtag, BCP 47 section 2.1 */
    FOLDER_MAX = 480, /* what leaves room for the name in ura_records.path */
};

/* The first subtag of LANGUAGE in small letters; false if it is none. */
static bool
take_primary_subtag(const char *language, char out[SUBTAG_MAX + 1])
{
    size_t len = 0;

    for (const char *at = language; *at && *at != '-' && *at != '_'; at++) {
        char letter = *at >= 'A' && *at <= 'Z' ? (char)(*at + ('a' - 'A')) : *at;

        if (letter < 'a' || letter > 'z' || len == SUBTAG_MAX)
            return false;
        out[len++] = letter;
    }
    out[len] = '\0';
    return len > 0;
}

enum ura_status
language_records(const struct ura_context *context, const char *language, const char *name,
                 struct ura_records *out, struct ura_error *error)
{
    char subtag[SUBTAG_MAX + 1], folder[FOLDER_MAX];
    int len;

    *out = (struct ura_records){0};
    if (!take_primary_subtag(language, subtag))
        return error_set(error, URA_NOT_FOUND, "no data for language %s", language);
    len = snprintf(folder, sizeof folder, "%s/%s", ura_context_data_folder(context), subtag);
    if (len < 0 || (size_t)len >= sizeof folder)
        return error_set(error, URA_BAD_ARGUMENT, "path of data file %s is too long", name);
    return records_load(folder, name, out, error);
}
