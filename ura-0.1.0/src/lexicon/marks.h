/* marks.h - punctuation that does one job in different texts. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_MARKS_H
#define LEXICON_MARKS_H

#include <ura/str.h>

/* What stands for the mark TEXT: one for all double quotes, one for all dashes, the ASCII mark
 * for those of East Asia. TEXT itself where nothing else does its job. */
struct ura_str mark_find(struct ura_str text);

#endif
