/* test_links.c - XCES and InterText: links by id, whose texts stand beside them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <setjmp.h>
#include <sys/stat.h>

#include <cmocka.h>

/* FROM with the texts SOURCE and TARGET beside it. */
static struct converted
read_links(void **state, const char *from, const char *to, const char *links,
           const char *source, const char *target)
{
    char *paths[2] = {file_with(source), file_with(target)};
    struct ura_units_options reading = {.companions = {paths[0], paths[1]},
                                        .companion_count = 2};
    struct converted made = convert_text(*state, from, to, links, &reading);

    for (int i = 0; i < 2; i++) {
        unlink(paths[i]);
        free(paths[i]);
    }
    return made;
}

static void
expect(struct converted made, const char *wanted, size_t losses)
{
    if (made.status)
        fail_msg("%s", made.error.message);
    assert_string_equal(made.outputs[0].ptr, wanted);
    if (losses != SIZE_MAX)
        assert_int_equal(made.losses, losses);
    release_converted(&made);
}

static void
expect_refusal(struct converted made, uint64_t line, const char *word)
{
    assert_true(made.status < 0);
    if (made.error.line != line || !strstr(made.error.message, word))
        fail_msg("line %zu: %s", (size_t)made.error.line, made.error.message);
    release_converted(&made);
}

/* A text of OPUS, in words, and one in running text. */
#define SQ                                                                                     \
    "<?xml version='1.0'?>\n<text><p id='1'><s id='s1.1'><w id='w1'>Një</w> <w "              \
    "misc='SpaceAfter=No'>dy</w> <w>.</w></s><s id='s1.2'>\n <time id='T1S' value='0'/> Tre\n" \
    "  katër. </s></p></text>"
#define EN                                                                                     \
    "<text><s id='s1'>One, &amp; two.</s><s id='s2'>Three <hi>four</hi>.</s><s id='s3'>"       \
    "Five.</s></text>"
#define GROUP "<cesAlign version='1.0'><linkGrp fromDoc='sq/a.xml.gz' toDoc='en/a.xml.gz'>\n"

static void
ids_of_xml_texts_are_followed(void **state)
{
    expect(read_links(state, "ces", "tsv",
                      GROUP "<link id='SL1' certainty='0.5' xtargets='s1.1;s1'/>\n"
                            "<link xtargets='s1.2;s2 s3'/><link xtargets=';'/>"
                            "</linkGrp></cesAlign>",
                      SQ, EN),
           "Një dy.\tOne, & two.\nTre katër.\tThree four. Five.\n", SIZE_MAX);
}

static void
a_link_to_a_sentence_that_is_missing_is_counted(void **state)
{
    expect(read_links(state, "ces", "vecalign",
                      GROUP "<link xtargets='s1.1;s1'/><link xtargets='s9;s2'/>"
                            "<link xtargets='s8;'/></linkGrp></cesAlign>",
                      SQ, EN),
           "[0]:[0]\n[]:[1]\n", SIZE_MAX);
}

static void
the_document_that_has_the_ids_is_the_side(void **state)
{
    expect(read_links(state, "ces", "vecalign",
                      GROUP "<link xtargets='s1 s2;s1.1'/></linkGrp></cesAlign>", SQ, EN),
           "[0]:[0, 1]\n", SIZE_MAX);
}

static void
plain_lines_are_numbered_from_one(void **state)
{
    expect(read_links(state, "ces", "tsv",
                      "<cesAlign><linkGrp><link xtargets='s1 s2;1'/>\n"
                      "<link xtargets=';s2'/></linkGrp></cesAlign>",
                      "Një.\nDy.\n", "One, two.\nThree.\n"),
           "Një. Dy.\tOne, two.\n\tThree.\n", SIZE_MAX);
    expect_refusal(read_links(state, "ces", "tsv",
                              "<cesAlign><linkGrp><link xtargets='s1;s1'/>\n"
                              "<link xtargets='s3;s2'/></linkGrp></cesAlign>",
                              "a\nb\n", "c\nd\n"),
                   2, "\"s3\" is no line of the source text, which has 2");
}

