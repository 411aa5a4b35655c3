/* test_reader.c - any window gives the same clean text and the same way back. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
clean_text_stays_as_it_is(void **state)
{
    (void)state;
    ASSERT_CLEAN("Njëri tha: „Po“ — dhe iku…\n\tΑθήνα, Київ, 北京\n\nfund",
                 "Njëri tha: „Po“ — dhe iku…\n\tΑθήνα, Київ, 北京\n\nfund");
    ASSERT_CLEAN("", "");
    ASSERT_CLEAN("\n", "\n");
}

static void
every_line_end_becomes_lf(void **state)
{
    (void)state;
    ASSERT_CLEAN(
        "një\r\ndy\rtre\r\r\nkatër\xc2\x85pesë\xe2\x80\xa8gjashtë\xe2\x80\xa9shtatë\v\r",
        "një\ndy\ntre\n\nkatër\npesë\ngjashtë\nshtatë\n\n");
    ASSERT_CLEAN("\r\n\r\n", "\n\n");
    /* NEL only, and where it is half of Å. */
    ASSERT_CLEAN("një\xc2\x85"
                 "dy\xc2\x85",
                 "një\ndy\n");
    ASSERT_CLEAN("Ã\xc2\x85se Ã\xc2\x85se", "Åse Åse");
}

static void
in_mixed_line_ends_a_crlf_between_paragraphs_is_two(void **state)
{
    (void)state;
    ASSERT_CLEAN("kreu\rA\r\rB\n\nC\r\nD\r\n\r\nE\r\n", "kreu\nA\n\nB\n\nC\n\nD\n\nE\n");
    /* Beside lines without empty ones it is one, and so it is where nothing else is mixed. */
    ASSERT_CLEAN("A\rB\r\nC\nD\r\nE\r", "A\nB\nC\nD\nE\n");
    ASSERT_CLEAN("A\r\n\r\nB\r\nC\r\n\r\nD", "A\n\nB\nC\n\nD");
}

static void
the_mark_at_the_start_is_dropped_and_so_is_one_inside(void **state)
{
    (void)state;
    ASSERT_CLEAN("\xef\xbb\xbfPo\n\xef\xbb\xbfJo\n", "Po\nJo\n");
}

static void
decomposed_letters_are_composed(void **state)
{
    (void)state;
    ASSERT_CLEAN("e\xcc\x88sht\x65\xcc\x88 c\xcc\xa7"
                 "a\nA\xcc\x8angstro\xcc\x88m \xe2\x84\xab\n",
                 "ësht\xc3\xab ça\nÅngström Å\n");
    /* Marks in the wrong order, and a letter that NFC takes apart. */
    ASSERT_CLEAN("q\xcc\x87\xcc\xa3 \xe0\xa5\x98\n",
                 "q\xcc\xa3\xcc\x87 \xe0\xa4\x95\xe0\xa4\xbc\n");
    ASSERT_CLEAN("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\n", "한\n");
}

static void
what_cannot_be_seen_is_dropped(void **state)
{
    (void)state;
    ASSERT_CLEAN("\x08", "");
    ASSERT_CLEAN("qeve\xc2\xadria \xe2\x80\x8bth\xe2\x81\xa0"
                 "a\xe2\x80\x8e\x07\x7f\n",
                 "qeveria tha\n");
}

static void
joiners_and_marks_that_a_script_needs_stay(void **state)
{
    (void)state;
    ASSERT_CLEAN("می\xe2\x80\x8cخواهم\n", "می\xe2\x80\x8cخواهم\n");
    ASSERT_CLEAN("👩\xe2\x80\x8d🚀 क्\xe2\x80\x8dष\n", "👩\xe2\x80\x8d🚀 क्\xe2\x80\x8dष\n");
    ASSERT_CLEAN("שלום\xe2\x80\x8f!\n", "שלום\xe2\x80\x8f!\n");
    ASSERT_CLEAN("ภาษา\xe2\x80\x8bไทย\n", "ภาษา\xe2\x80\x8bไทย\n");
}

static void
odd_spaces_become_blanks(void **state)
{
    (void)state;
    ASSERT_CLEAN("5\xc2\xa0km, 2\xe2\x80\xaf"
                 "600\xe2\x80\x89€\n",
                 "5 km, 2 600 €\n");
    ASSERT_CLEAN("\xe3\x80\x80今日は\n", "\xe3\x80\x80今日は\n");
}

