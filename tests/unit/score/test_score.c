/* test_score.c - answers held against gold: beads, sentence ends, word links. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/score.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const size_t numbers[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

/* COUNT sentences from FIRST with as many of the other side. */
static struct ura_score_bead
bead(size_t source, size_t source_count, size_t target, size_t target_count)
{
    return (struct ura_score_bead){{numbers + source, source_count},
                                   {numbers + target, target_count}};
}

static void
expect_near(double value, double wanted)
{
    if (fabs(value - wanted) > 1e-9)
        fail_msg("%.9f is not %.9f", value, wanted);
}

static void
beads_are_right_strictly_or_laxly(void **state)
{
    /* 0-0, 1+2-1, 3-2, 4 alone, 5-3, and 4 of the target alone */
    const struct ura_score_bead gold[] = {bead(0, 1, 0, 1), bead(1, 2, 1, 1), bead(3, 1, 2, 1),
                                          bead(4, 1, 3, 0), bead(5, 1, 3, 1), bead(6, 0, 4, 1)};
    /* The second takes too little, the third is another, 5 alone is wrong. */
    const struct ura_score_bead system[] = {bead(0, 1, 0, 1), bead(1, 1, 1, 1),
                                            bead(3, 1, 3, 1), bead(4, 1, 4, 0),
                                            bead(5, 1, 4, 0), bead(6, 0, 4, 1)};
    struct ura_score_beads score = {0};
    bool right[6];

    (void)state;
    assert_int_equal(ura_score_add_beads(gold, 6, system, 6, right, &score, NULL), URA_OK);
    assert_int_equal(score.gold, 4);
    assert_int_equal(score.system, 3);
    assert_int_equal(score.strict, 1);
    assert_int_equal(score.lax_system, 2);
    assert_int_equal(score.lax_gold, 2);
    assert_int_equal(score.gold_nulls, 2);
    assert_int_equal(score.system_nulls, 3);
    assert_int_equal(score.nulls, 2);
    expect_near(ura_score_strict(&score).precision, 1.0 / 3);
    expect_near(ura_score_strict(&score).recall, 0.25);
    expect_near(ura_score_lax(&score).f1, 2 * (2.0 / 3) * 0.5 / (2.0 / 3 + 0.5));
    expect_near(ura_score_nulls(&score).recall, 1);
    assert_true(right[0] && !right[1] && !right[2] && right[3] && !right[4] && right[5]);
}

/* A sentence of one gold bead and one of another meet no bead on both sides. */
static void
a_bead_across_two_gold_beads_is_not_laxly_right(void **state)
{
    const struct ura_score_bead gold[] = {bead(0, 1, 0, 1), bead(1, 1, 1, 1)};
    const struct ura_score_bead system[] = {bead(0, 1, 1, 1), bead(1, 1, 0, 1)};
    struct ura_score_beads score = {0};

    (void)state;
    assert_int_equal(ura_score_add_beads(gold, 2, system, 2, NULL, &score, NULL), URA_OK);
    assert_int_equal(score.lax_system, 0);
    assert_int_equal(score.lax_gold, 0);
}

static void
sentences_that_are_not_in_a_row_are_compared_too(void **state)
{
    const size_t apart[] = {0, 2}, other[] = {0, 3};
    const struct ura_score_bead gold[] = {{{apart, 2}, {numbers, 1}}};
    const struct ura_score_bead system[] = {{{other, 2}, {numbers, 1}}};
    struct ura_score_beads same = {0}, near = {0};

    (void)state;
    assert_int_equal(ura_score_add_beads(gold, 1, gold, 1, NULL, &same, NULL), URA_OK);
    assert_int_equal(ura_score_add_beads(gold, 1, system, 1, NULL, &near, NULL), URA_OK);
    assert_int_equal(same.strict, 1);
    assert_int_equal(near.strict, 0);
    assert_int_equal(near.lax_system, 1);
}

static void
nothing_against_nothing_is_all_right(void **state)
{
    struct ura_score_beads score = {0};

    (void)state;
    assert_int_equal(ura_score_add_beads(NULL, 0, NULL, 0, NULL, &score, NULL), URA_OK);
    expect_near(ura_score_strict(&score).f1, 1);
    expect_near(ura_score_nulls(&score).f1, 1);
}

static void
sentence_ends_are_counted_in_characters(void **state)
{
    struct ura_score_boundaries score = {0};

    (void)state;
    /* Ends after 6, 10 of the gold; after 2, 6 of the other; that of the text is none. */
    assert_int_equal(ura_score_add_boundaries(URA_STR("Një d\u00eb.\nTre.\n\nPesë.\n"),
                                              URA_STR("Nj\nëd\u00eb.\nTre.   Pesë."), &score,
                                              NULL),
                     URA_OK);
    assert_int_equal(score.gold, 2);
    assert_int_equal(score.system, 2);
    assert_int_equal(score.right, 1);
}

static void
other_texts_are_refused(void **state)
{
    struct ura_score_boundaries score = {0};
    struct ura_error error = {0};

    (void)state;
    assert_int_equal(
        ura_score_add_boundaries(URA_STR("Një.\n"), URA_STR("Dyzet.\n"), &score, &error),
        URA_BAD_INPUT);
    assert_non_null(strstr(error.message, "6 characters"));
    assert_int_equal(score.gold, 0);
}

static void
links_are_sure_or_possible(void **state)
{
    struct ura_score_links score = {0};

    (void)state;
    assert_int_equal(ura_score_add_links(URA_STR("0-0 1-1 1p2\n\n2?0\n"),
                                         URA_STR("0-0 1-2 3-3\n0-0\n2-0 2-0\n"), &score, NULL),
                     URA_OK);
    assert_int_equal(score.sure, 2);
    assert_int_equal(score.possible, 4);
    assert_int_equal(score.system, 5);
    assert_int_equal(score.system_sure, 1);
    assert_int_equal(score.system_possible, 3);
    expect_near(ura_score_aer(&score), 1 - (1.0 + 3.0) / (5.0 + 2.0));
    expect_near(ura_score_link_rates(&score).precision, 0.6);
    expect_near(ura_score_link_rates(&score).recall, 0.5);
}

static void
what_is_no_link_is_told_with_its_line(void **state)
{
    struct ura_score_links score = {0};
    struct ura_error error = {0};

    (void)state;
    assert_int_equal(
        ura_score_add_links(URA_STR("0-0\n1-1 1+2\n"), URA_STR("0-0\n\n"), &score, &error),
        URA_SYNTAX);
    assert_int_equal(error.line, 2);
    assert_non_null(strstr(error.message, "1+2"));
    assert_int_equal(ura_score_add_links(URA_STR("0-0\n"), URA_STR("0-0\n\n"), &score, &error),
                     URA_BAD_INPUT);
    assert_int_equal(score.sure, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(beads_are_right_strictly_or_laxly),
        cmocka_unit_test(a_bead_across_two_gold_beads_is_not_laxly_right),
        cmocka_unit_test(sentences_that_are_not_in_a_row_are_compared_too),
        cmocka_unit_test(nothing_against_nothing_is_all_right),
        cmocka_unit_test(sentence_ends_are_counted_in_characters),
        cmocka_unit_test(other_texts_are_refused),
        cmocka_unit_test(links_are_sure_or_possible),
        cmocka_unit_test(what_is_no_link_is_told_with_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
