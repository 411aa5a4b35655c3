/* test_srx.c - segmentation rules of 1.0 and 2.0 are read, and written as 2.0. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <ura/rules.h>

#include <setjmp.h>

#include <cmocka.h>

/* TEXT is written again as WANTED; or what is said against it is. */
static void
assert_rewritten(void **state, const char *text, const char *wanted)
{
    struct converted made = convert_text(*state, "srx", "srx", text, NULL);
    struct ura_buf out = told(&made);

    assert_string_equal(out.ptr, wanted);
    buf_release(&out);
}

static const char whole[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
    "  <header segmentsubflows=\"no\" cascade=\"yes\">\n"
    "    <formathandle type=\"start\" include=\"no\"/>\n"
    "    <formathandle type=\"end\" include=\"yes\"/>\n"
    "    <formathandle type=\"isolated\" include=\"yes\"/>\n"
    "  </header>\n"
    "  <body>\n"
    "    <languagerules>\n"
    "      <languagerule languagerulename=\"Shqip\">\n"
    "        <rule break=\"no\">\n"
    "          <beforebreak>\\bz\\. </beforebreak>\n"
    "          <afterbreak></afterbreak>\n"
    "        </rule>\n"
    "        <rule break=\"yes\">\n"
    "          <beforebreak>[.&lt;]</beforebreak>\n"
    "          <afterbreak>\\s</afterbreak>\n"
    "        </rule>\n"
    "      </languagerule>\n"
    "      <languagerule languagerulename=\"Default\">\n"
    "        <rule break=\"yes\">\n"
    "          <beforebreak>!</beforebreak>\n"
    "          <afterbreak></afterbreak>\n"
    "        </rule>\n"
    "      </languagerule>\n"
    "    </languagerules>\n"
    "    <maprules>\n"
    "      <languagemap languagepattern=\"(SQ|sq).*\" languagerulename=\"Shqip\"/>\n"
    "      <languagemap languagepattern=\".*\" languagerulename=\"Default\"/>\n"
    "    </maprules>\n"
    "  </body>\n"
    "</srx>\n";

static void
a_file_comes_back_as_it_was(void **state)
{
    assert_rewritten(state, whole, whole);
}

static void
srx_1_0_is_read(void **state)
{
    assert_rewritten(
        state,
        "<srx version='1.0'><header segmentsubflows='no' cascade='yes'><formathandle "
        "type='isolated' include='yes'/></header><body><languagerules><languagerule "
        "languagerulename='Shqip'><rule break='no'><beforebreak>\\bz\\. </beforebreak></rule>"
        "<rule><beforebreak>[.&lt;]</beforebreak><afterbreak>\\s</afterbreak></rule>"
        "</languagerule><languagerule languagerulename='Default'><rule><beforebreak>!"
        "</beforebreak></rule></languagerule></languagerules><maprules><maprule "
        "maprulename='m'><languagemap languagepattern='(SQ|sq).*' languagerulename='Shqip'/>"
        "<languagemap languagepattern='.*' languagerulename='Default'/></maprule></maprules>"
        "</body></srx>",
        whole);
}

static void
what_is_wrong_is_told_with_its_line(void **state)
{
    assert_rewritten(state, "<srx>\n<body>\n<rule/></body></srx>",
                     "3: a rule outside of a languagerule");
    assert_rewritten(state, "<srx>\n<languagemap languagepattern='a'/></srx>",
                     "2: this languagemap lacks its languagepattern or languagerulename");
    assert_rewritten(state, "<tmx/>", "1: is no SRX: its root must be srx");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_comes_back_as_it_was),
        cmocka_unit_test(srx_1_0_is_read),
        cmocka_unit_test(what_is_wrong_is_told_with_its_line),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