static void
a_span_leads_back_to_the_bytes_it_came_from(void **state)
{
    static const char bytes[] = "\xef\xbb\xbfnje\xcc\x88\r\ndy\xc2\xa0tre\n";
    struct ura_reader_options options = {.window = 4};
    struct ura_span out[4];
    struct reading result;

    (void)state;
    read_bytes(bytes, sizeof bytes - 1, &options, &result);
    assert_true(ura_str_equal(buf_str(&result.text), URA_STR("një\ndy tre\n")));
    assert_int_equal(map_origin(&result.map, (struct ura_span){0, 4}, out, 4), 1);
    assert_int_equal(out[0].start, 3);
    assert_int_equal(out[0].end, 8);
    assert_int_equal(map_cover(&result.map, (struct ura_span){4, 5}).end, 10);
    assert_int_equal(map_cover(&result.map, (struct ura_span){7, 8}).start, 12);
    assert_int_equal(map_cover(&result.map, (struct ura_span){7, 8}).end, 14);
    reading_release(&result);
}

static void
a_long_line_is_cleaned_in_parts_and_stays_a_line(void **state)
{
    struct ura_reader_options options = {.window = 1000};
    struct ura_buf bytes = {0}, clean = {0};
    struct reading result;

    (void)state;
    for (int i = 0; i < 30000; i++) {
        buf_append_text(&bytes, "fjale\xcc\x88\xc2\xa0 ");
        buf_append_text(&clean, "fjalë  ");
    }
    for (int i = 0; i < 100000; i++)
        buf_append_text(&bytes, i < 99000 ? "ë" : "\xcc\x88");
    for (int i = 0; i < 100000; i++)
        buf_append_text(&clean, i < 99000 ? "ë" : "\xcc\x88");
    read_bytes(bytes.ptr, bytes.len, &options, &result);
    assert_int_equal(result.status, URA_END);
    assert_int_equal(result.text.len, clean.len);
    assert_memory_equal(result.text.ptr, clean.ptr, clean.len);
    assert_int_equal(result.chunks, 1);
    reading_release(&result);
    buf_release(&bytes);
    buf_release(&clean);
}

static void
a_line_over_the_limit_is_refused_not_cut(void **state)
{
    static const char bytes[] = "një\ndy\nkjo rresht është shumë e gjatë\n";
    size_t limit = ura_context_limit(context, URA_LIMIT_LINE);

    (void)state;
    ura_context_set_limit(context, URA_LIMIT_LINE, 12);
    for (size_t window = 0; window < 64; window++) {
        struct ura_reader_options options = {.window = window, .name = "gjatë.txt"};
        struct reading result;

        read_bytes(bytes, sizeof bytes - 1, &options, &result);
        assert_int_equal(result.status, URA_TOO_LARGE);
        assert_non_null(strstr(result.error.message, "max-line"));
        assert_int_equal(result.error.offset, 8);
        assert_int_equal(result.error.line, 3);
        assert_string_equal(result.error.file, "gjatë.txt");
        reading_release(&result);
    }
    ura_context_set_limit(context, URA_LIMIT_LINE, limit);
}

static void
damaged_utf_8_is_refused_with_its_place(void **state)
{
    (void)state;
    ASSERT_REFUSED("një çështje\nkëtu \xeb është\nfund\n", 21, 2, "damaged UTF-8");
    ASSERT_REFUSED("një çështje\nkëtu\n\nfundi \xe2\x80", 28, 4, "cut off");
    ASSERT_REFUSED("një\nçdo \0 gjë\n", 10, 2, "NUL");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_text_stays_as_it_is),
        cmocka_unit_test(every_line_end_becomes_lf),
        cmocka_unit_test(in_mixed_line_ends_a_crlf_between_paragraphs_is_two),
        cmocka_unit_test(the_mark_at_the_start_is_dropped_and_so_is_one_inside),
        cmocka_unit_test(decomposed_letters_are_composed),
        cmocka_unit_test(what_cannot_be_seen_is_dropped),
        cmocka_unit_test(joiners_and_marks_that_a_script_needs_stay),
        cmocka_unit_test(odd_spaces_become_blanks),
        cmocka_unit_test(a_span_leads_back_to_the_bytes_it_came_from),
        cmocka_unit_test(a_long_line_is_cleaned_in_parts_and_stays_a_line),
        cmocka_unit_test(a_line_over_the_limit_is_refused_not_cut),
        cmocka_unit_test(damaged_utf_8_is_refused_with_its_place),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
