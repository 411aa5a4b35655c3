/* map.h - the way back: from every byte of a changed text to the bytes it came from. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_MAP_H
#define TEXT_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include <ura/document.h>

/*
 * COUNT units follow each other from TO in the changed text and from FROM in the text before:
 * each TO_UNIT bytes came from FROM_UNIT bytes, as a whole. Text that was copied is units of
 * one byte from one; ASCII out of UTF-16 is one byte from two; a letter that grew from one byte
 * to two is one unit. FROM_UNIT is 0 for what was put in. Bytes before that no run names were
 * dropped.
 */
struct map_run {
    size_t to;
    size_t from;
    size_t count;
    size_t to_unit;
    size_t from_unit;
};

/* Runs that ascend on both sides and cover the changed text without a gap. Zero is empty. */
struct ura_map {
    struct map_run *runs;
    size_t count;
    size_t capacity;
    bool failed; /* memory was out; stays set */
};

/*
 * The next TO_LEN bytes of the changed text come from [FROM, FROM + FROM_LEN): byte by byte
 * where the lengths are equal, else as one unit. TO_LEN may be 0 only to no effect.
 */
void map_append(struct ura_map *map, size_t to_len, size_t from, size_t from_len);
/* The same for COUNT units; neighbours of one shape that continue each other become one run. */
void map_append_units(struct ura_map *map, size_t count, size_t to_unit, size_t from,
                      size_t from_unit);
/* Appends the runs of OTHER after those of MAP. */
void map_append_map(struct ura_map *map, const struct ura_map *other);
/* How many bytes of the changed text RUN covers. */
static inline size_t
map_run_len(const struct map_run *run)
{
    return run->count * run->to_unit;
}
/* The index of the run that holds the byte AT of the changed text; `count` if there is none. */
size_t map_find(const struct ura_map *map, size_t at);
/* What the units of RUN that touch TO came from. */
struct ura_span map_run_origin(const struct map_run *run, struct ura_span to);
/*
 * The ranges of the text before that [TO.start, TO.end) came from: in order, disjoint,
 * neighbours merged, none empty. At most CAPACITY are written; returns how many there are.
 */
size_t map_origin(const struct ura_map *map, struct ura_span to, struct ura_span *out,
                  size_t capacity);
/* The one range that covers them all; an empty range maps to an empty one. */
struct ura_span map_cover(const struct ura_map *map, struct ura_span to);
/* OUT = first FIRST, then SECOND: SECOND's text before is FIRST's changed text. */
bool map_compose(const struct ura_map *first, const struct ura_map *second,
                 struct ura_map *out);
/* Forgets the first LEN bytes of the changed text, which end with a unit; the rest moves to its
 * start. */
void map_drop(struct ura_map *map, size_t len);
void map_clear(struct ura_map *map);
void map_release(struct ura_map *map);

#endif
