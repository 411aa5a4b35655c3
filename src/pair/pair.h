/* pair.h - the door of the room that does the main job on one page. */
/* SPDX-License-Identifier: MIT */
#ifndef PAIR_PAIR_H
#define PAIR_PAIR_H

#include <ura/pair.h>

#include "base/base.h"

/* Reads the files that OPTIONS name and keeps nothing but a HASH of them, 0 where there are
 * none. Fails as ura_pair_align would on account of them. */
enum ura_status pair_check_options(struct ura_context *context,
                                   const struct ura_pair_options *options, uint64_t *hash,
                                   struct ura_error *error);
/* Whether BEAD is sure enough to learn words from. */
bool pair_bead_teaches(const struct ura_bead *bead);
/* Appends COUNT sentences of DOCUMENT from FIRST on, with a blank between two. */
void pair_append_text(const struct ura_document *document, size_t first, size_t count,
                      struct ura_buf *out);

#endif
