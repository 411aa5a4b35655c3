/* test_xliff.c - XLIFF 1 and 2 as real files have it, and as it is written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define HEAD_12                                                                                \
    "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\" "                                         \
    "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">"
#define FILE_12                                                                                \
    "<file original=\"a.txt\" source-language=\"sq\" target-language=\"en\" "                  \
    "datatype=\"plaintext\"><body>"
#define TAIL_12 "</body></file></xliff>"
#define HEAD_2                                                                                 \
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"sq\" "   \
    "trgLang=\"en\"><file id=\"f1\">"
#define TAIL_2 "</file></xliff>"

static struct ura_context *context;

static int
take(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return 0;
}

static void
append_field(struct ura_buf *out, struct ura_str text, char end)
{
    buf_append_str(out, text);
    buf_append_byte(out, end);
}

/* "id|source|target|state" a line, with the languages where LANGUAGES. */
static void
append_unit(struct ura_buf *out, const struct ura_unit *unit, bool languages)
{
    append_field(out, unit->id, '|');
    append_field(out, unit->source, '|');
    append_field(out, unit->has_target ? unit->target : URA_STR("-"), '|');
    append_field(out, ura_str_from(ura_state_name(unit->state)), languages ? '|' : '\n');
    if (languages) {
        append_field(out, unit->source_language, '|');
        append_field(out, unit->target_language, '\n');
    }
}

/* What TEXT gives, read as FORMAT (NULL: what it is taken for), or the error's message. */
static void
read_units(const char *text, const char *format, const struct ura_units_options *options,
           bool languages, struct ura_buf *out)
{
    const struct ura_format *chosen = NULL;
    struct ura_input *input;
    struct ura_units *units = NULL;
    struct ura_unit unit;
    struct ura_error error = {0};
    enum ura_status status;

    assert_int_equal(ura_input_open_bytes(text, strlen(text), "test", &input, &error), URA_OK);
    if (format)
        chosen = ura_format_find(format);
    else
        assert_int_equal(ura_format_guess(input, false, &chosen, &error), URA_OK);
    status = ura_units_open(context, input, chosen, options, &units, &error);
    while (!status && !(status = ura_units_next(units, &unit, &error)))
        append_unit(out, &unit, languages);
    if (status != URA_END) {
        char line[32];

        snprintf(line, sizeof line, "%llu: ", (unsigned long long)error.line);
        buf_append_text(out, line);
        buf_append_text(out, error.message);
    }
    buf_append_byte(out, '\0');
    ura_units_free(units);
    ura_input_free(input);
}

static void
expect(const char *text, const char *units)
{
    struct ura_buf out = {0};

    read_units(text, NULL, NULL, false, &out);
    assert_string_equal(out.ptr, units);
    buf_release(&out);
}

/* TEXT, in whatever format it is, written as FORMAT. */
static void
convert(const char *text, const char *format, struct ura_buf *out)
{
    const struct ura_format *from, *to = ura_format_find(format);
    struct ura_write_options writing = {.context = context};
    struct ura_outputs outputs = {.sink = take, .users = {out}};
    struct ura_unit_writer *writer;
    struct ura_input *input;
    struct ura_units *units;
    struct ura_unit unit;
    struct ura_error error = {0};
    enum ura_status status;

    assert_int_equal(ura_input_open_bytes(text, strlen(text), "test", &input, &error), URA_OK);
    assert_int_equal(ura_format_guess(input, false, &from, &error), URA_OK);
    assert_int_equal(ura_units_open(context, input, from, NULL, &units, &error), URA_OK);
    assert_int_equal(ura_unit_writer_open(context, to, ura_units_header(units), &writing,
                                          &outputs, &writer, &error),
                     URA_OK);
    while (!(status = ura_units_next(units, &unit, &error)))
        assert_int_equal(ura_unit_writer_write(writer, &unit, &error), URA_OK);
    assert_int_equal(status, URA_END);
    assert_int_equal(ura_unit_writer_close(writer, URA_OK, &error), URA_OK);
    buf_append_byte(out, '\0');
    ura_units_free(units);
    ura_input_free(input);
}

/* Whether what TEXT becomes as FORMAT holds PART. */
static void
expect_written(const char *text, const char *format, const char *part)
{
    struct ura_buf out = {0};

    convert(text, format, &out);
    if (!strstr(out.ptr, part))
        fail_msg("no %s in\n%s", part, out.ptr);
    buf_release(&out);
}

static void
bids(const char *text, int first, int second)
{
    struct ura_str head = ura_str_from(text);

    assert_int_equal(ura_format_find("xliff")->bid(head, "x"), first);
    assert_int_equal(ura_format_find("xliff2")->bid(head, "x"), second);
}

