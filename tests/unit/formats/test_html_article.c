/* test_html_article.c - of a page its article is read, and the rest is set aside. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_page.h"
#include "reading.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

#define ONE                                                                                    \
    "Bashkia njoftoi se ura e re mbi lumë do të hapet për këmbësorët të premten në mëngjes."
#define TWO                                                                                    \
    "Punimet zgjatën shtatë muaj dhe kushtuan 40 milionë lekë, thanë zyrtarët e qytetit."
#define THREE "Banorët e lagjes kanë kërkuar prej vitesh një kalim të sigurt drejt shkollës."
#define MENU                                                                                   \
    "<nav><ul><li><a href='/'>Kreu</a></li><li><a href='/sport'>Sporti</a></li></ul></nav>"

static void
check_page(const char *page, const char *lines)
{
    struct reading reading = read_bytes("html", ura_str_from(page));

    assert_reads(&reading, lines);
    release_reading(&reading);
}

static void
an_article_that_is_marked_is_believed(void **state)
{
    (void)state;
    check_page(
        "<!DOCTYPE html><html lang=sq><head><title>Ura - Gazeta</title></head><body>" MENU
        "<main><article><header><h1>Ura e re hapet</h1><p class='byline'>Nga Arta Leka "
        "<time>12 mars</time></p></header><p>" ONE "</p><figure><img src=a><figcaption>Ura"
        "</figcaption></figure><p>" TWO "</p><ul><li>Hyrja falas</li></ul><p><a href='x'>"
        "Lexo edhe: tjetër</a></p></article></main>"
        "<footer>Të gjitha të drejtat</footer></body></html>",
        "(web)|Kreu\n(web)|Sporti\nheading|Ura e re hapet\n(byline)|Nga Arta Leka 12 mars\n"
        "paragraph|" ONE "\n(caption)|Ura\nparagraph|" TWO "\nitem|Hyrja falas\n"
        "(web)|Lexo edhe: tjetër\n(web)|Të gjitha të drejtat\n");
}

static void
an_article_that_is_not_marked_is_where_text_is_densest(void **state)
{
    (void)state;
    check_page("<html><body><div class='top-nav'><a href='/'>Kreu</a></div><div id='wrap'>"
               "<div class='col'><h1>Ura e re hapet të premten</h1><div class='txt'><p>" ONE
               "</p><p>" TWO "</p><p>" THREE "</p></div></div><div class='col2'><h3>Më shumë"
               "</h3><ul><li><a href='1'>Një lajm tjetër me titull të gjatë për motin</a></li>"
               "</ul></div></div><div class='comments'><p>" ONE "</p></div></body></html>",
               "(web)|Kreu\nheading|Ura e re hapet të premten\nparagraph|" ONE
               "\nparagraph|" TWO "\nparagraph|" THREE
               "\n(web)|Më shumë\n(web)|Një lajm tjetër me titull të gjatë "
               "për motin\n(web)|" ONE "\n");
}

static void
line_breaks_and_bare_text_make_paragraphs(void **state)
{
    (void)state;
    check_page("<html><body><table><tr><td width=150><a href=a>Kreu</a><br><a href=b>Sporti</a>"
               "</td><td>" ONE "<br><br>" TWO "<br>" THREE "</td></tr></table></body></html>",
               "(web)|Kreu\nSporti\nparagraph|" ONE "\nparagraph|" TWO "\n" THREE "\n");
    check_page("<div>" ONE "<p>" TWO "</p>" THREE "</div>",
               "paragraph|" ONE "\nparagraph|" TWO "\nparagraph|" THREE "\n");
    check_page("<html><body><pre>" ONE "\n" TWO "\n\n" THREE "</pre></body></html>",
               "paragraph|" ONE "\n" TWO "\nparagraph|" THREE "\n");
}

static void
rows_of_facts_are_rows(void **state)
{
    (void)state;
    check_page("<html><body><article><p>" ONE "</p><table><tr><th>Viti<th>Lekë<tr><td>2019<td>"
               "40</table><p>" TWO "</p></article></body></html>",
               "paragraph|" ONE "\nrow|Viti\tLekë\nrow|2019\t40\nparagraph|" TWO "\n");
}

static void
what_is_hidden_or_no_text_is_dropped(void **state)
{
    struct reading reading = read_bytes(
        "html",
        URA_STR(
            "<html><body><p>" ONE "</p><script>var a='<p>jo</p>';</script><style>p{}</style>"
            "<p style='display: none'>jo</p><p hidden>jo</p><!-- <p>jo</p> --><p aria-hidden="
            "true>jo</p><noscript>jo</noscript><p>po<span class='sr-only'>jo</span>"
            "<button>jo</button></p><svg><text>jo</text></svg></body></html>"));

    (void)state;
    assert_reads(&reading, "paragraph|" ONE "\nparagraph|po\n");
    assert_string_equal(reading.losses.ptr, "1 drawings and formulas\n4 hidden elements\n");
    release_reading(&reading);
}

static void
a_page_of_links_alone_is_all_given(void **state)
{
    (void)state;
    check_page("<html><body><a href=a>Një</a></body></html>", "paragraph|Një\n");
    check_page("", "");
}

static void
the_encoding_is_found(void **state)
{
    char named[40];

    (void)state;
    assert_true(html_find_charset(URA_STR("<META http-equiv=x content='text/html; charset="
                                          "iso-8859-1'>"),
                                  named, sizeof named));
    assert_string_equal(named, "CP1252");
    assert_true(
        html_find_charset(URA_STR("<meta charset=\"windows-1250\">"), named, sizeof named));
    assert_string_equal(named, "WINDOWS-1250");
    assert_true(html_find_charset(URA_STR("<?xml version='1.0' encoding='utf-16'?>"), named,
                                  sizeof named));
    assert_string_equal(named, "UTF-8");
    assert_false(html_find_charset(URA_STR("<p>charset=x</p>"), named, sizeof named));
    check_page("<html><head><meta charset=windows-1250></head><body><p>\xeb\x9a\xe7</p></body>"
               "</html>",
               "paragraph|ëšç\n");
    /* UTF-8 that says it is something else. */
    check_page("<html><head><meta charset=iso-8859-1></head><body><p>ë</p></body></html>",
               "paragraph|ë\n");
    check_page("<html><head><meta charset=no-such-thing></head><body><p>\xeb\xeb</p></body>"
               "</html>",
               "paragraph|ëë\n");
}

