/* test_docx.c - Word documents are read as people see them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/archive.h"
#include "reading.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT_W "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define MC "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define RELATIONS(items)                                                                         \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" items \
    "</Relationships>"
#define POINT(type, target)                                                                    \
    "<Relationship Id='r' Type='" RELATION type "' Target='" target "'/>"
#define ROOT                                                                                   \
    {                                                                                          \
        "_rels/.rels", RELATIONS(POINT("officeDocument", "word/document.xml"))                 \
    }
#define BODY(content)                                                                          \
    "<w:document xmlns:w='" W "' xmlns:mc='" MC "'><w:body>" content "</w:body></w:document>"
#define RUN(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define P(content) "<w:p>" content "</w:p>"

static void
check_body(const char *document, const char *lines)
{
    struct test_member members[] = {ROOT, {"word/document.xml", document}, {NULL, NULL}};
    struct reading reading = read_archive("docx", members);

    assert_reads(&reading, lines);
    release_reading(&reading);
}

static void
runs_are_joined_and_characters_kept(void **state)
{
    (void)state;
    check_body(BODY(P(RUN("Kry") RUN("eministri ") RUN("fole.")) P(
                   "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
                   "<w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>") P("")),
               "paragraph|Kryeministri fole.\nparagraph|a\tb\nc\xe2\x80\x91"
               "de\n");
}

static void
instructions_of_fields_are_no_text_and_results_are(void **state)
{
    (void)state;
    check_body(
        BODY(P(RUN(
            "faqja ") "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
                      "<w:r><w:instrText>PAGE</w:instrText></w:r>" RUN("IF") "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" RUN(
                          "7") "<w:r><w:fldChar w:fldCharType='end'/></w:r>" RUN(" fund"))
                 P("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" RUN("x")) P(RUN("pas"))),
        "paragraph|faqja 7 fund\nparagraph|pas\n");
}

static void
deleted_text_is_gone_and_moved_text_stands_once(void **state)
{
    struct test_member members[] = {
        ROOT,
        {"word/document.xml",
         BODY(P(RUN("a") "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
                         "<w:ins>" RUN("c") "</w:ins>")
                  P("<w:moveFrom>" RUN("d") "</w:moveFrom>")
                      P("<w:moveTo>" RUN("d") "</w:moveTo>")
                          P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("e ")) P(RUN("f")))},
        {NULL, NULL}};
    struct reading reading = read_archive("docx", members);

    (void)state;
    assert_reads(&reading, "paragraph|ac\nparagraph|d\nparagraph|e f\n");
    assert_string_equal(reading.losses.ptr, "1 deleted passages\n");
    release_reading(&reading);
}

#define BOX(text) "<w:txbxContent>" P(RUN(text)) "</w:txbxContent>"
#define TWICE(text)                                                                            \
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>" BOX(                                \
        text) "</mc:Choice><mc:Fallback>" BOX(text) "</mc:Fallback></mc:AlternateContent></w:r>"

static void
a_text_box_stands_once_and_aside(void **state)
{
    (void)state;
    check_body(BODY(P(RUN("Teksti i lajmit.") TWICE("Foto"))),
               "(caption)|Foto\nparagraph|Teksti i lajmit.\n");
    check_body(BODY(P(TWICE("Gjithçka"))), "paragraph|Gjithçka\n");
    /* The way for new programs has no text: then the old one is taken. */
    check_body(BODY(P("<w:r><mc:AlternateContent><mc:Choice Requires='q'/><mc:Fallback>"
                      "<w:t>emoji</w:t></mc:Fallback></mc:AlternateContent></w:r>")),
               "paragraph|emoji\n");
}

static void
hidden_text_is_counted_not_given(void **state)
{
    struct test_member members[] = {
        ROOT,
        {"word/document.xml",
         BODY(P("<w:r><w:rPr><w:vanish/></w:rPr><w:t>fshehur</w:t></w:r>" RUN("dukshem")))},
        {NULL, NULL}};
    struct reading reading = read_archive("docx", members);

    (void)state;
    assert_reads(&reading, "paragraph|dukshem\n");
    assert_string_equal(reading.losses.ptr, "1 hidden texts\n");
    release_reading(&reading);
}

