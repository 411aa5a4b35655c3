/* test_links.c - links as text, and alignment error rate. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <ura/ura.h>

static void
parse(const char *text, struct ura_word_links *out)
{
    assert_int_equal(ura_word_links_parse(ura_str_from(text), out, NULL), URA_OK);
}

static void
links_are_read_in_order_and_each_once(void **state)
{
    struct ura_word_links links = {0};

    (void)state;
    parse(" 1?2 0-0  1-2 0-10\n", &links);
    assert_int_equal(links.count, 3);
    assert_int_equal(links.items[1].target, 10);
    assert_int_equal(links.items[2].source, 1);
    assert_false(links.items[2].possible);
    parse("", &links);
    assert_int_equal(links.count, 0);
    parse("3?4", &links);
    assert_true(links.items[0].possible);
    ura_word_links_release(&links);
}

static void
what_is_no_link_is_told_with_its_byte(void **state)
{
    static const struct {
        const char *text;
        uint64_t offset;
    } cases[] = {{"0-0 1+1", 5}, {"0-0 x", 4}, {"1-", 2}, {"1-2x", 3}, {"-1", 0}, {"7", 1}};
    struct ura_word_links links = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ura_error error = {0};

        assert_int_equal(ura_word_links_parse(ura_str_from(cases[i].text), &links, &error),
                         URA_SYNTAX);
        assert_int_equal(error.offset, cases[i].offset);
        assert_int_equal(links.count, 0);
    }
    ura_word_links_release(&links);
}

static double
find_error_rate(const char *gold, const char *system)
{
    struct ura_word_links links[2] = {{0}, {0}};
    struct ura_word_score score = {0};

    parse(gold, &links[0]);
    parse(system, &links[1]);
    ura_word_score_add(&score, &links[0], &links[1]);
    ura_word_links_release(&links[0]);
    ura_word_links_release(&links[1]);
    return ura_word_score_error_rate(&score);
}

static void
error_rate_counts_sure_and_possible_links(void **state)
{
    (void)state;
    assert_float_equal(find_error_rate("0-0 1-1", "0-0 1-1"), 0, 1e-9);
    /* A possible link costs nothing, found or not. */
    assert_float_equal(find_error_rate("0-0 1?1", "0-0"), 0, 1e-9);
    assert_float_equal(find_error_rate("0-0 1?1", "0-0 1-1"), 0, 1e-9);
    /* 3 found, 2 sure; 1 sure hit, 2 possible hits: 1 - 3 / 5. */
    assert_float_equal(find_error_rate("0-0 2-2 1?1", "0-0 1-1 3-3"), 0.4, 1e-9);
    assert_float_equal(find_error_rate("0-0", "1-1"), 1, 1e-9);
    assert_float_equal(find_error_rate("", ""), 0, 1e-9);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_read_in_order_and_each_once),
        cmocka_unit_test(what_is_no_link_is_told_with_its_byte),
        cmocka_unit_test(error_rate_counts_sure_and_possible_links),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
