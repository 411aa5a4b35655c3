/* test_record.c - a record is read back, whatever order its fields come in, or not at all. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/record.h"

#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

static const struct ura_batch_pair pair = {
    .line = 1, .name = "a \"b\" \\ \xC3\xAB", .source = "s", .target = "t"};

static bool
scan(const char *line, struct ura_buf *scratch, struct record_line *out)
{
    return record_scan(ura_str_from(line), scratch, out);
}

static void
what_is_written_is_read_back(void **state)
{
    struct pair_record record = {.key = UINT64_C(0x00ff00000000abcd), .result_bytes = 1234};
    struct ura_buf line = {0}, scratch = {0};
    struct record_line read;

    (void)state;
    record_append(&line, &pair, &record);
    assert_int_equal(line.ptr[line.len - 1], '\n');
    assert_true(record_scan((struct ura_str){line.ptr, line.len - 1}, &scratch, &read));
    assert_true(read.is_pair && read.done);
    assert_true(ura_str_equal(read.name, ura_str_from(pair.name)));
    assert_true(read.key == record.key);
    assert_int_equal(read.result_bytes, 1234);
    buf_release(&line);
    buf_release(&scratch);
}

static void
a_failed_pair_is_read_back_as_not_done(void **state)
{
    struct pair_record record = {.failed = true, .reason = URA_BATCH_TIMEOUT};
    struct ura_buf line = {0}, scratch = {0};
    struct record_line read;

    (void)state;
    record_append(&line, &pair, &record);
    assert_true(record_scan((struct ura_str){line.ptr, line.len - 1}, &scratch, &read));
    assert_true(read.is_pair && !read.done);
    buf_append_byte(&line, '\0');
    assert_non_null(strstr(line.ptr, "\"reason\":\"timeout\""));
    buf_release(&line);
    buf_release(&scratch);
}

static void
order_blanks_and_escapes_do_not_matter(void **state)
{
    struct ura_buf scratch = {0};
    struct record_line read;

    (void)state;
    assert_true(
        scan("{ \"x\": {\"name\": \"}\", \"y\": [1, {}]}, \"status\": \"done\", \"bytes\": 7,"
             " \"name\": \"\\u00eb\\ud83d\\ude00\\/\", \"record\": \"pair\","
             " \"key\": \"00FF00000000abcd\" }",
             &scratch, &read));
    assert_true(read.is_pair && read.done);
    assert_true(ura_str_equal(read.name, URA_STR("\xC3\xAB\xF0\x9F\x98\x80/")));
    assert_true(read.key == UINT64_C(0x00ff00000000abcd));
    assert_int_equal(read.result_bytes, 7);
    buf_release(&scratch);
}

static void
every_piece_of_a_record_that_was_cut_off_is_refused(void **state)
{
    struct pair_record record = {.result_bytes = 1};
    struct ura_buf line = {0}, scratch = {0};
    struct record_line read;

    (void)state;
    record_append(&line, &pair, &record);
    for (size_t len = 0; len < line.len - 1; len++)
        assert_false(record_scan((struct ura_str){line.ptr, len}, &scratch, &read));
    buf_release(&line);
    buf_release(&scratch);
}

static void
what_is_no_object_or_not_ours_is_refused(void **state)
{
    static const char *const lines[] = {
        "",
        "garbage",
        "[1]",
        "{\"key\":\"12\"}",
        "{\"key\":\"zzzzzzzzzzzzzzzz\"}",
        "{\"bytes\":-1}",
        "{\"bytes\":99999999999999999999999}",
        "{\"name\":\"\\ud83d\"}",
        "{\"name\":\"\\u12\"}",
        "{\"record\":\"pair\"} x",
        "{\"a\":1 \"b\":2}",
        "{\"a\"}",
    };
    struct ura_buf scratch = {0};
    struct record_line read;

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(scan(lines[i], &scratch, &read));
    buf_release(&scratch);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(a_failed_pair_is_read_back_as_not_done),
        cmocka_unit_test(order_blanks_and_escapes_do_not_matter),
        cmocka_unit_test(every_piece_of_a_record_that_was_cut_off_is_refused),
        cmocka_unit_test(what_is_no_object_or_not_ours_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
