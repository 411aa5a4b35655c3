/* test_user_rules.c - text is cut by the rules of an SRX file as that says. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/user_rules.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

#define RULE(does, before_, after_)                                                            \
    {                                                                                          \
        .set = URA_STR("A"), .before = URA_STR(before_), .after = URA_STR(after_),             \
        .breaks = does, .line = __LINE__                                                       \
    }
#define COUNT(array) (sizeof(array) / sizeof *(array))

struct gathering {
    struct ura_str text;
    struct ura_buf out;
};

static enum ura_status
gather(struct ura_span sentence, void *user)
{
    struct gathering *gathering = user;

    if (gathering->out.len)
        buf_append_byte(&gathering->out, '|');
    buf_append_str(&gathering->out,
                   ura_str_slice(gathering->text, sentence.start, sentence.end));
    return URA_OK;
}

static void
assert_cut(const struct ura_segment_rules *rules, const char *language, const char *text,
           const char *wanted)
{
    struct gathering gathering = {.text = ura_str_from(text)};
    struct user_rules *made;
    struct ura_error error = {0};

    if (user_rules_new(rules, language, &made, &error))
        fail_msg("%s", error.message);
    assert_int_equal(user_rules_sentences(made, gathering.text, gather, &gathering, &error),
                     URA_OK);
    buf_append_byte(&gathering.out, '\0');
    assert_string_equal(gathering.out.ptr, wanted);
    buf_release(&gathering.out);
    user_rules_free(made);
}

static const struct ura_segment_map any = {URA_STR(".*"), URA_STR("A"), 1};

static void
the_first_rule_that_fits_decides(void **state)
{
    static const struct ura_segment_rule items[] = {
        RULE(false, "\\bDr\\.\\s", ""), RULE(false, "\\b(nr|fq)\\.\\s", ""),
        RULE(true, "[.?!]+[»\"]?\\s", ""), RULE(false, "!", "")};
    struct ura_segment_rules rules = {"t", items, COUNT(items), &any, 1, true};

    (void)state;
    assert_cut(&rules, "sq", "Dr. Leka erdhi. Banon në nr. 5! Po «jo.» Fund",
               "Dr. Leka erdhi.|Banon në nr. 5!|Po «jo.»|Fund");
}

static void
expressions_that_java_has_are_taken(void **state)
{
    static const struct ura_segment_rule items[] = {
        RULE(false, "^\\p{Lu}++\\.", "\\h"), RULE(false, "(?<!\\p{L})z\\.", ""),
        RULE(false, "\\u002E\\u002E", ""), RULE(true, "\\.", "\\s")};
    struct ura_segment_rules rules = {"t", items, COUNT(items), &any, 1, true};

    (void)state;
    assert_cut(&rules, "sq", "ËÇ. Një.. dy z. B. \xf0\x9f\x98\x80. C",
               "ËÇ. Një.. dy z. B.|\xf0\x9f\x98\x80.|C");
}

static void
the_start_of_a_text_is_far_from_its_end(void **state)
{
    static const struct ura_segment_rule items[] = {RULE(false, "^[^.]*\\.", "\\s"),
                                                    RULE(true, "\\.", "\\s")};
    struct ura_segment_rules rules = {"t", items, COUNT(items), &any, 1, true};
    char text[256], wanted[256];

    (void)state;
    memset(text, 'a', sizeof text);
    memset(wanted, 'a', sizeof wanted);
    memcpy(text + 200, ". b. c", 7);
    memcpy(wanted + 200, ". b.|c", 7);
    assert_cut(&rules, "sq", text, wanted);
}

static void
maps_choose_the_rules(void **state)
{
    static const struct ura_segment_rule items[] = {
        {URA_STR("A"), URA_STR("\\."), URA_STR(" "), true, 1},
        {URA_STR("B"), URA_STR(";"), URA_STR(" "), true, 2},
        {URA_STR("C"), URA_STR("("), URA_STR(""), true, 3}};
    static const struct ura_segment_map maps[] = {{URA_STR("(SQ|AL).*"), URA_STR("A"), 1},
                                                  {URA_STR("en"), URA_STR("C"), 2},
                                                  {URA_STR(".*"), URA_STR("B"), 3}};
    struct ura_segment_rules rules = {"t", items, COUNT(items), maps, COUNT(maps), true};

    (void)state;
    assert_cut(&rules, "sq-XK", "a. b; c", "a.|b;|c");
    rules.cascade = false;
    assert_cut(&rules, "sq-XK", "a. b; c", "a.|b; c");
    assert_cut(&rules, "de", "a. b; c", "a. b;|c");
}

static void
what_does_not_compile_is_told_with_its_line(void **state)
{
    static const struct ura_segment_rule items[] = {
        {URA_STR("A"), URA_STR("(a"), URA_STR(""), false, 17}};
    struct ura_segment_rules rules = {"t.srx", items, 1, &any, 1, true};
    struct ura_error error = {0};
    struct user_rules *made;

    (void)state;
    assert_int_equal(user_rules_new(&rules, "sq", &made, &error), URA_SYNTAX);
    assert_int_equal(error.line, 17);
    assert_string_equal(error.file, "t.srx");
    assert_non_null(strstr(error.message, "(a"));
    rules.map_count = 0;
    assert_int_equal(user_rules_new(&rules, "sq", &made, &error), URA_BAD_ARGUMENT);
}

static void
an_expression_that_runs_away_is_stopped(void **state)
{
    static const struct ura_segment_rule items[] = {RULE(true, "(a+a+)+b", "")};
    struct ura_segment_rules rules = {"t", items, 1, &any, 1, true};
    char text[5000];
    struct gathering gathering = {.text = {text, sizeof text}};
    struct ura_error error = {0};
    struct user_rules *made;

    (void)state;
    memset(text, 'a', sizeof text);
    assert_int_equal(user_rules_new(&rules, "sq", &made, &error), URA_OK);
    assert_int_equal(user_rules_sentences(made, gathering.text, gather, &gathering, &error),
                     URA_TOO_LARGE);
    assert_true(error.line > 0);
    user_rules_free(made);
    buf_release(&gathering.out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_rule_that_fits_decides),
        cmocka_unit_test(expressions_that_java_has_are_taken),
        cmocka_unit_test(the_start_of_a_text_is_far_from_its_end),
        cmocka_unit_test(maps_choose_the_rules),
        cmocka_unit_test(what_does_not_compile_is_told_with_its_line),
        cmocka_unit_test(an_expression_that_runs_away_is_stopped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
