/* test_tbx.c - termbases: three families in two styles, and a valid one written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <setjmp.h>

#include <cmocka.h>

/* TEXT as TBX is written again, or "LINE: what is wrong with it". */
static struct ura_buf
rewritten(struct ura_context *context, const char *text, const char *target)
{
    struct ura_units_options reading = {.target_language = target};
    struct converted made = convert_text(context, "tbx", "tbx", text, &reading);

    return told(&made);
}

#define ENTRY                                                                                  \
    "    <termEntry id=\"c1\">\n"                                                              \
    "      <descrip type=\"definition\">a building over water</descrip>\n"                     \
    "      <langSet xml:lang=\"sq\">\n"                                                        \
    "        <tig>\n"                                                                          \
    "          <term>urë</term>\n"                                                            \
    "          <termNote type=\"partOfSpeech\">noun</termNote>\n"                              \
    "        </tig>\n"                                                                         \
    "      </langSet>\n"                                                                       \
    "      <langSet xml:lang=\"en\">\n"                                                        \
    "        <tig>\n"                                                                          \
    "          <term>bridge</term>\n"                                                          \
    "        </tig>\n"                                                                         \
    "        <tig>\n"                                                                          \
    "          <term>span</term>\n"                                                            \
    "        </tig>\n"                                                                         \
    "      </langSet>\n"                                                                       \
    "    </termEntry>\n"

static void
assert_entry(void **state, const char *text)
{
    struct ura_buf out = rewritten(*state, text, NULL);

    if (!strstr(out.ptr, ENTRY))
        fail_msg("no such entry in %s", out.ptr);
    buf_release(&out);
}

static void
the_family_of_2008_is_read_and_written(void **state)
{
    assert_entry(state, "<!DOCTYPE martif SYSTEM \"nowhere.dtd\"><martif type='TBX' "
                        "xml:lang='sq'><text><body>" ENTRY "</body></text></martif>");
}

static void
ntig_and_groups_are_the_same_terms(void **state)
{
    assert_entry(state,
                 "<martif xml:lang='sq'><text><body><termEntry id='c1'><descripGrp><descrip "
                 "type='definition'>a building\n   over water</descrip></descripGrp><langSet "
                 "xml:lang='en'><ntig><termGrp><term>bridge</term></termGrp></ntig><ntig>"
                 "<termGrp><term> span </term></termGrp></ntig></langSet><langSet "
                 "xml:lang='sq'><ntig><termGrp><term>urë</term><termNote "
                 "type='partOfSpeech'>noun</termNote></termGrp></ntig></langSet></termEntry>"
                 "</body></text></martif>");
}

static void
both_styles_of_2019_are_read(void **state)
{
    assert_entry(
        state, "<tbx style='dca' xml:lang='sq' xmlns='urn:iso:std:iso:30042:ed-2'><text><body>"
               "<conceptEntry id='c1'><descrip type='definition'>a building over water"
               "</descrip><langSec xml:lang='sq'><termSec><term>urë</term><termNote "
               "type='partOfSpeech'>noun</termNote></termSec></langSec><langSec "
               "xml:lang='en'><termSec><term>bridge</term></termSec><termSec><term>span"
               "</term></termSec></langSec></conceptEntry></body></text></tbx>");
    assert_entry(state,
                 "<tbx style='dct' xml:lang='sq' xmlns='urn:iso:std:iso:30042:ed-2' "
                 "xmlns:basic='b' xmlns:min='m'><text><body><conceptEntry id='c1'>"
                 "<basic:definition>a building over water</basic:definition><langSec "
                 "xml:lang='sq'><termSec><term>urë</term><min:partOfSpeech>noun"
                 "</min:partOfSpeech></termSec></langSec><langSec xml:lang='en'><termSec><term>"
                 "bridge</term></termSec><termSec><term>span</term></termSec></langSec>"
                 "</conceptEntry></body></text></tbx>");
}

static void
tbx_min_is_read(void **state)
{
    assert_entry(
        state, "<TBX dialect='TBX-Min'><header><languages source='sq' target='en'/></header>"
               "<body><entry id='c1'><definition>a building over water</definition><langGroup "
               "xml:lang='sq'><termGroup><term>urë</term><partOfSpeech>noun</partOfSpeech>"
               "</termGroup></langGroup><langGroup xml:lang='en'><termGroup><term>bridge"
               "</term></termGroup><termGroup><term>span</term></termGroup></langGroup>"
               "</entry></body></TBX>");
}

static void
a_language_that_is_asked_for_is_taken(void **state)
{
    static const char text[] =
        "<martif xml:lang='sq'><text><body><termEntry><langSet xml:lang='sq'><tig><term>urë"
        "</term></tig></langSet><langSet xml:lang='en'><tig><term>bridge</term></tig></langSet>"
        "<langSet xml:lang='de-DE'><tig><term>Brücke</term></tig></langSet></termEntry></body>"
        "</text></martif>";
    struct ura_buf out = rewritten(*state, text, "de");

    assert_non_null(strstr(out.ptr, "<langSet xml:lang=\"de-DE\">"));
    assert_null(strstr(out.ptr, "bridge"));
    buf_release(&out);
}

static void
what_is_wrong_is_told_with_its_line(void **state)
{
    struct ura_buf out = rewritten(
        *state, "<martif><text><body>\n<termEntry>\n<langSet><tig><term>a</term></tig>", NULL);

    assert_string_equal(out.ptr, "3: these terms say no language; give the element around them "
                                 "xml:lang");
    buf_release(&out);
    out = rewritten(*state, "<martif><text><body>\n<termEntry>\n</body>", NULL);
    assert_int_equal(strncmp(out.ptr, "3: this is no well-formed XML", 29), 0);
    buf_release(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_family_of_2008_is_read_and_written),
        cmocka_unit_test(ntig_and_groups_are_the_same_terms),
        cmocka_unit_test(both_styles_of_2019_are_read),
        cmocka_unit_test(tbx_min_is_read),
        cmocka_unit_test(a_language_that_is_asked_for_is_taken),
        cmocka_unit_test(what_is_wrong_is_told_with_its_line),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
