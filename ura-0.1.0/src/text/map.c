/* map.c - the way back: from every byte of a changed text to the bytes it came from. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

static size_t
run_end(const struct map_run *run)
{
    return run->to + map_run_len(run);
}

static size_t
smaller(size_t first, size_t second)
{
    return first < second ? first : second;
}

void
map_append_units(struct ura_map *map, size_t count, size_t to_unit, size_t from,
                 size_t from_unit)
{
    struct map_run *last = map->count ? &map->runs[map->count - 1] : NULL, *grown;
    size_t to = last ? run_end(last) : 0;

    if (count == 0 || to_unit == 0)
        return;
    if (last && last->to_unit == to_unit && last->from_unit == from_unit &&
        last->from + last->count * from_unit == from) {
        last->count += count;
        return;
    }
    grown = array_grow(map->runs, &map->capacity, map->count + 1, sizeof *grown);
    if (!grown) {
        map->failed = true;
        return;
    }
    map->runs = grown;
    map->runs[map->count++] = (struct map_run){to, from, count, to_unit, from_unit};
}

void
map_append(struct ura_map *map, size_t to_len, size_t from, size_t from_len)
{
    if (to_len == from_len)
        map_append_units(map, to_len, 1, from, 1);
    else
        map_append_units(map, 1, to_len, from, from_len);
}

void
map_append_map(struct ura_map *map, const struct ura_map *other)
{
    for (size_t i = 0; i < other->count; i++) {
        const struct map_run *run = &other->runs[i];

        map_append_units(map, run->count, run->to_unit, run->from, run->from_unit);
    }
    map->failed |= other->failed;
}

size_t
map_find(const struct ura_map *map, size_t at)
{
    size_t low = 0, high = map->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (run_end(&map->runs[middle]) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct ura_span
map_run_origin(const struct map_run *run, struct ura_span to)
{
    size_t start = to.start > run->to ? to.start - run->to : 0;
    size_t end = smaller(to.end > run->to ? to.end - run->to : 0, map_run_len(run));
    size_t first = start / run->to_unit;
    size_t last = end > start ? (end - 1) / run->to_unit + 1 : first;

    return (struct ura_span){run->from + first * run->from_unit,
                             run->from + last * run->from_unit};
}

size_t
map_origin(const struct ura_map *map, struct ura_span to, struct ura_span *out, size_t capacity)
{
    struct ura_span pending = {0, 0};
    size_t count = 0;

    for (size_t i = map_find(map, to.start); i < map->count && map->runs[i].to < to.end; i++) {
        struct ura_span origin = map_run_origin(&map->runs[i], to);

        if (origin.start == origin.end)
            continue;
        if (pending.end > 0 && origin.start <= pending.end) {
            if (origin.end > pending.end)
                pending.end = origin.end;
            continue;
        }
        if (pending.end > 0 && count++ < capacity)
            out[count - 1] = pending;
        pending = origin;
    }
    if (pending.end > 0 && count++ < capacity)
        out[count - 1] = pending;
    return count;
}

struct ura_span
map_cover(const struct ura_map *map, struct ura_span to)
{
    size_t first = map_find(map, to.start);
    struct ura_span cover;

    if (first == map->count) {
        const struct map_run *end = map->count ? &map->runs[map->count - 1] : NULL;
        size_t at = end ? end->from + end->count * end->from_unit : 0;

        return (struct ura_span){at, at};
    }
    cover = map_run_origin(&map->runs[first], to);
    if (to.end <= to.start)
        return (struct ura_span){cover.start, cover.start};
    /* All of them, since what was put in inside a unit ends before the unit. */
    for (size_t i = first + 1; i < map->count && map->runs[i].to < to.end; i++) {
        size_t end = map_run_origin(&map->runs[i], to).end;

        if (end > cover.end)
            cover.end = end;
    }
    return cover;
}

/* Appends [START, END) of INNER's changed text, byte by byte, cutting units where need be. */
static void
append_part(struct ura_map *out, const struct map_run *inner, size_t start, size_t end)
{
    size_t unit = inner->to_unit;

    while (start < end) {
        size_t inside = (start - inner->to) % unit;
        size_t from = inner->from + (start - inner->to) / unit * inner->from_unit;
        size_t whole = inside ? 0 : (end - start) / unit;

        if (whole) {
            map_append_units(out, whole, unit, from, inner->from_unit);
            start += whole * unit;
        } else {
            size_t len = smaller(unit - inside, end - start);

            map_append_units(out, 1, len, from, inner->from_unit);
            start += len;
        }
    }
}

/* Appends what the copied bytes [START, END) between the two maps came from. */
static void
append_copied(struct ura_map *out, const struct ura_map *first, size_t start, size_t end)
{
    for (size_t k = map_find(first, start); k < first->count && first->runs[k].to < end; k++) {
        const struct map_run *inner = &first->runs[k];

        append_part(out, inner, start > inner->to ? start : inner->to,
                    smaller(end, run_end(inner)));
    }
}

/* How many units of RUN from AT, its place in the middle text, INNER takes in one step. */
static size_t
whole_units(const struct map_run *run, const struct map_run *inner, size_t at, size_t left)
{
    if ((at - inner->to) % inner->to_unit || run->from_unit % inner->to_unit)
        return 0;
    return smaller(left, (run_end(inner) - at) / run->from_unit);
}

/* Appends RUN of the second map, whose units are no copied bytes, in terms of FIRST. */
static void
append_changed(struct ura_map *out, const struct ura_map *first, const struct map_run *run)
{
    for (size_t done = 0; done < run->count;) {
        size_t at = run->from + done * run->from_unit, k = map_find(first, at), whole = 0;
        struct ura_span cover = map_cover(first, (struct ura_span){at, at + run->from_unit});

        if (run->from_unit == 0)
            whole = run->count;
        else if (k < first->count)
            whole = whole_units(run, &first->runs[k], at, run->count - done);
        if (whole == 0)
            whole = 1;
        map_append_units(out, whole, run->to_unit, cover.start, cover.end - cover.start);
        done += whole;
    }
}

bool
map_compose(const struct ura_map *first, const struct ura_map *second, struct ura_map *out)
{
    map_clear(out);
    for (size_t i = 0; i < second->count; i++) {
        const struct map_run *run = &second->runs[i];

        if (run->to_unit == 1 && run->from_unit == 1)
            append_copied(out, first, run->from, run->from + run->count);
        else
            append_changed(out, first, run);
    }
    return !out->failed;
}

void
map_drop(struct ura_map *map, size_t len)
{
    size_t first = map_find(map, len), kept = map->count - first;
    struct map_run *run;

    map->count = kept;
    if (!kept)
        return;
    memmove(map->runs, map->runs + first, kept * sizeof *map->runs);
    run = map->runs;
    if (run->to < len) {
        size_t units = (len - run->to) / run->to_unit;

        /* Whole units only: the caller drops whole characters. */
        run->from += units * run->from_unit;
        run->count -= units;
        run->to = len;
    }
    for (size_t i = 0; i < kept; i++)
        map->runs[i].to -= len;
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