static void
the_language_is_believed_unless_nobody_chose_it(void **state)
{
    static const char *const pages[] = {"<html lang=sq-XK><body><p>a</p></body></html>",
                                        "<html lang=en-US><body><p>a</p></body></html>",
                                        "<html lang=en><body><article lang=sq><p>" ONE
                                        "</p></article></body></html>"};
    static const char *const languages[] = {"sq-XK", "", "sq"};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct reading reading = read_bytes("html", ura_str_from(pages[i]));

        assert_string_equal(reading.language, languages[i]);
        release_reading(&reading);
    }
}

static void
xhtml_ends_its_empty_elements(void **state)
{
    (void)state;
    check_page("<?xml version='1.0'?><html><head><title/><script src='a'/></head><body><p>Një"
               "</p><div/><p><![CDATA[dy < tre]]></p></body></html>",
               "paragraph|Një\nparagraph|dy < tre\n");
}

/* COUNT times WHAT, then TAIL. */
static struct ura_buf
repeated(const char *what, size_t count, const char *tail)
{
    struct ura_buf page = {0};

    buf_append_text(&page, "<html><body>");
    for (size_t i = 0; i < count; i++)
        buf_append_text(&page, what);
    buf_append_text(&page, tail);
    return page;
}

static void
elements_nested_too_deep_are_left_out_and_their_text_kept(void **state)
{
    struct ura_buf page = repeated("<div>", 200000, "<p>thellë</p>");
    struct reading reading = read_bytes("html", buf_str(&page));

    (void)state;
    assert_reads(&reading, "paragraph|thellë\n");
    release_reading(&reading);
    buf_release(&page);
}

static void
elements_that_multiply_are_refused(void **state)
{
    struct ura_buf page = {0};
    struct reading reading;

    (void)state;
    buf_append_text(&page, "<p>");
    for (unsigned i = 0; i < 400; i++) {
        buf_append_text(&page, "<b id=");
        buf_append_unsigned(&page, i);
        buf_append_byte(&page, '>');
    }
    for (unsigned i = 0; i < 20000; i++)
        buf_append_text(&page, "<p>x");
    reading = read_bytes("html", buf_str(&page));
    assert_refused(&reading, URA_TOO_LARGE, "never closed");
    release_reading(&reading);
    buf_release(&page);
}

static void
pages_are_bid_for_and_news_is_not(void **state)
{
    const struct ura_format *html = ura_format_find("html");

    (void)state;
    assert_int_equal(html->bid(URA_STR("\xef\xbb\xbf<!doctype HTML>\n<HTML lang=sq>"), "a"),
                     80);
    assert_int_equal(html->bid(URA_STR("<!-- a --><html>"), "a"), 80);
    assert_int_equal(html->bid(URA_STR("<div>a</div>"), "a"), 30);
    assert_int_equal(html->bid(URA_STR("<p>\nfjali\n<p>\n"), "a"), 0);
    assert_int_equal(html->bid(URA_STR("<tmx version='1.4'/>"), "a"), 0);
    assert_int_equal(html->bid(URA_STR("TIRANA (A) - Lajm."), "a"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_that_is_marked_is_believed),
        cmocka_unit_test(an_article_that_is_not_marked_is_where_text_is_densest),
        cmocka_unit_test(line_breaks_and_bare_text_make_paragraphs),
        cmocka_unit_test(rows_of_facts_are_rows),
        cmocka_unit_test(what_is_hidden_or_no_text_is_dropped),
        cmocka_unit_test(a_page_of_links_alone_is_all_given),
        cmocka_unit_test(the_encoding_is_found),
        cmocka_unit_test(the_language_is_believed_unless_nobody_chose_it),
        cmocka_unit_test(xhtml_ends_its_empty_elements),
        cmocka_unit_test(elements_nested_too_deep_are_left_out_and_their_text_kept),
        cmocka_unit_test(elements_that_multiply_are_refused),
        cmocka_unit_test(pages_are_bid_for_and_news_is_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
