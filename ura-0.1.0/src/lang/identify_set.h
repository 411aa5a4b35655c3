/* identify_set.h - every language that has tables of its own, kept with the context. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_IDENTIFY_SET_H
#define LANG_IDENTIFY_SET_H

#include "lang/identify_dialect.h"
#include "lang/identify_model.h"

enum { MODELS_MAX = 16, DIALECTS_MAX = 7 };

struct identify_set {
    struct {
        struct identify_model *model;
        struct identify_dialect *dialects[DIALECTS_MAX];
        size_t dialect_count;
    } languages[MODELS_MAX]; /* in the order of the list */
    size_t count;
    struct identify_sample sample; /* working space: a context serves one thread at a time */
};

/*
 * What dicts/identify.txt lists: a record a language, its code and those of its dialects. Their
 * tables are dicts/LANGUAGE/identify.txt and identify-DIALECT.txt. Read at the first call.
 * Fails with URA_SYNTAX, URA_TOO_LARGE (over MODELS_MAX), URA_NOT_FOUND, URA_IO, URA_NO_MEMORY.
 */
enum ura_status identify_set_get(struct ura_context *context, struct identify_set **out,
                                 struct ura_error *error);

#endif
