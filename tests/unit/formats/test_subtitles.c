/* test_subtitles.c - cues of SubRip and WebVTT: times, lines, codes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rendered.h"

static void
cues_are_found_by_their_arrows(void **state)
{
    (void)state;
    assert_rendered("srt",
                    "1\n"
                    "00:00:01,500 --> 00:00:02,000 X1:10\n"
                    "One\n"
                    "<i>two</i>\n"
                    "\n"
                    "00:03 --> 0:00:04.25\n"
                    "Three\n"
                    "7\n"
                    "00:00:05:9 --> 00:00:06,000\n"
                    "\n"
                    "9\n"
                    "00:00:07,000 --> 00:00:06,000\n"
                    "{\\an8}Last 5 < 6 &lt; 7\n"
                    "\n",
                    "language: \n"
                    "paragraph: One\n"
                    "two\n"
                    " begin=00:00:01.500\n"
                    " end=00:00:02.000\n"
                    " position=X1:10\n"
                    "paragraph: Three\n"
                    " begin=00:00:03.000\n"
                    " end=00:00:04.250\n"
                    "paragraph: Last 5 < 6 < 7\n"
                    " begin=00:00:07.000\n"
                    " end=00:00:06.000\n");
}

static void
broken_times_are_told_with_their_line(void **state)
{
    (void)state;
    assert_rendered(
        "srt",
        "1\n"
        "00:00:01,500 --> 00:00:x2,000\n"
        "One\n",
        "language: \n2: these are no times of a cue; 00:00:01,000 --> 00:00:02,500 would be right\n");
}

static void
a_text_without_times_is_no_srt(void **state)
{
    (void)state;
    assert_rendered("srt", "Only text.\n",
                    "language: \n"
                    "1: has no cue: no line is like 00:00:01,000 --> 00:00:02,500\n");
}

static void
carriage_returns_alone_end_lines(void **state)
{
    (void)state;
    assert_rendered(
        "srt",
        "1\01500:00:01,000 --> 00:00:02,000\015One\015\0152\01500:00:02,000 --> 00:00:03,000\015Two\015",
        "language: \n"
        "paragraph: One\n"
        " begin=00:00:01.000\n"
        " end=00:00:02.000\n"
        "paragraph: Two\n"
        " begin=00:00:02.000\n"
        " end=00:00:03.000\n");
}

static void
a_vtt_head_notes_and_styles_are_no_cues(void **state)
{
    (void)state;
    assert_rendered("vtt",
                    "WEBVTT - title\n"
                    "Language: sq\n"
                    "\n"
                    "NOTE a --> no\n"
                    "\n"
                    "STYLE\n"
                    "::cue {}\n"
                    "\n"
                    "id-1\n"
                    "00:01.000 --> 00:02.000 align:start\n"
                    "<v.loud Ana B>Hello<00:01.500> <c.x>you</c> &amp; me&lrm;\n"
                    "00:02.000 --> 00:03.000\n"
                    "Next\n"
                    "\n",
                    "language: sq\n"
                    "paragraph: Hello you & me‎\n"
                    " begin=00:00:01.000\n"
                    " end=00:00:02.000\n"
                    " settings=align:start\n"
                    " voice=Ana B\n"
                    "paragraph: Next\n"
                    " begin=00:00:02.000\n"
                    " end=00:00:03.000\n");
}

static void
a_vtt_without_cue_is_valid_and_empty(void **state)
{
    (void)state;
    assert_rendered("vtt", "WEBVTT", "language: \n");
    assert_rendered(
        "vtt", "WEBVTTx\n",
        "1: is no WebVTT: its first line must be WEBVTT, alone or before a blank\n");
}

static void
what_is_called_vtt_and_is_none_is_bid_for_and_refused(void **state)
{
    (void)state;
    assert_int_equal(ura_format_find("vtt")->bid(URA_STR(""), "a.vtt"), 85);
    assert_int_equal(ura_format_find("vtt")->bid(URA_STR("WEBVTT\n"), "a"), 90);
    assert_int_equal(
        ura_format_find("srt")->bid(URA_STR("WEBVTT\n\n00:01.0 --> 00:02.0\n"), "a"), 0);
    assert_int_equal(
        ura_format_find("srt")->bid(URA_STR("1\n00:00:01,0 --> 00:00:02,0\nx\n"), "a"), 80);
    assert_int_equal(ura_format_find("srt")->bid(URA_STR("He went --> home.\n"), "a"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cues_are_found_by_their_arrows),
        cmocka_unit_test(broken_times_are_told_with_their_line),
        cmocka_unit_test(a_text_without_times_is_no_srt),
        cmocka_unit_test(carriage_returns_alone_end_lines),
        cmocka_unit_test(a_vtt_head_notes_and_styles_are_no_cues),
        cmocka_unit_test(a_vtt_without_cue_is_valid_and_empty),
        cmocka_unit_test(what_is_called_vtt_and_is_none_is_bid_for_and_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
