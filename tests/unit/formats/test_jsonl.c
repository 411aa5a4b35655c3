/* test_jsonl.c - JSON lines: what is known is read, what is not is kept. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <setjmp.h>

#include <cmocka.h>

#define HEAD                                                                                   \
    "{\"record\":\"bitext\",\"schema\":1,\"source\":{\"name\":\"a\",\"language\":\"sq\"},"     \
    "\"target\":{\"name\":\"b\",\"language\":\"en\"}}\n"
#define BEADS                                                                                   \
    "{\"record\":\"furniture\",\"kind\":\"slug\",\"text\":\"MOTI\",\"side\":\"source\"}\n"      \
    "{\"record\":\"bead\",\"kind\":\"pair\",\"confidence\":0.75,\"source\":{\"sentences\":[0,"  \
    "1],\"texts\":[\"Një.\",\"Dy.\"]},\"target\":{\"sentences\":[0],\"texts\":[\"One, two.\"]" \
    "},\"reviewer\":\"x\"}\n"                                                                   \
    "{\"record\":\"finding\",\"check\":\"later\"}\n"                                            \
    "{\"record\":\"bead\",\"kind\":\"moved\",\"confidence\":0.5,\"source\":{\"sentences\":[3]"  \
    ",\"texts\":[\"Katër.\"]},\"target\":{\"sentences\":[1],\"texts\":[\"Four.\"]}}\n"         \
    "{\"record\":\"bead\",\"kind\":\"null\",\"confidence\":0.5,\"source\":{\"sentences\":[2],"  \
    "\"texts\":[\"Tre.\"]},\"target\":{\"sentences\":[],\"texts\":[]}}\n"

static void
expect(void **state, const char *from, const char *to, const char *text, const char *wanted)
{
    struct converted made = convert_text(*state, from, to, text, NULL);

    if (made.status)
        fail_msg("%s", made.error.message);
    assert_string_equal(made.outputs[0].ptr, wanted);
    release_converted(&made);
}

static void
refuse(void **state, const char *text, uint64_t line, const char *word)
{
    struct converted made = convert_text(*state, "jsonl", "tsv", text, NULL);

    assert_true(made.status < 0);
    assert_int_equal(made.error.line, line);
    if (!strstr(made.error.message, word))
        fail_msg("%s", made.error.message);
    release_converted(&made);
}

static void
beads_are_pairs_and_furniture_is_set_aside(void **state)
{
    expect(state, "jsonl", "tsv", HEAD BEADS,
           "Një. Dy.\tOne, two.\nKatër.\tFour.\tx\nTre.\t\n");
    expect(state, "jsonl", "vecalign", HEAD BEADS,
           "[0, 1]:[0]:0.250000\n[3]:[1]:0.500000\n[2]:[]:0.500000\n");
}

static void
what_is_not_known_is_written_back(void **state)
{
    expect(state, "jsonl", "jsonl", HEAD BEADS, HEAD BEADS);
    expect(state, "jsonl", "jsonl", "{\"source\":\"a\",\"target\":\"b\",\"url\":\"u\"}\n",
           "{\"source\":\"a\",\"target\":\"b\",\"url\":\"u\"}\n");
}

static void
line_separators_inside_a_text_end_no_line(void **state)
{
    expect(state, "jsonl", "tsv", "{\"src\":\"a\xe2\x80\xa8z\",\"tgt\":\"b\"}\r\n\n",
           "a\xe2\x80\xa8z\tb\n");
}

static void
of_several_languages_the_two_that_are_asked_for_are_taken(void **state)
{
    static const char text[] = "{\"translation\":{\"de\":\"d\",\"en\":\"e\",\"sq\":\"s\"}}\n"
                               "{\"translation\":{\"de\":\"d\"}}\n"
                               "{\"translation\":{\"sq\":\"t\"}}\n";
    struct ura_units_options reading = {.source_language = "sq", .target_language = "en"};
    struct converted made = convert_text(*state, "jsonl", "tsv", text, &reading);

    assert_int_equal(made.status, URA_OK);
    assert_string_equal(made.outputs[0].ptr, "s\te\nt\n");
    assert_int_equal(made.losses, 1);
    release_converted(&made);
    expect(state, "jsonl", "tsv", text, "d\te\nd\n");
}

static void
sentences_are_a_document(void **state)
{
    static const char text[] = "{\"record\":\"document\",\"document\":{\"language\":\"sq\"}}\n"
                               "{\"record\":\"sentence\",\"sentence\":0,\"text\":\"Një.\"}\n"
                               "{\"record\":\"end\",\"sentences\":1}\n";
    struct ura_input *input;
    struct ura_units *units;

    expect(state, "jsonl", "txt", text, "Një.\n");
    expect(state, "jsonl", "jsonl", text, text);
    assert_int_equal(ura_input_open_bytes(text, strlen(text), "t", &input, NULL), URA_OK);
    assert_int_equal(
        ura_units_open(*state, input, ura_format_find("jsonl"), NULL, &units, NULL), URA_OK);
    assert_int_equal(ura_units_header(units)->content, URA_CONTENT_DOCUMENT);
    assert_int_equal(ura_units_header(units)->layout, URA_LAYOUT_LINES);
    ura_units_free(units);
    ura_input_free(input);
}

static void
what_is_wrong_is_told_with_its_line(void **state)
{
    refuse(state, "{\"text\":\"a\"}\n{\"text\":\n", 2, "no JSON");
    refuse(state, "{\"text\":\"a\"}\n[1]\n", 2, "no JSON object");
    refuse(state, "\n{\"headline\":\"a\"}\n", 2, "none that ura knows");
    refuse(state, "{\"record\":\"bead\",\"source\":{\"texts\":[]}}\n", 1, "\"target\"");
    refuse(state, "{\"record\":\"bead\",\"source\":{\"texts\":[1]}}\n", 1, "no string");
    refuse(state, "{\"text\":\"\xff\"}\n{\"text\":\"ë\"}\n", 1, "UTF-8");
}

static int
bid(const char *text)
{
    return ura_format_find("jsonl")->bid(ura_str_from(text), "x");
}

static void
it_bids_for_its_own_lines_only(void **state)
{
    (void)state;
    assert_true(bid(HEAD BEADS) > 80);
    assert_true(bid("{\"translation\":{\"sq\":\"a\",\"en\":\"b\"}}\n{") > 50);
    assert_int_equal(bid("{\"uri\":\"x\",\"headline\":\"y\",\"body_text\":\"z\"}"), 0);
    assert_int_equal(bid("{\n  \"source\": \"x\"}"), 0);
    assert_int_equal(bid("{curly} words\n"), 0);
}

static void
codes_of_a_memory_come_through(void **state)
{
    static const char memory[] =
        "<tmx version='1.4'><header srclang='sq'/><body><tu><prop type='x-a'>1</prop><tuv "
        "xml:lang='sq'><seg>a <ph x='1'>&lt;b></ph>z</seg></tuv><tuv xml:lang='en'><seg>b"
        "</seg></tuv></tu></body></tmx>";
    struct converted lines = convert_text(*state, "tmx", "jsonl", memory, NULL);
    struct converted direct = convert_text(*state, "tmx", "tmx", memory, NULL);
    struct converted through = convert_text(*state, "jsonl", "tmx", lines.outputs[0].ptr, NULL);

    assert_int_equal(lines.losses, 0);
    assert_non_null(strstr(direct.outputs[0].ptr, "<ph x=\"1\">"));
    assert_string_equal(through.outputs[0].ptr, direct.outputs[0].ptr);
    release_converted(&lines);
    release_converted(&direct);
    release_converted(&through);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(beads_are_pairs_and_furniture_is_set_aside),
        cmocka_unit_test(what_is_not_known_is_written_back),
        cmocka_unit_test(line_separators_inside_a_text_end_no_line),
        cmocka_unit_test(of_several_languages_the_two_that_are_asked_for_are_taken),
        cmocka_unit_test(sentences_are_a_document),
        cmocka_unit_test(what_is_wrong_is_told_with_its_line),
        cmocka_unit_test(it_bids_for_its_own_lines_only),
        cmocka_unit_test(codes_of_a_memory_come_through),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