static void
the_version_decides_and_else_the_namespace(void **state)
{
    (void)state;
    bids(HEAD_12, 80, 0);
    bids(HEAD_2, 0, 80);
    bids("<xliff><file/></xliff>", 80, 0);
    bids("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0'/>", 0, 80);
    bids("<xliff srcLang='sq'/>", 0, 80);
    bids("<xliff version='1.1' xmlns='nowhere'/>", 80, 0);
    bids("<tmx version='1.4'/>", 0, 0);
    bids("Bregu u mbyll dje.", 0, 0);
}

static void
targets_that_are_missing_or_empty_are_none(void **state)
{
    (void)state;
    expect(HEAD_12 FILE_12 "<trans-unit id='1'><source>A</source></trans-unit>"
                           "<trans-unit id='2'><source>B</source><target/></trans-unit>"
                           "<trans-unit id='3'><source>C</source>"
                           "<target state='translated'>c</target></trans-unit>" TAIL_12,
           "1|A|-|untranslated\n2|B|-|untranslated\n3|C|c|translated\n");
}

static void
proposals_are_never_the_target(void **state)
{
    (void)state;
    expect(HEAD_12 FILE_12
           "<trans-unit id='1'><source>A</source>"
           "<alt-trans><source>X</source><target>wrong</target></alt-trans></trans-unit>"
           "<trans-unit id='2'><alt-trans><source>X</source><target>wrong</target></alt-trans>"
           "<source>B</source><target>right</target></trans-unit>" TAIL_12,
           "1|A|-|untranslated\n2|B|right|none\n");
}

static void
segments_find_their_targets_by_mid_in_any_order(void **state)
{
    (void)state;
    expect(HEAD_12 FILE_12
           "<trans-unit id='u'><source>Një. Dy.</source>"
           "<seg-source><g id='1'><mrk mtype='seg' mid='a'>Një.</mrk></g> "
           "<mrk mtype='seg' mid='b'>Dy.</mrk></seg-source>"
           "<target><mrk mtype='seg' mid='b'>Two.</mrk> "
           "<g id='1'><mrk mtype='seg' mid='a'>One.</mrk></g></target></trans-unit>" TAIL_12,
           "u:a|Një.|One.|none\nu:b|Dy.|Two.|none\n");
}

static void
text_outside_of_segments_keeps_the_unit_whole(void **state)
{
    (void)state;
    expect(HEAD_12 FILE_12
           "<trans-unit id='u'><source>Shih: Një.</source>"
           "<seg-source>Shih: <mrk mtype='seg' mid='a'>Një.</mrk></seg-source>"
           "<target>See: <mrk mtype='seg' mid='a'>One.</mrk></target></trans-unit>" TAIL_12,
           "u|Shih: Një.|See: One.|none\n");
}

static void
native_code_is_no_text_and_spans_are(void **state)
{
    (void)state;
    expect(HEAD_12 FILE_12
           "<trans-unit id='1'><source>a<bpt id='1'>&lt;b&gt;</bpt>b<ept id='1'>x</ept>"
           "<g id='2'>c<x id='3'/></g><mrk mtype='term'>d</mrk><ph id='4'>%s<sub>e</sub></ph>"
           "<it id='5' pos='open'>f</it></source></trans-unit>" TAIL_12,
           "1|abcd|-|untranslated\n");
}

static void
files_of_one_document_have_their_own_languages(void **state)
{
    static const char text[] =
        HEAD_12 "<file original='a' source-language='sq' target-language='en'><body>"
                "<trans-unit id='1'><source>A</source><target>a</target></trans-unit>"
                "</body></file><file original='b' source-language='de'><body>"
                "<group><group><trans-unit id='1'><source>B</source></trans-unit></group>"
                "</group></body></file></xliff>";
    struct ura_buf out = {0};

    (void)state;
    read_units(text, NULL, NULL, true, &out);
    assert_string_equal(out.ptr, "1|A|a|none|sq|en\n1|B|-|untranslated|de|\n");
    buf_release(&out);
    expect_written(text, "xliff", "<file original=\"b\" source-language=\"de\"");
}

static void
the_languages_asked_for_choose_units_and_sides(void **state)
{
    static const char text[] =
        HEAD_12 FILE_12 "<trans-unit id='1'><source>Po</source><target>Yes</target>"
                        "</trans-unit>" TAIL_12;
    struct ura_units_options swapped = {.source_language = "en", .target_language = "sq"};
    struct ura_units_options other = {.source_language = "de", .target_language = "fr"};
    struct ura_buf out = {0};

    (void)state;
    read_units(text, NULL, &swapped, true, &out);
    assert_string_equal(out.ptr, "1|Yes|Po|none|en|sq\n");
    buf_clear(&out);
    read_units(text, NULL, &other, false, &out);
    assert_string_equal(out.ptr,
                        "0: has no unit in the languages asked for; it holds sq and en");
    buf_release(&out);
}

