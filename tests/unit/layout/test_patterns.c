/* test_patterns.c - lines that the pattern data must catch, and lines that it must leave. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/layout.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "laid.h"
#include "lang/letters.h"
#include "lang/patterns.h"

#include <cmocka.h>

static const char *const languages[] = {"sq", "en"};

/* Running text around the line that is tried, so that head, body and foot are what they are. */
static const char before[] =
    "Dje në mesditë u hap rruga e re që lidh tri fshatrat e luginës me qytetin dhe spitalin.\n"
    "Punimet zgjatën dy vjet, sepse mali u shemb dy herë dhe ura duhej ndërtuar nga e para.\n";
static const char after[] =
    "Banorët e pritën të parin autobus me muzikë, me bukë të ngrohtë dhe me shumë fjalime.\n"
    "Tani udhëtimi deri te spitali zgjat njëzet minuta, kurse më parë zgjaste gati tri orë.\n";
static const char headline[] = "Hapet pas dy vjetësh rruga e re e luginës\n";

/* The furniture that LINE is in ZONE: head, body or foot. */
static enum ura_furniture
kind_of_line(struct ura_str zone, struct ura_str line, const char *language)
{
    struct ura_buf text = {0};
    enum ura_furniture kind;
    struct laid laid;
    size_t at;

    if (!ura_str_equal(zone, URA_STR("head")))
        buf_append_text(&text, headline);
    if (ura_str_equal(zone, URA_STR("foot")))
        buf_append_text(&text, after);
    if (!ura_str_equal(zone, URA_STR("head")))
        buf_append_text(&text, before);
    at = text.len;
    buf_append_str(&text, line);
    buf_append_byte(&text, '\n');
    if (ura_str_equal(zone, URA_STR("head")))
        buf_append_text(&text, headline);
    if (!ura_str_equal(zone, URA_STR("foot")))
        buf_append_text(&text, after);
    buf_append_byte(&text, 0);
    laid_read(&laid, text.ptr, language, URA_LAYOUT_WIRE);
    kind = laid_furniture(&laid, at);
    laid_release(&laid);
    buf_release(&text);
    return kind;
}

/* Tries every record of dicts/LANGUAGE/NAME, ZONE TAB KIND TAB LINE, and tells what is wrong.
 */
static void
try_lines(const char *language, const char *name, size_t *tried, size_t *wrong)
{
    struct ura_records records;
    char path[64];

    snprintf(path, sizeof path, "%s/%s", language, name);
    assert_int_equal(records_load(getenv("URA_DATA"), path, &records, NULL), URA_OK);
    while (records_next(&records, NULL) == URA_OK) {
        enum ura_furniture kind;
        struct ura_str found;

        assert_int_equal(records.field_count, 3);
        kind = kind_of_line(records.fields[0], records.fields[2], language);
        found = ura_str_from(kind ? ura_furniture_name(kind) : "copy");
        ++*tried;
        if (!ura_str_equal(found, records.fields[1])) {
            print_error("%s:%zu: %s: %.*s\n", path, records.line, found.ptr,
                        (int)records.fields[2].len, records.fields[2].ptr);
            ++*wrong;
        }
    }
    records_release(&records);
}

static void
good_lines_are_set_aside_as_their_kind(void **state)
{
    size_t tried = 0, wrong = 0;

    (void)state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        try_lines(languages[i], "layout-good.txt", &tried, &wrong);
    assert_in_range(tried, 50, 10000);
    assert_int_equal(wrong, 0);
}

static void
wrong_lines_stay_copy(void **state)
{
    size_t tried = 0, wrong = 0;

    (void)state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        try_lines(languages[i], "layout-wrong.txt", &tried, &wrong);
    assert_in_range(tried, 30, 10000);
    assert_int_equal(wrong, 0);
}

static void
a_phrase_matches_whole_words_without_case_and_diacritics(void **state)
{
    struct ura_buf words = {0};
    struct pattern pattern = {.place = PATTERN_START, .phrase = URA_STR("lexo edhe :")};

    (void)state;
    letters_fold_words(URA_STR("LEXO  ËDHE: Pse..."), &words);
    assert_true(ura_str_equal(buf_str(&words), URA_STR("lexo edhe : pse")));
    assert_true(pattern_matches(&pattern, buf_str(&words)));
    pattern.phrase = URA_STR("lexo ed");
    assert_false(pattern_matches(&pattern, buf_str(&words)));
    pattern = (struct pattern){.place = PATTERN_WITHIN, .phrase = URA_STR("pse")};
    assert_true(pattern_matches(&pattern, buf_str(&words)));
    pattern.place = PATTERN_END;
    assert_true(pattern_matches(&pattern, buf_str(&words)));
    pattern.place = PATTERN_WHOLE;
    assert_false(pattern_matches(&pattern, buf_str(&words)));
    buf_release(&words);
}

static void
a_language_without_a_file_has_the_general_patterns(void **state)
{
    const struct patterns *general, *greek, *again;
    struct ura_context *context;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(patterns_get(context, "el", &greek, NULL), URA_OK);
    assert_int_equal(patterns_get(context, "und", &general, NULL), URA_OK);
    assert_int_equal(patterns_get(context, "el", &again, NULL), URA_OK);
    assert_ptr_equal(greek, again);
    assert_in_range(greek->count, 1, general->count - 1);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_lines_are_set_aside_as_their_kind),
        cmocka_unit_test(wrong_lines_stay_copy),
        cmocka_unit_test(a_phrase_matches_whole_words_without_case_and_diacritics),
        cmocka_unit_test(a_language_without_a_file_has_the_general_patterns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
