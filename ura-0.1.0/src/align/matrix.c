/* matrix.c - the full pass: every bead of the thirteen shapes in a band. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/matrix.h"

#include <math.h>
#include <stdlib.h>

/* Prospects of one row; more of them are there only where nothing tells lines apart. */
enum { ROW_PROSPECTS_MOST = 64 };

struct matrix {
    const struct model *model;
    const struct band *band;
    float *worth;  /* node * SHAPE_COUNT + shape */
    double *ahead; /* by node: the best worth of a path from the start to it */
    double *after; /* by node: from it to the end */
};

static bool
reaches(const struct matrix *matrix, size_t i, size_t j, size_t s)
{
    return band_holds(matrix->band, i + shape_table[s].source, j + shape_table[s].target);
}

static size_t
end_node(const struct matrix *matrix, size_t i, size_t j, size_t s)
{
    return band_node(matrix->band, i + shape_table[s].source, j + shape_table[s].target);
}

/* What holds of every bead, whatever the scorers say: shape and lengths. */
static void
start_row(const struct matrix *matrix, size_t i)
{
    const struct band *band = matrix->band;
    float *worth = matrix->worth + band->offset[i] * SHAPE_COUNT;

    for (size_t j = band->low[i]; j <= band->high[i]; j++, worth += SHAPE_COUNT) {
        for (size_t s = 0; s < SHAPE_COUNT; s++) {
            const struct shape *shape = &shape_table[s];
            struct span bead = {i, shape->source, j, shape->target};

            worth[s] = shape->prior;
            if (shape->source && shape->target && reaches(matrix, i, j, s))
                worth[s] += model_length_worth(matrix->model, &bead);
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

    for (size_t at = 1; at < band_size(band); at++)
        matrix->ahead[at] = -INFINITY;
    for (size_t i = 0; i <= band->source; i++) {
        for (size_t j = band->low[i]; j <= band->high[i]; j++) {
            size_t at = band_node(band, i, j);
            for (size_t s = 0; s < SHAPE_COUNT; s++) {
                double worth = matrix->ahead[at] + matrix->worth[at * SHAPE_COUNT + s];
                if (reaches(matrix, i, j, s)) {
                    double *end = &matrix->ahead[end_node(matrix, i, j, s)];
                    *end = worth > *end ? worth : *end;
                }
            }
        }
    }
}

static void
go_back(struct matrix *matrix)
{
    const struct band *band = matrix->band;

    for (size_t i = band->source + 1; i-- > 0;) {
        for (size_t j = band->high[i] + (size_t)1; j-- > band->low[i];) {
            size_t at = band_node(band, i, j);
            double best = i == band->source && j == band->target ? 0 : -INFINITY;
            for (size_t s = 0; s < SHAPE_COUNT; s++) {
                if (reaches(matrix, i, j, s)) {
                    double worth = matrix->worth[at * SHAPE_COUNT + s] +
                                   matrix->after[end_node(matrix, i, j, s)];
                    best = worth > best ? worth : best;
                }
            }
            matrix->after[at] = best;
        }
    }
}

/* The shape of the first bead of a best path from (I, J): the first in the table of equal ones.
 */
static size_t
best_shape(const struct matrix *matrix, size_t i, size_t j)
{
    size_t at = band_node(matrix->band, i, j), best = 0;
    double most = -INFINITY;

    for (size_t s = 0; s < SHAPE_COUNT; s++) {
        if (reaches(matrix, i, j, s)) {
            double worth =
                matrix->worth[at * SHAPE_COUNT + s] + matrix->after[end_node(matrix, i, j, s)];
            if (worth > most) {
                most = worth;
                best = s;
            }
        }
    }
    return best;
}

/* Follows a best path; marks its beads in CHOSEN (by node: 1 + shape). */
static void
trace(const struct matrix *matrix, uint8_t *chosen, struct band *path)
{
    const struct band *band = matrix->band;
    size_t i = 0, j = 0;

    path->low[0] = path->high[0] = 0;
    while (i < band->source || j < band->target) {
        size_t s = best_shape(matrix, i, j);

        chosen[band_node(band, i, j)] = (uint8_t)(1 + s);
        for (size_t k = 1; k <= shape_table[s].source; k++)
            path->low[i + k] = path->high[i + k] = (uint32_t)(j + shape_table[s].target);
        i += shape_table[s].source;
        j += shape_table[s].target;
        path->high[i] = (uint32_t)j;
    }
}

struct row_prospect {
    struct prospect bead;
    double loss; /* of its best path against the best of all; -1 on the one that was chosen */
};

static int
compare_losses(const void *one, const void *other)
{
    const struct row_prospect *a = one, *b = other;

    if (a->loss != b->loss)
        return a->loss < b->loss ? -1 : 1;
    if (a->bead.target != b->bead.target)
        return a->bead.target < b->bead.target ? -1 : 1;
    return a->bead.shape - b->bead.shape;
}

static int
compare_places(const void *one, const void *other)
{
    const struct row_prospect *a = one, *b = other;

    if (a->bead.target != b->bead.target)
        return a->bead.target < b->bead.target ? -1 : 1;
    return a->bead.shape - b->bead.shape;
}

static size_t
list_row(const struct matrix *matrix, size_t i, float margin, const uint8_t *chosen,
         struct row_prospect *out)
{
    const struct band *band = matrix->band;
    size_t count = 0;

    for (size_t j = band->low[i]; j <= band->high[i]; j++) {
        size_t at = band_node(band, i, j);
        for (size_t s = 0; s < SHAPE_COUNT; s++) {
            float worth = matrix->worth[at * SHAPE_COUNT + s];
            double loss;

            if (!reaches(matrix, i, j, s))
                continue;
            loss = matrix->after[0] -
                   (matrix->ahead[at] + worth + matrix->after[end_node(matrix, i, j, s)]);
            if (chosen[at] == 1 + s)
                loss = -1;
            if (loss <= margin)
                out[count++] =
                    (struct row_prospect){{(uint32_t)i, (uint32_t)j, (uint8_t)s, worth}, loss};
        }
    }
    return count;
}

static enum ura_status
collect(const struct matrix *matrix, float margin, const uint8_t *chosen,
        struct row_prospect *row, struct prospects *out, struct ura_error *error)
{
    for (size_t i = 0; i <= matrix->band->source; i++) {
        size_t count = list_row(matrix, i, margin, chosen, row), always = 0;
        struct prospect *items;

        for (size_t k = 0; k < count; k++)
            always += row[k].loss < 0;
        if (count > ROW_PROSPECTS_MOST) {
            qsort(row, count, sizeof *row, compare_losses);
            count = always > ROW_PROSPECTS_MOST ? always : ROW_PROSPECTS_MOST;
            qsort(row, count, sizeof *row, compare_places);
        }
        items = array_grow(out->items, &out->capacity, out->count + count, sizeof *items);
        if (!items)
            return error_memory(error);
        out->items = items;
        for (size_t k = 0; k < count; k++)
            items[out->count++] = row[k].bead;
    }
    return URA_OK;
}

static size_t
widest_row(const struct band *band)
{
    size_t most = 0;

    for (size_t i = 0; i <= band->source; i++) {
        size_t width = band->high[i] - band->low[i] + 1u;
        most = width > most ? width : most;
    }
    return most;
}

enum ura_status
matrix_search(const struct model *model, const struct scorers *scorers, const struct band *band,
              float margin, struct ura_arena *arena, struct prospects *out, struct band *path,
              struct ura_error *error)
{
    struct ura_arena scratch = {0};
    struct matrix matrix = {.model = model, .band = band};
    struct row_prospect *row = arena_new(&scratch, widest_row(band) * SHAPE_COUNT, sizeof *row);
    uint8_t *chosen = arena_new(&scratch, band_size(band), 1);
    enum ura_status status;

    *out = (struct prospects){0};
    matrix.worth = arena_new(&scratch, band_size(band), SHAPE_COUNT * sizeof *matrix.worth);
    matrix.ahead = arena_new(&scratch, band_size(band), sizeof *matrix.ahead);
    matrix.after = arena_new(&scratch, band_size(band), sizeof *matrix.after);
    if (!row || !chosen || !matrix.worth || !matrix.ahead || !matrix.after ||
        !band_whole(band->source, band->target, arena, path)) {
        arena_release(&scratch);
        return error_memory(error);
    }
    fill_worth(&matrix, scorers);
    go_ahead(&matrix);
    go_back(&matrix);
    trace(&matrix, chosen, path);
    status = collect(&matrix, margin, chosen, row, out, error);
    if (status)
        prospects_release(out);
    arena_release(&scratch);
    return status;
}

void
prospects_release(struct prospects *prospects)
{
    free(prospects->items);
    *prospects = (struct prospects){0};
}
