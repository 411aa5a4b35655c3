/* test_reader.c - texts become types: words by stem, numbers by value, marks by their job. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/reader.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

/* The types of TEXT, with a blank between them, are EXPECTED. */
static void
expect_types(const char *language, const char *text, const char *expected)
{
    struct ura_context *context;
    struct vocabulary vocabulary = {0};
    struct reader reader;
    struct ura_buf out = {0};

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(reader_open(context, language, &vocabulary, &reader, NULL), URA_OK);
    assert_int_equal(reader_read(&reader, ura_str_from(text), NULL), URA_OK);
    for (size_t i = 0; i < reader.count; i++) {
        if (i)
            buf_append_byte(&out, ' ');
        buf_append_str(&out, vocabulary.words[reader.tokens[i]].key);
    }
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, expected);
    buf_release(&out);
    reader_release(&reader);
    vocabulary_release(&vocabulary);
    ura_context_free(context);
}

static void
numbers_of_several_words_are_one_value(void **state)
{
    (void)state;
    expect_types("sq", "njëzet e tre", "#23");
    expect_types("sq", "dyqind e pesë", "#205");
    expect_types("sq", "18 mijë", "#18000");
    expect_types("sq", "dy milionë", "#2000000");
    expect_types("sq", "1,5 miliardë", "#1500000000");
    expect_types("en", "twenty-three", "#23");
    expect_types("en", "two hundred and five", "#205");
    expect_types("en", "two million five thousand", "#2005000");
    expect_types("en", "3 mln", "#3000000");
    expect_types("de", "zwei Millionen", "#2000000");
    expect_types("it", "duemila", "#2000");
}

static void
numbers_that_follow_each_other_stay_apart(void **state)
{
    (void)state;
    expect_types("en", "two, three", "#2 , #3");
    expect_types("en", "five six", "#5 #6");
    expect_types("sq", "dy e tre", "#2 e #3");
    expect_types("en", "2-1", "#2 #1");
}

static void
one_is_a_word_but_counts_before_a_multiplier(void **state)
{
    (void)state;
    expect_types("sq", "një", "nje");
    expect_types("sq", "një milion", "#1000000");
    expect_types("en", "one thousand", "#1000");
}

static void
percent_is_one_mark_however_it_is_written(void **state)
{
    (void)state;
    expect_types("sq", "5 për qind", "#5 %");
    expect_types("sq", "5 përqind", "#5 %");
    expect_types("en", "5%", "#5 %");
    expect_types("en", "five percent", "#5 %");
    expect_types("en", "5 per cent", "#5 %");
}

static void
a_date_in_figures_is_month_day_and_year(void **state)
{
    (void)state;
    expect_types("sq", "15.07.2019", "#month7 #15 #2019");
    expect_types("en", "2019-07-15", "#2019 #7 #15");
}

static void
acronyms_lose_their_endings_and_hyphens_inside_words_go(void **state)
{
    (void)state;
    expect_types("sq", "SHBA-së", "shb");
    expect_types("sq", "NATO-s", "nato");
    expect_types("sq", "Nju-Jork", "nju jork");
    expect_types("sq", "36-të", "#36");
}

static void
marks_of_one_job_are_one(void **state)
{
    (void)state;
    expect_types("sq", "„po“", "\" po \"");
    expect_types("sq", "«po»", "\" po \"");
    expect_types("en", "a – b — c", "a - b - c");
    expect_types("zh", "。，？", ". , ?");
}

static void
counts_are_of_all_texts(void **state)
{
    struct ura_context *context;
    struct vocabulary vocabulary = {0};
    struct reader reader;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(reader_open(context, "en", &vocabulary, &reader, NULL), URA_OK);
    assert_int_equal(reader_read(&reader, ura_str_from("Votes and votes"), NULL), URA_OK);
    assert_int_equal(reader_read(&reader, ura_str_from("voted"), NULL), URA_OK);
    assert_true(reader_count(&reader));
    assert_int_equal(vocabulary.tokens, 4);
    assert_int_equal(vocabulary.words[reader.tokens[0]].count, 3);
    assert_int_equal(vocabulary.words[reader.tokens[1]].count, 1);
    reader_release(&reader);
    vocabulary_release(&vocabulary);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_several_words_are_one_value),
        cmocka_unit_test(numbers_that_follow_each_other_stay_apart),
        cmocka_unit_test(one_is_a_word_but_counts_before_a_multiplier),
        cmocka_unit_test(percent_is_one_mark_however_it_is_written),
        cmocka_unit_test(a_date_in_figures_is_month_day_and_year),
        cmocka_unit_test(acronyms_lose_their_endings_and_hyphens_inside_words_go),
        cmocka_unit_test(marks_of_one_job_are_one),
        cmocka_unit_test(counts_are_of_all_texts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