static void
the_dialect_of_trados_says_states_beside_the_unit(void **state)
{
    (void)state;
    expect(HEAD_12
           "<file original='a' source-language='sq' target-language='en'><header>"
           "<reference><internal-file form='base64'>QUJD</internal-file></reference></header>"
           "<body><sdl:x xmlns:sdl='http://sdl.com/FileTypes/SdlXliff/1.0'/>"
           "<trans-unit id='1'><source>A</source><seg-source><mrk mtype='seg' mid='7'>A</mrk>"
           "</seg-source><target><mrk mtype='seg' mid='7'>a</mrk></target>"
           "<sdl:seg-defs xmlns:sdl='http://sdl.com/FileTypes/SdlXliff/1.0'>"
           "<sdl:seg id='7' conf='ApprovedTranslation'/></sdl:seg-defs></trans-unit>" TAIL_12,
           "1|A|a|reviewed\n");
}

static void
undeclared_prefixes_and_odd_namespaces_are_read(void **state)
{
    (void)state;
    expect("<xliff version='1.2' xmlns='not a namespace' xmlns:t='also: not one'>" FILE_12
           "<trans-unit id='1' mq:status='x'><mq:extra>no</mq:extra><source>A</source>"
           "<bin-unit/></trans-unit><bin-unit id='2'><bin-source/></bin-unit>" TAIL_12,
           "1|A|-|untranslated\n");
}

static void
states_and_attributes_are_written_as_they_were(void **state)
{
    static const char text[] = HEAD_12 FILE_12
        "<trans-unit id='1' approved='yes' translate='no' restype='button' resname='ok'>"
        "<source>A</source><target state='needs-review-l10n'>a</target>"
        "<note annotates='target'>kujdes</note><context-group><context "
        "context-type='sourcefile'>a.c</context></context-group></trans-unit>"
        "<trans-unit id='1'><source>B</source><target state='odd'>b</target></trans-unit>"
        "<trans-unit id='3'><source>C <g id='1' u:x='1'>c</g></source></trans-unit>" TAIL_12;

    (void)state;
    expect_written(text, "xliff",
                   "<trans-unit id=\"1\" approved=\"yes\" translate=\"no\" "
                   "restype=\"button\" resname=\"ok\" xml:space=\"preserve\">");
    expect_written(text, "xliff", "<target state=\"needs-review-l10n\">a</target>");
    expect_written(text, "xliff", "<note annotates=\"target\">kujdes</note>");
    expect_written(text, "xliff", "<context context-type=\"sourcefile\">a.c</context>");
    expect_written(text, "xliff", "<trans-unit id=\"1.2\"");
    expect_written(text, "xliff", "<source>C <g id=\"1\">c</g></source>");
    expect_written(text, "xliff2", "<note appliesTo=\"target\">kujdes</note>");
    expect_written(text, "xliff2", "<mda:meta type=\"restype\">button</mda:meta>");
}

static void
a_file_that_is_broken_is_told_with_its_line(void **state)
{
    struct ura_buf out = {0};

    (void)state;
    read_units(HEAD_12 FILE_12 "<trans-unit id='1'><source>A</source>\n<target>a\n"
                               "</trans-unit>" TAIL_12,
               NULL, NULL, false, &out);
    assert_non_null(strstr(out.ptr, "4: this is no well-formed XML"));
    buf_clear(&out);
    read_units("<tmx/>", "xliff", NULL, false, &out);
    assert_string_equal(out.ptr, "1: is no XLIFF: its root must be xliff");
    buf_clear(&out);
    read_units(HEAD_2 TAIL_2, "xliff", NULL, false, &out);
    assert_string_equal(out.ptr, "1: is XLIFF 2; read it as xliff2");
    buf_release(&out);
}

static const char segmented[] =
    HEAD_2 "<notes><note>e skedarit</note></notes><group id='g'><unit id='u' name='n'>"
           "<m:matches xmlns:m='urn:oasis:names:tc:xliff:matches:2.0'><m:match><source>X"
           "</source><target>wrong</target></m:match></m:matches>"
           "<notes><note appliesTo='source'>kujdes</note></notes>"
           "<originalData><data id='d'>[b]</data></originalData>"
           "<segment id='s1' state='final'><source>Një<pc id='1' dataRefStart='d'>.</pc>"
           "</source><target order='3'>One.</target></segment>"
           "<ignorable><source> </source><target> </target></ignorable>"
           "<segment state='initial'><source>D<cp hex='0008'/>y.<ph id='2'/></source>"
           "<target order='1'>Two.</target></segment>"
           "<segment id='s3'><source>Tri.</source></segment></unit></group>"
           "<unit id='v'><segment><source>E vetme.</source></segment></unit>" TAIL_2;

