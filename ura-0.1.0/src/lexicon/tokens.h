/* tokens.h - the sentences of a document as numbers of types. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_TOKENS_H
#define LEXICON_TOKENS_H

#include <ura/document.h>

#include "base/base.h"
#include "base/context.h"
#include "lexicon/evidence.h"
#include "lexicon/vocabulary.h"

/*
 * Reads the sentences of DOCUMENT into OUT, whose arrays live in ARENA, and their types into
 * VOCABULARY (empty before). Words are folded and stemmed, numbers stand by value, marks that
 * do one job are one. Fails with URA_NO_MEMORY and as loading a data file may.
 */
enum ura_status tokens_read(struct ura_context *context, const struct ura_document *document,
                            struct ura_arena *arena, struct vocabulary *vocabulary,
                            struct evidence_side *out, struct ura_error *error);

#endif
