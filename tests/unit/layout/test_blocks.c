/* test_blocks.c - lines joined to paragraphs, headings, lists and rows left alone. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/layout.h"

#include <setjmp.h>

#include "laid.h"

#include <cmocka.h>

static const char wrapped[] = "The harbour office said that the ferry would be back before\n"
                              "the weekend, and that nobody had to pay for a second ticket\n"
                              "unless the first had been used.\n"
                              "\n"
                              "Those who had waited since Monday were given soup, bread and\n"
                              "a place in the customs hall. Some of them slept on mail bags\n"
                              "from the northern islands.\n";

static void
wrapped_lines_are_joined_and_empty_lines_part_paragraphs(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid, wrapped, "en", URA_LAYOUT_PLAIN);
    assert_int_equal(laid.layout.block_count, 2);
    assert_string_equal(
        laid_text(&laid, 0),
        "The harbour office said that the ferry would be back before the weekend, "
        "and that nobody had to pay for a second ticket unless the first had been "
        "used.");
    assert_int_equal(laid.layout.blocks[1].line, 5);
    laid_check_whole(&laid);
    laid_release(&laid);
}

static void
an_indent_begins_a_paragraph(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid,
              "   The harbour office said that the ferry would be back before\n"
              "the weekend, and that nobody had to pay for a second ticket\n"
              "unless the first one was used.\n"
              "   Those who had waited since Monday were given soup, bread and\n"
              "a place in the customs hall, with a stove and some mail bags\n"
              "to sleep on.\n"
              "   Nobody complained.\n",
              "en", URA_LAYOUT_PLAIN);
    assert_int_equal(laid.layout.block_count, 3);
    assert_string_equal(laid_text(&laid, 2), "Nobody complained.");
    laid_check_whole(&laid);
    laid_release(&laid);
}

static void
unwrapped_text_is_a_paragraph_a_line(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid,
              "The ferry is back. It runs every hour, and twice an hour on Sundays, when the "
              "islanders come home from the market with their hens, their bicycles and news.\n"
              "Soup is no longer free.\n"
              "The stove in the customs hall was sold to a collector, who had to be told three "
              "times that it was still warm.\n",
              "en", URA_LAYOUT_PLAIN);
    assert_int_equal(laid.layout.block_count, 3);
    assert_string_equal(laid_text(&laid, 1), "Soup is no longer free.");
    laid_release(&laid);
}

static void
a_word_divided_at_a_line_end_is_whole_again(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid,
              "The customs officers who had opened the containers found hun-\n"
              "dreds of clocks, a well-known painting and a letter that was\n"
              "addressed to nobody. They had come from a technical office in\n"
              "the south, whose director was away. He had never heard of any\n"
              "of it, he said, and the office had never bought a clock. Even\n"
              "the containers were not his. Then they were opened, one after\n"
              "another, in front of the mayor and of the office's own direc-\n"
              "tor. The painting was not well known after all, the well-\n"
              "known one being still in the museum.\n",
              "en", URA_LAYOUT_PLAIN);
    assert_string_equal(
        laid_text(&laid, 0),
        "The customs officers who had opened the containers found hundreds of "
        "clocks, a well-known painting and a letter that was addressed to nobody. "
        "They had come from a technical office in the south, whose director was "
        "away. He had never heard of any of it, he said, and the office had never "
        "bought a clock. Even the containers were not his. Then they were opened, "
        "one after another, in front of the mayor and of the office's own "
        "director. The painting was not well known after all, the well-known one "
        "being still in the museum.");
    laid_release(&laid);
}

static void
a_compound_cut_at_its_own_hyphen_keeps_it(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid,
              "The harbour office said on Monday evening that the long-\n"
              "awaited ferry would be back before the weekend, and that\n"
              "nobody had to pay for a second ticket this week.\n",
              "en", URA_LAYOUT_PLAIN);
    assert_string_equal(laid_text(&laid, 0),
                        "The harbour office said on Monday evening that the long-awaited ferry "
                        "would be back before the weekend, and that nobody had to pay for a "
                        "second ticket this week.");
    laid_release(&laid);
}

static void
items_rows_and_headings_are_blocks_of_their_kind(void **state)
{
    static const enum ura_block_kind kinds[] = {
        URA_BLOCK_HEADING,   URA_BLOCK_PARAGRAPH, URA_BLOCK_LIST_ITEM,
        URA_BLOCK_LIST_ITEM, URA_BLOCK_TABLE_ROW, URA_BLOCK_TABLE_ROW,
    };
    struct laid laid;

    (void)state;
    laid_read(&laid,
              "FARES AND TIMES\n"
              "\n"
              "The harbour office said that the ferry would be back before\n"
              "the weekend, and that nobody had to pay for a second ticket:\n"
              "- grown-ups pay four euros\n"
              "- hens travel free\n"
              "Monday      07.00    19.00\n"
              "Tuesday     08.00    20.00\n",
              "en", URA_LAYOUT_PLAIN);
    assert_int_equal(laid.layout.block_count, sizeof kinds / sizeof *kinds);
    for (size_t i = 0; i < laid.layout.block_count; i++)
        assert_int_equal(laid.layout.blocks[i].kind, kinds[i]);
    laid_release(&laid);
}

static void
a_dash_inside_speech_begins_no_paragraph(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid,
              "  – Pashë një dritë të kuqe te molo, pastaj vetëm tym,\n"
              "– tregon kapiteni i tragetit, i cili atë natë kishte në\n"
              "bord dyzet veta.\n"
              "  Trageti u kthye në port pas dy orësh, me ndihmën e një\n"
              "anijeje peshkimi që kalonte aty pranë.\n",
              "sq", URA_LAYOUT_PLAIN);
    assert_int_equal(laid.layout.block_count, 2);
    laid_check_whole(&laid);
    laid_release(&laid);
}

static void
a_dateline_and_its_text_are_one_paragraph(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(
        &laid,
        "Trageti kthehet në linjë para fundjavës\n"
        "GURISHTË, 4 mars (KPX) – Trageti kthehet në linjë para fundjavës, njoftoi të hënën "
        "zyra e portit, e cila u kërkoi ndjesë udhëtarëve.\n"
        "Biletat e vjetra vlejnë edhe për dy javë të tjera, tha zyra.\n"
        "/a.b./\n",
        "sq", URA_LAYOUT_AUTO);
    assert_int_equal(laid.layout.kind, URA_LAYOUT_WIRE);
    assert_string_equal(laid_text(&laid, 1), "GURISHTË, 4 mars (KPX) –");
    assert_int_equal(laid.layout.blocks[1].furniture, URA_FURNITURE_DATELINE);
    assert_int_equal(laid.layout.blocks[1].paragraph, laid.layout.blocks[2].paragraph);
    assert_int_not_equal(laid.layout.blocks[2].paragraph, laid.layout.blocks[3].paragraph);
    laid_release(&laid);
}

static void
lines_layout_keeps_empty_lines(void **state)
{
    struct laid laid;

    (void)state;
    laid_read(&laid, "One\n\nTwo-\nthree", "en", URA_LAYOUT_LINES);
    assert_int_equal(laid.layout.block_count, 4);
    assert_string_equal(laid_text(&laid, 1), "");
    assert_string_equal(laid_text(&laid, 3), "three");
    laid_release(&laid);
}

static void
a_text_without_letters_is_laid_out(void **state)
{
    static const char *const texts[] = {"",           "\n",           "\n\n\n",     "   \n\t\n",
                                        "-",          "--\n",         "* * *\n",    "(\n)\n",
                                        "1\n\f\n2\n", "\xEF\xBF\xBD", "....... 3\n"};
    struct laid laid;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (int kind = URA_LAYOUT_AUTO; kind <= URA_LAYOUT_LINES; kind++) {
            laid_read(&laid, texts[i], "und", (enum ura_layout)kind);
            laid_release(&laid);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrapped_lines_are_joined_and_empty_lines_part_paragraphs),
        cmocka_unit_test(an_indent_begins_a_paragraph),
        cmocka_unit_test(unwrapped_text_is_a_paragraph_a_line),
        cmocka_unit_test(a_word_divided_at_a_line_end_is_whole_again),
        cmocka_unit_test(a_compound_cut_at_its_own_hyphen_keeps_it),
        cmocka_unit_test(items_rows_and_headings_are_blocks_of_their_kind),
        cmocka_unit_test(a_dash_inside_speech_begins_no_paragraph),
        cmocka_unit_test(a_dateline_and_its_text_are_one_paragraph),
        cmocka_unit_test(lines_layout_keeps_empty_lines),
        cmocka_unit_test(a_text_without_letters_is_laid_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
