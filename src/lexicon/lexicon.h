/* lexicon.h - the door of the room that knows which words of two texts belong together. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include <ura/document.h>

#include "base/base.h"
#include "base/context.h"
#include "lexicon/evidence.h"
#include "lexicon/table.h"

/* How types look: the form met first of each, and what it is (enum word_kind). */
struct lexicon_names {
    struct ura_arena *arena; /* set by the caller: for all that follows */
    struct ura_str *source, *target;
    uint8_t *source_kinds, *target_kinds;
};

/* What of words the caller brings. Zero is nothing. */
struct lexicon_options {
    struct lexicon_names *names; /* filled where it is not NULL */
    const char *list; /* path of a word list, from the source's language to the target's */
    const struct table *const *tables; /* learned, of any languages, up to a NULL; NULL: none */
};

/*
 * Gather the evidence between SOURCE and TARGET into OUT, whose arrays live in ARENA: tokens by
 * type, and links between types from the dictionary, tables and the caller's list, names,
 * numbers and dates by value, equal strings, cognates and punctuation. Fails with
 * URA_NO_MEMORY, and as loading a data file may.
 */
enum ura_status lexicon_gather(struct ura_context *context, const struct ura_document *source,
                               const struct ura_document *target,
                               const struct lexicon_options *options, struct ura_arena *arena,
                               struct evidence *out, struct ura_error *error);
/* Reads what OPTIONS name as lexicon_gather would, and tells it apart by HASH. Fails as that.
 */
enum ura_status lexicon_check(struct ura_context *context,
                              const struct lexicon_options *options, uint64_t *hash,
                              struct ura_error *error);

#endif
