/* test_symmetry.c - links of two directions made one. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "words/symmetry.h"

/*
 * Source 0 and target 0, 2 and 2 are linked in both directions. Forward has 0-1 and 3-4 as
 * well, backward 1-2 and 4-4.
 */
static const uint32_t forward[] = {0, 0, 2, TOKEN_ALONE, 3};
static const uint32_t backward[] = {0, 2, 2, TOKEN_ALONE, 4};

/* WANTED: source and target of COUNT links. */
static void
expect(enum ura_symmetry symmetry, const size_t (*wanted)[2], size_t count)
{
    struct directions directions = {5, 5, forward, backward};
    struct ura_word_links links = {0};

    assert_true(symmetry_join(&directions, symmetry, &links));
    word_links_sort(&links);
    assert_int_equal(links.count, count);
    for (size_t i = 0; i < links.count; i++) {
        assert_int_equal(links.items[i].source, wanted[i][0]);
        assert_int_equal(links.items[i].target, wanted[i][1]);
    }
    ura_word_links_release(&links);
}

#define EXPECT(symmetry, ...)                                                                  \
    do {                                                                                       \
        static const size_t wanted[][2] = {__VA_ARGS__};                                       \
        expect(symmetry, wanted, sizeof wanted / sizeof *wanted);                              \
    } while (0)

static void
intersection_has_what_both_have(void **state)
{
    (void)state;
    EXPECT(URA_SYMMETRY_INTERSECTION, {0, 0}, {2, 2});
}

static void
union_has_what_either_has(void **state)
{
    (void)state;
    EXPECT(URA_SYMMETRY_UNION, {0, 0}, {0, 1}, {1, 2}, {2, 2}, {3, 4}, {4, 4});
}

static void
one_direction_is_left_as_it_is(void **state)
{
    (void)state;
    EXPECT(URA_SYMMETRY_FORWARD, {0, 0}, {0, 1}, {2, 2}, {3, 4});
    EXPECT(URA_SYMMETRY_BACKWARD, {0, 0}, {1, 2}, {2, 2}, {4, 4});
}

static void
growing_takes_neighbours_that_one_direction_has(void **state)
{
    (void)state;
    EXPECT(URA_SYMMETRY_GROW_DIAG, {0, 0}, {0, 1}, {1, 2}, {2, 2});
}

static void
the_last_step_joins_words_that_are_both_alone(void **state)
{
    (void)state;
    EXPECT(URA_SYMMETRY_GROW_DIAG_FINAL_AND, {0, 0}, {0, 1}, {1, 2}, {2, 2}, {3, 4});
}

static void
every_symmetry_is_found_by_its_name(void **state)
{
    enum ura_symmetry found;

    (void)state;
    for (int i = 0; i < URA_SYMMETRY_COUNT; i++) {
        assert_true(ura_symmetry_find(ura_symmetry_name((enum ura_symmetry)i), &found));
        assert_int_equal(found, i);
    }
    assert_null(ura_symmetry_name(URA_SYMMETRY_COUNT));
    assert_false(ura_symmetry_find("grow", &found));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intersection_has_what_both_have),
        cmocka_unit_test(union_has_what_either_has),
        cmocka_unit_test(one_direction_is_left_as_it_is),
        cmocka_unit_test(growing_takes_neighbours_that_one_direction_has),
        cmocka_unit_test(the_last_step_joins_words_that_are_both_alone),
        cmocka_unit_test(every_symmetry_is_found_by_its_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