static void
rows_are_joined_and_a_frame_is_no_row(void **state)
{
    (void)state;
    check_body(BODY("<w:tbl><w:tr><w:tc>" P(RUN("a"))
                        P(RUN("b")) "</w:tc><w:tc>" P(RUN("c")) "</w:tc></w:tr><w:tr><w:tc>" P(
                            "") "</w:tc><w:tc>" P("") "</w:tc></w:tr></w:tbl>"
                                                      "<w:tbl><w:tr><w:tc>" P(RUN("d"))
                                                          P(RUN("e")) "</w:tc></w:tr></w:tbl>"),
               "row|a b\tc\nparagraph|d\nparagraph|e\n");
}

static const struct test_member whole[] = {
    /* Parts may come in any order and have any name. */
    {"doc/notes.xml",
     "<w:footnotes xmlns:w='" W "'><w:footnote w:id='0' w:type='separator'>" P(RUN(
         "---")) "</w:footnote><w:footnote w:id='2'>" P("<w:r><w:footnoteRef/></w:r>" RUN("Shënim."))
         P(RUN("Vijon.")) "</w:footnote></w:footnotes>"},
    {"doc/main.xml",
     "<w:document xmlns:w='" STRICT_W "'><w:body>"
     "<w:p><w:pPr><w:pStyle w:val='Titulli1'/></w:pPr>" RUN(
         "Kreu") "</w:p>"
                 "<w:p><w:pPr><w:pStyle w:val='Derived'/></w:pPr>" RUN(
                     "Nën") "</w:p>"
                            "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>" RUN(
                                "pika") "</w:p>"
                                        "<w:p><w:r><w:rPr><w:lang w:val='sq-AL'/></w:rPr><w:t>Teksti me shënim</w:t>"
                                        "<w:footnoteReference w:id='2'/></w:r></w:p><w:sectPr/></w:body></w:document>"},
    {"doc/styles.xml",
     "<w:styles xmlns:w='" W "'><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-US'/>"
     "</w:rPr></w:rPrDefault></w:docDefaults>"
     "<w:style w:styleId='Titulli1'><w:name w:val='heading 1'/></w:style>"
     "<w:style w:styleId='Derived'><w:name w:val='x'/><w:basedOn w:val='Titulli1'/></w:style>"
     "</w:styles>"},
    {"doc/head.xml", "<w:hdr xmlns:w='" W "'>" P(RUN("Agjencia")) "</w:hdr>"},
    {"doc/foot.xml", "<w:ftr xmlns:w='" W "'>" P(RUN("faqe")) "</w:ftr>"},
    {"doc/_rels/main.xml.rels",
     RELATIONS(POINT("styles", "styles.xml") POINT("footnotes", "/doc/notes.xml")
                   POINT("footer", "foot.xml") POINT("header", "./x/../head.xml"))},
    {"_rels/.rels", RELATIONS(POINT("officeDocument", "doc/main.xml"))},
    {NULL, NULL}};

static void
styles_notes_and_running_heads_are_found_by_their_relations(void **state)
{
    struct reading reading = read_archive("docx", whole);

    (void)state;
    assert_reads(&reading, "(page)|Agjencia\nheading|Kreu\nheading|Nën\nitem|pika\n"
                           "paragraph|Teksti me shënim\n(footnote)|Shënim. Vijon.\n"
                           "(page)|faqe\n");
    assert_string_equal(reading.language, "sq-AL");
    release_reading(&reading);
}

static void
what_is_no_word_document_is_refused_by_name(void **state)
{
    const struct test_member sheet[] = {
        {"_rels/.rels", RELATIONS(POINT("officeDocument", "x/book.xml"))},
        {"x/book.xml", "<workbook/>"},
        {NULL, NULL}};
    const struct test_member empty[] = {{"a.txt", "a"}, {NULL, NULL}};
    const struct test_member cut[] = {
        ROOT, {"word/document.xml", "<w:document xmlns:w='" W "'><w:body>"}, {NULL, NULL}};
    struct reading reading = read_archive("docx", sheet);

    (void)state;
    assert_refused(&reading, URA_BAD_INPUT, "Excel");
    release_reading(&reading);
    reading = read_archive("docx", empty);
    assert_refused(&reading, URA_BAD_INPUT, "no Word document");
    release_reading(&reading);
    reading = read_archive("docx", cut);
    assert_refused(&reading, URA_SYNTAX, "cut off");
    release_reading(&reading);
    reading = read_bytes("docx", URA_STR("Lajm."));
    assert_refused(&reading, URA_BAD_INPUT, "no zip archive");
    release_reading(&reading);
}

