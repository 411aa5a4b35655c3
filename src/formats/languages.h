/* languages.h - which language most of a text says that it is in. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_LANGUAGES_H
#define FORMATS_LANGUAGES_H

#include "base/base.h"

enum { LANGUAGES_COUNTED = 16 }; /* that one document names; more are counted as the last */

/* Zero is empty. */
struct language_count {
    struct ura_arena arena;
    struct ura_str languages[LANGUAGES_COUNTED];
    size_t bytes[LANGUAGES_COUNTED + 1]; /* the last: of text that names none */
    size_t count, total;
};

/* BYTES of text say that they are in LANGUAGE, which may be empty. */
void language_count_add(struct language_count *count, struct ura_str language, size_t bytes);
/*
 * The language of more than half of the text into OUT, "" if there is none. Text that says
 * nothing is in OF_DOCUMENT, but not if that is en-US: so it is wherever nobody ever told the
 * program otherwise, whatever the text is in.
 */
void language_count_choose(const struct language_count *count, struct ura_str of_document,
                           char *out, size_t size);
void language_count_release(struct language_count *count);

#endif
