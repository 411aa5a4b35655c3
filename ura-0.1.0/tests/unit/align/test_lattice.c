/* test_lattice.c - passes, lattice and probabilities against counting every path. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "made.h"

#include <math.h>
#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

#include "align/anchors.h"
#include "align/coarse.h"
#include "align/lattice.h"

/* A search that has been through the full pass over the whole matrix. */
struct trial {
    struct ura_arena arena;
    struct made made;
    struct model model;
    struct look *look;
    struct lexical *lexical;
    struct scorer item;
    struct scorers scorers;
    struct prospects prospects;
    struct band path;
    struct lattice lattice;
};

static void
begin_trial(const struct recipe *recipe, float margin, struct trial *out)
{
    struct band band;

    *out = (struct trial){0};
    made_cook(recipe, &out->made);
    assert_int_equal(model_build(&out->made.evidence, &out->arena, &out->model, NULL), URA_OK);
    out->look = look_new(&out->model, 4, &out->arena);
    out->lexical = lexical_new(&out->model, out->look, &out->arena);
    assert_true(out->look && out->lexical);
    out->item = lexical_scorer(out->lexical);
    out->scorers = (struct scorers){&out->item, 1};
    assert_true(
        band_whole(out->model.source.count, out->model.target.count, &out->arena, &band));
    assert_int_equal(matrix_search(&out->model, &out->scorers, &band, margin, &out->arena,
                                   &out->prospects, &out->path, NULL),
                     URA_OK);
    assert_int_equal(
        lattice_build(&out->model, &out->prospects, &out->arena, &out->lattice, NULL), URA_OK);
}

static void
end_trial(struct trial *trial)
{
    prospects_release(&trial->prospects);
    made_release(&trial->made);
    arena_release(&trial->arena);
}

/* What all paths from NODE to the end amount to: the best worth, and the sum of exp(worth)
 * times the paths' price for source lines that follow target lines alone. With EDGE, only those
 * paths count for the sum that have it. */
struct census {
    double best;
    double sum;
};

static struct census
count_paths(const struct lattice *lattice, size_t node, bool after, size_t edge, bool has_it)
{
    struct census census = {-INFINITY, 0};

    if (node + 1 == lattice->node_count)
        return (struct census){0, has_it ? 1 : 0};
    for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
        const struct lattice_edge *bead = &lattice->edges[e];
        double price = after && bead->shape == SHAPE_SOURCE_ALONE ? -4 : 0;
        struct census rest = count_paths(lattice, bead->end, bead->shape == SHAPE_TARGET_ALONE,
                                         edge, has_it || e == edge);

        census.best = fmax(census.best, rest.best + (double)bead->worth);
        census.sum += rest.sum * exp((double)bead->worth + price);
    }
    return census;
}

static void
the_best_path_is_the_best_of_all(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct recipe recipe = {seed, 4, 30, 80, 70, 40};
        struct trial trial;
        struct census census;
        double worth = 0;
        size_t node = 0;

        /* With such a margin the lattice is the whole matrix. */
        begin_trial(&recipe, 1e6f, &trial);
        census = count_paths(&trial.lattice, 0, false, SIZE_MAX, true);
        for (size_t i = 0; i < trial.path.source; i++)
            assert_true(trial.path.low[i] <= trial.path.high[i]);
        /* Along the nodes of the path found there is a path as good as the best. */
        while (node + 1 < trial.lattice.node_count) {
            double most = -INFINITY;
            size_t next = 0;
            for (size_t e = trial.lattice.nodes[node].first;
                 e < trial.lattice.nodes[node + 1].first; e++) {
                const struct lattice_edge *edge = &trial.lattice.edges[e];
                double rest =
                    count_paths(&trial.lattice, edge->end, false, SIZE_MAX, true).best;
                if ((double)edge->worth + rest > most) {
                    most = (double)edge->worth + rest;
                    next = e;
                }
            }
            worth += (double)trial.lattice.edges[next].worth;
            node = trial.lattice.edges[next].end;
            assert_in_range(trial.lattice.nodes[node].target,
                            trial.path.low[trial.lattice.nodes[node].source],
                            trial.path.high[trial.lattice.nodes[node].source]);
        }
        assert_true(fabs(worth - census.best) < 1e-3);
        end_trial(&trial);
    }
}

