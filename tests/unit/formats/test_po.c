/* test_po.c - gettext's PO: the odd cases that are read, and what is written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <setjmp.h>

#include <cmocka.h>

/* TEXT, read as PO and written as TO, is WANTED; or what is said against it is. */
static void
assert_converted(void **state, const char *to, struct ura_str text, const char *wanted)
{
    struct converted made = convert_bytes(*state, "po", to, text, NULL);
    struct ura_buf out = told(&made);

    assert_string_equal(out.ptr, wanted);
    buf_release(&out);
}

static void
the_charset_of_the_header_is_believed(void **state)
{
    assert_converted(state, "tsv",
                     URA_STR("msgid \"\"\nmsgstr \"Content-Type: text/plain; "
                             "charset=windows-1250\\n\"\nmsgid \"\x9a\"\nmsgstr \"\\353\"\n"),
                     "š\të\n");
    assert_converted(state, "tsv",
                     URA_STR("\xef\xbb\xbfmsgid \"\"\nmsgstr \"Content-Type: text/plain; "
                             "charset=CHARSET\\n\"\nmsgid \"ë\"\nmsgstr \"e\"\n"),
                     "ë\te\n");
}

static void
strings_go_on_and_have_escapes(void **state)
{
    assert_converted(state, "tsv",
                     URA_STR("\tmsgid\t\"a\"\r\n  \"\\303\\253\\x41\\q\"\r\nmsgstr \"\"\r\n\"b "
                             "\\\"c\\\"\"\r\n# behind\r\n"),
                     "aëA\\q\tb \"c\"\n");
}

static void
further_headers_and_obsolete_entries_are_no_units(void **state)
{
    assert_converted(
        state, "tsv",
        URA_STR("msgid \"\"\nmsgstr \"\"\nmsgid \"a\"\nmsgstr \"b\"\n\nmsgid \"\"\n"
                "msgstr \"X: y\\n\"\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n"
                "msgid \"c\"\nmsgstr \"\"\n"),
        "a\tb\nc\n");
}

static void
what_an_entry_holds_makes_a_round(void **state)
{
    static const char entry[] = "# by hand\n"
                                "msgid \"\"\n"
                                "msgstr \"\"\n"
                                "\"Project-Id-Version: x\\n\"\n"
                                "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
                                "\"Language: sq\\n\"\n"
                                "\"MIME-Version: 1.0\\n\"\n"
                                "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                "\"Content-Transfer-Encoding: 8bit\\n\"\n"
                                "\n"
                                "# one\n"
                                "# two\n"
                                "#. from the program\n"
                                "#: main.c:12\n"
                                "#, fuzzy\n"
                                "#, c-format\n"
                                "#| msgid \"%d files\"\n"
                                "msgctxt \"menu\"\n"
                                "msgid \"%d file\"\n"
                                "msgid_plural \"%d files\"\n"
                                "msgstr[0] \"%d skedar\"\n"
                                "msgstr[1] \"%d skedarë\"\n";

    assert_converted(state, "po", URA_STR(entry), entry);
}

static void
a_repeated_entry_gets_a_context(void **state)
{
    struct converted made = convert_text(
        *state, "po", "po", "msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n", NULL);

    assert_non_null(
        strstr(made.outputs[0].ptr, "\nmsgctxt \"ura-2\"\nmsgid \"a\"\nmsgstr \"c\"\n"));
    release_converted(&made);
}

static void
what_is_wrong_is_told_with_its_line(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"\"a\"\n", "1: a string without a keyword (msgid, msgstr) before it"},
        {"\nmsgid \"a\nmsgstr \"b\"\n",
         "2: this string has no quote at its end; a line end in it is written \\n"},
        {"msgid \"a\\",
         "1: this string has no quote at its end; a line end in it is written \\n"},
        {"msgid \"a\"\n\n# c\n",
         "1: this entry has no msgstr; give it one, empty where there is no translation"},
        {"msgstr \"a\"\n", "1: msgstr without a msgid before it"},
        {"msgid \"a\"\nmsgstr[9] \"b\"\n", "2: a plural form is msgstr[0] to msgstr[7]"},
        {"msgid \"a\"\nmsgid \"b\"\n",
         "2: this string is there twice in one entry; an entry has one msgid and one msgstr (or "
         "msgstr[0], msgstr[1] ...)"},
        {"msgid \"\\377\"\nmsgstr \"\"\n",
         "1: the escapes of this string make no character; write it as it is"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_converted(state, "tsv", ura_str_from(cases[i].text), cases[i].wanted);
}

static void
po_is_known_by_its_first_entry(void **state)
{
    (void)state;
    assert_int_equal(format_po.bid(URA_STR("# c\n#~ msgid \"a\"\n#~ msgstr \"\"\n"), "-"), 80);
    assert_int_equal(format_po.bid(URA_STR("\xef\xbb\xbf\n\tmsgid \"\"\n"), "-"), 80);
    assert_int_equal(format_po.bid(URA_STR("\"X: y\\n\"\nmsgid \"a\"\nmsgstr \"b\"\n"), "-"),
                     75);
    assert_int_equal(format_po.bid(URA_STR("The msgid is a key.\n"), "a.txt"), 0);
    assert_int_equal(format_po.bid(URA_STR("\"Ai erdhi\", tha ajo.\n"), "-"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_charset_of_the_header_is_believed),
        cmocka_unit_test(strings_go_on_and_have_escapes),
        cmocka_unit_test(further_headers_and_obsolete_entries_are_no_units),
        cmocka_unit_test(what_an_entry_holds_makes_a_round),
        cmocka_unit_test(a_repeated_entry_gets_a_context),
        cmocka_unit_test(what_is_wrong_is_told_with_its_line),
        cmocka_unit_test(po_is_known_by_its_first_entry),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
