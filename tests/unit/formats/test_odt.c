/* test_odt.c - OpenDocument texts are read as people see them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "reading.h"

#include <setjmp.h>

#include <cmocka.h>

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                                 \
    "xmlns:office='" ODF "office:1.0' xmlns:text='" ODF "text:1.0' xmlns:table='" ODF          \
    "table:1.0' xmlns:draw='" ODF "drawing:1.0' xmlns:style='" ODF "style:1.0' xmlns:fo='" ODF \
    "xsl-fo-compatible:1.0'"
#define CONTENT(styles, text)                                                                  \
    "<office:document-content " SPACES "><office:automatic-styles>" styles                     \
    "</office:automatic-styles><office:body><office:text>" text                                \
    "</office:text></office:body></office:document-content>"
#define P(text) "<text:p>" text "</text:p>"
#define MIMETYPE                                                                               \
    {                                                                                          \
        "mimetype", "application/vnd.oasis.opendocument.text"                                  \
    }

static struct reading
read_content(const char *content)
{
    struct test_member members[] = {MIMETYPE, {"content.xml", content}, {NULL, NULL}};

    return read_archive("odt", members);
}

static void
check_text(const char *content, const char *lines)
{
    struct reading reading = read_content(content);

    assert_reads(&reading, lines);
    release_reading(&reading);
}

static void
spaces_are_kept_where_they_are_elements(void **state)
{
    (void)state;
    check_text(CONTENT("", P(" Një  \n <text:span>dy</text:span><text:s text:c='3'/>tre"
                             "<text:tab/>katër<text:line-break/>pesë ")),
               "paragraph|Një dy   tre\tkatër\npesë\n");
    check_text(CONTENT("", P("a<text:s text:c='x'/>b<text:s text:c='99999999999'/>")),
               "paragraph|a b\n");
}

static void
headings_items_rows_and_notes_are_told_apart(void **state)
{
    (void)state;
    check_text(
        CONTENT(
            "",
            "<text:h text:outline-level='1'>Kreu</text:h>"
            "<text:list><text:list-item>" P(
                "pika") "</text:list-item></text:list>"
                        "<table:table><table:table-row><table:table-cell>" P("a")
                            P("b") "</table:table-cell><table:table-cell>" P(
                                "c") "</table:table-cell></table:table-row></table:table>"
                                     "<text:p>Fjali<text:note><text:note-citation>1</text:note-citation>"
                                     "<text:note-body>" P(
                                         "Shënim.") "</text:note-body></text:note> fund.</text:p>"),
        "heading|Kreu\nitem|pika\nrow|a b\tc\nparagraph|Fjali fund.\n(footnote)|Shënim.\n");
}

static void
what_was_deleted_commented_or_hidden_is_counted_not_given(void **state)
{
    struct reading reading = read_content(CONTENT(
        "",
        "<text:tracked-changes><text:changed-region><text:deletion>" P(
            "larg") "</text:deletion></text:changed-region></text:tracked-changes>"
                    "<text:p>mbet<office:annotation>" P(
                        "koment") "</office:annotation></text:p>"
                                  "<text:section text:display='none'>" P(
                                      "fshehur") "</text:section>"
                                                 "<text:p><text:hidden-paragraph text:is-hidden='true'/>fshehur</text:p>"));

    (void)state;
    assert_reads(&reading, "paragraph|mbet\n");
    assert_string_equal(reading.losses.ptr, "1 tracked changes\n1 comments\n2 hidden texts\n");
    release_reading(&reading);
}

static void
boxes_indexes_and_running_heads_are_set_aside(void **state)
{
    static const struct test_member members[] = {
        MIMETYPE,
        {"styles.xml",
         "<office:document-styles " SPACES "><style:header>" P(
             "Agjencia") "</style:header><style:style style:name='x'/></office:document-styles>"},
        {"content.xml",
         CONTENT("", "<text:table-of-content><text:index-body>" P(
                         "Kreu 1") "</text:index-body></text:table-of-content>"
                                   "<text:p>Teksti i lajmit.<draw:frame><draw:text-box>" P(
                                       "Foto") "</draw:text-box></draw:frame></text:p>")},
        {NULL, NULL}};
    struct reading reading = read_archive("odt", members);

    (void)state;
    assert_reads(&reading, "(page)|Agjencia\n(contents)|Kreu 1\n(caption)|Foto\n"
                           "paragraph|Teksti i lajmit.\n");
    release_reading(&reading);
}

static void
the_language_is_that_of_most_text(void **state)
{
    struct reading reading = read_content(
        CONTENT("<style:style style:name='T1' style:family='text'><style:text-properties "
                "fo:language='sq' fo:country='AL'/></style:style>",
                P("x<text:span text:style-name='T1'>Teksti në shqip</text:span>")));

    (void)state;
    assert_string_equal(reading.language, "sq-AL");
    release_reading(&reading);
}

static void
a_flat_file_is_read_as_well(void **state)
{
    static const char flat[] =
        "<office:document " SPACES
        "><office:body><office:text>" P("Një") "</office:text></office:body></office:document>";
    struct reading reading = read_bytes("odt", ura_str_from(flat));

    (void)state;
    assert_reads(&reading, "paragraph|Një\n");
    release_reading(&reading);
    assert_int_equal(ura_format_find("odt")->bid(ura_str_from(flat), "a"), 80);
    assert_int_equal(ura_format_find("odt")->bid(URA_STR("<document/>"), "a"), 0);
}

static void
what_cannot_be_read_is_refused_with_a_reason(void **state)
{
    static const struct test_member locked[] = {
        MIMETYPE,
        {"META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry>"
                                  "</manifest>"},
        {"content.xml", "?"},
        {NULL, NULL}};
    static const struct test_member without[] = {MIMETYPE, {NULL, NULL}};
    struct reading reading = read_archive("odt", locked);

    (void)state;
    assert_refused(&reading, URA_BAD_INPUT, "encrypted");
    release_reading(&reading);
    reading = read_archive("odt", without);
    assert_refused(&reading, URA_BAD_INPUT, "content.xml");
    release_reading(&reading);
    reading =
        read_content("<office:document-content " SPACES "><office:body><office:spreadsheet/>"
                     "</office:body></office:document-content>");
    assert_refused(&reading, URA_BAD_INPUT, "no text document");
    release_reading(&reading);
    reading = read_content("<a>\n<b>\n</a>");
    assert_refused(&reading, URA_SYNTAX, "well-formed");
    assert_int_equal(reading.error.line, 3);
    release_reading(&reading);
    reading = read_bytes("odt", URA_STR(""));
    assert_refused(&reading, URA_BAD_INPUT, "empty");
    release_reading(&reading);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces_are_kept_where_they_are_elements),
        cmocka_unit_test(headings_items_rows_and_notes_are_told_apart),
        cmocka_unit_test(what_was_deleted_commented_or_hidden_is_counted_not_given),
        cmocka_unit_test(boxes_indexes_and_running_heads_are_set_aside),
        cmocka_unit_test(the_language_is_that_of_most_text),
        cmocka_unit_test(a_flat_file_is_read_as_well),
        cmocka_unit_test(what_cannot_be_read_is_refused_with_a_reason),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
