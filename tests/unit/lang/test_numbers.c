/* test_numbers.c - numbers, number words and dates by value. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/dates.h"
#include "lang/fold.h"
#include "lang/numbers.h"
#include "lang/spellout.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* TEXT as a number, and what is not read of it in brackets. */
static void
expect_number(const char *text, const char *expected)
{
    struct number number;
    struct ura_buf out = {0};
    size_t used;

    if (number_read(ura_str_from(text), &number, &used)) {
        number_append(&out, &number);
        if (text[used]) {
            buf_append_byte(&out, '[');
            buf_append_text(&out, text + used);
            buf_append_byte(&out, ']');
        }
    } else {
        buf_append_text(&out, "none");
    }
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, expected);
    buf_release(&out);
}

static void
a_number_has_one_value_in_every_style(void **state)
{
    (void)state;
    expect_number("1.234,5", "1234.5");
    expect_number("1,234.5", "1234.5");
    expect_number("1 234,50", "1234.5");
    expect_number("1\xC2\xA0"
                  "234,5",
                  "1234.5");
    expect_number("1\xE2\x80\xAF"
                  "234 567",
                  "1234567");
    expect_number("1'234.5", "1234.5");
    expect_number("12.345.678", "12345678");
    expect_number("12,345,678.90", "12345678.9");
    expect_number("7,1", "7.1");
    expect_number("7.10", "7.1");
    expect_number("10:30", "10.3");
    expect_number("007", "7");
    expect_number("0", "0");
    expect_number("0,0", "0");
}

static void
a_group_of_three_is_no_fraction_but_after_zero_or_four_figures(void **state)
{
    (void)state;
    expect_number("1.234", "1234");
    expect_number("0,125", "0.125");
    expect_number("2018,125", "2018.125");
    expect_number("1.2345", "1.2345");
}

static void
figures_of_other_scripts_count_as_well(void **state)
{
    (void)state;
    expect_number("٣٤٥", "345");
    expect_number("१२", "12");
    expect_number("２０１９年", "2019[年]");
}

static void
what_follows_a_number_is_left(void **state)
{
    (void)state;
    expect_number("5.", "5[.]");
    expect_number("5, 6", "5[, 6]");
    expect_number("19th", "19[th]");
    expect_number("abc", "none");
    expect_number("", "none");
}

static void
a_row_of_figures_too_long_for_a_quantity_is_no_number(void **state)
{
    (void)state;
    expect_number("1234567890123456789012345678901234567890",
                  "1234567890123456789012345678901234567890");
    expect_number("12345678901234567890123456789012345678901", "none");
}

static void
a_multiplier_moves_the_point(void **state)
{
    struct number number;
    struct ura_buf out = {0};
    size_t used;

    (void)state;
    assert_true(number_read(ura_str_from("1,5"), &number, &used));
    assert_true(number_scale(&number, 6));
    number_append(&out, &number);
    assert_memory_equal(out.ptr, "1500000", out.len);
    assert_int_equal(out.len, 7);
    assert_false(number_scale(&number, NUMBER_DIGITS));
    buf_release(&out);
}

static void
expect_date(const char *text, uint32_t year, uint32_t month, uint32_t day)
{
    struct date date;

    assert_true(date_read(ura_str_from(text), &date));
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
}

static void
a_date_in_figures_has_one_value_in_every_order(void **state)
{
    (void)state;
    expect_date("15.07.2019", 2019, 7, 15);
    expect_date("15/7/19", 2019, 7, 15);
    expect_date("07/15/2019", 2019, 7, 15);
    expect_date("2019-07-15", 2019, 7, 15);
    expect_date("1-2-99", 1999, 2, 1);
}

static void
what_no_calendar_has_is_no_date(void **state)
{
    static const char *const NONE[] = {
        "31.04.2019", "1.13.2019x", "13.13.2019", "1.234.567", "0.1.2019", "1.2",
        "1.2.2019.5", "1/2-2019",   "1..2019",    "192.168.1", ""};
    struct date date;

    (void)state;
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_false(date_read(ura_str_from(NONE[i]), &date));
}

static struct ura_context *
open_context(void)
{
    struct ura_context *context;

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    return context;
}

static void
expect_spelled(struct ura_context *context, const char *language, const char *word,
               enum spelled_kind kind, uint32_t value)
{
    const struct spellout *spellout;
    struct ura_buf folded = {0};
    struct spelled spelled;

    assert_int_equal(spellout_get(context, language, &spellout, NULL), URA_OK);
    fold_append(&folded, ura_str_from(word));
    spelled = spellout_find(spellout, buf_str(&folded));
    assert_int_equal(spelled.kind, kind);
    assert_int_equal(spelled.value, value);
    buf_release(&folded);
}

static void
number_words_have_their_value_in_each_language(void **state)
{
    struct ura_context *context = open_context();

    (void)state;
    expect_spelled(context, "sq", "Tre", SPELLED_VALUE, 3);
    expect_spelled(context, "sq", "dyqind", SPELLED_VALUE, 200);
    expect_spelled(context, "sq", "katërt", SPELLED_VALUE, 4);
    expect_spelled(context, "sq", "mijë", SPELLED_MULTIPLIER, 3);
    expect_spelled(context, "sq", "miliardë", SPELLED_MULTIPLIER, 9);
    expect_spelled(context, "sq", "e", SPELLED_JOIN, 0);
    expect_spelled(context, "sq", "përqind", SPELLED_PERCENT, 0);
    expect_spelled(context, "sq", "qytet", SPELLED_NONE, 0);
    expect_spelled(context, "en", "third", SPELLED_VALUE, 3);
    expect_spelled(context, "en", "million", SPELLED_MULTIPLIER, 6);
    expect_spelled(context, "en", "and", SPELLED_JOIN, 0);
    expect_spelled(context, "de", "zweiundzwanzig", SPELLED_VALUE, 22);
    expect_spelled(context, "it", "milioni", SPELLED_MULTIPLIER, 6);
    expect_spelled(context, "ru", "двадцать", SPELLED_VALUE, 20);
    expect_spelled(context, "und", "three", SPELLED_NONE, 0);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_one_value_in_every_style),
        cmocka_unit_test(a_group_of_three_is_no_fraction_but_after_zero_or_four_figures),
        cmocka_unit_test(figures_of_other_scripts_count_as_well),
        cmocka_unit_test(what_follows_a_number_is_left),
        cmocka_unit_test(a_row_of_figures_too_long_for_a_quantity_is_no_number),
        cmocka_unit_test(a_multiplier_moves_the_point),
        cmocka_unit_test(a_date_in_figures_has_one_value_in_every_order),
        cmocka_unit_test(what_no_calendar_has_is_no_date),
        cmocka_unit_test(number_words_have_their_value_in_each_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
