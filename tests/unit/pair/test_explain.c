/* test_explain.c - why a bead was chosen. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/ura.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const char source_text[] =
    "Qeveria miratoi të hënën 40 milionë euro për shkollat.\n"
    "Askush nuk foli për koston.\n"
    "Ministri Arben Kola u tha gazetarëve në Tiranë se puna fillon në mars.\n";
static const char target_text[] =
    "On Monday the government approved 40 million euros for schools.\n"
    "Minister Arben Kola told reporters in Tirana that work starts in March.\n";

struct fixture {
    struct ura_context *context;
    struct ura_document *source, *target;
};

static int
set_up(void **state)
{
    const struct ura_document_options sq = {.language = "sq", .layout = URA_LAYOUT_LINES};
    const struct ura_document_options en = {.language = "en", .layout = URA_LAYOUT_LINES};
    struct fixture *fixture = calloc(1, sizeof *fixture);

    *state = fixture;
    return !fixture || ura_context_new(getenv("URA_DATA"), &fixture->context, NULL) ||
           ura_document_read(fixture->context, source_text, sizeof source_text - 1, &sq,
                             &fixture->source, NULL) ||
           ura_document_read(fixture->context, target_text, sizeof target_text - 1, &en,
                             &fixture->target, NULL);
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;

    ura_document_free(fixture->source);
    ura_document_free(fixture->target);
    ura_context_free(fixture->context);
    free(fixture);
    return 0;
}

static struct ura_explanation *
explain(struct fixture *fixture, size_t index)
{
    struct ura_explanation *explanation;

    assert_int_equal(ura_pair_explain(fixture->context, fixture->source, fixture->target, NULL,
                                      index, &explanation, NULL),
                     URA_OK);
    return explanation;
}

/* What the words SOURCE and TARGET add; 0 where they are not among the reasons. */
static double
worth_of(const struct ura_explanation *explanation, const char *source, const char *target,
         enum ura_reason_kind kind)
{
    for (size_t k = 0; k < explanation->reason_count; k++) {
        const struct ura_reason *reason = &explanation->reasons[k];

        if (ura_str_equal(reason->source, ura_str_from(source)) &&
            ura_str_equal(reason->target, ura_str_from(target))) {
            assert_int_equal(reason->kind, kind);
            return (double)reason->worth;
        }
    }
    return 0;
}

static void
words_and_numbers_speak_for_a_bead(void **state)
{
    struct ura_explanation *explanation = explain(*state, 0);

    assert_int_equal(explanation->bead.source_count, 1);
    assert_int_equal(explanation->bead.target_count, 1);
    assert_true(worth_of(explanation, "qeveria", "government", URA_REASON_WORD) > 1);
    assert_true(worth_of(explanation, "40000000", "40000000", URA_REASON_NUMBER) > 1);
    for (size_t k = 1; k < explanation->reason_count; k++)
        assert_true(explanation->reasons[k - 1].worth >= explanation->reasons[k].worth);
    ura_explanation_free(explanation);
}

static void
the_parts_add_up_to_the_score_that_the_alignment_has(void **state)
{
    struct fixture *fixture = *state;
    struct ura_bitext *bitext;

    assert_int_equal(
        ura_pair_align(fixture->context, fixture->source, fixture->target, NULL, &bitext, NULL),
        URA_OK);
    for (size_t i = 0; i < bitext->bead_count; i++) {
        struct ura_explanation *explanation = explain(fixture, i);
        double parts = (double)explanation->words + (double)explanation->lengths +
                       (double)explanation->prior + (double)explanation->usual +
                       (double)explanation->headings;
        double words = 0;

        for (size_t k = 0; k < explanation->reason_count; k++)
            words += (double)explanation->reasons[k].worth;
        assert_int_equal(explanation->bead_count, bitext->bead_count);
        assert_true(explanation->bead.score == bitext->beads[i].score);
        assert_true(explanation->bead.probability == bitext->beads[i].probability);
        assert_true(fabs(parts - (double)explanation->bead.score) < 1e-3);
        assert_true(fabs(words - (double)explanation->words) < 1e-3);
        /* What is usual in a text is counted against 1-1. */
        if (bitext->beads[i].source_count == 1 && bitext->beads[i].target_count == 1)
            assert_true(fabs((double)explanation->usual) < 1e-3);
        ura_explanation_free(explanation);
    }
    ura_bitext_free(bitext);
}

static void
the_runner_up_shares_a_sentence_and_is_another(void **state)
{
    struct ura_explanation *explanation = explain(*state, 1);
    const struct ura_bead *second = &explanation->runner_up;

    assert_int_equal(explanation->bead.source_first, 1);
    assert_int_equal(explanation->bead.target_count, 0);
    assert_int_equal(explanation->reason_count, 0);
    assert_true(explanation->has_runner_up);
    assert_true(second->target_count > 0);
    assert_true(second->source_first <= 1 && second->source_first + second->source_count > 1);
    assert_true(explanation->advantage > 0);
    ura_explanation_free(explanation);
}

static void
a_bead_that_is_not_there_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct ura_explanation *explanation;
    struct ura_error error = {0};

    assert_int_equal(ura_pair_explain(fixture->context, fixture->source, fixture->target, NULL,
                                      3, &explanation, &error),
                     URA_BAD_ARGUMENT);
    assert_null(explanation);
    assert_non_null(strstr(error.message, "no bead 4"));
    ura_explanation_free(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_numbers_speak_for_a_bead),
        cmocka_unit_test(the_parts_add_up_to_the_score_that_the_alignment_has),
        cmocka_unit_test(the_runner_up_shares_a_sentence_and_is_another),
        cmocka_unit_test(a_bead_that_is_not_there_is_refused),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
