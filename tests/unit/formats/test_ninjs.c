/* test_ninjs.c - news items in JSON, of all three generations. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rendered.h"

static void
html_is_read_rather_than_the_same_text_in_plain(void **state)
{
    (void)state;
    assert_rendered(
        "ninjs",
        "{\"uri\":\"a\",\"language\":\"sq\",\"slugline\":\"s\",\"headline\":\"H\",\"byline\":\"B\",\"ednote\":\"N\",\"embargoed\":\"E\",\"body_text\":\"P one P two\",\"body_html\":\"<h2>H</h2><p>P <b>one</b></p><p>P two<br>x</p>\",\"description_text\":\"D\",\"description_html\":\"<p>D</p>\"}",
        "language: sq\n"
        "[slug]: s\n"
        "[embargo]: E\n"
        "[advisory]: N\n"
        "heading: H\n"
        "[byline]: B\n"
        "[caption]: D\n"
        "paragraph: P one\n"
        "paragraph: P two\n"
        "paragraph: x\n");
}

static void
bodies_and_headlines_of_later_versions_are_read(void **state)
{
    (void)state;
    assert_rendered(
        "ninjs",
        "{\"uri\":\"a\",\"headlines\":[{\"role\":\"short\",\"value\":\"Short\"},{\"role\":\"main\",\"value\":\"Main\"}],\"bodies\":[{\"role\":\"text\",\"contentType\":\"text/plain\",\"value\":\"x\"},{\"role\":\"html5\",\"contentType\":\"text/html\",\"value\":\"<p>y</p>\"}]}",
        "language: \n"
        "heading: Main\n"
        "heading: Short\n"
        "paragraph: y\n");
}

static void
plain_text_is_read_by_its_lines(void **state)
{
    (void)state;
    assert_rendered("ninjs", "{\"uri\":\"a\",\"body_text\":\"one\\ntwo\\n\\nthree\"}",
                    "language: \n"
                    "paragraph: one two\n"
                    "paragraph: three\n");
}

static void
an_item_without_body_is_refused_with_its_type(void **state)
{
    (void)state;
    assert_rendered(
        "ninjs",
        "{\"uri\":\"a\",\"type\":\"picture\",\"headline\":\"H\",\"description_text\":\"D\"}",
        "0: has no body: a ninjs item of type picture holds no story, at most captions\n");
}

static void
broken_json_is_told_with_its_line(void **state)
{
    (void)state;
    assert_rendered("ninjs",
                    "{\"uri\":\"a\",\n"
                    "\"body_text\":}",
                    "2: this is no well-formed JSON: unexpected token near '}'\n");
}

static void
a_list_of_items_is_read(void **state)
{
    (void)state;
    assert_rendered(
        "ninjs",
        "[{\"uri\":\"a\",\"body_text\":\"x\"},{\"uri\":\"b\",\"type\":\"picture\"},{\"uri\":\"c\",\"body_text\":\"y\"}]",
        "language: \n"
        "paragraph: x\n"
        "paragraph: y\n");
}

static void
it_bids_for_two_of_its_members(void **state)
{
    (void)state;
    const struct ura_format *ninjs = ura_format_find("ninjs");

    assert_int_equal(ninjs->bid(URA_STR(" {\"uri\":1,\"headline\":2}"), "a"), 60);
    assert_int_equal(ninjs->bid(URA_STR("{\"record\":\"bead\"}"), "a"), 0);
    assert_int_equal(ninjs->bid(URA_STR("\"uri\" \"headline\""), "a"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html_is_read_rather_than_the_same_text_in_plain),
        cmocka_unit_test(bodies_and_headlines_of_later_versions_are_read),
        cmocka_unit_test(plain_text_is_read_by_its_lines),
        cmocka_unit_test(an_item_without_body_is_refused_with_its_type),
        cmocka_unit_test(broken_json_is_told_with_its_line),
        cmocka_unit_test(a_list_of_items_is_read),
        cmocka_unit_test(it_bids_for_two_of_its_members),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