static void
segments_of_version_2_are_units(void **state)
{
    (void)state;
    expect(segmented, "u:s1|Një.|One.|final\nu:#2|Dy.|Two.|draft\nu:s3|Tri.|-|untranslated\n"
                      "v|E vetme.|-|untranslated\n");
}

static void
segments_of_version_2_come_together_again(void **state)
{
    (void)state;
    expect_written(segmented, "xliff2",
                   "    <unit id=\"u\" name=\"n\" xml:space=\"preserve\">\n"
                   "      <notes>\n"
                   "        <note appliesTo=\"source\">kujdes</note>\n"
                   "      </notes>\n"
                   "      <originalData><data id=\"d\">[b]</data></originalData>\n"
                   "      <segment id=\"s1\" state=\"final\">\n"
                   "        <source>Një<pc id=\"1\" dataRefStart=\"d\">.</pc></source>\n"
                   "        <target order=\"3\">One.</target>\n"
                   "      </segment>\n"
                   "      <ignorable><source> </source><target> </target></ignorable>\n"
                   "      <segment state=\"initial\">\n"
                   "        <source>D<cp hex=\"0008\"/>y.<ph id=\"2\"/></source>\n");
    expect_written(segmented, "xliff2", "      <segment id=\"s3\">\n");
    expect_written(segmented, "xliff2", "<unit id=\"v\" xml:space=\"preserve\">\n");
    expect_written(segmented, "xliff", "<trans-unit id=\"u:#2\"");
}

static void
ids_of_version_2_are_tokens_and_new(void **state)
{
    static const char text[] =
        HEAD_12 FILE_12 "<trans-unit id='a b/c'><source>A</source></trans-unit>"
                        "<trans-unit id='a b/c'><source>B</source></trans-unit>"
                        "<trans-unit><source>C</source></trans-unit>" TAIL_12;

    (void)state;
    expect_written(text, "xliff2", "<unit id=\"a_b_c\" name=\"a b/c\" xml:space");
    expect_written(text, "xliff2", "<unit id=\"a_b_c.2\" name=\"a b/c\" xml:space");
    expect_written(text, "xliff2", "<unit id=\"3\" xml:space");
}

/* Written, read and written again it is the same; and nothing of the units has changed. */
static void
a_second_round_changes_nothing(void **state)
{
    static const char *const formats[] = {"xliff", "xliff2"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct ura_buf once = {0}, twice = {0}, was = {0}, is = {0};

        convert(segmented, formats[i], &once);
        convert(once.ptr, formats[i], &twice);
        assert_string_equal(once.ptr, twice.ptr);
        read_units(segmented, NULL, NULL, false, &was);
        read_units(once.ptr, NULL, NULL, false, &is);
        assert_string_equal(is.ptr, was.ptr);
        buf_release(&once);
        buf_release(&twice);
        buf_release(&was);
        buf_release(&is);
    }
}

static void
a_document_without_units_has_a_file_all_the_same(void **state)
{
    static const char none[] = HEAD_12 "</xliff>";

    (void)state;
    expect(none, "");
    expect_written(none, "xliff", "<body>\n    </body>");
    expect_written(none, "xliff2", "<file id=\"f1\">\n    <group id=\"g1\"/>\n  </file>");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_decides_and_else_the_namespace),
        cmocka_unit_test(targets_that_are_missing_or_empty_are_none),
        cmocka_unit_test(proposals_are_never_the_target),
        cmocka_unit_test(segments_find_their_targets_by_mid_in_any_order),
        cmocka_unit_test(text_outside_of_segments_keeps_the_unit_whole),
        cmocka_unit_test(native_code_is_no_text_and_spans_are),
        cmocka_unit_test(files_of_one_document_have_their_own_languages),
        cmocka_unit_test(the_languages_asked_for_choose_units_and_sides),
        cmocka_unit_test(the_dialect_of_trados_says_states_beside_the_unit),
        cmocka_unit_test(undeclared_prefixes_and_odd_namespaces_are_read),
        cmocka_unit_test(states_and_attributes_are_written_as_they_were),
        cmocka_unit_test(a_file_that_is_broken_is_told_with_its_line),
        cmocka_unit_test(segments_of_version_2_are_units),
        cmocka_unit_test(segments_of_version_2_come_together_again),
        cmocka_unit_test(ids_of_version_2_are_tokens_and_new),
        cmocka_unit_test(a_second_round_changes_nothing),
        cmocka_unit_test(a_document_without_units_has_a_file_all_the_same),
    };

    int failed = ura_context_new(getenv("URA_DATA"), &context, NULL) != URA_OK;

    failed = failed || cmocka_run_group_tests(tests, NULL, NULL) != 0;
    ura_context_free(context);
    return failed;
}
