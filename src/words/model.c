/* model.c - how likely each word of one side is to translate each of the other; one direction.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/lesson.h"

#include <stdlib.h>

#include "words/diagonal.h"

enum { EVEN_ROUNDS = 5, DIAGONAL_ROUNDS = 5 };

/* Where the diagonal begins (fast_align's); it is fitted from the second round on. */
static const float TENSION = 4.0f;
/* A count under this is noise: what is left of words that merely stood in one pair. */
static const float COUNT_MIN = 0.02f;

void
model_release(struct model *model)
{
    free(model->first);
    free(model->targets);
    free(model->chances);
    free(model->counts);
    free(model->totals);
    free(model->empty);
    *model = (struct model){0};
}

size_t
model_find_cell(const struct model *model, uint32_t type, uint32_t target)
{
    size_t low, high;

    if (type >= model->types)
        return SIZE_MAX;
    low = model->first[type];
    high = model->first[type + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (model->targets[middle] == target)
            return middle;
        if (model->targets[middle] < target)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

float
model_find(const struct model *model, uint32_t type, uint32_t target)
{
    size_t cell = model_find_cell(model, type, target);

    return cell == SIZE_MAX ? 0 : model->chances[cell];
}

/* A count and where it belongs. */
struct cell {
    uint32_t target;
    float count;
};

static int
compare_cells(const void *first, const void *second)
{
    const struct cell *a = first, *b = second;

    return (a->target > b->target) - (a->target < b->target);
}

/* Drops what is noise from the rows that the last round left as counts, and puts the rest of
 * each row in order. */
static bool
settle(struct model *model)
{
    size_t kept = 0, longest = 0;
    struct cell *cells;

    for (size_t s = 0; s < model->types; s++) {
        size_t count = model->first[s + 1] - model->first[s];

        longest = count > longest ? count : longest;
    }
    cells = array_new(longest + 1, sizeof *cells);
    model->totals = array_new(model->types + 1, sizeof *model->totals);
    if (!cells || !model->totals) {
        free(cells);
        return false;
    }
    for (size_t s = 0, start = 0; s < model->types; s++) {
        size_t end = model->first[s + 1], count = 0;
        double total = 0;

        for (size_t i = start; i < end; i++) {
            total += (double)model->chances[i];
            if (model->chances[i] >= COUNT_MIN)
                cells[count++] = (struct cell){model->targets[i], model->chances[i]};
        }
        if (count)
            qsort(cells, count, sizeof *cells, compare_cells);
        model->totals[s] = (float)total;
        model->first[s] = kept;
        for (size_t i = 0; i < count; i++, kept++) {
            model->targets[kept] = cells[i].target;
            model->chances[kept] = cells[i].count;
        }
        start = end;
    }
    model->first[model->types] = kept;
    free(cells);
    model->counts = array_new(kept + 1, sizeof *model->counts);
    if (!model->counts)
        return false;
    memcpy(model->counts, model->chances, kept * sizeof *model->counts);
    for (uint32_t s = 0; s < model->types; s++)
        lesson_estimate(model, s);
    return true;
}

/* Gives back the memory that the dropped cells took. */
static void
shrink(struct model *model)
{
    size_t count = model->first[model->types] + 1;
    uint32_t *targets = realloc(model->targets, count * sizeof *targets);
    float *chances;

    if (targets)
        model->targets = targets;
    chances = realloc(model->chances, count * sizeof *chances);
    if (chances)
        model->chances = chances;
}

bool
model_train(const struct pairs *pairs, bool reversed, const size_t types[2],
            const struct model_known *known, size_t jobs, struct model *out)
{
    struct lesson lesson;
    bool done;

    *out = (struct model){
        .types = types[reversed], .target_types = types[!reversed], .sparse = out->sparse};
    done = lesson_open(pairs, reversed, known, jobs, out, &lesson);
    for (int round = 0; done && round < EVEN_ROUNDS + DIAGONAL_ROUNDS; round++) {
        bool last = round + 1 == EVEN_ROUNDS + DIAGONAL_ROUNDS;
        double gap;

        if (round == EVEN_ROUNDS)
            out->tension = TENSION;
        gap = lesson_round(&lesson, out, last);
        if (round > EVEN_ROUNDS && !last)
            out->tension = diagonal_fit(pairs, reversed, out->tension, gap);
    }
    if (done)
        done = settle(out);
    lesson_release(&lesson);
    if (done)
        shrink(out);
    else
        model_release(out);
    return done;
}
