/* test_counting.c - distinct hashes, histograms, tallies, lengths. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus/distinct.h"
#include "corpus/histogram.h"
#include "corpus/tally.h"
#include "corpus/texts.h"

#include <cmocka.h>

static uint64_t
hash_of(uint64_t number)
{
    return hash_bytes(&number, sizeof number);
}

static void
few_distinct_hashes_are_counted_exactly(void **state)
{
    struct distinct set = {0};

    (void)state;
    for (int round = 0; round < 3; round++)
        for (uint64_t i = 0; i < 5000; i++)
            assert_true(distinct_add(&set, hash_of(i), 5000));
    assert_true(distinct_is_exact(&set));
    assert_int_equal(distinct_count(&set), 5000);
    assert_true(distinct_add(&set, 0, 6000));
    assert_int_equal(distinct_count(&set), 5001);
    distinct_release(&set);
}

static void
many_distinct_hashes_are_estimated_in_bounded_memory(void **state)
{
    enum { MANY = 400000, LIMIT = 20000 };
    struct distinct set = {0};
    double wrong;

    (void)state;
    for (int round = 0; round < 2; round++)
        for (uint64_t i = 0; i < MANY; i++)
            assert_true(distinct_add(&set, hash_of(i), LIMIT));
    assert_false(distinct_is_exact(&set));
    assert_true(set.used <= LIMIT && set.slot_count <= 4 * LIMIT);
    /* Three times the expected error, 1.2 / sqrt(limit). */
    wrong = (double)distinct_count(&set) / MANY - 1;
    assert_true(wrong > -0.026 && wrong < 0.026);
    distinct_release(&set);
}

static void
quantiles_are_exact_under_1024(void **state)
{
    struct histogram histogram = {0};

    (void)state;
    assert_int_equal(histogram_quantile(&histogram, 50), 0);
    for (uint64_t i = 1; i <= 1000; i++)
        assert_true(histogram_add(&histogram, i));
    assert_int_equal(histogram_quantile(&histogram, 5), 50);
    assert_int_equal(histogram_quantile(&histogram, 50), 500);
    assert_int_equal(histogram_quantile(&histogram, 100), 1000);
    assert_int_equal(histogram.least, 1);
    assert_int_equal(histogram.most, 1000);
    assert_true(histogram_mean(&histogram) == 500.5);
    histogram_release(&histogram);
}

static void
quantiles_of_large_numbers_are_close(void **state)
{
    uint64_t number = 1;

    (void)state;
    for (int i = 0; i < 60; i++, number = number * 2 + (uint64_t)i) {
        struct histogram histogram = {0};
        uint64_t found;

        assert_true(histogram_add(&histogram, number));
        found = histogram_quantile(&histogram, 50);
        assert_true(found <= number && number - found <= number / 512);
        histogram_release(&histogram);
    }
}

static void
the_last_bar_takes_what_is_over(void **state)
{
    struct histogram histogram = {0};
    uint64_t bars[3];

    (void)state;
    for (uint64_t i = 0; i < 100; i++)
        assert_true(histogram_add(&histogram, i));
    histogram_bars(&histogram, 10, bars, 3);
    assert_int_equal(bars[0], 10);
    assert_int_equal(bars[1], 10);
    assert_int_equal(bars[2], 80);
    histogram_release(&histogram);
}

static void
names_are_ordered_by_count_and_then_by_bytes(void **state)
{
    static const char *const names[] = {"b", "a", "c", "c", "ab"};
    struct tally tally = {.counts = NULL};
    uint32_t *order;

    (void)state;
    assert_null(tally_order(&tally));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(tally_add(&tally, ura_str_from(names[i])));
    order = tally_order(&tally);
    assert_non_null(order);
    assert_int_equal(tally.names.count, 4);
    assert_string_equal(tally.names.items[order[0]].ptr, "c");
    assert_string_equal(tally.names.items[order[1]].ptr, "a");
    assert_string_equal(tally.names.items[order[2]].ptr, "ab");
    assert_string_equal(tally.names.items[order[3]].ptr, "b");
    free(order);
    tally_release(&tally);
}

static void
names_over_the_limit_are_counted_together(void **state)
{
    struct tally tally = {.counts = NULL};
    char name[16];

    (void)state;
    for (int i = 0; i < TALLY_NAMES + 10; i++) {
        snprintf(name, sizeof name, "%d", i);
        assert_true(tally_add(&tally, ura_str_from(name)));
    }
    assert_true(tally_add(&tally, URA_STR("0")));
    assert_int_equal(tally.names.count, TALLY_NAMES);
    assert_int_equal(tally.others, 10);
    assert_int_equal(tally.counts[0], 2);
    tally_release(&tally);
}

static void
lengths_are_characters_and_words(void **state)
{
    static const struct {
        const char *text;
        uint64_t characters, words;
    } cases[] = {
        {"", 0, 0},
        {"  \t ", 0, 0},
        {"një", 3, 1},
        {"  një  dy ", 7, 2},
        {"një\xc2\xa0"
         "dy",
         6, 2},
        {"a\xe2\x80\xaf"
         "b\xe3\x80\x80"
         "c",
         5, 3},
        {"\xe6\x97\xa5\xe6\x9c\xac", 2, 1},
        {"\xe2\x80\x94 x", 3, 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text_lengths lengths = text_measure(ura_str_from(cases[i].text));

        assert_int_equal(lengths.characters, cases[i].characters);
        assert_int_equal(lengths.words, cases[i].words);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_distinct_hashes_are_counted_exactly),
        cmocka_unit_test(many_distinct_hashes_are_estimated_in_bounded_memory),
        cmocka_unit_test(quantiles_are_exact_under_1024),
        cmocka_unit_test(quantiles_of_large_numbers_are_close),
        cmocka_unit_test(the_last_bar_takes_what_is_over),
        cmocka_unit_test(names_are_ordered_by_count_and_then_by_bytes),
        cmocka_unit_test(names_over_the_limit_are_counted_together),
        cmocka_unit_test(lengths_are_characters_and_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
