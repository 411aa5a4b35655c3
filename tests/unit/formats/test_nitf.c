/* test_nitf.c - stories in NITF: what becomes copy, what is set aside. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rendered.h"

static void
the_head_becomes_furniture_and_properties(void **state)
{
    (void)state;
    assert_rendered(
        "nitf",
        "<nitf baselang='sq-AL'><head><title>Ura e re</title><docdata "
        "management-status='embargoed'><urgency ed-urg='4'/><date.release "
        "norm='20260301T060000Z'/><ed-msg info='Fotot vijnë'/><du-key key='ura-re'/>"
        "<key-list><keyword key='ura'/></key-list></docdata></head><body><body.head><hedline>"
        "<hl1>Ura e re u hap</hl1><hl2>Pas dy vjetësh</hl2></hedline><byline>Nga Ana Gjoka"
        "<byttl>korrespondente</byttl></byline><dateline><location>SHKODËR</location>"
        "<story.date norm='20260301'>1 mars</story.date></dateline></body.head><body.content>"
        "<p>Ura u hap.</p></body.content><body.end><tagline>Përktheu: Z.</tagline></body.end>"
        "</body></nitf>",
        "language: sq-AL\nmanagement-status=embargoed\nurgency=4\n"
        "date.release=20260301T060000Z\nkeyword=ura\n[advisory]: Fotot vijnë\n[slug]: ura-re\n"
        "[embargo]: 20260301T060000Z\nheading: Ura e re u hap\nheading: Pas dy vjetësh\n"
        "[byline]: Nga Ana Gjoka korrespondente\n[dateline]: SHKODËR 1 mars\n"
        "paragraph: Ura u hap.\n[byline]: Përktheu: Z.\n");
}

static void
blocks_lists_tables_and_captions_are_told_apart(void **state)
{
    (void)state;
    assert_rendered(
        "nitf",
        "<nitf><body><body.content><block><p>A <em>b</em>\n c.</p><hl2>Mid</hl2>"
        "<ul><li><p>one</p></li><li>two</li></ul></block><table><tr><th>x</th><td><p>1</p>"
        "<p>2</p></td></tr></table><media media-type='image'><media-reference source='a'>alt"
        "</media-reference><media-caption><p>On the shore</p></media-caption><media-object "
        "encoding='base64'>QUJD</media-object></media><p>l1<br/>l2<br/><br/>l3</p><p/>"
        "</body.content></body></nitf>",
        "language: \nparagraph: A b c.\nheading: Mid\nlist-item: one\nlist-item: two\n"
        "table-row: x\t1 2\n[caption]: On the shore\nparagraph: l1\nparagraph: l2\nparagraph: l3\n");
}

static void
a_headline_that_is_repeated_stands_once(void **state)
{
    (void)state;
    assert_rendered("nitf",
                    "<nitf><head><title>T</title></head><body><body.head><headline><hl1>H</hl1>"
                    "<hl2>H</hl2></headline></body.head><body.content><p>P</p><hl2>H</hl2>"
                    "</body.content></body></nitf>",
                    "language: \nheading: H\nparagraph: P\nheading: H\n");
}

static void
a_title_stands_for_a_headline_that_is_missing(void **state)
{
    (void)state;
    assert_rendered("nitf",
                    "<nitf><head><title>T</title></head><body><body.content><p>P</p>"
                    "</body.content></body></nitf>",
                    "language: \nheading: T\nparagraph: P\n");
}

static void
stories_in_an_envelope_are_read_whatever_their_namespace(void **state)
{
    (void)state;
    assert_rendered("nitf",
                    "<e:wrap xmlns:e='urn:e'><e:note>not this</e:note><nitf xmlns='urn:wrong'>"
                    "<body><body.content><p>One</p></body.content></body></nitf>"
                    "<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18/'><n:body>"
                    "<n:body.content><n:p>Two</n:p></n:body.content></n:body></n:nitf>"
                    "</e:wrap>",
                    "language: \nparagraph: One\nparagraph: Two\n");
}

static void
what_holds_no_story_is_refused(void **state)
{
    (void)state;
    assert_rendered("nitf", "<a>\n<b/></a>", "1: holds no story: no element is called nitf\n");
}

static void
bytes_that_steer_terminals_are_left_out(void **state)
{
    (void)state;
    assert_rendered("nitf",
                    "<nitf><body><body.content><p>a\xc2\x9b"
                    "31mb</p></body.content></body></nitf>",
                    "language: \nparagraph: a31mb\n");
}

static void
it_bids_for_its_root_and_for_an_envelope(void **state)
{
    const struct ura_format *nitf = ura_format_find("nitf");

    (void)state;
    assert_int_equal(nitf->bid(URA_STR("<?xml version='1.0'?><!-- x --><nitf>"), "a"), 80);
    assert_int_equal(nitf->bid(URA_STR("<wrap><nitf>"), "a"), 50);
    assert_int_equal(nitf->bid(URA_STR("<wrap><p>"), "a"), 0);
    assert_int_equal(nitf->bid(URA_STR("He said <nitf> is a format."), "a"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_becomes_furniture_and_properties),
        cmocka_unit_test(blocks_lists_tables_and_captions_are_told_apart),
        cmocka_unit_test(a_headline_that_is_repeated_stands_once),
        cmocka_unit_test(a_title_stands_for_a_headline_that_is_missing),
        cmocka_unit_test(stories_in_an_envelope_are_read_whatever_their_namespace),
        cmocka_unit_test(what_holds_no_story_is_refused),
        cmocka_unit_test(bytes_that_steer_terminals_are_left_out),
        cmocka_unit_test(it_bids_for_its_root_and_for_an_envelope),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
