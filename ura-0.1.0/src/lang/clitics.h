/* clitics.h - the short words that a language writes with an apostrophe: t' s' ç', 's 'll, l'.
 */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_CLITICS_H
#define LANG_CLITICS_H

#include "base/base.h"

/* Forms are in small letters, with ' where the apostrophe stands. */
struct clitics {
    struct ura_arena arena;
    struct ura_str *before; /* before their word: "t'" */
    size_t before_count;
    struct ura_str *after; /* after it: "'s" */
    size_t after_count;
};

/*
 * The clitics of LANGUAGE from dicts/<language>/clitics.txt; none where there is no file.
 * They live as long as CONTEXT. Fails with URA_SYNTAX, URA_NO_MEMORY.
 */
enum ura_status clitics_find(struct ura_context *context, const char *language,
                             const struct clitics **out, struct ura_error *error);

#endif
