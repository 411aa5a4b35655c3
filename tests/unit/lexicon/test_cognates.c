/* test_cognates.c - words that sound alike meet, whatever their spelling and script. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/cognates.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lang/fold.h"
#include "lexicon/phonetics.h"

static void
expect_sound(const char *first, const char *second, bool same)
{
    struct phonetic one, other;

    phonetic_make(ura_str_from(first), &one);
    phonetic_make(ura_str_from(second), &other);
    assert_true(one.count > 0 && other.count > 0);
    assert_int_equal(same, one.count == other.count &&
                               memcmp(one.letters, other.letters, one.count) == 0);
}

static void
spellings_of_one_sound_have_one_key(void **state)
{
    (void)state;
    expect_sound("uashington", "washington", true);
    expect_sound("xhorxh", "jorj", false);
    expect_sound("xhon", "zhon", true);
    expect_sound("thomas", "tomas", true);
    expect_sound("filip", "philip", true);
    expect_sound("kevin", "qevin", true);
    expect_sound("tekst", "text", true);
    expect_sound("presidenca", "presidensa", false);
    expect_sound("cirih", "zirih", true);
    expect_sound("anna", "ana", true);
    expect_sound("tirana", "durres", false);
}

static void
letters_that_are_not_latin_have_no_key(void **state)
{
    struct phonetic key;

    (void)state;
    phonetic_make(ura_str_from("美国"), &key);
    assert_int_equal(key.count, 0);
    phonetic_make(ura_str_from("abc1"), &key);
    assert_int_equal(key.count, 0);
}

static void
add_word(struct vocabulary *vocabulary, const char *text)
{
    struct ura_buf folded = {0};

    fold_append(&folded, ura_str_from(text));
    assert_int_not_equal(
        vocabulary_take(vocabulary, buf_str(&folded), buf_str(&folded), WORD_PLAIN),
        INTERN_NONE);
    buf_release(&folded);
}

/* How sure it is that SOURCE and TARGET are one word, 0 where they are no candidates. */
static float
compare(const char *source, const char *target)
{
    struct ura_context *context;
    struct scripts *scripts;
    struct vocabulary sources = {0}, targets = {0};
    struct candidates candidates = {0};
    float probability;

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(scripts_get(context, &scripts, NULL), URA_OK);
    add_word(&sources, source);
    add_word(&targets, target);
    assert_true(cognates_find(scripts, &sources, &targets, &candidates));
    probability = candidates.count ? candidates.items[0].forward : 0;
    candidates_release(&candidates);
    vocabulary_release(&sources);
    vocabulary_release(&targets);
    ura_context_free(context);
    return probability;
}

static void
names_meet_by_their_sound_and_in_steps_by_how_alike_they_are(void **state)
{
    float same = compare("Uashington", "Washington"), near = compare("Bethoven", "Beethoven"),
          ended = compare("Obamës", "Obama"), far = compare("Trumpizmi", "Trump");

    (void)state;
    assert_true(same > 0.9f);
    assert_true(near > 0.9f);
    assert_true(ended > 0.1f && ended < same);
    assert_true(far <= ended);
}

static void
words_that_only_look_a_little_alike_do_not_meet(void **state)
{
    (void)state;
    assert_true(compare("qeveria", "government") <= 0);
    assert_true(compare("kushtetuta", "constitution") <= 0);
    assert_true(compare("presion", "president") < 0.4f);
    assert_true(compare("dhe", "the") < 0.3f);
    assert_true(compare("po", "po") <= 0);
}

static void
scripts_are_no_wall(void **state)
{
    (void)state;
    assert_true(compare("Берлин", "Berlin") > 0.9f);
    assert_true(compare("Хрущев", "Hrushchev") > 0.9f);
    assert_true(compare("Ουάσινγκτον", "Uashington") > 0.3f);
    assert_true(compare("Τσίπρας", "Tsipras") > 0.9f);
    assert_true(compare("ワシントン", "Washington") > 0.3f);
    assert_true(compare("ვაშინგტონი", "Vashington") > 0.5f);
    assert_true(compare("Берлин", "Мадрид") <= 0);
    assert_true(compare("美国", "Meiguo") <= 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_of_one_sound_have_one_key),
        cmocka_unit_test(letters_that_are_not_latin_have_no_key),
        cmocka_unit_test(names_meet_by_their_sound_and_in_steps_by_how_alike_they_are),
        cmocka_unit_test(words_that_only_look_a_little_alike_do_not_meet),
        cmocka_unit_test(scripts_are_no_wall),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
