/* stems.h - words without their endings. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_STEMS_H
#define LANG_STEMS_H

#include <stddef.h>

#include "base/base.h"

/*
 * The endings of one language, dicts/<lang>/stems.txt: an ending a line, folded (fold.h), or
 * "!" TAB word for a word that keeps its own. Kept in the context.
 */
struct stems;

/* *OUT lives as long as CONTEXT. A language without a file gets the general rule. Fails with
 * URA_SYNTAX, URA_IO, URA_NO_MEMORY. */
enum ura_status stems_get(struct ura_context *context, const char *language,
                          const struct stems **out, struct ura_error *error);
/* The bytes of WORD (folded) that are its stem: the longest ending that leaves three letters is
 * cut, once. Without endings of a language: long words end after two thirds. */
size_t stems_cut(const struct stems *stems, struct ura_str word);
/* Whether ENDING (folded) is one of the language's. */
bool stems_is_ending(const struct stems *stems, struct ura_str ending);

#endif
