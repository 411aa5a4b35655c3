/* test_conllu.c - sentences of treebanks. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rendered.h"

static void
the_text_is_that_of_its_comment(void **state)
{
    (void)state;
    assert_rendered("conllu",
                    "# sent_id = s1\n"
                    "# text = A b.\n"
                    "1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "\n",
                    "language: \n"
                    "paragraph: A b.\n");
}

static void
without_a_comment_it_is_made_of_the_words(void **state)
{
    (void)state;
    assert_rendered("conllu",
                    "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "1\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "2\tnot\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "2.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "3\tgo\t_\t_\t_\t_\t_\t_\t_\tX=1|SpaceAfter=No\n"
                    "4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "\n"
                    "\n"
                    "1\tYes\t_\t_\t_\t_\t_\t_\t_\t_",
                    "language: \n"
                    "paragraph: don't go.\n"
                    "paragraph: Yes\n");
}

static void
a_field_too_many_is_told_with_its_line(void **state)
{
    (void)state;
    assert_rendered("conllu",
                    "# c\n"
                    "1\tA\t_\t_\t_\t_\t_\t_\t_\t_\textra\n"
                    "\n",
                    "language: \n"
                    "2: has 11 fields; a word has 10, with a tab between them\n");
}

static void
a_comment_inside_of_a_sentence_is_refused(void **state)
{
    (void)state;
    assert_rendered("conllu",
                    "1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "# c\n"
                    "\n",
                    "language: \n"
                    "2: is a comment inside of a sentence; comments stand before its words\n");
}

static void
a_line_without_a_number_is_refused(void **state)
{
    (void)state;
    assert_rendered("conllu",
                    "x\tA\t_\t_\t_\t_\t_\t_\t_\t_\n"
                    "\n",
                    "language: \n"
                    "1: begins with no word number; 1, 2-3 or 5.1 would be right\n");
}

static void
it_bids_for_ten_fields(void **state)
{
    (void)state;
    const struct ura_format *conllu = ura_format_find("conllu");

    assert_int_equal(conllu->bid(URA_STR("# c\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"), "a"), 85);
    assert_int_equal(conllu->bid(URA_STR("1\ta\t_\n"), "a"), 0);
    assert_int_equal(conllu->bid(URA_STR("1\ta\t_\n"), "a.conllu"), 20);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_is_that_of_its_comment),
        cmocka_unit_test(without_a_comment_it_is_made_of_the_words),
        cmocka_unit_test(a_field_too_many_is_told_with_its_line),
        cmocka_unit_test(a_comment_inside_of_a_sentence_is_refused),
        cmocka_unit_test(a_line_without_a_number_is_refused),
        cmocka_unit_test(it_bids_for_ten_fields),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
