/* test_trainer.c - words learned from pairs of sentences. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include <ura/ura.h>

#include "base/base.h"

enum { NOUNS = 8, VERBS = 6, PAIRS = NOUNS * VERBS };

/* Words that no dictionary has: what is learned comes from the pairs. */
static const char *const nouns[2][NOUNS] = {
    {"bakar", "dolin", "fergat", "gomil", "hatur", "jelek", "konat", "lumar"},
    {"tarn", "plood", "wrisk", "shamb", "froot", "glime", "snork", "clave"}};
static const char *const verbs[2][VERBS] = {
    {"mbosi", "ngurti", "pikasi", "rrogi", "strali", "tundi"},
    {"dribs", "floms", "grats", "hulls", "jigs", "kips"}};

static int
set_up(void **state)
{
    return ura_context_new(getenv("URA_DATA"), (struct ura_context **)state, NULL);
}

static int
tear_down(void **state)
{
    ura_context_free(*state);
    return 0;
}

/* Each noun with each verb; the target has the other order of words. */
static void
make_pair(size_t i, char source[64], char target[64])
{
    size_t noun = i % NOUNS, verb = i / NOUNS;

    snprintf(source, 64, "%s %s vorta", nouns[0][noun], verbs[0][verb]);
    snprintf(target, 64, "%s the %s", verbs[1][verb], nouns[1][noun]);
}

static struct ura_trainer *
train(struct ura_context *context, const struct ura_trainer_options *options, bool backwards)
{
    struct ura_trainer *trainer;
    char source[64], target[64];

    assert_int_equal(ura_trainer_new(context, options, &trainer, NULL), URA_OK);
    for (size_t i = 0; i < PAIRS; i++) {
        make_pair(backwards ? PAIRS - 1 - i : i, source, target);
        assert_int_equal(
            ura_trainer_add(trainer, ura_str_from(source), ura_str_from(target), 1, NULL),
            URA_OK);
    }
    assert_int_equal(ura_trainer_train(trainer, NULL), URA_OK);
    return trainer;
}

static int
append(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return 0;
}

static void
words_that_always_meet_are_linked(void **state)
{
    const struct ura_trainer_options options = {"sq", "en", .links = true};
    struct ura_trainer *trainer = train(*state, &options, false);
    struct ura_word_links links = {0};
    struct ura_trainer_facts facts;
    char source[64], target[64];

    for (size_t i = 0; i < PAIRS; i++) {
        make_pair(i, source, target);
        assert_int_equal(ura_trainer_link(trainer, ura_str_from(source), ura_str_from(target),
                                          URA_WORD_TOKENS_FOUND, URA_SYMMETRY_INTERSECTION,
                                          &links, NULL),
                         URA_OK);
        assert_int_equal(links.count, 3);
        assert_int_equal(links.items[0].target, 2);
        assert_int_equal(links.items[1].target, 0);
        assert_int_equal(links.items[2].target, 1);
    }
    ura_trainer_describe(trainer, &facts);
    assert_int_equal(facts.pairs, PAIRS);
    assert_int_equal(facts.source_words, NOUNS + VERBS + 1);
    ura_word_links_release(&links);
    ura_trainer_free(trainer);
}

static void
the_result_does_not_depend_on_threads(void **state)
{
    struct ura_trainer_options options = {"sq", "en", .knows = true};
    struct ura_buf tables[3] = {{0}, {0}, {0}};
    static const size_t jobs[3] = {1, 2, 7};

    for (int i = 0; i < 3; i++) {
        struct ura_trainer *trainer;

        options.jobs = jobs[i];
        trainer = train(*state, &options, false);
        assert_int_equal(ura_trainer_write(trainer, "a note", append, &tables[i], NULL),
                         URA_OK);
        ura_trainer_free(trainer);
        assert_int_equal(tables[i].len, tables[0].len);
        assert_memory_equal(tables[i].ptr, tables[0].ptr, tables[0].len);
    }
    for (int i = 0; i < 3; i++)
        buf_release(&tables[i]);
}

static void
a_table_has_what_was_learned(void **state)
{
    const struct ura_trainer_options options = {"sq", "en", .jobs = 1};
    struct ura_trainer *trainer = train(*state, &options, false);
    char path[] = "/tmp/ura-table-XXXXXX";
    struct ura_translation *found;
    struct ura_table_facts facts;
    struct ura_output output;
    struct ura_table *table;
    size_t count;

    close(mkstemp(path));
    assert_int_equal(output_open(path, &output, NULL), URA_OK);
    assert_int_equal(ura_trainer_write(trainer, "a note", output_write, &output, NULL), URA_OK);
    assert_int_equal(output_close(&output, NULL), URA_OK);
    ura_trainer_free(trainer);
    assert_int_equal(ura_table_open(*state, path, &table, NULL), URA_OK);
    ura_table_describe(table, &facts);
    assert_int_equal(facts.pairs, PAIRS);
    assert_true(ura_str_equal(facts.note, URA_STR("a note")));
    assert_int_equal(ura_table_translate(table, URA_STR("Fergat"), &found, &count, NULL),
                     URA_OK);
    assert_true(count > 0);
    assert_true(ura_str_equal(found[0].other, URA_STR("wrisk")));
    assert_true(found[0].forward > 0.6 && found[0].backward > 0.6);
    assert_false(found[0].reversed);
    free(found);
    assert_int_equal(ura_table_translate(table, URA_STR("wrisk"), &found, &count, NULL),
                     URA_OK);
    assert_true(count > 0 && found[0].reversed);
    assert_true(ura_str_equal(found[0].other, URA_STR("fergat")));
    free(found);
    assert_int_equal(ura_table_translate(table, URA_STR("nothing"), &found, &count, NULL),
                     URA_OK);
    assert_int_equal(count, 0);
    free(found);
    ura_table_free(table);
    unlink(path);
}

