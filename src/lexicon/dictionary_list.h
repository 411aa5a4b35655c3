/* dictionary_list.h - the user's own bilingual word list. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_DICTIONARY_LIST_H
#define LEXICON_DICTIONARY_LIST_H

#include "base/base.h"

/*
 * Appends the image of the list at PATH to OUT: a word of LANGUAGES[0] a line, a tab, its
 * translations into LANGUAGES[1] with ";" between them; empty lines and those that begin with
 * "#" are passed over. Fails with URA_SYNTAX (file, line), URA_BAD_INPUT, URA_TOO_LARGE,
 * URA_IO, URA_NO_MEMORY.
 */
enum ura_status list_build(struct ura_context *context, const char *path,
                           const char *const languages[2], struct ura_buf *out,
                           struct ura_error *error);
/* Reads the list at PATH as list_build does and keeps nothing but a hash of it. */
enum ura_status list_check(struct ura_context *context, const char *path, uint64_t *hash,
                           struct ura_error *error);

#endif
