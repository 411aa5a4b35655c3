/* test_tables.c - tsv and csv: what is claimed, what the odd cases give, what is written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"
#include "../with_context.h"

#include <setjmp.h>

#include <cmocka.h>

static int
take(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return 0;
}

/* What reading TEXT as FROM gives, one unit a line: source|target|note..., or what is wrong. */
static struct ura_buf
units_of(struct ura_context *context, const struct ura_format *from, struct ura_str text)
{
    struct ura_buf out = {0};
    struct ura_input *input;
    struct ura_units *units = NULL;
    struct ura_error error = {0};
    struct ura_unit unit;
    enum ura_status status;

    assert_int_equal(ura_input_open_bytes(text.ptr, text.len, "test", &input, &error), URA_OK);
    status = ura_units_open(context, input, from, NULL, &units, &error);
    while (!status && !(status = ura_units_next(units, &unit, &error))) {
        buf_append_str(&out, unit.source);
        if (unit.has_target)
            buf_append_byte(&out, '|');
        buf_append_str(&out, unit.target);
        for (size_t i = 0; i < unit.property_count; i++) {
            buf_append_byte(&out, '|');
            buf_append_str(&out, unit.properties[i].value);
        }
        buf_append_text(&out, unit.moved ? "|moved\n" : "\n");
    }
    if (status < 0) {
        buf_append_unsigned(&out, error.line);
        buf_append_text(&out, ": ");
        buf_append_text(&out, error.message);
    }
    buf_append_byte(&out, '\0');
    ura_units_free(units);
    ura_input_free(input);
    return out;
}

static void
assert_units(void **state, const struct ura_format *from, struct ura_str text,
             const char *wanted)
{
    struct ura_buf out = units_of(*state, from, text);

    assert_string_equal(out.ptr, wanted);
    buf_release(&out);
}

static void
tsv_gives_pairs_moved_pairs_and_notes(void **state)
{
    assert_units(state, &format_tsv,
                 URA_STR("Dielli\tThe sun\nHëna\tThe moon\tx\n\nYjet\tStars\tx\tseen\n"
                         "Vetëm\n\tAlone\nqiell\tsky\tabove"),
                 "Dielli|The sun\nHëna|The moon|moved\nYjet|Stars|seen|moved\nVetëm\n|Alone\n"
                 "qiell|sky|above\n");
}

static void
nothing_in_a_text_of_tsv_is_cleaned(void **state)
{
    assert_units(state, &format_tsv, URA_STR("5\xc2\xa0km\t5\xc2\xa0km\r\n\"a\tb\"\r\n"),
                 "5\xc2\xa0km|5\xc2\xa0km\n\"a|b\"\n");
}

static void
damage_is_told_with_its_line(void **state)
{
    struct ura_buf text = {0}, out;

    for (int i = 0; i < 9000; i++)
        buf_append_text(&text, "ë një rresht i mirë\ta good line ë\n");
    buf_append_text(&text, "bad \xc3( here\tx\n");
    out = units_of(*state, &format_tsv, buf_str(&text));
    assert_non_null(strstr(out.ptr, "9001: damaged UTF-8: byte 0xC3"));
    buf_release(&out);
    buf_release(&text);
}

static void
a_character_cut_by_a_block_is_whole(void **state)
{
    struct ura_buf text = {0}, out;

    /* Blocks are a power of two; lines of 3 bytes and a tab come to every place in them. */
    for (int i = 0; i < 200000; i++)
        buf_append_text(&text, "€\t€\n");
    out = units_of(*state, &format_tsv, buf_str(&text));
    assert_int_equal(out.len, 200000 * 8 + 1);
    buf_release(&out);
    buf_release(&text);
}

static void
csv_takes_quotes_as_real_files_write_them(void **state)
{
    assert_units(
        state, &format_csv,
        URA_STR("\"two\nlines\",dy\n\"say \"\"mirë\"\"\",ok,\"c,d\"\n5\" disk,disk 5\"\n"
                "\n,only target\nonly source\n\"a\"b,c\n"),
        "two\nlines|dy\nsay \"mirë\"|ok|c,d\n5\" disk|disk 5\"\n|only target\n"
        "only source\nab|c\n");
    assert_units(state, &format_csv, URA_STR("\"say \\\"po\\\" now\";x\n\"b\\\\\";y\n"),
                 "say \"po\" now|x\nb\\|y\n");
    assert_units(state, &format_csv, URA_STR("\"C:\\\",x\nb,y\n"), "C:\\|x\nb|y\n");
}

static void
a_quote_that_never_closes_is_told_with_its_line(void **state)
{
    assert_units(state, &format_csv, URA_STR("a,b\nc,\"d\ne,f\n"),
                 "a|b\n2: a quote is opened in this row and never closed; close it, or double "
                 "it where it is part of the text");
}

static void
names_of_columns_are_no_unit(void **state)
{
    assert_units(state, &format_csv, URA_STR("id;Target;Source;Comment\n7;dy;two;a number\n"),
                 "two|dy|a number\n");
    assert_units(state, &format_csv, URA_STR("sq,en_GB\ndy,two\n"), "dy|two\n");
    assert_units(state, &format_csv, URA_STR("po,jo\ndy,two\n"), "dy|two\n");
    assert_units(state, &format_csv, URA_STR("po,yes\ndy,two\n"), "po|yes\ndy|two\n");
}

