/* unit_copy.h - units that are held while others are read. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_UNIT_COPY_H
#define CORPUS_UNIT_COPY_H

#include <ura/unit.h>

/* UNIT with all that it points to, in one block that free() frees; NULL: out of memory. */
struct ura_unit *unit_copy(const struct ura_unit *unit);

#endif
