/* test_buf.c - buffers grow, arrays grow, numbers read and write alike in every locale. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/base.h"

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

static void
a_buffer_keeps_every_byte_while_it_grows(void **state)
{
    struct ura_buf buf = {0};

    (void)state;
    for (int i = 0; i < 10000; i++)
        buf_append_byte(&buf, (char)(i % 251));
    assert_int_equal(buf.len, 10000);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(buf.ptr[i], (char)(i % 251));
    buf_release(&buf);
}

static void
an_array_that_cannot_be_that_large_is_refused(void **state)
{
    size_t capacity = 0;

    (void)state;
    assert_null(array_grow(NULL, &capacity, SIZE_MAX / 4, 16));
    assert_int_equal(capacity, 0);
}

static void
a_fraction_is_written_rounded_and_with_a_point(void **state)
{
    struct ura_buf buf = {0};

    (void)state;
    buf_append_fixed(&buf, -1234.5678, 2);
    buf_append_byte(&buf, ' ');
    buf_append_fixed(&buf, 0.999, 2);
    buf_append_byte(&buf, ' ');
    buf_append_fixed(&buf, -0.001, 2);
    assert_true(ura_str_equal(buf_str(&buf), URA_STR("-1234.57 1.00 0.00")));
    buf_release(&buf);
}

static void
a_number_with_anything_behind_it_is_no_number(void **state)
{
    unsigned long long value = 7;

    (void)state;
    assert_true(number_parse_unsigned(URA_STR("18446744073709551615"), &value));
    assert_true(value == UINT64_MAX);
    assert_false(number_parse_unsigned(URA_STR("18446744073709551616"), &value));
    assert_false(number_parse_unsigned(URA_STR("12x"), &value));
    assert_false(number_parse_unsigned(URA_STR(""), &value));
}

static void
equal_strings_get_one_number(void **state)
{
    struct ura_intern table = {0};
    char name[16];

    (void)state;
    for (uint32_t i = 0; i < 5000; i++) {
        size_t len = number_write_unsigned(i, name);

        assert_int_equal(intern_take(&table, (struct ura_str){name, len}), i);
    }
    assert_int_equal(intern_find(&table, URA_STR("4711")), 4711);
    assert_int_equal(intern_find(&table, URA_STR("x")), INTERN_NONE);
    intern_release(&table);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_buffer_keeps_every_byte_while_it_grows),
        cmocka_unit_test(an_array_that_cannot_be_that_large_is_refused),
        cmocka_unit_test(a_fraction_is_written_rounded_and_with_a_point),
        cmocka_unit_test(a_number_with_anything_behind_it_is_no_number),
        cmocka_unit_test(equal_strings_get_one_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
