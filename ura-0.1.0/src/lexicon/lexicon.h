/* lexicon.h - the door of the room that knows which words of two texts belong together. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include <ura/document.h>

#include "base/base.h"
#include "base/context.h"
#include "lexicon/evidence.h"

/*
 * Gather the evidence between SOURCE and TARGET into OUT, whose arrays live in ARENA: tokens by
 * type, and links between types from names, numbers and dates by value, equal strings, cognates
 * and punctuation. Fails with URA_NO_MEMORY, and as loading a data file may.
 */
enum ura_status lexicon_gather(struct ura_context *context, const struct ura_document *source,
                               const struct ura_document *target, struct ura_arena *arena,
                               struct evidence *out, struct ura_error *error);

#endif
