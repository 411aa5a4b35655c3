/* test_dictionary.c - the dictionary links what stands in its lists of good pairs. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "../with_context.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <ura/ura.h>

#include "lexicon/dictionary.h"
#include "lexicon/reader.h"

static void
read_words(struct ura_context *context, const char *language, struct ura_str text,
           struct vocabulary *out)
{
    struct reader reader;

    assert_int_equal(reader_open(context, language, out, &reader, NULL), URA_OK);
    assert_int_equal(reader_read(&reader, text, NULL), URA_OK);
    reader_release(&reader);
}

/* How many pairs of types the dictionary finds in two texts. */
static size_t
count_links(struct ura_context *context, const char *source_language, struct ura_str source,
            const char *target_language, struct ura_str target)
{
    struct vocabulary sources = {0}, targets = {0};
    struct candidates found = {0};
    const struct dictionary *dictionary;
    size_t count;

    assert_int_equal(
        dictionary_get(context, source_language, target_language, &dictionary, NULL), URA_OK);
    assert_non_null(dictionary);
    read_words(context, source_language, source, &sources);
    read_words(context, target_language, target, &targets);
    assert_true(dictionary_find(dictionary, dictionary_is_reversed(dictionary, source_language),
                                &sources, &targets, &found));
    count = found.count;
    candidates_release(&found);
    vocabulary_release(&sources);
    vocabulary_release(&targets);
    return count;
}

/* Every pair of dicts/sq-en/NAME, which are forms as texts have them, is linked. */
static void
check_good(struct ura_context *context, const char *name)
{
    struct ura_records records = {0};
    size_t pairs = 0, missed = 0;
    char path[64];

    snprintf(path, sizeof path, "sq-en/%s", name);
    assert_int_equal(records_load(ura_context_data_folder(context), path, &records, NULL),
                     URA_OK);
    while (records_next(&records, NULL) == URA_OK) {
        assert_int_equal(records.field_count, 2);
        pairs++;
        if (!count_links(context, "sq", records.fields[0], "en", records.fields[1])) {
            missed++;
            print_message("%s:%zu: %.*s is not linked to %.*s\n", name, records.line,
                          (int)records.fields[0].len, records.fields[0].ptr,
                          (int)records.fields[1].len, records.fields[1].ptr);
        }
    }
    records_release(&records);
    assert_true(pairs > 100);
    assert_int_equal(missed, 0);
}

static void
everyday_words_are_linked_in_their_forms(void **state)
{
    check_good(*state, "good-everyday.txt");
}

static void
words_of_the_state_are_linked_in_their_forms(void **state)
{
    check_good(*state, "good-state.txt");
}

static void
words_of_life_are_linked_in_their_forms(void **state)
{
    check_good(*state, "good-life.txt");
}

static void
it_serves_both_directions(void **state)
{
    assert_true(
        count_links(*state, "en", URA_STR("The governments"), "sq", URA_STR("qeveritë")) > 0);
    assert_true(count_links(*state, "sq-AL", URA_STR("qeveritë"), "en-US",
                            URA_STR("The governments")) > 0);
}

static void
words_that_do_not_belong_together_are_not_linked(void **state)
{
    assert_int_equal(count_links(*state, "sq", URA_STR("spitali"), "en", URA_STR("parliament")),
                     0);
    assert_int_equal(count_links(*state, "sq", URA_STR("tërmeti"), "en", URA_STR("football")),
                     0);
}

static void
a_pair_without_a_dictionary_has_none(void **state)
{
    const struct dictionary *dictionary;

    for (int i = 0; i < 2; i++) {
        assert_int_equal(dictionary_get(*state, "de", "fr", &dictionary, NULL), URA_OK);
        assert_null(dictionary);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everyday_words_are_linked_in_their_forms),
        cmocka_unit_test(words_of_the_state_are_linked_in_their_forms),
        cmocka_unit_test(words_of_life_are_linked_in_their_forms),
        cmocka_unit_test(it_serves_both_directions),
        cmocka_unit_test(words_that_do_not_belong_together_are_not_linked),
        cmocka_unit_test(a_pair_without_a_dictionary_has_none),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
