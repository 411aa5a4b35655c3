/* guess.h - the eight-bit encoding that makes most sense of some bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_GUESS_H
#define TEXT_GUESS_H

#include "base/base.h"

/*
 * The name of the encoding in which SAMPLE reads most like text: its words made of letters that
 * one language has, capitals where they belong, quotation marks at the edges of words.
 * LANGUAGE ("sq"; NULL: unknown) is what the text is likely in. *OUT is NULL where every
 * encoding leaves bytes without a meaning.
 */
enum ura_status guess_encoding(struct ura_context *context, struct ura_str sample,
                               const char *language, const char **out, struct ura_error *error);

#endif
