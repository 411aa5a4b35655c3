/* test_epub.c - books are read chapter by chapter, as their spine has it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "reading.h"

#include <setjmp.h>

#include <cmocka.h>

#define MIMETYPE                                                                               \
    {                                                                                          \
        "mimetype", "application/epub+zip"                                                     \
    }
#define CONTAINER                                                                              \
    {                                                                                          \
        "META-INF/container.xml", "<container><rootfiles><rootfile full-path='OPS/a.opf'/>"    \
                                  "</rootfiles></container>"                                   \
    }
#define BOOK(manifest, spine)                                                                  \
    {                                                                                          \
        "OPS/a.opf", "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"         \
                     "<dc:language> sq </dc:language><dc:language>en</dc:language></metadata>" \
                     "<manifest>" manifest "</manifest><spine>" spine "</spine></package>"     \
    }
#define ITEM(id, href) "<item id='" id "' href='" href "' media-type='application/xhtml+xml'/>"
#define REF(id) "<itemref idref='" id "'/>"
#define PAGE(body)                                                                             \
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' "                         \
    "xmlns:epub='http://www.idpf.org/2007/ops'><head><title/></head><body>" body               \
    "</body></html>"

static void
chapters_come_in_the_order_of_the_spine(void **state)
{
    static const struct test_member members[] = {
        MIMETYPE,
        {"OPS/b/k\xc3\xab 1.xhtml", PAGE("<h1>Kreu 1</h1><p>Teksti <a id='x'/>i parë.</p>")},
        {"OPS/two.xhtml",
         PAGE("<p>Teksti i dytë &amp; i fundit.</p><script src='x'/><p>Fund</p>")},
        {"OPS/nav.xhtml", PAGE("<nav epub:type='toc'><ol><li>Kreu</li></ol></nav>")},
        {"OPS/more.xhtml", PAGE("<p>Përgjigjet</p>")},
        {"OPS/picture", "\x89PNG"},
        BOOK(ITEM("z", "two.xhtml") ITEM("y", "b/k%C3%AB%201.xhtml") ITEM("n", "nav.xhtml")
                 ITEM("m", "more.xhtml")
                     ITEM("gone",
                          "gone.xhtml") "<item id='p' href='picture' media-type='image/png'/>",
             REF("n") REF("y") REF("p") REF("z") REF("gone")
                 REF("unknown") "<itemref idref='m' linear='no'/>"),
        CONTAINER,
        {NULL, NULL}};
    struct reading reading = read_archive("epub", members);

    (void)state;
    assert_reads(&reading, "(contents)|Kreu\nheading|Kreu 1\nparagraph|Teksti i parë.\n"
                           "paragraph|Teksti i dytë & i fundit.\nparagraph|Fund\n"
                           "(footnote)|Përgjigjet\n");
    assert_string_equal(reading.language, "sq");
    assert_string_equal(reading.losses.ptr, "1 chapters that are missing\n");
    release_reading(&reading);
}

static void
check_refused(const struct test_member *members, const char *word)
{
    struct reading reading = read_archive("epub", members);

    assert_refused(&reading, URA_BAD_INPUT, word);
    release_reading(&reading);
}

static void
a_book_without_chapters_is_refused_with_what_is_missing(void **state)
{
    const struct test_member no_container[] = {MIMETYPE, {NULL, NULL}};
    const struct test_member no_package[] = {MIMETYPE, CONTAINER, {NULL, NULL}};
    const struct test_member no_name[] = {
        MIMETYPE, {"META-INF/container.xml", "<container/>"}, {NULL, NULL}};
    const struct test_member no_spine[] = {MIMETYPE, CONTAINER, BOOK("", ""), {NULL, NULL}};
    const struct test_member none_there[] = {
        MIMETYPE, CONTAINER, BOOK(ITEM("a", "a.xhtml"), REF("a")), {NULL, NULL}};
    struct reading reading;

    (void)state;
    check_refused(no_container, "container.xml");
    check_refused(no_package, "OPS/a.opf");
    check_refused(no_name, "rootfile");
    check_refused(no_spine, "spine");
    reading = read_archive("epub", none_there);
    assert_refused(&reading, URA_BAD_INPUT, "none of the chapters");
    release_reading(&reading);
}

static void
an_encrypted_chapter_is_refused_and_an_encrypted_font_is_not(void **state)
{
#define CIPHER(name)                                                                           \
    {                                                                                          \
        "META-INF/encryption.xml",                                                             \
            "<encryption><CipherReference URI='" name "'/></encryption>"                       \
    }
    const struct test_member chapter[] = {MIMETYPE,
                                          CONTAINER,
                                          BOOK(ITEM("a", "a.xhtml"), REF("a")),
                                          CIPHER("OPS/a.xhtml"),
                                          {"OPS/a.xhtml", "?"},
                                          {NULL, NULL}};
    const struct test_member font[] = {MIMETYPE,
                                       CONTAINER,
                                       BOOK(ITEM("a", "a.xhtml"), REF("a")),
                                       CIPHER("OPS/font.otf"),
                                       {"OPS/a.xhtml", PAGE("<p>Po</p>")},
                                       {NULL, NULL}};
    struct reading reading;

    (void)state;
    check_refused(chapter, "OPS/a.xhtml is encrypted");
    reading = read_archive("epub", font);
    assert_reads(&reading, "paragraph|Po\n");
    release_reading(&reading);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chapters_come_in_the_order_of_the_spine),
        cmocka_unit_test(a_book_without_chapters_is_refused_with_what_is_missing),
        cmocka_unit_test(an_encrypted_chapter_is_refused_and_an_encrypted_font_is_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
