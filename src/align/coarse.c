/* coarse.c - the cheap pass: where the path of the best beads runs, about. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/coarse.h"

#include <math.h>

enum { SLACK = 2 }; /* nodes left of a row that beads reach back to */

/* The beads of the pass; what `step` remembers. */
enum step { STEP_ONE_ONE, STEP_SOURCE, STEP_TARGET, STEP_ONE_TWO, STEP_TWO_ONE };

struct coarse {
    const struct model *model;
    struct lexical *lexical;
    const struct band *band;
    struct length_table *table;
    double *best[3]; /* of row i at i % 3, from SLACK before its low */
    float *pair[2];  /* worth of a source line's pairs at i % 2 */
    size_t pair_low[2];
    uint8_t *step;
};

/* Nodes that the rows need that are alive at once, and lines that beads out of them span. */
static size_t
widest(const struct band *band)
{
    size_t most = 0;

    for (size_t i = 0; i <= band->source; i++) {
        size_t end = i + 2 < band->source ? i + 2 : band->source;
        size_t width = band->high[end] - band->low[i] + 1u;
        most = width > most ? width : most;
    }
    return most + 2 * SLACK;
}

static bool
make_rows(struct coarse *coarse, struct ura_arena *scratch)
{
    size_t width = widest(coarse->band);

    coarse->table = arena_new(scratch, 1, sizeof *coarse->table);
    coarse->step = arena_new(scratch, band_size(coarse->band), sizeof *coarse->step);
    for (size_t k = 0; k < 3; k++)
        coarse->best[k] = arena_new(scratch, width, sizeof *coarse->best[k]);
    for (size_t k = 0; k < 2; k++) {
        coarse->pair[k] = arena_new(scratch, width, sizeof *coarse->pair[k]);
        if (!coarse->pair[k])
            return false;
    }
    return coarse->table && coarse->step && coarse->best[0] && coarse->best[1] &&
           coarse->best[2];
}

static inline void
take_better(double worth, enum step step, double *best, uint8_t *via)
{
    if (worth > *best) {
        *best = worth;
        *via = (uint8_t)step;
    }
}

/* Row I gets beads 1-1, 1-2 and 2-1 that end in it. */
static void
end_two_sided(struct coarse *coarse, size_t i, size_t low, size_t high, double *best,
              uint8_t *step)
{
    const float one_two = shape_table[3].prior, two_one = shape_table[4].prior;
    const struct lines *source = &coarse->model->source;
    const float *pair = coarse->pair[(i - 1) % 2], *pair_before = coarse->pair[i % 2];
    size_t pair_low = coarse->pair_low[(i - 1) % 2], before_low = coarse->pair_low[i % 2];
    const double *above = coarse->best[(i - 1) % 3] + SLACK, *two_above = NULL;
    size_t above_low = coarse->band->low[i - 1], two_above_low = 0, before_high = 0;
    const float *alone = lexical_alone(coarse->lexical);
    const float(*target)[GROUP_MAX] = coarse->model->target.log_length;
    struct length_row single = length_table_row(coarse->table, source->log_length[i - 1][0]);
    struct length_row couple = single;

    if (i > 1) {
        couple = length_table_row(coarse->table, source->log_length[i - 2][1]);
        two_above = coarse->best[(i - 2) % 3] + SLACK;
        two_above_low = coarse->band->low[i - 2];
        before_high = coarse->band->high[i - 1];
    }
    for (size_t j = low > above_low ? low : above_low + 1; j <= high; j++) {
        float worth = pair[j - 1 - pair_low];
        size_t at = j - low;

        if (j == 0)
            continue;
        take_better(above[(ptrdiff_t)(j - 1) - (ptrdiff_t)above_low] + worth +
                        length_row_worth(single, target[j - 1][0]),
                    STEP_ONE_ONE, &best[at], &step[at]);
        if (j > 1 && j - 2 >= above_low)
            take_better(above[j - 2 - above_low] + worth + pair[j - 2 - pair_low] + one_two +
                            length_row_worth(single, target[j - 2][1]),
                        STEP_ONE_TWO, &best[at], &step[at]);
        /* What the two lines add to the target line's worth alone is summed: a little too good
         * for words that both speak of. */
        if (two_above && j - 1 >= two_above_low && j - 1 >= before_low && j <= before_high)
            take_better(two_above[j - 1 - two_above_low] + worth +
                            pair_before[j - 1 - before_low] - alone[j - 1] + two_one +
                            length_row_worth(couple, target[j - 1][0]),
                        STEP_TWO_ONE, &best[at], &step[at]);
    }
}

static void
run_row(struct coarse *coarse, size_t i)
{
    const struct band *band = coarse->band;
    size_t low = band->low[i], high = band->high[i];
    double *best = coarse->best[i % 3] + SLACK;
    uint8_t *step = coarse->step + band->offset[i];
    size_t end = i + 2 < band->source ? i + 2 : band->source;

    /* Also past the row's end, where the next two rows look back to. */
    for (size_t j = 0; j <= band->high[end] - low; j++)
        best[j] = -INFINITY;
    if (i == 0) {
        best[0] = 0;
    } else {
        const double *above = coarse->best[(i - 1) % 3] + SLACK;
        size_t above_low = band->low[i - 1];
        size_t from = low > SLACK ? low - SLACK : 0;

        coarse->pair_low[(i - 1) % 2] = from;
        lexical_pairs(coarse->lexical, i - 1, from, high, coarse->pair[(i - 1) % 2]);
        for (size_t j = low; j <= high; j++)
            take_better(above[j - above_low] + shape_table[SHAPE_SOURCE_ALONE].prior,
                        STEP_SOURCE, &best[j - low], &step[j - low]);
        end_two_sided(coarse, i, low, high, best, step);
    }
    for (size_t j = 1; j <= high - low; j++)
        take_better(best[j - 1] + shape_table[SHAPE_TARGET_ALONE].prior, STEP_TARGET, &best[j],
                    &step[j]);
}

static void
trace(const struct coarse *coarse, struct band *path)
{
    static const struct {
        uint8_t source, target;
    } back[] = {{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}};
    const struct band *band = coarse->band;
    size_t i = band->source, j = band->target;

    for (size_t k = 0; k <= band->source; k++)
        path->low[k] = UINT32_MAX;
    path->low[i] = path->high[i] = (uint32_t)j;
    while (i || j) {
        enum step step = coarse->step[band_node(band, i, j)];
        size_t from = i - back[step].source;

        /* The row that a 2-1 passes over. */
        if (back[step].source == 2)
            path->low[i - 1] = path->high[i - 1] = (uint32_t)j;
        i = from;
        j -= back[step].target;
        if (path->low[i] == UINT32_MAX)
            path->high[i] = (uint32_t)j;
        path->low[i] = (uint32_t)j;
    }
}

enum ura_status
coarse_path(const struct model *model, struct lexical *lexical, const struct band *band,
            struct ura_arena *arena, struct band *path, struct ura_error *error)
{
    struct ura_arena scratch = {0};
    struct coarse coarse = {.model = model, .lexical = lexical, .band = band};
    bool made = band_whole(band->source, band->target, arena, path);

    if (made && make_rows(&coarse, &scratch)) {
        length_table_start(&model->lengths, coarse.table);
        lexical_scorer(lexical).begin(lexical, band);
        for (size_t i = 0; i <= band->source; i++)
            run_row(&coarse, i);
        trace(&coarse, path);
        arena_release(&scratch);
        return URA_OK;
    }
    arena_release(&scratch);
    return error_memory(error);
}
