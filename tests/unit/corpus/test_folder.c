/* test_folder.c - what ura calls its own files among results. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/folder.h"

#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

static void
a_report_is_called_by_its_shard(void **state)
{
    char name[FOLDER_NAME_SIZE];
    struct shard shard;

    (void)state;
    folder_report_name((struct shard){0, 0}, name);
    assert_string_equal(name, "report.jsonl");
    folder_report_name((struct shard){2, 18}, name);
    assert_string_equal(name, "report.2-of-18.jsonl");
    assert_true(folder_is_report(name, &shard));
    assert_int_equal(shard.number, 2);
    assert_int_equal(shard.count, 18);
    assert_true(folder_is_report("report.jsonl", &shard));
    assert_int_equal(shard.count, 0);
}

static void
names_that_only_look_like_a_report_are_none(void **state)
{
    static const char *const names[] = {"report.json",         "report.2-of.jsonl",
                                        "report.-of-3.jsonl",  "report.2-of-3.jsonl.bak",
                                        "my-report.jsonl",     "report2.jsonl",
                                        "report.2-of-3x.jsonl"};
    struct shard shard;

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(folder_is_report(names[i], &shard));
}

static void
temporaries_are_owned_and_differ_by_shard_run_and_number(void **state)
{
    char names[4][FOLDER_NAME_SIZE];

    (void)state;
    folder_temporary_name((struct shard){0, 0}, 7, 1, names[0]);
    folder_temporary_name((struct shard){1, 2}, 7, 1, names[1]);
    folder_temporary_name((struct shard){0, 0}, 8, 1, names[2]);
    folder_temporary_name((struct shard){0, 0}, 7, 2, names[3]);
    for (int i = 0; i < 4; i++) {
        assert_true(folder_owns(names[i]));
        for (int other = 0; other < i; other++)
            assert_string_not_equal(names[i], names[other]);
    }
    assert_false(folder_owns("story.tsv"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_called_by_its_shard),
        cmocka_unit_test(names_that_only_look_like_a_report_are_none),
        cmocka_unit_test(temporaries_are_owned_and_differ_by_shard_run_and_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
