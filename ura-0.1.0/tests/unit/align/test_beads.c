/* test_beads.c - the whole search: right, the same in a band as in the matrix, and never lost.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "made.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Aligns; asserts success and the invariants. BEADS live in ARENA. */
static size_t
align(const struct evidence *evidence, bool full, bool moved, struct ura_arena *arena,
      struct align_bead **beads)
{
    const struct align_options options = {.moved = moved, .full = full};
    size_t count;

    assert_int_equal(align_beads(evidence, &options, arena, beads, &count, NULL), URA_OK);
    made_verify(evidence, *beads, count);
    return count;
}

static void
a_text_is_aligned_as_it_was_made(void **state)
{
    static const struct {
        struct recipe recipe;
        double least;
    } trials[] = {
        {{1, 10, 300, 80, 70, 0}, 1},       {{2, 60, 800, 80, 70, 0}, 1},
        {{3, 60, 800, 80, 70, 15}, 0.9},    {{4, 400, 2000, 80, 70, 30}, 0.93},
        {{5, 3000, 5000, 50, 60, 20}, 0.9}, {{6, 3000, 5000, 15, 60, 10}, 0.8},
    };

    (void)state;
    for (size_t k = 0; k < sizeof trials / sizeof *trials; k++) {
        struct ura_arena arena = {0};
        struct align_bead *beads;
        struct made made;
        size_t count;

        made_cook(&trials[k].recipe, &made);
        count = align(&made.evidence, false, false, &arena, &beads);
        assert_true(made_score(&made, beads, count) >= trials[k].least);
        arena_release(&arena);
        made_release(&made);
    }
}

static void
the_band_gives_the_beads_of_the_whole_matrix(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        /* From plain to hardly linked, from clean to a third of all lines odd. */
        struct recipe recipe = {seed, 100 * (size_t)seed, 2000, 20 + 6 * (uint32_t)seed,
                                65,   3 * (uint32_t)seed};
        struct ura_arena arena = {0};
        struct align_bead *band, *full;
        struct made made;
        size_t count;

        if (recipe.lines > 1000)
            recipe.lines = 150;
        made_cook(&recipe, &made);
        count = align(&made.evidence, false, false, &arena, &band);
        assert_int_equal(align(&made.evidence, true, false, &arena, &full), count);
        for (size_t k = 0; k < count; k++) {
            assert_int_equal(band[k].source_first, full[k].source_first);
            assert_int_equal(band[k].source_count, full[k].source_count);
            assert_int_equal(band[k].target_first, full[k].target_first);
            assert_int_equal(band[k].target_count, full[k].target_count);
        }
        arena_release(&arena);
        made_release(&made);
    }
}

static void
twice_the_same_text_gives_the_same_bits(void **state)
{
    const struct recipe recipe = {8, 500, 2000, 60, 65, 20};
    struct ura_arena arena = {0};
    struct align_bead *one, *other;
    struct made made;
    size_t count;

    (void)state;
    made_cook(&recipe, &made);
    count = align(&made.evidence, false, true, &arena, &one);
    assert_int_equal(align(&made.evidence, false, true, &arena, &other), count);
    for (size_t k = 0; k < count; k++) {
        assert_int_equal(one[k].source_first, other[k].source_first);
        assert_memory_equal(&one[k].score, &other[k].score, sizeof(float));
        assert_memory_equal(&one[k].probability, &other[k].probability, sizeof(float));
    }
    arena_release(&arena);
    made_release(&made);
}

/* COUNT lines of the same word on each side. */
static void
align_equal_lines(size_t source, size_t target, struct ura_arena *arena,
                  struct align_bead **beads, size_t *count)
{
    int *texts[2] = {arena_new(arena, 2 * source + 1, sizeof(int)),
                     arena_new(arena, 2 * target + 1, sizeof(int))};
    size_t counts[2] = {source, target};
    struct made made;

