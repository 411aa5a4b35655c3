/* test_confidence.c - probabilities of beads and of pairs, on the bundled corpora. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/ura.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* Stories of one style; health is translated most freely. */
static const char *const stories[] = {"court",  "culture",    "demo-politics", "economy",
                                      "health", "parliament", "sport",         "weather"};
enum { STORIES = sizeof stories / sizeof *stories };

struct fixture {
    struct ura_context *context;
    struct ura_document *source[STORIES], *target[STORIES];
};

static struct ura_document *
open_text(struct ura_context *context, const char *story, const char *side,
          const char *language)
{
    struct ura_document_options options = {.language = language};
    struct ura_document *document;
    char path[1024];

    snprintf(path, sizeof path, "%s/corpora/%s/%s.txt", getenv("URA_SOURCE"), story, side);
    return ura_document_open(context, path, &options, &document, NULL) ? NULL : document;
}

static int
set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);

    if (!fixture || ura_context_new(getenv("URA_DATA"), &fixture->context, NULL))
        return -1;
    for (int i = 0; i < STORIES; i++) {
        fixture->source[i] = open_text(fixture->context, stories[i], "source", "sq");
        fixture->target[i] = open_text(fixture->context, stories[i], "target", "en");
        if (!fixture->source[i] || !fixture->target[i])
            return -1;
    }
    *state = fixture;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;

    for (int i = 0; i < STORIES; i++) {
        ura_document_free(fixture->source[i]);
        ura_document_free(fixture->target[i]);
    }
    ura_context_free(fixture->context);
    free(fixture);
    return 0;
}

static struct ura_bitext *
align(struct fixture *fixture, int source, int target, bool posterior)
{
    struct ura_pair_options options = {.posterior = posterior};
    struct ura_bitext *bitext;

    assert_int_equal(ura_pair_align(fixture->context, fixture->source[source],
                                    fixture->target[target], &options, &bitext, NULL),
                     URA_OK);
    return bitext;
}

static void
take_warning(enum ura_report_level level, const char *text, void *user)
{
    int *warnings = user;

    *warnings += level == URA_REPORT_WARNING && strstr(text, "do not look like translations");
}

static void
stories_with_their_own_translations_are_translations(void **state)
{
    struct fixture *fixture = *state;
    int warnings = 0;

    ura_context_set_report(fixture->context, take_warning, &warnings);
    for (int i = 0; i < STORIES; i++) {
        struct ura_bitext *bitext = align(fixture, i, i, false);

        if (!ura_bitext_is_translation(bitext))
            fail_msg("%s: %f", stories[i], (double)bitext->translation);
        ura_bitext_free(bitext);
    }
    ura_context_set_report(fixture->context, NULL, NULL);
    assert_int_equal(warnings, 0);
}

static void
stories_with_those_of_others_are_none_and_it_is_said(void **state)
{
    struct fixture *fixture = *state;
    int warnings = 0;

    ura_context_set_report(fixture->context, take_warning, &warnings);
    for (int i = 0; i < STORIES; i++)
        for (int k = 0; k < STORIES; k++) {
            struct ura_bitext *bitext = i == k ? NULL : align(fixture, i, k, false);

            if (bitext && ura_bitext_is_translation(bitext))
                fail_msg("%s, %s: %f", stories[i], stories[k], (double)bitext->translation);
            ura_bitext_free(bitext);
        }
    ura_context_set_report(fixture->context, NULL, NULL);
    assert_int_equal(warnings, STORIES * (STORIES - 1));
}

static void
calibrating_changes_probabilities_and_no_bead(void **state)
{
    size_t changed = 0;

    for (int i = 0; i < STORIES; i++) {
        struct ura_bitext *raw = align(*state, i, i, true);
        struct ura_bitext *set = align(*state, i, i, false);

        assert_int_equal(raw->bead_count, set->bead_count);
        assert_true(raw->translation == set->translation);
        for (size_t k = 0; k < raw->bead_count; k++) {
            struct ura_bead one = raw->beads[k], other = set->beads[k];

            assert_true(other.probability > 0 && other.probability < 1);
            changed += one.probability != other.probability;
            assert_int_equal(one.source_first, other.source_first);
            assert_int_equal(one.source_count, other.source_count);
            assert_int_equal(one.target_first, other.target_first);
            assert_int_equal(one.target_count, other.target_count);
            assert_true(one.score == other.score && one.moved == other.moved);
        }
        ura_bitext_free(raw);
        ura_bitext_free(set);
    }
    assert_true(changed > 0);
}

static void
doubtful_beads_are_dropped_and_counted(void **state)
{
    struct ura_bitext *bitext = align(*state, 0, 0, false);
    size_t count = bitext->bead_count, under = 0;

    for (size_t i = 0; i < count; i++)
        under += bitext->beads[i].probability < 0.95f;
    assert_true(under > 0 && under < count);
    assert_int_equal(ura_bitext_drop_doubtful(bitext, 0), 0);
    assert_int_equal(ura_bitext_drop_doubtful(bitext, 0.95), under);
    assert_int_equal(bitext->bead_count, count - under);
    for (size_t i = 0; i < bitext->bead_count; i++)
        assert_true(bitext->beads[i].probability >= 0.95f);
    ura_bitext_free(bitext);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stories_with_their_own_translations_are_translations),
        cmocka_unit_test(stories_with_those_of_others_are_none_and_it_is_said),
        cmocka_unit_test(calibrating_changes_probabilities_and_no_bead),
        cmocka_unit_test(doubtful_beads_are_dropped_and_counted),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
