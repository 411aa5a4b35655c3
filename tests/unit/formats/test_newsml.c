/* test_newsml.c - news items in NewsML-G2 and NewsML 1: their copy and what is set aside. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rendered.h"

static void
the_metadata_of_an_item_is_set_aside_and_its_copy_read(void **state)
{
    (void)state;
    assert_rendered(
        "newsml",
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en\"><itemMeta><embargoed>2026-05-01T06:00:00Z</embargoed><edNote>Adds a quote</edNote></itemMeta><contentMeta><language tag=\"sq\"/><slugline>peshk</slugline><headline>Peshku u kthye</headline><by>Ana</by><subject><name>no</name></subject></contentMeta><contentSet><inlineXML contenttype=\"application/nitf+xml\"><nitf xmlns=\"urn:x\"><body><body.head><hedline><hl1>Peshku u kthye</hl1></hedline></body.head><body.content><p>Peshkatarët u gëzuan.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
        "language: sq\n"
        "[embargo]: 2026-05-01T06:00:00Z\n"
        "[advisory]: Adds a quote\n"
        "[slug]: peshk\n"
        "heading: Peshku u kthye\n"
        "[byline]: Ana\n"
        "paragraph: Peshkatarët u gëzuan.\n");
}

static void
all_items_of_a_message_are_read(void **state)
{
    (void)state;
    assert_rendered(
        "newsml",
        "<newsMessage><header><sender>x</sender></header><itemSet><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en\"><contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body><h1>One</h1><p>First.</p></body></html></inlineXML></contentSet></newsItem><packageItem><groupSet><group><itemRef><headline>no</headline></itemRef></group></groupSet></packageItem><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en\"><contentMeta><headline>One</headline></contentMeta><contentSet><remoteContent href=\"a\"/><inlineData contenttype=\"text/plain\">Short line\n"
        "of a paragraph.\n"
        "\n"
        "Next.</inlineData></contentSet></newsItem></itemSet></newsMessage>",
        "language: en\n"
        "heading: One\n"
        "paragraph: First.\n"
        "heading: One\n"
        "paragraph: Short line of a paragraph.\n"
        "paragraph: Next.\n");
}

static void
escaped_html_is_read_as_html(void **state)
{
    (void)state;
    assert_rendered(
        "newsml",
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en\"><contentSet><inlineData contenttype=\"text/html\">&lt;p&gt;A &amp;amp; b&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;&lt;ul&gt;&lt;li&gt;c&lt;/ul&gt;</inlineData></contentSet></newsItem>",
        "language: en\n"
        "paragraph: A & b\n"
        "list-item: c\n");
}

static void
components_of_newsml_1_are_read_in_their_order(void **state)
{
    (void)state;
    assert_rendered(
        "newsml",
        "<NewsML Version=\"1.2\"><NewsEnvelope><DateAndTime>1</DateAndTime></NewsEnvelope><NewsItem><NewsComponent><NewsLines><HeadLine>H</HeadLine><ByLine>By B</ByLine><SlugLine>S</SlugLine></NewsLines><DescriptiveMetadata><Language FormalName=\"sq\"/></DescriptiveMetadata><NewsComponent><Role FormalName=\"Main\"/><ContentItem><MimeType FormalName=\"text/css\"/><DataContent>p {}</DataContent></ContentItem><ContentItem><DataContent><nitf><body><body.content><p>P</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName=\"Caption\"/><ContentItem><DataContent>On the pier</DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem Href=\"a.jpg\"/><ContentItem><Encoding Notation=\"base64\"><DataContent>QUJD</DataContent></Encoding></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>",
        "language: sq\n"
        "heading: H\n"
        "[byline]: By B\n"
        "[slug]: S\n"
        "paragraph: P\n"
        "[caption]: On the pier\n");
}

static void
an_item_without_text_says_why(void **state)
{
    (void)state;
    assert_rendered(
        "newsml",
        "<conceptItem><concept><name>x</name><definition>y</definition></concept></conceptItem>",
        "0: holds no text: a concept item says what a code means\n");
    assert_rendered("newsml",
                    "<newsItem><contentSet><remoteContent href=\"x\"/></contentSet></newsItem>",
                    "0: holds no text: its news items only point at their contents\n");
    assert_rendered("newsml",
                    "<newsMessage>\n"
                    "</newsMessage>",
                    "1: holds no news item\n");
}

static void
it_bids_more_than_nitf_for_envelopes_of_items(void **state)
{
    (void)state;
    const struct ura_format *newsml = ura_format_find("newsml");

    assert_int_equal(newsml->bid(URA_STR("<newsItem>"), "a"), 80);
    assert_int_equal(newsml->bid(URA_STR("<NewsML Version='1.2'>"), "a"), 80);
    assert_true(newsml->bid(URA_STR("<w><newsItem><nitf>"), "a") >
                ura_format_find("nitf")->bid(URA_STR("<w><newsItem><nitf>"), "a"));
    assert_int_equal(newsml->bid(URA_STR("<w><nitf>"), "a"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_metadata_of_an_item_is_set_aside_and_its_copy_read),
        cmocka_unit_test(all_items_of_a_message_are_read),
        cmocka_unit_test(escaped_html_is_read_as_html),
        cmocka_unit_test(components_of_newsml_1_are_read_in_their_order),
        cmocka_unit_test(an_item_without_text_says_why),
        cmocka_unit_test(it_bids_more_than_nitf_for_envelopes_of_items),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
