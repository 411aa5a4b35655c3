/* test_bitext.c - what must hold of beads, and that what does not hold is named. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "bitext/bitext.h"

#include <setjmp.h>
#include <stdio.h>

#include <cmocka.h>

enum { BEADS = 4 };

static const struct ura_document source = {.sentence_count = 4}, target = {.sentence_count = 4};

/* 0-0, 1+2 with 1, 2 alone, 3-3. */
static const struct ura_bead good[BEADS] = {
    {0, 1, 0, 1, 0, 1, false},
    {1, 2, 1, 1, 0, 1, false},
    {3, 0, 2, 1, 0, 1, false},
    {3, 1, 3, 1, 0, 1, false},
};

static struct ura_bitext *
make(void)
{
    struct ura_bitext *bitext;

    assert_int_equal(bitext_new(&source, &target, BEADS, &bitext, NULL), URA_OK);
    memcpy(bitext->beads, good, sizeof good);
    return bitext;
}

static void
expect_refusal(struct ura_bitext *bitext, const char *part)
{
    struct ura_error error;

    assert_int_equal(ura_bitext_verify(bitext, &error), URA_BAD_ARGUMENT);
    assert_non_null(strstr(error.message, part));
    ura_bitext_free(bitext);
}

static void
beads_that_cover_both_sides_once_are_accepted(void **state)
{
    struct ura_bitext *bitext = make();

    (void)state;
    assert_int_equal(ura_bitext_verify(bitext, NULL), URA_OK);
    ura_bitext_free(bitext);
}

static void
a_sentence_in_two_beads_is_refused(void **state)
{
    struct ura_bitext *bitext = make();

    (void)state;
    bitext->beads[3].source_first = 2;
    expect_refusal(bitext, "another bead has");
}

static void
a_sentence_that_does_not_exist_is_refused(void **state)
{
    struct ura_bitext *bitext = make();

    (void)state;
    bitext->beads[3].source_first = 4;
    expect_refusal(bitext, "does not exist");
}

static void
a_gap_in_the_target_is_refused(void **state)
{
    struct ura_bitext *bitext = make();

    (void)state;
    bitext->beads[2].target_count = 0;
    bitext->beads[2].source_count = 0;
    expect_refusal(bitext, "no sentence");
    bitext = make();
    bitext->beads[3].target_first = 2;
    expect_refusal(bitext, "does not follow");
}

static void
going_back_in_the_source_needs_the_mark_of_a_moved_bead(void **state)
{
    struct ura_bitext *bitext = make();

    (void)state;
    bitext->beads[0].source_first = 3;
    bitext->beads[3].source_first = 0;
    bitext->beads[0].moved = true;
    expect_refusal(bitext, "goes back");
    bitext = make();
    bitext->beads[0].source_first = 3;
    bitext->beads[3].source_first = 0;
    bitext->beads[0].moved = bitext->beads[3].moved = true;
    assert_int_equal(ura_bitext_verify(bitext, NULL), URA_OK);
    ura_bitext_free(bitext);
}

static void
sentences_left_over_are_refused(void **state)
{
    struct ura_bitext *bitext = make();

    (void)state;
    bitext->bead_count--;
    expect_refusal(bitext, "left over");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(beads_that_cover_both_sides_once_are_accepted),
        cmocka_unit_test(a_sentence_in_two_beads_is_refused),
        cmocka_unit_test(a_sentence_that_does_not_exist_is_refused),
        cmocka_unit_test(a_gap_in_the_target_is_refused),
        cmocka_unit_test(going_back_in_the_source_needs_the_mark_of_a_moved_bead),
        cmocka_unit_test(sentences_left_over_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