static void
comments_of_glossaries_are_passed_over(void **state)
{
    assert_units(
        state, &format_csv,
        URA_STR("# -*- coding: utf-8 -*-\n# by hand\nlumë\triver\n#\tfoo\nmal\tmountain\n"),
        "lumë|river\nmal|mountain\n");
    assert_units(state, &format_csv, URA_STR("a,b\n#1 hit,kënga e parë\n"),
                 "a|b\n#1 hit|kënga e parë\n");
}

static void
utf_16_is_read(void **state)
{
    assert_units(state, &format_tsv,
                 URA_STR("\xff\xfe"
                         "d\0y\0\t\0t\0w\0o\0\r\0\n\0\xeb\0\t\0e\0"),
                 "dy|two\në|e\n");
}

static const char *
guessed(struct ura_str text, const char *name)
{
    const struct ura_format *format;
    struct ura_input *input;

    assert_int_equal(ura_input_open_bytes(text.ptr, text.len, name, &input, NULL), URA_OK);
    assert_int_equal(ura_format_guess(input, false, &format, NULL), URA_OK);
    ura_input_free(input);
    return format->name;
}

static void
a_table_is_known_by_its_shape(void **state)
{
    (void)state;
    assert_string_equal(guessed(URA_STR("një\tone\ndy\ttwo\n"), "-"), "tsv");
    assert_string_equal(guessed(URA_STR("një\tone\n\ndy\n"), "a.tsv"), "tsv");
    assert_string_equal(guessed(URA_STR("source\ttarget\ndy\ttwo\n"), "a.tsv"), "csv");
    assert_string_equal(guessed(URA_STR("dy\ttwo\n"), "a.utf8"), "csv");
    assert_string_equal(guessed(URA_STR("dy;two\ntre;three\n"), "-"), "csv");
    assert_string_equal(guessed(URA_STR("one column\n"), "A.CSV"), "csv");
    assert_string_equal(guessed(URA_STR("\xff\xfe"
                                        "d\0\t\0t\0\n\0"),
                                "a.txt"),
                        "tsv");
}

static void
copy_is_no_table(void **state)
{
    (void)state;
    assert_string_equal(guessed(URA_STR("\tThe shore was closed.\n\tNobody was hurt.\n"), "-"),
                        "txt");
    assert_string_equal(guessed(URA_STR("Today, rain.\nTomorrow, sun.\n"), "a.txt"), "txt");
    assert_string_equal(
        guessed(URA_STR("Rezultate:\nVllaznia\t2\nTeuta\t1\nLuhet e diel.\n"), "a.txt"), "txt");
    assert_string_equal(guessed(URA_STR("She left; he stayed.\nThey met; nobody saw.\n"), "-"),
                        "txt");
}

static void
csv_is_written_as_rfc_4180_has_it(void **state)
{
    static const struct ura_property note = {URA_SIDE_UNIT, URA_STR("note"), URA_STR("x,y")};
    struct ura_units_header header = {.format = "tmx"};
    struct ura_write_options options = {0};
    struct ura_buf out = {0};
    struct ura_outputs outputs = {.sink = take, .users = {&out}};
    struct ura_unit first = {
        .source = URA_STR("source"), .target = URA_STR("target"), .has_target = true};
    struct ura_unit second = {.source = URA_STR("a \"b\"\nc"),
                              .target = URA_STR("#1"),
                              .properties = &note,
                              .property_count = 1,
                              .has_target = true};
    struct ura_unit_writer *writer;

    assert_int_equal(
        ura_unit_writer_open(*state, &format_csv, &header, &options, &outputs, &writer, NULL),
        URA_OK);
    assert_int_equal(ura_unit_writer_write(writer, &first, NULL), URA_OK);
    assert_int_equal(ura_unit_writer_write(writer, &second, NULL), URA_OK);
    assert_int_equal(ura_unit_writer_close(writer, URA_OK, NULL), URA_OK);
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, "source,target,note\r\nsource,target\r\n"
                                 "\"a \"\"b\"\"\nc\",\"#1\",\"x,y\"\r\n");
    out.len--;
    assert_units(state, &format_csv, buf_str(&out), "source|target\na \"b\"\nc|#1|x,y\n");
    buf_release(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tsv_gives_pairs_moved_pairs_and_notes),
        cmocka_unit_test(nothing_in_a_text_of_tsv_is_cleaned),
        cmocka_unit_test(damage_is_told_with_its_line),
        cmocka_unit_test(a_character_cut_by_a_block_is_whole),
        cmocka_unit_test(csv_takes_quotes_as_real_files_write_them),
        cmocka_unit_test(a_quote_that_never_closes_is_told_with_its_line),
        cmocka_unit_test(names_of_columns_are_no_unit),
        cmocka_unit_test(comments_of_glossaries_are_passed_over),
        cmocka_unit_test(utf_16_is_read),
        cmocka_unit_test(a_table_is_known_by_its_shape),
        cmocka_unit_test(copy_is_no_table),
        cmocka_unit_test(csv_is_written_as_rfc_4180_has_it),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
