/* links.h - lists of word links. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_LINKS_H
#define WORDS_LINKS_H

#include <ura/words.h>

#include "base/base.h"

/* Appends a link; false when out of memory. */
bool word_links_add(struct ura_word_links *links, size_t source, size_t target);
/* Puts them in order, each once. */
void word_links_sort(struct ura_word_links *links);

#endif