static void
what_is_no_link_is_told_with_its_line(void **state)
{
    expect_refusal(read_links(state, "ces", "tsv",
                              "<cesAlign><linkGrp>\n<link xtargets='s1 s1'/></linkGrp>"
                              "</cesAlign>",
                              "a\n", "b\n"),
                   2, "semicolon");
    expect_refusal(read_links(state, "ces", "tsv", "<cesAlign>\n</cesAlign>", "a\n", "b\n"), 1,
                   "no linkGrp");
    expect_refusal(read_links(state, "ces", "tsv", "<cesAlign><linkGrp></linkGrp></cesAlign>",
                              "<text>\n<s>a</s></text>", "b\n"),
                   2, "no id");
}

static void
several_pairs_of_texts_are_told_apart_by_name(void **state)
{
    char folder[] = "/tmp/ura-test-XXXXXX", path[64];
    static const char links[] =
        "<cesAlign><linkGrp fromDoc='sq/a.xml' toDoc='en/a.xml'><link xtargets='s1;s1'/>"
        "</linkGrp><linkGrp fromDoc='sq/b.xml' toDoc='en/b.xml'><link xtargets='s1;s1'/>"
        "</linkGrp></cesAlign>";
    static const char *const names[] = {"sq",       "en",       "sq/a.xml",
                                        "sq/b.xml", "en/a.xml", "en/b.xml"};
    char first[64], second[64];
    struct ura_units_options reading = {.companions = {first, second}, .companion_count = 2};

    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 6; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        if (i < 2) {
            assert_int_equal(mkdir(path, 0700), 0);
        } else {
            FILE *file = fopen(path, "w");

            assert_non_null(file);
            fprintf(file, "<text><s id='s1'>%s</s></text>", names[i]);
            fclose(file);
        }
    }
    snprintf(first, sizeof first, "%s", folder);
    snprintf(second, sizeof second, "%s", folder);
    expect(convert_text(*state, "ces", "tsv", links, &reading),
           "sq/a.xml\ten/a.xml\nsq/b.xml\ten/b.xml\n", SIZE_MAX);
    snprintf(first, sizeof first, "%s/sq/b.xml", folder);
    snprintf(second, sizeof second, "%s/en/b.xml", folder);
    expect(convert_text(*state, "ces", "tsv", links, &reading), "sq/b.xml\ten/b.xml\n",
           SIZE_MAX);
    snprintf(second, sizeof second, "%s/en/a.xml", folder);
    expect_refusal(convert_text(*state, "ces", "tsv", links, &reading), 1, "two folders");
    for (int i = 5; i >= 0; i--) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        remove(path);
    }
    rmdir(folder);
}

static void
ces_writes_its_own_ids_back(void **state)
{
    struct converted made = read_links(
        state, "ces", "ces",
        GROUP "<link id='L1' xtargets='s1.1 s1.2;s1' certainty='0.25' overlap='0.1'/>"
              "</linkGrp></cesAlign>",
        SQ, EN);

    assert_int_equal(made.status, URA_OK);
    assert_non_null(strstr(made.outputs[0].ptr,
                           "<link id=\"L1\" xtargets=\"s1.1 s1.2;s1\" certainty=\"0.250000\" "
                           "overlap=\"0.1\"/>"));
    release_converted(&made);
}

#define IT_SQ "<text><p><s id='1:1'>Një.</s><s id='1:2'>Dy.</s></p></text>"
#define IT_EN "<text><p><s id='1:1'>One.</s></p><p><s id='2:1'>Two.</s></p></text>"
#define IT_LINKS                                                                               \
    "<linkGrp toDoc='n.en.xml' fromDoc='n.sq.xml'>\n<link type='1-1' xtargets='1:1;1:1' "      \
    "status='man' mark='3'/>\n<link type='1-1' xtargets='2:1;1:2' status='plain'/></linkGrp>"

