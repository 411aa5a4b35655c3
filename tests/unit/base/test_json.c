/* test_json.c - any bytes become a JSON string. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void
check(struct ura_str text, const char *expected)
{
    struct ura_buf buf = {0};

    buf_append_json(&buf, text);
    assert_false(buf.failed);
    assert_int_equal(buf.len, strlen(expected));
    assert_memory_equal(buf.ptr, expected, buf.len);
    buf_release(&buf);
}

static void
text_stands_in_quotation_marks(void **state)
{
    (void)state;
    check(URA_STR(""), "\"\"");
    check(URA_STR("ë ç 中 😀"), "\"ë ç 中 😀\"");
}

static void
what_json_reserves_is_escaped(void **state)
{
    (void)state;
    check(URA_STR("a\"b\\c"), "\"a\\\"b\\\\c\"");
    check(URA_STR("a\tb\nc\0d\x1f"), "\"a\\u0009b\\u000ac\\u0000d\\u001f\"");
}

static void
bytes_that_are_no_utf8_become_the_replacement_character(void **state)
{
    (void)state;
    check(URA_STR("\xEB!"), "\"\\ufffd!\"");                                /* Latin-1 */
    check(URA_STR("\xC3"), "\"\\ufffd\"");                                  /* cut off */
    check(URA_STR("\xC0\xAF"), "\"\\ufffd\\ufffd\"");                       /* overlong */
    check(URA_STR("\xE0\x80\xAF"), "\"\\ufffd\\ufffd\\ufffd\"");            /* overlong */
    check(URA_STR("\xED\xA0\x80"), "\"\\ufffd\\ufffd\\ufffd\"");            /* surrogate */
    check(URA_STR("\xF4\x90\x80\x80"), "\"\\ufffd\\ufffd\\ufffd\\ufffd\""); /* too high */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stands_in_quotation_marks),
        cmocka_unit_test(what_json_reserves_is_escaped),
        cmocka_unit_test(bytes_that_are_no_utf8_become_the_replacement_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