static void
every_probability_is_the_share_of_the_paths_with_that_bead(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct recipe recipe = {seed, 3, 30, 80, 70, 40};
        struct trial trial;
        double all;

        begin_trial(&recipe, 1e6f, &trial);
        lattice_weigh(&trial.lattice);
        all = count_paths(&trial.lattice, 0, false, SIZE_MAX, true).sum;
        for (size_t e = 0; e < trial.lattice.edge_count; e++) {
            double with = count_paths(&trial.lattice, 0, false, e, false).sum;
            assert_true(fabs(with / all - (double)trial.lattice.edges[e].probability) < 1e-4);
        }
        end_trial(&trial);
    }
}

static void
each_line_is_paired_or_alone_with_certainty(void **state)
{
    const struct recipe recipe = {9, 60, 80, 70, 60, 25};
    struct trial trial;
    double *sums;

    (void)state;
    begin_trial(&recipe, 12, &trial);
    lattice_look(&trial.lattice, &trial.model, &trial.scorers);
    lattice_weigh(&trial.lattice);
    lattice_adapt(&trial.lattice);
    lattice_weigh(&trial.lattice);
    sums = array_new(trial.lattice.source, sizeof *sums);
    assert_non_null(sums);
    for (size_t node = 0; node < trial.lattice.node_count; node++)
        for (size_t e = trial.lattice.nodes[node].first;
             e < trial.lattice.nodes[node + 1].first; e++) {
            struct span bead = lattice_span(&trial.lattice, node, e);
            for (size_t i = 0; i < bead.source_count; i++)
                sums[bead.source + i] += (double)trial.lattice.edges[e].probability;
        }
    for (size_t i = 0; i < trial.lattice.source; i++) {
        assert_true(fabs(sums[i] - 1) < 1e-3);
        assert_true(trial.lattice.paired[0][i] <= 1.001f);
    }
    free(sums);
    end_trial(&trial);
}

/* The heaviest increasing chain through anchors cannot be checked against all chains of a text,
 * but it must be a chain, and where the text is plain it must be right. */
static void
anchors_ascend_and_hold_what_belongs_together(void **state)
{
    const struct recipe recipe = {5, 800, 3000, 80, 70, 10};
    struct ura_arena arena = {0};
    struct made made;
    struct model model;
    struct anchor *anchors;
    size_t count, right = 0, gold = 0;

    (void)state;
    made_cook(&recipe, &made);
    assert_int_equal(model_build(&made.evidence, &arena, &model, NULL), URA_OK);
    assert_int_equal(anchors_find(&model, &arena, &anchors, &count, NULL), URA_OK);
    assert_true(count > 100);
    for (size_t k = 0; k < count; k++) {
        assert_true(!k || (anchors[k - 1].source < anchors[k].source &&
                           anchors[k - 1].target < anchors[k].target));
        while (gold < made.gold_count &&
               made.gold[gold].source_first + made.gold[gold].source_count <= anchors[k].source)
            gold++;
        right +=
            anchors[k].target >= made.gold[gold].target_first &&
            anchors[k].target < made.gold[gold].target_first + made.gold[gold].target_count;
    }
    assert_true(right * 100 >= count * 97);
    made_release(&made);
    arena_release(&arena);
}

static void
a_corridor_that_was_too_narrow_is_widened(void **state)
{
    const struct recipe recipe = {5, 300, 2000, 80, 70, 10};
    struct ura_arena arena = {0};
    struct trial trial;
    struct band band, path, best;
    size_t rounds = 0;

    (void)state;
    begin_trial(&recipe, 1, &trial);
    assert_true(band_whole(trial.model.source.count, trial.model.target.count, &arena, &band));
    assert_int_equal(coarse_path(&trial.model, trial.lexical, &band, &arena, &best, NULL),
                     URA_OK);
    /* A corridor that goes astray for a hundred lines. */
    assert_true(band_around(&best, 0, &arena, &path));
    for (size_t i = 100; i < 200; i++)
        path.low[i] = path.high[i] = path.high[99];
    assert_true(band_around(&path, 4, &arena, &band));
    do {
        assert_int_equal(coarse_path(&trial.model, trial.lexical, &band, &arena, &path, NULL),
                         URA_OK);
        assert_true(++rounds < 12);
    } while (band_widen(&band, &path));
    assert_true(rounds > 1);
    for (size_t i = 0; i <= best.source; i++) {
        assert_int_equal(path.low[i], best.low[i]);
        assert_int_equal(path.high[i], best.high[i]);
    }
    end_trial(&trial);
    arena_release(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_path_is_the_best_of_all),
        cmocka_unit_test(every_probability_is_the_share_of_the_paths_with_that_bead),
        cmocka_unit_test(each_line_is_paired_or_alone_with_certainty),
        cmocka_unit_test(anchors_ascend_and_hold_what_belongs_together),
        cmocka_unit_test(a_corridor_that_was_too_narrow_is_widened),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