static void
intertext_names_the_target_first(void **state)
{
    expect(read_links(state, "intertext", "tsv", IT_LINKS, IT_SQ, IT_EN),
           "Një.\tOne.\nDy.\tTwo.\n", SIZE_MAX);
    expect(read_links(state, "intertext", "tsv", IT_LINKS, IT_EN, IT_SQ),
           "One.\tNjë.\nTwo.\tDy.\n", SIZE_MAX);
}

static void
intertext_writes_two_texts_and_their_links(void **state)
{
    struct converted made = read_links(state, "intertext", "intertext", IT_LINKS, IT_SQ, IT_EN);

    assert_int_equal(made.status, URA_OK);
    assert_int_equal(made.losses, 0);
    assert_non_null(strstr(made.outputs[0].ptr, "<s id=\"1:2\">Dy.</s>"));
    assert_non_null(strstr(made.outputs[1].ptr, "<s id=\"1:2\">Two.</s>"));
    assert_non_null(strstr(made.outputs[2].ptr,
                           "<link type=\"1-1\" xtargets=\"1:1;1:1\" status=\"man\" "
                           "mark=\"3\"/>\n<link type=\"1-1\" xtargets=\"1:2;1:2\" "
                           "status=\"plain\"/>"));
    release_converted(&made);
}

/* Units that jump: the texts keep their own order. */
static void
a_text_is_written_in_its_own_order(void **state)
{
    struct converted made =
        read_links(state, "vecalign", "intertext", "[2]:[0]\n[0, 1]:[1]\n[0, 2]:[2]\n[4]:[]\n",
                   "a\nb\nc\nd\ne\n", "x\ny\nz\n");

    assert_int_equal(made.status, URA_OK);
    assert_non_null(strstr(made.outputs[0].ptr,
                           "<p id=\"1\">\n<s id=\"1:1\">a</s>\n<s id=\"1:2\">b</s>\n"
                           "<s id=\"1:3\">c</s>\n<s id=\"1:5\">e</s>\n</p>\n"
                           "<p id=\"2\">\n<s id=\"2:1\">a c</s>\n</p>"));
    assert_non_null(strstr(made.outputs[2].ptr, "type=\"1-2\" xtargets=\"1:2;1:1 1:2\""));
    assert_non_null(strstr(made.outputs[2].ptr, "type=\"0-1\" xtargets=\";1:5\""));
    release_converted(&made);
}

static void
roots_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(
        ura_format_find("ces")->bid(URA_STR("<?xml version='1.0'?><cesAlign>"), "x"), 80);
    assert_int_equal(ura_format_find("ces")->bid(URA_STR("<linkGrp>"), "x"), 0);
    assert_int_equal(ura_format_find("intertext")->bid(URA_STR("<linkGrp a='b'>"), "x"), 80);
    assert_int_equal(ura_format_find("intertext")->bid(URA_STR("<text>"), "x"), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_of_xml_texts_are_followed),
        cmocka_unit_test(a_link_to_a_sentence_that_is_missing_is_counted),
        cmocka_unit_test(the_document_that_has_the_ids_is_the_side),
        cmocka_unit_test(plain_lines_are_numbered_from_one),
        cmocka_unit_test(what_is_no_link_is_told_with_its_line),
        cmocka_unit_test(several_pairs_of_texts_are_told_apart_by_name),
        cmocka_unit_test(ces_writes_its_own_ids_back),
        cmocka_unit_test(intertext_names_the_target_first),
        cmocka_unit_test(intertext_writes_two_texts_and_their_links),
        cmocka_unit_test(a_text_is_written_in_its_own_order),
        cmocka_unit_test(roots_are_told_apart),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
