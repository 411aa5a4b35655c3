/* bitext.h - the door of the room with the central data model. */
/* SPDX-License-Identifier: MIT */
#ifndef BITEXT_BITEXT_H
#define BITEXT_BITEXT_H

#include <ura/bitext.h>

#include "base/base.h"

/* A bitext over SOURCE and TARGET with room for BEAD_COUNT beads; URA_NO_MEMORY. */
enum ura_status bitext_new(const struct ura_document *source, const struct ura_document *target,
                           size_t bead_count, struct ura_bitext **out, struct ura_error *error);

#endif