static void
an_archive_is_known_by_the_names_of_its_members(void **state)
{
    static const struct {
        struct test_member member;
        enum zip_kind kind;
    } cases[] = {
        {{"word/document.xml", ""}, ZIP_DOCX},
        {{"xl/workbook.xml", ""}, ZIP_XLSX},
        {{"ppt/presentation.xml", ""}, ZIP_PPTX},
        {{"[Content_Types].xml", ""}, ZIP_OFFICE},
        {{"META-INF/MANIFEST.MF", ""}, ZIP_JAR},
        {{"META-INF/container.xml", ""}, ZIP_EPUB},
        {{"mimetype", "application/epub+zip"}, ZIP_EPUB},
        {{"mimetype", "application/vnd.oasis.opendocument.text"}, ZIP_ODT},
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         ZIP_OTHER_OPEN_DOCUMENT},
        {{"a.txt", "lajm"}, ZIP_PLAIN},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct test_member members[] = {cases[i].member, {NULL, NULL}};
        struct ura_buf bytes = make_archive(members);

        assert_int_equal(zip_look(buf_str(&bytes), "file"), cases[i].kind);
        buf_release(&bytes);
    }
    assert_int_equal(zip_look(URA_STR("PK"), NULL), ZIP_NONE);
}

static void
names_stay_inside_of_the_archive(void **state)
{
    static const struct {
        const char *base, *name, *is;
    } cases[] = {
        {"word/document.xml", "media/a", "word/media/a"},
        {"word/d", "../../../etc/x", "etc/x"},
        {"a/b", "/c", "c"},
        {"a/b", "./c/./d", "a/c/d"},
        {"a/b", "%C3%AB%20.x#y", "a/\xc3\xab .x"},
        {"b", "..", ""},
    };
    struct ura_arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ura_str name = archive_resolve(ura_str_from(cases[i].base),
                                              ura_str_from(cases[i].name), true, &arena);

        assert_string_equal(name.ptr, cases[i].is);
    }
    arena_release(&arena);
}

static void
a_bomb_is_refused_before_it_goes_off(void **state)
{
    enum { BYTES = 40 << 20 };
    char *zeros = malloc(BYTES + 1);
    struct test_member members[] = {ROOT, {"word/document.xml", zeros}, {NULL, NULL}};
    struct reading reading;

    (void)state;
    assert_non_null(zeros);
    memset(zeros, ' ', BYTES);
    zeros[BYTES] = '\0';
    reading = read_archive("docx", members);
    assert_refused(&reading, URA_TOO_LARGE, "200 times");
    release_reading(&reading);
    free(zeros);
}

static void
a_damaged_archive_is_refused(void **state)
{
    struct ura_buf bytes = make_archive(whole);
    struct reading reading;

    (void)state;
    bytes.len /= 3;
    reading = read_bytes("docx", buf_str(&bytes));
    assert_refused(&reading, URA_BAD_INPUT, "");
    release_reading(&reading);
    buf_release(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_are_joined_and_characters_kept),
        cmocka_unit_test(instructions_of_fields_are_no_text_and_results_are),
        cmocka_unit_test(deleted_text_is_gone_and_moved_text_stands_once),
        cmocka_unit_test(a_text_box_stands_once_and_aside),
        cmocka_unit_test(hidden_text_is_counted_not_given),
        cmocka_unit_test(rows_are_joined_and_a_frame_is_no_row),
        cmocka_unit_test(styles_notes_and_running_heads_are_found_by_their_relations),
        cmocka_unit_test(what_is_no_word_document_is_refused_by_name),
        cmocka_unit_test(an_archive_is_known_by_the_names_of_its_members),
        cmocka_unit_test(names_stay_inside_of_the_archive),
        cmocka_unit_test(a_bomb_is_refused_before_it_goes_off),
        cmocka_unit_test(a_damaged_archive_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
