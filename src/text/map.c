/* map.c - the way back: from every byte of a changed text to the bytes it came from. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/map.h"

#include <stdlib.h>

#include "base/buf.h"

/* Whether RUN goes byte by byte. */
static bool
is_linear(const struct map_run *run)
{
    return run->to_len == run->from_len;
}

void
map_append(struct ura_map *map, size_t to_len, size_t from, size_t from_len)
{
    struct map_run *last = map->count ? &map->runs[map->count - 1] : NULL;
    size_t to = last ? last->to + last->to_len : 0;
    struct map_run *grown;

    if (to_len == 0)
        return;
    if (last && is_linear(last) && to_len == from_len && last->from + last->from_len == from) {
        last->to_len += to_len;
        last->from_len += from_len;
        return;
    }
    grown = array_grow(map->runs, &map->capacity, map->count + 1, sizeof *grown);
    if (!grown) {
        map->failed = true;
        return;
    }
    map->runs = grown;
    map->runs[map->count++] = (struct map_run){to, to_len, from, from_len};
}

size_t
map_find(const struct ura_map *map, size_t at)
{
    size_t low = 0, high = map->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (map->runs[middle].to + map->runs[middle].to_len <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct ura_span
map_run_origin(const struct map_run *run, struct ura_span to)
{
    struct ura_span origin = {run->from, run->from + run->from_len};

    if (!is_linear(run))
        return origin;
    if (to.start > run->to)
        origin.start += to.start - run->to;
    if (to.end < run->to + run->to_len)
        origin.end -= run->to + run->to_len - to.end;
    return origin;
}

size_t
map_origin(const struct ura_map *map, struct ura_span to, struct ura_span *out, size_t capacity)
{
    struct ura_span pending = {0, 0};
    size_t count = 0;
    bool any = false;

    for (size_t i = map_find(map, to.start); i < map->count && map->runs[i].to < to.end; i++) {
        struct ura_span origin = map_run_origin(&map->runs[i], to);

        if (any && origin.start <= pending.end) {
            if (origin.end > pending.end)
                pending.end = origin.end;
            continue;
        }
        if (any && count++ < capacity)
            out[count - 1] = pending;
        pending = origin;
        any = true;
    }
    if (any && count++ < capacity)
        out[count - 1] = pending;
    return count;
}

struct ura_span
map_cover(const struct ura_map *map, struct ura_span to)
{
    size_t first = map_find(map, to.start), last;
    struct ura_span cover;

    if (first == map->count) {
        const struct map_run *end = map->count ? &map->runs[map->count - 1] : NULL;
        size_t at = end ? end->from + end->from_len : 0;

        return (struct ura_span){at, at};
    }
    cover = map_run_origin(&map->runs[first], to);
    if (to.end <= to.start)
        return (struct ura_span){cover.start, cover.start};
    last = map_find(map, to.end - 1);
    if (last < map->count)
        cover.end = map_run_origin(&map->runs[last], to).end;
    return cover;
}

bool
map_compose(const struct ura_map *first, const struct ura_map *second, struct ura_map *out)
{
    map_clear(out);
    for (size_t i = 0; i < second->count; i++) {
        const struct map_run *run = &second->runs[i];
        struct ura_span middle = {run->from, run->from + run->from_len}, cover;

        if (!is_linear(run)) {
            cover = map_cover(first, middle);
            map_append(out, run->to_len, cover.start, cover.end - cover.start);
            continue;
        }
        for (size_t k = map_find(first, middle.start);
             k < first->count && first->runs[k].to < middle.end; k++) {
            const struct map_run *inner = &first->runs[k];
            size_t start = inner->to > middle.start ? inner->to : middle.start;
            size_t end =
                inner->to + inner->to_len < middle.end ? inner->to + inner->to_len : middle.end;

            cover = map_run_origin(inner, (struct ura_span){start, end});
            map_append(out, end - start, cover.start, cover.end - cover.start);
        }
    }
    return !out->failed;
}

void
map_clear(struct ura_map *map)
{
    map->count = 0;
    map->failed = false;
}

void
map_release(struct ura_map *map)
{
    free(map->runs);
    *map = (struct ura_map){0};
}
