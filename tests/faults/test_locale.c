/* test_locale.c - a caller whose process has a locale gets what one without gets. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "job.h"

#include <locale.h>
#include <setjmp.h>

#include <cmocka.h>

/* Under `LC_ALL=tr_TR.UTF-8 make check` the second run has Turkish letters and decimal commas.
 */
static void
the_locale_of_the_process_changes_nothing(void **state)
{
    static const char *const formats[] = {"tsv", "text", "jsonl", "vecalign"};

    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        struct ura_buf plain = {0}, local = {0};

        setlocale(LC_ALL, "C");
        assert_int_equal(job_align("economy", formats[i], &plain, NULL), URA_OK);
        assert_non_null(setlocale(LC_ALL, ""));
        assert_int_equal(job_align("economy", formats[i], &local, NULL), URA_OK);
        assert_int_equal(plain.len, local.len);
        assert_memory_equal(plain.ptr, local.ptr, plain.len);
        buf_release(&plain);
        buf_release(&local);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_locale_of_the_process_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