static size_t
count_used(struct ura_context *context, bool backwards, struct ura_buf *table)
{
    const struct ura_trainer_options options = {"sq", "en", .tokens_max = PAIRS * 3};
    struct ura_trainer *trainer = train(context, &options, backwards);
    struct ura_trainer_facts facts;

    ura_trainer_describe(trainer, &facts);
    assert_int_equal(facts.pairs, PAIRS);
    assert_int_equal(ura_trainer_write(trainer, "", append, table, NULL), URA_OK);
    ura_trainer_free(trainer);
    return facts.used;
}

static void
over_the_bound_of_tokens_some_pairs_teach_whatever_their_order(void **state)
{
    struct ura_buf tables[2] = {{0}, {0}};
    size_t used = count_used(*state, false, &tables[0]);

    assert_true(used > 0 && used <= PAIRS / 2);
    assert_int_equal(count_used(*state, true, &tables[1]), used);
    buf_release(&tables[0]);
    buf_release(&tables[1]);
}

static void
tokens_between_blanks_are_taken_as_they_stand(void **state)
{
    const struct ura_trainer_options options = {"sq", "en", .jobs = 1};
    struct ura_trainer *trainer = train(*state, &options, false);
    struct ura_span *spans;
    size_t count;

    assert_int_equal(ura_trainer_tokens(trainer, URA_SIDE_TARGET, URA_STR(" it's  a-b, "),
                                        URA_WORD_TOKENS_BLANKS, &spans, &count, NULL),
                     URA_OK);
    assert_int_equal(count, 2);
    assert_int_equal(spans[1].start, 7);
    assert_int_equal(spans[1].end, 11);
    free(spans);
    assert_int_equal(ura_trainer_tokens(trainer, URA_SIDE_SOURCE, URA_STR("Po, ja."),
                                        URA_WORD_TOKENS_FOUND, &spans, &count, NULL),
                     URA_OK);
    assert_int_equal(count, 4);
    free(spans);
    ura_trainer_free(trainer);
}

static void
what_can_not_be_learned_from_is_refused_or_passed_over(void **state)
{
    const struct ura_trainer_options options = {"sq", "en", .jobs = 1};
    struct ura_word_links links = {0};
    struct ura_trainer_facts facts;
    struct ura_trainer *trainer;
    struct ura_error error = {0};

    assert_int_equal(ura_trainer_new(*state, &options, &trainer, NULL), URA_OK);
    assert_int_equal(ura_trainer_add(trainer, URA_STR("po"), URA_STR("yes"), 0, &error),
                     URA_BAD_ARGUMENT);
    assert_int_equal(ura_trainer_add(trainer, URA_STR("po"), URA_STR("yes"), 1.5, &error),
                     URA_BAD_ARGUMENT);
    assert_int_equal(ura_trainer_add(trainer, URA_STR("po"), URA_STR(""), 1, &error), URA_OK);
    assert_int_equal(ura_trainer_link(trainer, URA_STR("po"), URA_STR("yes"),
                                      URA_WORD_TOKENS_FOUND, URA_SYMMETRY_UNION, &links,
                                      &error),
                     URA_BAD_ARGUMENT);
    assert_int_equal(ura_trainer_train(trainer, &error), URA_BAD_INPUT);
    ura_trainer_describe(trainer, &facts);
    assert_int_equal(facts.passed_over, 1);
    assert_int_equal(facts.used, 0);
    ura_trainer_free(trainer);
}

static void
languages_are_found_in_the_texts(void **state)
{
    struct ura_trainer_facts facts;
    struct ura_trainer *trainer;

    assert_int_equal(ura_trainer_new(*state, NULL, &trainer, NULL), URA_OK);
    for (int i = 0; i < 3; i++)
        assert_int_equal(
            ura_trainer_add(trainer, URA_STR("Qeveria e vendit miratoi buxhetin e ri."),
                            URA_STR("The government of the country approved the new budget."),
                            1, NULL),
            URA_OK);
    assert_int_equal(ura_trainer_train(trainer, NULL), URA_OK);
    ura_trainer_describe(trainer, &facts);
    assert_string_equal(facts.source_language, "sq");
    assert_string_equal(facts.target_language, "en");
    assert_int_equal(facts.pairs, 3);
    ura_trainer_free(trainer);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_always_meet_are_linked),
        cmocka_unit_test(the_result_does_not_depend_on_threads),
        cmocka_unit_test(a_table_has_what_was_learned),
        cmocka_unit_test(over_the_bound_of_tokens_some_pairs_teach_whatever_their_order),
        cmocka_unit_test(tokens_between_blanks_are_taken_as_they_stand),
        cmocka_unit_test(what_can_not_be_learned_from_is_refused_or_passed_over),
        cmocka_unit_test(languages_are_found_in_the_texts),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
