/* test_sentences.c - blocks become the sentences that dicts/<language>/segment.good.txt marks.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segment.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

#include <cmocka.h>

/* Where the sentences begin, as "0 17 40 ". */
static enum ura_status
add_start(struct ura_span sentence, void *user)
{
    buf_append_unsigned(user, sentence.start);
    buf_append_byte(user, ' ');
    return URA_OK;
}

/* The text of MARKED, and in STARTS where its sentences begin. A | is a blank, || is nothing.
 */
static void
take_marks(struct ura_str marked, struct ura_buf *text, struct ura_buf *starts)
{
    buf_append_text(starts, "0 ");
    for (size_t i = 0; i < marked.len; i++) {
        if (marked.ptr[i] != '|') {
            buf_append_byte(text, marked.ptr[i]);
            continue;
        }
        if (i + 1 < marked.len && marked.ptr[i + 1] == '|')
            i++;
        else
            buf_append_byte(text, ' ');
        buf_append_unsigned(starts, text->len);
        buf_append_byte(starts, ' ');
    }
    buf_append_byte(starts, '\0');
}

static enum ura_block_kind
kind_of(struct ura_str name)
{
    return ura_str_equal(name, URA_STR("heading")) ? URA_BLOCK_HEADING
           : ura_str_equal(name, URA_STR("list"))  ? URA_BLOCK_LIST_ITEM
           : ura_str_equal(name, URA_STR("table")) ? URA_BLOCK_TABLE_ROW
                                                   : URA_BLOCK_PARAGRAPH;
}

static bool
cuts_as_marked(struct segmenter *segmenter, const struct ura_records *records)
{
    struct ura_str marked = records->fields[records->field_count - 1];
    struct ura_buf text = {0}, wanted = {0}, got = {0};
    enum ura_block_kind kind =
        records->field_count == 2 ? kind_of(records->fields[0]) : URA_BLOCK_PARAGRAPH;
    bool same;

    take_marks(marked, &text, &wanted);
    assert_int_equal(
        segmenter_sentences(segmenter, buf_str(&text), kind, add_start, &got, NULL), URA_OK);
    buf_append_byte(&got, '\0');
    same = strcmp(wanted.ptr, got.ptr) == 0;
    if (!same)
        print_error("%s:%zu: wanted %s got %s: %.*s\n", records->path, records->line,
                    wanted.ptr, got.ptr, (int)marked.len, marked.ptr);
    buf_release(&text);
    buf_release(&wanted);
    buf_release(&got);
    return same;
}

/* Cuts every paragraph of dicts/LANGUAGE/segment.good.txt. */
static void
check_language(const char *language)
{
    struct ura_context *context;
    struct segmenter *segmenter;
    struct ura_records records;
    char folder[480];
    size_t wrong = 0, count = 0;

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(segmenter_new(context, language, &segmenter, NULL), URA_OK);
    snprintf(folder, sizeof folder, "%s/%s", getenv("URA_DATA"), language);
    assert_int_equal(records_load(folder, "segment.good.txt", &records, NULL), URA_OK);
    while (records_next(&records, NULL) == URA_OK) {
        count++;
        wrong += !cuts_as_marked(segmenter, &records);
    }
    records_release(&records);
    segmenter_free(segmenter);
    ura_context_free(context);
    assert_true(count > 0);
    assert_int_equal(wrong, 0);
}

static void
albanian_paragraphs_are_cut_where_they_are_marked(void **state)
{
    (void)state;
    check_language("sq");
}

static void
english_paragraphs_are_cut_where_they_are_marked(void **state)
{
    (void)state;
    check_language("en");
}

static void
german_italian_and_greek_paragraphs_are_cut_where_they_are_marked(void **state)
{
    (void)state;
    check_language("de");
    check_language("it");
    check_language("el");
}

static void
a_language_without_data_is_cut_by_the_general_rules(void **state)
{
    static const struct {
        const char *language;
        const char *text;
        const char *starts;
    } CASES[] = {
        {"fr", "Elle est partie. Il reste. M. Dupont attend.", "0 17 27 "},
        {"tr", "Eve gitti. Sonra uyudu! 15 kişi geldi.", "0 11 24 "},
        {"zh", "他来了。“我不知道。”他说。", "0 12 33 "},
        {"hi", "वह आया। फिर गया।", "0 20 "},
        {"hy", "Նա եկավ։ Հետո գնաց։", "0 16 "},
        {"und", "One. Two.\nThree", "0 5 10 "},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct ura_context *context;
        struct segmenter *segmenter;
        struct ura_buf got = {0};

        assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
        assert_int_equal(segmenter_new(context, CASES[i].language, &segmenter, NULL), URA_OK);
        assert_int_equal(segmenter_sentences(segmenter, ura_str_from(CASES[i].text),
                                             URA_BLOCK_PARAGRAPH, add_start, &got, NULL),
                         URA_OK);
        buf_append_byte(&got, '\0');
        assert_string_equal(got.ptr, CASES[i].starts);
        buf_release(&got);
        segmenter_free(segmenter);
        ura_context_free(context);
    }
}

static enum ura_status
stop_at_once(struct ura_span sentence, void *user)
{
    (void)sentence;
    ++*(int *)user;
    return URA_END;
}

static void
a_callback_that_stops_is_not_called_again(void **state)
{
    struct ura_context *context;
    struct segmenter *segmenter;
    int calls = 0;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(segmenter_new(context, "en", &segmenter, NULL), URA_OK);
    assert_int_equal(segmenter_sentences(segmenter, URA_STR("One. Two. Three."),
                                         URA_BLOCK_PARAGRAPH, stop_at_once, &calls, NULL),
                     URA_END);
    assert_int_equal(calls, 1);
    segmenter_free(segmenter);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(albanian_paragraphs_are_cut_where_they_are_marked),
        cmocka_unit_test(english_paragraphs_are_cut_where_they_are_marked),
        cmocka_unit_test(german_italian_and_greek_paragraphs_are_cut_where_they_are_marked),
        cmocka_unit_test(a_language_without_data_is_cut_by_the_general_rules),
        cmocka_unit_test(a_callback_that_stops_is_not_called_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
