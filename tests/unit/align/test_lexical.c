/* test_lexical.c - what rows, single beads and lengths are worth, against the plain formulas.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "made.h"

#include <math.h>
#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

#include "align/lexical.h"
#include "base/natural.h"

static const struct recipe small = {
    .seed = 3, .lines = 40, .types = 60, .linked = 70, .kept = 60, .odd = 20};

static void
logarithm_and_exponential_are_those_of_the_library(void **state)
{
    (void)state;
    for (double x = 1e-30; x < 1e30; x *= 1.37)
        assert_true(fabs((double)natural_log((float)x) - log((double)(float)x)) <
                    2e-6 * (1 + fabs(log(x))));
    for (float x = -86; x < 86; x += 0.137f)
        assert_true(fabs((double)natural_exp(x) / exp((double)x) - 1) < 2e-5);
    assert_true(natural_exp(-100) == 0);
    assert_true(natural_exp(500) == natural_exp(87));
}

/* The likelihood ratio of the link from S to T, one way or the other; 0 without a link. */
static double
link_ratio(const struct evidence *evidence, uint32_t s, uint32_t t, bool forward)
{
    for (size_t k = evidence->first[s]; k < evidence->first[s + 1]; k++)
        if (evidence->links[k].target == t)
            return (double)(forward ? evidence->links[k].forward : evidence->links[k].backward);
    return 0;
}

static bool
has_link(const struct evidence *evidence, uint32_t type, bool source)
{
    if (source)
        return evidence->first[type] < evidence->first[type + 1];
    for (size_t k = 0; k < evidence->first[evidence->source.type_count]; k++)
        if (evidence->links[k].target == type)
            return true;
    return false;
}

/* Half of one direction's log likelihood ratio, by the definition in look.h and lexical.c: OWN
 * side's words find partners on the OTHER side. */
static double
plain_worth(const struct evidence *evidence, bool forward, size_t own, size_t own_count,
            size_t other, size_t other_count, double lost, double steepness)
{
    const struct evidence_side *mine = forward ? &evidence->target : &evidence->source;
    const struct evidence_side *yours = forward ? &evidence->source : &evidence->target;
    size_t own_first = mine->first[own], own_end = mine->first[own + own_count];
    size_t first = yours->first[other], end = yours->first[other + other_count];
    double n = (double)(end - first), m = (double)(own_end - own_first), sum = 0;

    for (size_t k = own_first; k < own_end; k++) {
        double y = ((double)(k - own_first) + 0.5) / m, ratio = 0, total = 1;

        if (!has_link(evidence, mine->tokens[k], !forward))
            continue;
        for (size_t q = first; q < end; q++) {
            double x = ((double)(q - first) + 0.5) / n;
            ratio += exp(-steepness * fabs(x - y)) *
                     (forward ? link_ratio(evidence, yours->tokens[q], mine->tokens[k], true)
                              : link_ratio(evidence, mine->tokens[k], yours->tokens[q], false));
        }
        if (steepness > 0)
            total = (2 - exp(-steepness * y) - exp(-steepness * (1 - y))) / steepness;
        sum += log(lost + (1 - lost) * ratio / n / total);
    }
    return sum;
}

static void
a_row_is_worth_what_the_formula_says(void **state)
{
    struct ura_arena arena = {0};
    struct made made;
    struct model model;
    struct lexical *lexical;
    struct band band;
    struct scorer scorer;
    size_t checked = 0;

    (void)state;
    made_cook(&small, &made);
    assert_int_equal(model_build(&made.evidence, &arena, &model, NULL), URA_OK);
    lexical = lexical_new(&model, NULL, &arena);
    assert_non_null(lexical);
    assert_true(band_whole(model.source.count, model.target.count, &arena, &band));
    for (size_t i = 0; i <= band.source; i++) {
        /* A narrow band, so that windows move. */
        band.low[i] = (uint32_t)(i > 6 ? i - 6 : 0);
        band.high[i] = (uint32_t)(i + 6 < band.target ? i + 6 : band.target);
    }
    scorer = lexical_scorer(lexical);
    scorer.begin(scorer.self, &band);
    for (size_t i = 0; i < band.source; i++) {
        float worth[16 * SHAPE_COUNT] = {0};

        scorer.add_row(scorer.self, i, worth);
        for (size_t j = band.low[i]; j <= band.high[i]; j++)
            for (size_t s = 0; s < SHAPE_COUNT; s++) {
                const struct shape *shape = &shape_table[s];
                double plain;

                if (!shape->source || !shape->target ||
                    i + shape->source > model.source.count ||
                    j + shape->target > model.target.count)
                    continue;
                plain = plain_worth(&made.evidence, true, j, shape->target, i, shape->source,
                                    (double)model.target.lost[0], 0);
                assert_true(fabs((double)worth[(j - band.low[i]) * SHAPE_COUNT + s] - plain) <
                            1e-3);
                checked++;
            }
    }
    assert_true(checked > 2000);
    made_release(&made);
    arena_release(&arena);
}

static void
a_close_look_is_worth_what_the_formula_says(void **state)
{
    struct ura_arena arena = {0};
    struct made made;
    struct model model;
    struct look *look;

    (void)state;
    made_cook(&small, &made);
    assert_int_equal(model_build(&made.evidence, &arena, &model, NULL), URA_OK);
    look = look_new(&model, 4, &arena);
    assert_non_null(look);
    for (size_t i = 0; i + 3 < model.source.count; i += 3)
        for (size_t j = 0; j + 3 < model.target.count; j += 2)
            for (size_t s = 3; s < SHAPE_COUNT; s++) {
                struct span bead = {i, shape_table[s].source, j, shape_table[s].target};
                double plain;

                if (bead.source_count > 3 || bead.target_count > 3)
                    continue;
                plain = (plain_worth(&made.evidence, true, j, bead.target_count, i,
                                     bead.source_count, (double)model.target.lost[0], 4) +
                         plain_worth(&made.evidence, false, i, bead.source_count, j,
                                     bead.target_count, (double)model.source.lost[0], 4)) /
                        2;
                /* The look reads distances off a grid. */
                assert_true(fabs((double)look_worth(look, &bead) - plain) <
                            0.02 * (1 + fabs(plain)));
            }
    made_release(&made);
    arena_release(&arena);
}

static void
lengths_that_fit_are_worth_more_than_lengths_that_do_not(void **state)
{
    const struct lengths lengths = {0.1f, 1};
    float fit = lengths_worth(&lengths, 5, 5.1f);

    (void)state;
    assert_true(fit > 0);
    assert_true(lengths_worth(&lengths, 5, 5.5f) < fit);
    assert_true(lengths_worth(&lengths, 5, 4.7f) < fit);
    /* Of long lines more is known. */
    assert_true(lengths_worth(&lengths, 6, 6.1f) > fit);
    assert_true(lengths_worth(&lengths, 6, 6.6f) < lengths_worth(&lengths, 3, 3.6f));
    assert_true(lengths_worth(&lengths, 1, 12) >= -20);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithm_and_exponential_are_those_of_the_library),
        cmocka_unit_test(a_row_is_worth_what_the_formula_says),
        cmocka_unit_test(a_close_look_is_worth_what_the_formula_says),
        cmocka_unit_test(lengths_that_fit_are_worth_more_than_lengths_that_do_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
