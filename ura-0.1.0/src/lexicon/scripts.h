/* scripts.h - words of other scripts in Latin letters. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_SCRIPTS_H
#define LEXICON_SCRIPTS_H

#include "base/base.h"
#include "base/context.h"

/* ICU's transliterators, each opened when a word first needs it: that takes it 20 ms. */
struct scripts;

/* *OUT lives as long as CONTEXT. */
enum ura_status scripts_get(struct ura_context *context, struct scripts **out,
                            struct ura_error *error);
/*
 * Appends WORD (folded) to OUT in Latin letters, folded, with the sounds of carons and the like
 * spelled out (ž is zh); nothing where its script has no transliterator of letters: Han is read
 * by meaning. False when out of memory.
 */
bool scripts_romanize(struct scripts *scripts, struct ura_str word, struct ura_buf *out);

#endif
