/* test_pages.c - what pages put between the sentences of running text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/layout.h"

#include <setjmp.h>

#include "laid.h"

#include <cmocka.h>

/* Two page ends, in the middle of a sentence each, and a footnote. */
static const char pages[] = "The harbour commission met eleven times last year and decided,\n"
                            "after long debates, to keep the old pier. 1 The new one, whose\n"
                            "plans had been ready since the summer, will be built where the\n"
                            "fishermen dry their nets, on the northern side of the bay. It\n"
                            "is to be paid for by the islands, which\n"
                            "\n"
                            "1\n"
                            "\n"
                            "The old pier was built in 1904.\n"
                            "\n"
                            "Harbour Commission\n"
                            "Report for the year\n"
                            "\n"
                            "Page: 2\n"
                            "\n"
                            "have to agree among themselves who pays how much of it before\n"
                            "the winter. Three of them have said that they would rather buy\n"
                            "a second ferry, and one has not answered at all so far. It was\n"
                            "also asked whether the nets could be dried elsewhere, and the\n"
                            "fishermen replied that this had been\n"
                            "\n"
                            "Harbour Commission\n"
                            "Report for the year\n"
                            "\n"
                            "Page: 3\n"
                            "\n"
                            "tried before. The commission will meet again in March, when the\n"
                            "ice has gone and the members can come by boat.\n";

static size_t
place_of(const struct laid *laid, const char *part)
{
    const char *at = memmem(laid->text.ptr, laid->text.len, part, strlen(part));

    assert_non_null(at);
    return (size_t)(at - laid->text.ptr);
}

static void
a_sentence_goes_on_over_a_page_end(void **state)
{
    struct laid laid;
    const char *text;

    (void)state;
    laid_read(&laid, pages, "en", URA_LAYOUT_PLAIN);
    text = laid_text(&laid, 0);
    assert_non_null(strstr(text, "by the islands, which have to agree among"));
    assert_non_null(strstr(text, "this had been tried before."));
    assert_non_null(strstr(text, "the old pier. The new one"));
    laid_check_whole(&laid);
    laid_release(&laid);
}

static void
heads_numbers_and_notes_are_set_aside_in_order(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid, pages, "en", URA_LAYOUT_PLAIN);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "Page: 2")), URA_FURNITURE_PAGE);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "Report for")), URA_FURNITURE_PAGE);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "The old pier was")),
                     URA_FURNITURE_FOOTNOTE);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "1 The new")),
                     URA_FURNITURE_FOOTNOTE);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "1904") + 0),
                     URA_FURNITURE_FOOTNOTE);
    /* The mark comes first, then the footnote, then the head of the next page. */
    assert_string_equal(laid_text(&laid, 1), "1");
    assert_string_equal(laid_text(&laid, 3), "The old pier was built in 1904.");
    assert_string_equal(laid_text(&laid, 4), "Harbour Commission");
    laid_release(&laid);
}

static void
numbers_that_count_on_at_page_ends_are_page_numbers(void **state)
{
    struct ura_buf text = {0};
    struct laid laid;

    (void)state;
    for (unsigned page = 1; page <= 4; page++) {
        for (unsigned line = 0; line < 12; line++)
            buf_append_text(&text,
                            "the boats came home before the wind turned to the north,\n");
        buf_append_text(&text, "\n- ");
        buf_append_unsigned(&text, page);
        buf_append_text(&text, " -\n\n");
    }
    buf_append_text(&text, "and that was all.\n");
    buf_append_byte(&text, 0);
    laid_read(&laid, text.ptr, "en", URA_LAYOUT_PLAIN);
    assert_int_equal(laid.layout.block_count, 5);
    assert_int_equal(laid.layout.blocks[0].kind, URA_BLOCK_PARAGRAPH);
    for (size_t i = 1; i < 5; i++)
        assert_int_equal(laid.layout.blocks[i].furniture, URA_FURNITURE_PAGE);
    laid_release(&laid);
    buf_release(&text);
}

static void
contents_are_set_aside_and_their_heading_is_not(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid,
              "Contents\n"
              "\n"
              "1. The old pier .............. 3\n"
              "2. The new pier, where it is to be built and\n"
              "who pays for it .............. 7\n"
              "3. The ferry ................. 12\n"
              "\n"
              "The harbour commission met eleven times last year.\n",
              "en", URA_LAYOUT_PLAIN);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "Contents")), URA_FURNITURE_NONE);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "2. The new")),
                     URA_FURNITURE_CONTENTS);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "3. The ferry")),
                     URA_FURNITURE_CONTENTS);
    assert_int_equal(laid_furniture(&laid, place_of(&laid, "The harbour")), URA_FURNITURE_NONE);
    laid_release(&laid);
}

static void
a_bullet_on_a_line_of_its_own_belongs_to_the_text_below(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid, "•\n\nThe ferry is back.\n\n•\n\nSoup is no longer free.\n", "en",
              URA_LAYOUT_PLAIN);
    assert_int_equal(laid.layout.block_count, 2);
    assert_string_equal(laid_text(&laid, 0), "• The ferry is back.");
    laid_release(&laid);
}

static void
numbers_in_running_text_are_no_pages(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid, "The lottery numbers were:\n\n7\n\n19\n\n4\n\nNobody had them.\n", "en",
              URA_LAYOUT_PLAIN);
    for (size_t i = 0; i < laid.layout.block_count; i++)
        assert_int_not_equal(laid.layout.blocks[i].kind, URA_BLOCK_FURNITURE);
    laid_release(&laid);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_goes_on_over_a_page_end),
        cmocka_unit_test(heads_numbers_and_notes_are_set_aside_in_order),
        cmocka_unit_test(numbers_that_count_on_at_page_ends_are_page_numbers),
        cmocka_unit_test(contents_are_set_aside_and_their_heading_is_not),
        cmocka_unit_test(a_bullet_on_a_line_of_its_own_belongs_to_the_text_below),
        cmocka_unit_test(numbers_in_running_text_are_no_pages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
