/* test_moses.c - pairs of files: only LF ends a line, and both have as many. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <setjmp.h>

#include <cmocka.h>

static struct converted
read_pair(void **state, const char *to, const char *source, const char *target)
{
    char *path = file_with(target);
    struct ura_units_options reading = {.companions = {path}, .companion_count = 1};
    struct converted made = convert_text(*state, "moses", to, source, &reading);

    unlink(path);
    free(path);
    return made;
}

static void
only_a_line_feed_ends_a_line(void **state)
{
    static const char odd[] = "a\rb\vc\fd\xc2\x85"
                              "e\xe2\x80\xa8"
                              "f\n\nlast";
    struct converted made = read_pair(state, "moses", odd, "1\n2\n3\n");

    assert_int_equal(made.status, URA_OK);
    assert_string_equal(made.outputs[0].ptr, "a b\vc\fd\xc2\x85"
                                             "e\xe2\x80\xa8"
                                             "f\n\nlast\n");
    assert_string_equal(made.outputs[1].ptr, "1\n2\n3\n");
    release_converted(&made);
}

static void
unequal_counts_are_told_with_both(void **state)
{
    struct converted made = read_pair(state, "tsv", "a\nb\nc\nd\n", "1\n2\n");

    assert_int_equal(made.status, URA_SYNTAX);
    assert_int_equal(made.error.line, 3);
    assert_non_null(strstr(made.error.message, "4 lines"));
    assert_non_null(strstr(made.error.message, "has 2"));
    release_converted(&made);
    made = read_pair(state, "tsv", "", "1\n");
    assert_non_null(strstr(made.error.message, "0 lines"));
    release_converted(&made);
}

/* Opens SOURCE with TARGET, an empty file of that name, and compares the languages found. */
static void
expect_languages(struct ura_context *context, const char *source, const char *target,
                 const char *source_language, const char *target_language)
{
    char folder[] = "/tmp/ura-test-XXXXXX", first[64], second[64];
    struct ura_units_options reading = {
        .name = first, .companions = {second}, .companion_count = 1};
    struct ura_input *input;
    struct ura_units *units;
    FILE *file;

    assert_non_null(mkdtemp(folder));
    snprintf(first, sizeof first, "%s/%s", folder, source);
    snprintf(second, sizeof second, "%s/%s", folder, target);
    file = fopen(second, "w");
    assert_non_null(file);
    fclose(file);
    assert_int_equal(ura_input_open_bytes("", 0, first, &input, NULL), URA_OK);
    assert_int_equal(
        ura_units_open(context, input, ura_format_find("moses"), &reading, &units, NULL),
        URA_OK);
    assert_true(
        ura_str_equal(ura_units_header(units)->source_language, ura_str_from(source_language)));
    assert_true(
        ura_str_equal(ura_units_header(units)->target_language, ura_str_from(target_language)));
    ura_units_free(units);
    ura_input_free(input);
    unlink(second);
    rmdir(folder);
}

static void
names_of_files_say_the_languages(void **state)
{
    expect_languages(*state, "news.sq", "news.en", "sq", "en");
    expect_languages(*state, "news.v1.eng.gz", "news.v1.sqi", "eng", "sqi");
    expect_languages(*state, "a.txt", "b.txt", "", "");
    expect_languages(*state, "news.text", "news.en", "", "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_a_line_feed_ends_a_line),
        cmocka_unit_test(unequal_counts_are_told_with_both),
        cmocka_unit_test(names_of_files_say_the_languages),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
