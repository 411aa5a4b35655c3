/* test_map.c - the way back holds through every change, against one origin a byte. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ROUNDS = 3000, LONGEST = 60, DEEPEST = 4 };

/* The naive map: an origin for every byte. */
struct reference {
    struct ura_span origins[LONGEST * 8];
    size_t len;
};

static uint32_t
pick(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static void
take_unit(struct ura_map *map, struct reference *reference, size_t to_len, size_t from,
          size_t from_len)
{
    if (reference->len + to_len > LONGEST * 8)
        return;
    map_append_units(map, 1, to_len, from, from_len);
    for (size_t i = 0; i < to_len; i++)
        reference->origins[reference->len++] = (struct ura_span){from, from + from_len};
}

/* Edits a text of LEN bytes at random: copies, grows, shrinks, drops, puts in. */
static void
edit(uint32_t *seed, size_t len, struct ura_map *map, struct reference *reference)
{
    size_t from = 0;

    *map = (struct ura_map){0};
    reference->len = 0;
    while (from < len) {
        size_t left = len - from, some = 1 + pick(seed, 5);

        if (some > left)
            some = left;
        switch (pick(seed, 5)) {
        case 0:
            for (size_t i = 0; i < some; i++)
                take_unit(map, reference, 1, from + i, 1);
            break;
        case 1:
            take_unit(map, reference, 1 + pick(seed, 3), from, some);
            break;
        case 2:
            take_unit(map, reference, some, from, some);
            break;
        case 3:
            take_unit(map, reference, 1 + pick(seed, 2), from, 0);
            some = 0;
            break;
        default:
            break;
        }
        from += some;
    }
}

static struct ura_span
hull(const struct reference *reference, struct ura_span to)
{
    struct ura_span cover = reference->origins[to.start];

    for (size_t i = to.start; i < to.end; i++) {
        if (reference->origins[i].start < cover.start)
            cover.start = reference->origins[i].start;
        if (reference->origins[i].end > cover.end)
            cover.end = reference->origins[i].end;
    }
    return cover;
}

static void
assert_same(const struct ura_map *map, const struct reference *reference)
{
    size_t end =
        map->count ? map->runs[map->count - 1].to + map_run_len(&map->runs[map->count - 1]) : 0;

    assert_false(map->failed);
    assert_int_equal(end, reference->len);
    for (size_t i = 0; i < reference->len; i++) {
        struct ura_span cover = map_cover(map, (struct ura_span){i, i + 1});

        assert_int_equal(cover.start, reference->origins[i].start);
        assert_int_equal(cover.end, reference->origins[i].end);
    }
}

static void
every_byte_maps_into_the_original_and_order_is_kept(void **state)
{
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        size_t len = pick(&seed, LONGEST), before = 0;
        struct reference reference;
        struct ura_map map;

        edit(&seed, len, &map, &reference);
        assert_same(&map, &reference);
        for (size_t i = 0; i < reference.len; i++) {
            struct ura_span cover = map_cover(&map, (struct ura_span){i, i + 1});

            assert_true(cover.start >= before && cover.start <= cover.end);
            assert_true(cover.end <= len);
            before = cover.start;
        }
        map_release(&map);
    }
}

static void
ranges_are_those_of_the_bytes_merged(void **state)
{
    uint32_t seed = 2;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct ura_span out[LONGEST * 8];
        bool named[LONGEST] = {false}, found[LONGEST] = {false};
        struct reference reference;
        struct ura_map map;
        struct ura_span to;
        size_t count;

        edit(&seed, LONGEST, &map, &reference);
        to.start = pick(&seed, (uint32_t)reference.len + 1);
        to.end = to.start + pick(&seed, (uint32_t)(reference.len - to.start) + 1);
        for (size_t i = to.start; i < to.end; i++)
            for (size_t k = reference.origins[i].start; k < reference.origins[i].end; k++)
                named[k] = true;
        count = map_origin(&map, to, out, LONGEST * 8);
        for (size_t i = 0; i < count; i++) {
            assert_true(out[i].start < out[i].end);
            assert_true(i == 0 || out[i - 1].end < out[i].start);
            for (size_t k = out[i].start; k < out[i].end; k++)
                found[k] = true;
        }
        assert_memory_equal(named, found, sizeof named);
        assert_int_equal(map_origin(&map, to, NULL, 0), count);
        map_release(&map);
    }
}

/* What SECOND after FIRST comes from, byte by byte. */
static void
compose_naively(const struct reference *first, const struct reference *second,
                const struct ura_map *first_map, struct reference *out)
{
    out->len = second->len;
    for (size_t i = 0; i < second->len; i++) {
        struct ura_span middle = second->origins[i];

        out->origins[i] =
            middle.start < middle.end ? hull(first, middle) : map_cover(first_map, middle);
    }
}

static void
composing_is_the_same_as_applying_twice(void **state)
{
    uint32_t seed = 3;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct reference first, second, both;
        struct ura_map map, next, composed = {0};

        edit(&seed, pick(&seed, LONGEST), &map, &first);
        for (int depth = 0; depth < DEEPEST; depth++) {
            edit(&seed, first.len < LONGEST ? first.len : LONGEST, &next, &second);
            compose_naively(&first, &second, &map, &both);
            assert_true(map_compose(&map, &next, &composed));
            assert_same(&composed, &both);
            map_release(&map);
            map_release(&next);
            map = composed;
            composed = (struct ura_map){0};
            first = both;
        }
        map_release(&map);
    }
}

static void
text_out_of_utf_16_takes_few_runs(void **state)
{
    struct ura_map map = {0}, copied = {0}, composed = {0};

    (void)state;
    for (size_t i = 0; i < 1000; i++)
        map_append_units(&map, 1, 1, 2 * i, 2);
    assert_int_equal(map.count, 1);
    map_append(&copied, 400, 100, 400);
    assert_true(map_compose(&map, &copied, &composed));
    assert_int_equal(composed.count, 1);
    assert_int_equal(map_cover(&composed, (struct ura_span){3, 4}).start, 206);
    assert_int_equal(map_cover(&composed, (struct ura_span){3, 4}).end, 208);
    map_release(&map);
    map_release(&copied);
    map_release(&composed);
}

static void
what_is_dropped_in_front_moves_the_rest(void **state)
{
    uint32_t seed = 4;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct reference reference, rest = {.len = 0};
        struct ura_map map;
        size_t drop;

        edit(&seed, LONGEST, &map, &reference);
        if (map.count == 0)
            continue;
        drop = map.runs[pick(&seed, (uint32_t)map.count)].to;
        for (size_t i = drop; i < reference.len; i++)
            rest.origins[rest.len++] = reference.origins[i];
        map_drop(&map, drop);
        assert_same(&map, &rest);
        map_drop(&map, rest.len);
        assert_int_equal(map.count, 0);
        map_release(&map);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_maps_into_the_original_and_order_is_kept),
        cmocka_unit_test(ranges_are_those_of_the_bytes_merged),
        cmocka_unit_test(composing_is_the_same_as_applying_twice),
        cmocka_unit_test(text_out_of_utf_16_takes_few_runs),
        cmocka_unit_test(what_is_dropped_in_front_moves_the_rest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
