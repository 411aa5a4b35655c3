/* tables.h - tables as those outside hold them, for the rooms that use them. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_TABLES_H
#define WORDS_TABLES_H

#include <ura/words.h>

#include "lexicon/table.h"

/* What TABLE is of; lives as long. */
const struct table *table_inside(const struct ura_table *table);

#endif
