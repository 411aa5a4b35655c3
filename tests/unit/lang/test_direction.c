/* test_direction.c - languages are written as CLDR says. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/base.h"

#include <setjmp.h>

#include <cmocka.h>

#include <ura/language.h>

static void
languages_of_arabic_and_hebrew_script_run_from_right_to_left(void **state)
{
    (void)state;
    assert_true(ura_language_is_right_to_left("ar"));
    assert_true(ura_language_is_right_to_left("he-IL"));
    assert_true(ura_language_is_right_to_left("az-Arab"));
    assert_false(ura_language_is_right_to_left("az"));
    assert_false(ura_language_is_right_to_left("sq"));
    assert_false(ura_language_is_right_to_left("aln"));
}

static void
what_is_no_language_runs_from_left_to_right(void **state)
{
    char tag[1000];

    (void)state;
    memset(tag, 'a', sizeof tag);
    for (size_t i = 8; i < sizeof tag; i += 9)
        tag[i] = '-';
    tag[sizeof tag - 1] = '\0';
    assert_false(ura_language_is_right_to_left("und"));
    assert_false(ura_language_is_right_to_left(""));
    assert_false(ura_language_is_right_to_left("?"));
    assert_false(ura_language_is_right_to_left(tag));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_of_arabic_and_hebrew_script_run_from_right_to_left),
        cmocka_unit_test(what_is_no_language_runs_from_left_to_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