    for (size_t k = 0; k < 2; k++) {
        assert_non_null(texts[k]);
        for (size_t i = 0; i < counts[k]; i++)
            texts[k][2 * i + 1] = -1;
        texts[k][2 * counts[k]] = -2;
    }
    made_write(texts[0], texts[1], 1, &made);
    *count = align(&made.evidence, false, true, arena, beads);
    made_release(&made);
}

static void
lines_that_are_all_equal_go_side_by_side(void **state)
{
    static const size_t sizes[] = {1, 2, 30, 700};

    (void)state;
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        struct ura_arena arena = {0};
        struct align_bead *beads;
        size_t count;

        align_equal_lines(sizes[k], sizes[k], &arena, &beads, &count);
        assert_int_equal(count, sizes[k]);
        for (size_t i = 0; i < count; i++)
            assert_true(beads[i].source_count == 1 && beads[i].target_count == 1);
        arena_release(&arena);
    }
}

static void
the_strangest_sizes_lose_no_line(void **state)
{
    static const size_t sizes[][2] = {{0, 1},    {1, 0},    {0, 5000}, {5000, 0}, {1, 1},
                                      {1, 5000}, {5000, 1}, {3, 900},  {900, 3},  {2000, 700}};

    (void)state;
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        struct ura_arena arena = {0};
        struct align_bead *beads;
        size_t count;

        align_equal_lines(sizes[k][0], sizes[k][1], &arena, &beads, &count);
        assert_true(count > 0);
        arena_release(&arena);
    }
}

static void
two_strangers_stay_alone(void **state)
{
    /* Between lines that belong together one on each side that does not. */
    static const int source[] = {1, 2, 3, 4, -1, 5, 6, 7, 8, -1, 9, 10, 11, 12, -1, -2};
    static const int target[] = {1, 2, 3,  4, -1, 20, 21, 22, 23,
                                 1, 9, -1, 9, 10, 11, 12, -1, -2};
    struct ura_arena arena = {0};
    struct align_bead *beads;
    struct made made;
    size_t count;

    (void)state;
    made_write(source, target, 30, &made);
    count = align(&made.evidence, false, false, &arena, &beads);
    assert_true(count >= 3);
    assert_true(beads[0].source_count == 1 && beads[0].target_count == 1);
    assert_true(beads[count - 1].source_count == 1 && beads[count - 1].target_count == 1);
    made_release(&made);
    arena_release(&arena);
}

static void
a_run_of_lines_alone_stands_in_one_order(void **state)
{
    const struct recipe recipe = {11, 300, 1500, 70, 70, 40};
    struct ura_arena arena = {0};
    struct align_bead *beads;
    struct made made;
    size_t count;

    (void)state;
    made_cook(&recipe, &made);
    count = align(&made.evidence, false, false, &arena, &beads);
    for (size_t k = 1; k < count; k++)
        assert_false(beads[k].target_count == 0 && beads[k - 1].source_count == 0);
    made_release(&made);
    arena_release(&arena);
}

static void
memory_grows_with_the_lines_and_not_with_their_square(void **state)
{
    size_t allocated[2];

    (void)state;
    for (size_t k = 0; k < 2; k++) {
        struct recipe recipe = {12, k ? 8000 : 2000, 4000, 60, 65, 15};
        struct ura_arena arena = {0};
        struct align_bead *beads;
        struct made made;

        made_cook(&recipe, &made);
        align(&made.evidence, false, false, &arena, &beads);
        allocated[k] = arena.allocated;
        arena_release(&arena);
        made_release(&made);
    }
    assert_true(allocated[1] < 6 * allocated[0]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_aligned_as_it_was_made),
        cmocka_unit_test(the_band_gives_the_beads_of_the_whole_matrix),
        cmocka_unit_test(twice_the_same_text_gives_the_same_bits),
        cmocka_unit_test(lines_that_are_all_equal_go_side_by_side),
        cmocka_unit_test(the_strangest_sizes_lose_no_line),
        cmocka_unit_test(two_strangers_stay_alone),
        cmocka_unit_test(a_run_of_lines_alone_stands_in_one_order),
        cmocka_unit_test(memory_grows_with_the_lines_and_not_with_their_square),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
