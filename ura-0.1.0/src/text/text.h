/* text.h - the door of the room that turns bytes into clean text. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <ura/text.h>

#include "text/map.h"

/*
 * From the clean text of the chunk that ura_reader_next last gave to byte offsets in the whole
 * file as it came. Lives until the next call on READER.
 */
const struct ura_map *reader_map(const struct ura_reader *reader);
/* Bytes read so far, and the XXH3 hash of them. */
size_t reader_size(const struct ura_reader *reader);
uint64_t reader_hash(const struct ura_reader *reader);

#endif
