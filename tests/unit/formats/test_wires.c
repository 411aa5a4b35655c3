/* test_wires.c - stories of wires, ANPA 1312 and IPTC 7901. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rendered.h"

#define URA_LITERAL(text)                                                                      \
    {                                                                                          \
        text, sizeof(text) - 1                                                                 \
    }

static void
an_anpa_story_is_read_with_its_frame(void **state)
{
    (void)state;
    assert_rendered("anpa",
                    "\026\026\001W1234\037_abc\015\n"
                    "r a\023\021BC-Bridge 11-13 0100\015\n"
                    "\002BC-Bridge, 1st Ld,100<\015\n"
                    "^Bridge opens at last<\015\n"
                    "^Eds: Adds quote.<\015\n"
                    "^By ANN LEE=\015\n"
                    "^Example Press=\015\n"
                    "\tTIRANA (EP) _ It opened\015\n"
                    "late.\015\n"
                    "\tA second \037one.\015\n"
                    "\tRow;1;2<\015\n"
                    "\t^EP-WF-11-13-26 0745GMT<\015\n"
                    "\003\015\n"
                    "\004",
                    "language: \n"
                    "[slug]: BC-Bridge 11-13 0100\n"
                    "[slug]: BC-Bridge, 1st Ld,100\n"
                    "heading: Bridge opens at last\n"
                    "[advisory]: Eds: Adds quote.\n"
                    "[byline]: By ANN LEE\n"
                    "[byline]: Example Press\n"
                    "paragraph: TIRANA (EP) _ It opened late.\n"
                    "paragraph: A second one.\n"
                    "paragraph: Row;1;2\n"
                    "[end]: EP-WF-11-13-26 0745GMT\n");
}

static void
one_without_its_frame_is_told_by_its_head_lines(void **state)
{
    (void)state;
    assert_rendered("anpa",
                    "^Bridge opens<\n"
                    "^By ANN LEE=\n"
                    "\tIt opened.\n",
                    "language: \n"
                    "heading: Bridge opens\n"
                    "[byline]: By ANN LEE\n"
                    "paragraph: It opened.\n");
    assert_int_equal(
        ura_format_find("anpa")->bid(URA_STR("^Bridge opens<\n^By ANN LEE=\n\tIt.\n"), "a"),
        55);
}

static void
two_stories_of_a_file_are_both_read(void **state)
{
    (void)state;
    assert_rendered("anpa",
                    "\001a\037b\015\n"
                    "c\023\021D\015\n"
                    "\002^H<\015\n"
                    "\tP\015\n"
                    "\003\004\001a\037b\015\n"
                    "c\023\021E\015\n"
                    "\002^H<\015\n"
                    "\tQ\015\n"
                    "\003\004",
                    "language: \n"
                    "[slug]: D\n"
                    "heading: H\n"
                    "paragraph: P\n"
                    "[slug]: E\n"
                    "heading: H\n"
                    "paragraph: Q\n");
}

static void
an_iptc_story_is_read_with_its_frame(void **state)
{
    (void)state;
    assert_rendered("iptc7901",
                    "\001abc0124 3 i 93  abc 1888\015\n"
                    "\n"
                    "Bridge/opening/\015\n"
                    "\002URGENT\015\n"
                    "Bridge opens\015\n"
                    "at last =\015\n"
                    "\015\n"
                    "Tirana (abc) - It opened\015\n"
                    "late.\015\n"
                    "\015\n"
                    "A second one.\015\n"
                    "\003212101 GMT Nov 18\015\n"
                    "\004",
                    "language: \n"
                    "[slug]: abc0124 3 i 93 abc 1888\n"
                    "[slug]: Bridge/opening/\n"
                    "[urgency]: URGENT\n"
                    "heading: Bridge opens at last\n"
                    "paragraph: Tirana (abc) - It opened late.\n"
                    "paragraph: A second one.\n"
                    "[end]: 212101 GMT Nov 18\n");
}

static void
bytes_that_are_no_utf_8_are_windows_1252(void **state)
{
    (void)state;
    char *got = rendered("anpa", URA_STR("^A<\n^B<\n\tcaf\xe9 \x93x\x94\n"));

    assert_string_equal(got, "language: \nheading: A\n[advisory]: B\nparagraph: caf\xc3\xa9 "
                             "\xe2\x80\x9cx\xe2\x80\x9d\n");
    free(got);
}

static void
neither_bids_for_plain_news(void **state)
{
    (void)state;
    struct ura_str text = URA_STR("TIRANA (EP) - It opened.\n\n^ is a sign <\n");

    assert_int_equal(ura_format_find("anpa")->bid(text, "a"), 0);
    assert_int_equal(ura_format_find("iptc7901")->bid(text, "a"), 0);
}

static void
their_bids_never_tie(void **state)
{
    (void)state;
    static const struct ura_str heads[] = {
        URA_LITERAL("\x16\x16\x01W1\x1f_\r\n\x02"),
        URA_LITERAL("\x01"
                    "abc0124 3 i 93 x\r\n\x02"),
        URA_LITERAL("\x01x\x1fy\r\n\x02"),
    };

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        assert_int_not_equal(ura_format_find("anpa")->bid(heads[i], "a"),
                             ura_format_find("iptc7901")->bid(heads[i], "a"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_anpa_story_is_read_with_its_frame),
        cmocka_unit_test(one_without_its_frame_is_told_by_its_head_lines),
        cmocka_unit_test(two_stories_of_a_file_are_both_read),
        cmocka_unit_test(an_iptc_story_is_read_with_its_frame),
        cmocka_unit_test(bytes_that_are_no_utf_8_are_windows_1252),
        cmocka_unit_test(neither_bids_for_plain_news),
        cmocka_unit_test(their_bids_never_tie),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
