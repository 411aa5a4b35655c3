/* test_fold.c - letters as they are compared, and words without their endings. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/fold.h"
#include "lang/stems.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
expect_folded(const char *text, const char *expected)
{
    struct ura_buf out = {0};

    fold_append(&out, ura_str_from(text));
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, expected);
    buf_release(&out);
}

static void
letters_lose_case_and_diacritics(void **state)
{
    (void)state;
    expect_folded("Çështje", "ceshtje");
    expect_folded("Straße", "strasse");
    expect_folded("Łódź", "lodz");
    expect_folded("Øresund", "oresund");
    expect_folded("Άρης", "αρησ");
    expect_folded("ЁЛКА", "елка");
    expect_folded("e\xCC\x88", "e");
}

static void
marks_inside_words_and_what_cannot_be_seen_go(void **state)
{
    (void)state;
    expect_folded("t'i", "ti");
    expect_folded("s’ka", "ska");
    expect_folded("Nju-Jork", "njujork");
    expect_folded("a\xC2\xAD"
                  "b",
                  "ab");
    expect_folded("a\xFF"
                  "b",
                  "ab");
}

static void
letters_without_case_or_base_stay(void **state)
{
    (void)state;
    expect_folded("美国", "美国");
    expect_folded("한국", "한국");
    expect_folded("भारत", "भारत");
    assert_int_equal(fold_letters(ura_str_from("美国a")), 3);
}

/* The stem of WORD (folded) in LANGUAGE. */
static void
expect_stem(struct ura_context *context, const char *language, const char *word,
            const char *expected)
{
    const struct stems *stems;
    size_t len;

    assert_int_equal(stems_get(context, language, &stems, NULL), URA_OK);
    len = stems_cut(stems, ura_str_from(word));
    assert_int_equal(len, strlen(expected));
    assert_memory_equal(word, expected, len);
}

static void
the_forms_of_a_word_meet_in_one_stem(void **state)
{
    struct ura_context *context;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    expect_stem(context, "sq", "qeveria", "qever");
    expect_stem(context, "sq", "qeverise", "qever");
    expect_stem(context, "sq", "qeverine", "qever");
    expect_stem(context, "sq", "president", "president");
    expect_stem(context, "sq", "presidentit", "president");
    expect_stem(context, "en", "countries", "countr");
    expect_stem(context, "en", "country", "countr");
    expect_stem(context, "en-GB", "votes", "vot");
    expect_stem(context, "de", "regierungen", "regier");
    expect_stem(context, "el", "κυβερνησησ", "κυβερνη");
    ura_context_free(context);
}

static void
a_stem_keeps_three_letters(void **state)
{
    struct ura_context *context;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    expect_stem(context, "sq", "une", "une");
    expect_stem(context, "sq", "kisha", "kish");
    expect_stem(context, "en", "does", "doe");
    expect_stem(context, "el", "εθνη", "εθν");
    ura_context_free(context);
}

static void
a_language_without_endings_keeps_the_beginning_of_long_words(void **state)
{
    struct ura_context *context;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    expect_stem(context, "xx", "abcde", "abcde");
    expect_stem(context, "xx", "abcdefg", "abcde");
    expect_stem(context, "xx", "abcdefghijkl", "abcdefgh");
    expect_stem(context, "xx", "вашингтона", "вашинг");
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_lose_case_and_diacritics),
        cmocka_unit_test(marks_inside_words_and_what_cannot_be_seen_go),
        cmocka_unit_test(letters_without_case_or_base_stay),
        cmocka_unit_test(the_forms_of_a_word_meet_in_one_stem),
        cmocka_unit_test(a_stem_keeps_three_letters),
        cmocka_unit_test(a_language_without_endings_keeps_the_beginning_of_long_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
