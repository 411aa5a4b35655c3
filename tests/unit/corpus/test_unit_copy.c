/* test_unit_copy.c - units that are held while others are read. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/unit_copy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void
a_copy_holds_all_texts_of_its_own(void **state)
{
    char source[] = "burimi", value[] = "vlera";
    const struct ura_property property = {URA_SIDE_UNIT, URA_STR("note"), {value, 5}};
    const struct ura_unit unit = {
        .id = URA_STR("7"),
        .source = {source, 6},
        .target = URA_STR(""),
        .has_target = true,
        .state = URA_STATE_DRAFT,
        .has_score = true,
        .score = 0.5,
        .properties = &property,
        .property_count = 1,
        .line = 3,
    };
    struct ura_unit *copy = unit_copy(&unit);

    (void)state;
    assert_non_null(copy);
    source[0] = value[0] = '!';
    assert_true(ura_str_equal(copy->source, URA_STR("burimi")));
    assert_true(ura_str_equal(copy->id, URA_STR("7")));
    assert_true(copy->has_target && copy->target.ptr && copy->target.len == 0);
    assert_null(copy->source_markup.ptr);
    assert_int_equal(copy->property_count, 1);
    assert_true(ura_str_equal(copy->properties[0].name, URA_STR("note")));
    assert_true(ura_str_equal(copy->properties[0].value, URA_STR("vlera")));
    assert_int_equal(copy->state, URA_STATE_DRAFT);
    assert_true(copy->has_score && copy->score == 0.5);
    assert_int_equal(copy->line, 3);
    free(copy);
}

static void
a_copy_holds_the_sentences_of_its_place(void **state)
{
    char first[] = "Po.", other[] = "Yes.";
    const struct ura_str source[] = {{first, 3}, URA_STR("Jo.")}, target[] = {{other, 4}};
    const struct ura_unit unit = {
        .source = URA_STR("Po. Jo."),
        .target = {other, 4},
        .has_place = true,
        .place = {4, 2, 7, 1},
        .source_sentences = source,
        .target_sentences = target,
    };
    struct ura_unit *copy = unit_copy(&unit);

    (void)state;
    assert_non_null(copy);
    first[0] = other[0] = '!';
    assert_true(ura_str_equal(copy->source_sentences[0], URA_STR("Po.")));
    assert_true(ura_str_equal(copy->source_sentences[1], URA_STR("Jo.")));
    assert_true(ura_str_equal(copy->target_sentences[0], URA_STR("Yes.")));
    assert_true(ura_str_equal(copy->target, URA_STR("Yes.")));
    assert_null(copy->properties);
    free(copy);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_holds_all_texts_of_its_own),
        cmocka_unit_test(a_copy_holds_the_sentences_of_its_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
