/* test_ladder.c - ladders: rungs, the texts beside them, and what cannot be a ladder. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <setjmp.h>

#include <cmocka.h>

/* Two texts in files. */
struct fixture {
    struct ura_context *context;
    char *paths[2];
};

static int
set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);

    if (!fixture || ura_context_new(getenv("URA_DATA"), &fixture->context, NULL))
        return -1;
    fixture->paths[0] = file_with("Një.\nDy.\n<p>\nKatër\rfund.\n");
    fixture->paths[1] = file_with("One, two.\n<p>\nFour.\nFive.");
    *state = fixture;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;

    for (int i = 0; i < 2; i++) {
        unlink(fixture->paths[i]);
        free(fixture->paths[i]);
    }
    ura_context_free(fixture->context);
    free(fixture);
    return 0;
}

static struct converted
read_as(void **state, const char *from, const char *to, const char *text)
{
    struct fixture *fixture = *state;
    struct ura_units_options reading = {.companions = {fixture->paths[0], fixture->paths[1]},
                                        .companion_count = 2};

    return convert_text(fixture->context, from, to, text, &reading);
}

static void
expect(void **state, const char *from, const char *to, const char *text, const char *wanted)
{
    struct converted made = read_as(state, from, to, text);

    if (made.status)
        fail_msg("%s", made.error.message);
    assert_string_equal(made.outputs[0].ptr, wanted);
    release_converted(&made);
}

static void
refuse(void **state, const char *from, const char *text, uint64_t line, const char *word)
{
    struct converted made = read_as(state, from, "tsv", text);

    assert_true(made.status < 0);
    if (made.error.line != line || !strstr(made.error.message, word))
        fail_msg("line %zu: %s", (size_t)made.error.line, made.error.message);
    release_converted(&made);
}

static void
rungs_are_read_with_quality_and_without(void **state)
{
    static const char pairs[] = "Një. Dy.\tOne, two.\n<p>\t<p>\nKatër fund.\tFour.\n\tFive.\n";

    expect(state, "ladder", "tsv", "0 0\n2 1\n3 2\n4 3\n4 4\n", pairs);
    expect(state, "ladder", "tsv", "0\t0\t0.5\r\n2\t1\t-1\n3\t2\t0\n4\t3\t0\n4\t4\t0\n", pairs);
}

static void
the_quality_is_of_the_bead_that_begins_at_its_rung(void **state)
{
    expect(state, "ladder", "ladder", "0\t0\t0.5\n2\t1\t-1\n3\t2\t0\n4\t4\t0.25\n",
           "0\t0\t0.500000\n2\t1\t-1.000000\n3\t2\t0.000000\n4\t4\t0.000000\n");
    expect(state, "ladder", "ladder", "0 0\n2 1\n3 2\n4 4\n", "0\t0\n2\t1\n3\t2\n4\t4\n");
}

static void
a_rung_out_of_order_is_told_with_its_line(void **state)
{
    refuse(state, "ladder", "1 1\n4 4\n", 1, "0 0 would be right");
    refuse(state, "ladder", "0 0\n2 2\n1 3\n4 4\n", 3, "only go up");
    refuse(state, "ladder", "0 0\n2 1\n5 4\n", 3, "behind the end");
    refuse(state, "ladder", "0 0\n2 1\n", 2, "cut off");
    refuse(state, "ladder", "0 0\n2 a\n", 2, "no rung");
    refuse(state, "ladder", "0 0\n2 1 0.5 7\n", 2, "no rung");
}

static void
beads_of_vecalign_may_leave_gaps_and_jump(void **state)
{
    expect(state, "vecalign", "tsv", "[0, 1]:[0]:0.25\n[3]:[2]\n[]:[3]:0\n",
           "Një. Dy.\tOne, two.\nKatër fund.\tFour.\n\tFive.\n");
    expect(state, "vecalign", "tsv", "[0,3]:[0]\n", "Një. Katër fund.\tOne, two.\n");
    expect(state, "vecalign", "vecalign", " [0, 1] : [0] : 0.25 \n\n[]:[3]\n",
           "[0, 1]:[0]:0.250000\n[]:[3]\n");
    refuse(state, "vecalign", "[0]:[0]:0.1\n[4]:[1]\n", 2, "which has 4");
    refuse(state, "vecalign", "[0]:[0]:0.1\n[1]:[1\n", 2, "no bead");
    refuse(state, "vecalign", "[0]:[0]:x\n", 1, "no bead");
}

static void
what_a_ladder_cannot_hold_is_counted(void **state)
{
    struct converted made = read_as(state, "vecalign", "ladder",
                                    "[0]:[0]:0.5\n[3]:[1]:0.5\n[1]:[2]:0.5\n[2]:[3]:0.5\n");

    assert_int_equal(made.status, URA_OK);
    assert_int_equal(made.losses, 2);
    assert_string_equal(made.outputs[0].ptr,
                        "0\t0\t0.500000\n1\t1\t0.000000\n3\t1\t0.500000\n4\t2\t0.500000\n"
                        "4\t3\t0.500000\n4\t4\t0.000000\n");
    release_converted(&made);
}

static void
pairs_without_sentence_numbers_make_no_ladder(void **state)
{
    struct fixture *fixture = *state;
    struct converted made = convert_text(fixture->context, "jsonl", "ladder",
                                         "{\"source\":\"a\",\"target\":\"b\"}\n", NULL);

    assert_int_equal(made.status, URA_BAD_ARGUMENT);
    assert_non_null(strstr(made.error.message, "ura align"));
    release_converted(&made);
}

static void
bids_need_a_first_rung_and_a_second(void **state)
{
    const struct ura_format *ladder = ura_format_find("ladder");

    (void)state;
    assert_true(ladder->bid(URA_STR("0\t0\t0.3\n1\t1\t0.3\n"), "x") > 50);
    assert_true(ladder->bid(URA_STR("0 0\n1 1\n"), "x") > 50);
    assert_int_equal(ladder->bid(URA_STR("0 0 words\n"), "x"), 0);
    assert_int_equal(ladder->bid(URA_STR("1 1\n2 2\n"), "x"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rungs_are_read_with_quality_and_without),
        cmocka_unit_test(the_quality_is_of_the_bead_that_begins_at_its_rung),
        cmocka_unit_test(a_rung_out_of_order_is_told_with_its_line),
        cmocka_unit_test(beads_of_vecalign_may_leave_gaps_and_jump),
        cmocka_unit_test(what_a_ladder_cannot_hold_is_counted),
        cmocka_unit_test(pairs_without_sentence_numbers_make_no_ladder),
        cmocka_unit_test(bids_need_a_first_rung_and_a_second),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
