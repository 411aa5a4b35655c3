/* map.h - the way back: from every byte of a changed text to the bytes it came from. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_MAP_H
#define TEXT_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include <ura/document.h>

/*
 * TO_LEN bytes at TO in the changed text came from FROM_LEN bytes at FROM in the text before.
 * Equal lengths: byte by byte. Others: the whole from the whole (a letter that takes one byte
 * in CP1250 and two in UTF-8). Bytes before that no run names were dropped.
 */
struct map_run {
    size_t to;
    size_t to_len;
    size_t from;
    size_t from_len;
};

/* Runs that ascend on both sides and cover the changed text without a gap. Zero is empty. */
struct ura_map {
    struct map_run *runs;
    size_t count;
    size_t capacity;
    bool failed; /* memory was out; stays set */
};

/*
 * The next TO_LEN bytes of the changed text come from [FROM, FROM + FROM_LEN). Neighbours that
 * continue each other byte by byte become one run. TO_LEN may be 0 only to no effect.
 */
void map_append(struct ura_map *map, size_t to_len, size_t from, size_t from_len);
/* The index of the run that holds the byte AT of the changed text; `count` if there is none. */
size_t map_find(const struct ura_map *map, size_t at);
/* What RUN's part inside TO came from. */
struct ura_span map_run_origin(const struct map_run *run, struct ura_span to);
/*
 * The ranges of the text before that [TO.start, TO.end) came from: in order, disjoint,
 * neighbours merged. At most CAPACITY are written; returns how many there are.
 */
size_t map_origin(const struct ura_map *map, struct ura_span to, struct ura_span *out,
                  size_t capacity);
/* The one range that covers them all; an empty range maps to an empty one. */
struct ura_span map_cover(const struct ura_map *map, struct ura_span to);
/* OUT = first FIRST, then SECOND: SECOND's text before is FIRST's changed text. */
bool map_compose(const struct ura_map *first, const struct ura_map *second,
                 struct ura_map *out);
void map_clear(struct ura_map *map);
void map_release(struct ura_map *map);

#endif
