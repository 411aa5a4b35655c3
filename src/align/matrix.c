/* matrix.c - the full pass: every bead of the thirteen shapes in a band. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/matrix.h"

#include <math.h>
#include <stdlib.h>

/* What holds of every bead, whatever the scorers say: shape and lengths. */
static void
start_row(const struct matrix *matrix, size_t i)
{
    const struct band *band = matrix->band;
    float *worth = matrix->worth + band->offset[i] * SHAPE_COUNT;
    struct length_row rows[GROUP_MAX];
    struct ends ends = ends_find(band, i);

    for (size_t k = 0; k < GROUP_MAX && i < band->source; k++)
        rows[k] = length_table_row(matrix->lengths, matrix->model->source.log_length[i][k]);
    for (size_t j = band->low[i]; j <= band->high[i]; j++, worth += SHAPE_COUNT) {
        for (size_t s = 0; s < SHAPE_COUNT; s++) {
            const struct shape *shape = &shape_table[s];

            worth[s] = shape->prior;
            if (shape->source && shape->target && ends_node(&ends, j, s) != NO_NODE)
                worth[s] +=
                    length_row_worth(rows[shape->source - 1],
                                     matrix->model->target.log_length[j][shape->target - 1]);
        }
    }
}

static void
fill_worth(struct matrix *matrix, const struct scorers *scorers)
{
    const struct band *band = matrix->band;

    for (size_t k = 0; k < scorers->count; k++)
        scorers->items[k].begin(scorers->items[k].self, band);
    for (size_t i = 0; i <= band->source; i++) {
        start_row(matrix, i);
        for (size_t k = 0; i < band->source && k < scorers->count; k++)
            scorers->items[k].add_row(scorers->items[k].self, i,
                                      matrix->worth + band->offset[i] * SHAPE_COUNT);
        for (size_t at = band->offset[i]; at < band->offset[i + 1]; at++) {
            matrix->worth[at * SHAPE_COUNT + SHAPE_SOURCE_ALONE] =
                shape_table[SHAPE_SOURCE_ALONE].prior;
            matrix->worth[at * SHAPE_COUNT + SHAPE_TARGET_ALONE] =
                shape_table[SHAPE_TARGET_ALONE].prior;
        }
    }
}

static void
go_ahead(struct matrix *matrix)
{
    const struct band *band = matrix->band;

    matrix->ahead[0] = 0;
    for (size_t at = 1; at < band_size(band); at++)
        matrix->ahead[at] = -INFINITY;
    for (size_t i = 0; i <= band->source; i++) {
        struct ends ends = ends_find(band, i);
        size_t at = band->offset[i];

        for (size_t j = band->low[i]; j <= band->high[i]; j++, at++)
            for (size_t s = 0; s < SHAPE_COUNT; s++) {
                double worth = matrix->ahead[at] + matrix->worth[at * SHAPE_COUNT + s];
                size_t end = ends_node(&ends, j, s);
                if (end != NO_NODE && worth > matrix->ahead[end])
                    matrix->ahead[end] = worth;
            }
    }
}

static void
go_back(struct matrix *matrix)
{
    const struct band *band = matrix->band;

    for (size_t i = band->source + 1; i-- > 0;) {
        struct ends ends = ends_find(band, i);
        size_t at = band->offset[i + 1];

        for (size_t j = band->high[i] + (size_t)1; j-- > band->low[i];) {
            double best = i == band->source && j == band->target ? 0 : -INFINITY;

            at--;
            for (size_t s = 0; s < SHAPE_COUNT; s++) {
                size_t end = ends_node(&ends, j, s);
                double worth;

                if (end == NO_NODE)
                    continue;
                worth = matrix->worth[at * SHAPE_COUNT + s] + matrix->after[end];
                best = worth > best ? worth : best;
            }
            matrix->after[at] = best;
        }
    }
}

/* The large arrays are written before they are read: clearing them would double their cost. */
static bool
make_arrays(struct matrix *matrix)
{
    size_t nodes = band_size(matrix->band);

    if (nodes > SIZE_MAX / (SHAPE_COUNT * sizeof *matrix->worth))
        return false;
    matrix->worth = malloc(nodes * SHAPE_COUNT * sizeof *matrix->worth);
    matrix->ahead = malloc(nodes * sizeof *matrix->ahead);
    matrix->after = malloc(nodes * sizeof *matrix->after);
    matrix->lengths = malloc(sizeof *matrix->lengths);
    return matrix->worth && matrix->ahead && matrix->after && matrix->lengths;
}

bool
matrix_build(const struct model *model, const struct scorers *scorers, const struct band *band,
             struct matrix *out)
{
    *out = (struct matrix){.model = model, .band = band};
    if (!make_arrays(out))
        return false;
    length_table_start(&model->lengths, out->lengths);
    fill_worth(out, scorers);
    go_ahead(out);
    go_back(out);
    return true;
}

void
matrix_release(struct matrix *matrix)
{
    free(matrix->worth);
    free(matrix->ahead);
    free(matrix->after);
    free(matrix->lengths);
    *matrix = (struct matrix){0};
}
