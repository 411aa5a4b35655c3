/* lesson.c - rounds of expectation and maximisation over sentence pairs. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/lesson.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/natural.h"
#include "words/diagonal.h"
#include "words/threads.h"

/* The prior of every pair of words that stands together (fast_align's): under 1 it makes
 * words have few translations. */
static const float SPARSE = 0.01f;
/* So many occurrences of a word weighs what was known of it. */
static const float KNOWN_WEIGHT = 5.0f;
/* The digamma function's series is exact to 1e-6 from here on. */
static const float SERIES_MIN = 6.0f;

/* exp(digamma(X)) for X over 0: what a count is worth where its true size is not known
 * (variational Bayes; Beal 2003, section 3.4). */
static float
find_worth(float x)
{
    float shift = 0, middle;

    /* digamma(x) = digamma(x + 1) - 1 / x */
    for (; x < SERIES_MIN; x += 1)
        shift += 1 / x;
    middle = x - 0.5f;
    return (middle + 1 / (24 * middle)) * natural_exp(-shift);
}

void
lesson_estimate(struct model *model, uint32_t s)
{
    size_t first = model->first[s], end = model->first[s + 1];
    double total = 0;
    float prior = model->sparse ? SPARSE : 0, whole;

    for (size_t i = first; i < end; i++)
        total += (double)(model->chances[i] + prior);
    if (!model->sparse) {
        for (size_t i = first; i < end; i++)
            model->chances[i] = (float)((double)model->chances[i] / (total + DBL_MIN));
        return;
    }
    whole = find_worth((float)total + SPARSE);
    for (size_t i = first; i < end; i++)
        model->chances[i] = find_worth(model->chances[i] + SPARSE) / whole;
}

/* Tokens of the first side by their type, and the pair of each. */
static bool
sort_places(struct lesson *lesson, size_t types)
{
    const struct pairs_side *from = lesson->from;
    size_t count = from->token_count;

    lesson->places_first = array_new(types + 2, sizeof *lesson->places_first);
    lesson->places = array_new(count + 1, sizeof *lesson->places);
    lesson->pair_of = array_new(count + 1, sizeof *lesson->pair_of);
    if (!lesson->places_first || !lesson->places || !lesson->pair_of)
        return false;
    for (size_t i = 0; i < lesson->pairs->count; i++)
        for (uint32_t at = from->first[i]; at < from->first[i + 1]; at++)
            lesson->pair_of[at] = (uint32_t)i;
    for (size_t i = 0; i < count; i++)
        lesson->places_first[from->tokens[i] + 2]++;
    for (size_t s = 2; s < types + 2; s++)
        lesson->places_first[s] += lesson->places_first[s - 1];
    for (size_t i = 0; i < count; i++)
        lesson->places[lesson->places_first[from->tokens[i] + 1]++] = (uint32_t)i;
    return true;
}

/* What was known, by type of the first side. */
static bool
sort_known(struct lesson *lesson, const struct model_known *known, size_t types)
{
    lesson->known_first = array_new(types + 2, sizeof *lesson->known_first);
    lesson->known = array_new(known->count + 1, sizeof *lesson->known);
    if (!lesson->known_first || !lesson->known)
        return false;
    for (size_t i = 0; i < known->count; i++) {
        const struct candidate *item = &known->items[i];

        lesson->known_first[(known->reversed ? item->target : item->source) + 2]++;
    }
    for (size_t s = 2; s < types + 2; s++)
        lesson->known_first[s] += lesson->known_first[s - 1];
    for (size_t i = 0; i < known->count; i++) {
        const struct candidate *item = &known->items[i];
        uint32_t s = known->reversed ? item->target : item->source;

        lesson->known[lesson->known_first[s + 1]++] =
            known->reversed ? (struct lesson_known){item->source, item->backward}
                            : (struct lesson_known){item->target, item->forward};
    }
    return true;
}

/* The types of the other side that stand with S, each once; with OUT NULL they are counted. */
static size_t
collect_row(const struct lesson *lesson, uint32_t s, uint32_t mark, uint32_t *seen,
            uint32_t *out)
{
    const struct pairs_side *to = lesson->to;
    size_t count = 0;

    for (size_t k = lesson->places_first[s]; k < lesson->places_first[s + 1]; k++) {
        uint32_t pair = lesson->pair_of[lesson->places[k]];

        for (uint32_t j = to->first[pair]; j < to->first[pair + 1]; j++) {
            uint32_t target = to->tokens[j];

            if (seen[target] == mark)
                continue;
            seen[target] = mark;
            if (out)
                out[count] = target;
            count++;
        }
    }
    return count;
}

/* Every pair of words that stands together starts alike, but for what is known. */
static bool
lay_rows(const struct lesson *lesson, struct model *model)
{
    uint32_t *seen = array_new(model->target_types + 1, sizeof *seen);
    float *known = array_new(model->target_types + 1, sizeof *known);
    float even = 1 / (float)(model->target_types + 1);
    bool done;

    model->first = array_new(model->types + 1, sizeof *model->first);
    done = seen && known && model->first;
    for (uint32_t s = 0; done && s < model->types; s++)
        model->first[s + 1] = model->first[s] + collect_row(lesson, s, 2 * s + 1, seen, NULL);
    if (done) {
        size_t cells = model->first[model->types];

        model->targets = array_new(cells + 1, sizeof *model->targets);
        model->chances = array_new(cells + 1, sizeof *model->chances);
        done = model->targets && model->chances;
    }
    for (uint32_t s = 0; done && s < model->types; s++) {
        size_t first = model->first[s];

        collect_row(lesson, s, 2 * s + 2, seen, model->targets + first);
        for (size_t k = lesson->known_first[s]; k < lesson->known_first[s + 1]; k++)
            known[lesson->known[k].target] = lesson->known[k].chance;
        for (size_t i = first; i < model->first[s + 1]; i++)
            model->chances[i] = even + known[model->targets[i]];
        for (size_t k = lesson->known_first[s]; k < lesson->known_first[s + 1]; k++)
            known[lesson->known[k].target] = 0;
    }
    free(seen);
    free(known);
    return done;
}

/* Cuts pairs and types into parts of as many tokens each. */
static bool
make_parts(struct lesson *lesson, size_t jobs, const struct model *model)
{
    size_t tokens = lesson->from->token_count, pair = 0, type = 0;

    lesson->parts = array_new(jobs, sizeof *lesson->parts);
    if (!lesson->parts)
        return false;
    lesson->part_count = jobs;
    for (size_t i = 0; i < jobs; i++) {
        struct lesson_part *part = &lesson->parts[i];
        size_t end = tokens / jobs * (i + 1);

        part->pair_first = pair;
        part->type_first = type;
        while (pair < lesson->pairs->count && lesson->from->first[pair] < end)
            pair++;
        while (type < model->types && lesson->places_first[type] < end)
            type++;
        if (i + 1 == jobs) {
            pair = lesson->pairs->count;
            type = model->types;
        }
        part->pair_end = pair;
        part->type_end = type;
        part->row = array_new(model->target_types + 1, sizeof *part->row);
        part->counts = array_new(model->target_types + 1, sizeof *part->counts);
        if (!part->row || !part->counts)
            return false;
    }
    return true;
}

bool
lesson_open(const struct pairs *pairs, bool reversed, const struct model_known *known,
            size_t jobs, struct model *model, struct lesson *lesson)
{
    size_t tokens = pairs->sides[!reversed].token_count;

    *lesson = (struct lesson){
        .pairs = pairs, .from = &pairs->sides[reversed], .to = &pairs->sides[!reversed]};
    lesson->sums = array_new(tokens + 1, sizeof *lesson->sums);
    lesson->masses = array_new(tokens + 1, sizeof *lesson->masses);
    lesson->gaps = array_new(model->types + 1, sizeof *lesson->gaps);
    lesson->explained = array_new(model->types + 1, sizeof *lesson->explained);
    model->empty = array_new(model->target_types + 1, sizeof *model->empty);
    if (!lesson->sums || !lesson->masses || !lesson->gaps || !lesson->explained ||
        !model->empty)
        return false;
    for (size_t i = 0; i < tokens; i++)
        model->empty[lesson->to->tokens[i]] += 1 / (float)tokens;
    return sort_places(lesson, model->types) && sort_known(lesson, known, model->types) &&
           lay_rows(lesson, model) && make_parts(lesson, jobs ? jobs : 1, model);
}

void
lesson_release(struct lesson *lesson)
{
    for (size_t i = 0; i < lesson->part_count; i++) {
        free(lesson->parts[i].row);
        free(lesson->parts[i].counts);
    }
    free(lesson->parts);
    free(lesson->places_first);
    free(lesson->places);
    free(lesson->pair_of);
    free(lesson->sums);
    free(lesson->masses);
    free(lesson->gaps);
    free(lesson->explained);
    free(lesson->known_first);
    free(lesson->known);
    *lesson = (struct lesson){0};
}

/* A token of the first side and the sentence that it looks at. */
struct view {
    const uint32_t *tokens; /* of the other side */
    float *sums, *masses;   /* of those */
    size_t count;           /* how many */
    float x;                /* where the token stands in its own */
    float weights[PAIR_TOKENS_MAX];
};

static void
look(const struct lesson *lesson, uint32_t place, struct view *out)
{
    const struct pairs_side *from = lesson->from, *to = lesson->to;
    uint32_t pair = lesson->pair_of[place], first = to->first[pair];
    size_t i = place - from->first[pair], m = from->first[pair + 1] - from->first[pair];

    out->count = to->first[pair + 1] - first;
    out->tokens = to->tokens + first;
    out->sums = lesson->sums + first;
    out->masses = lesson->masses + first;
    out->x = ((float)i + 0.5f) / (float)m;
    diagonal_weigh(lesson->model->tension, i, m, out->count, out->weights);
}

/* The first place of type S whose token is not before TOKEN. */
static size_t
find_place(const struct lesson *lesson, uint32_t s, uint32_t token)
{
    size_t low = lesson->places_first[s], high = lesson->places_first[s + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (lesson->places[middle] < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
spread(const struct model *model, uint32_t s, float *row)
{
    for (size_t i = model->first[s]; i < model->first[s + 1]; i++)
        row[model->targets[i]] = model->chances[i];
}

/* What explains each token of the pairs of a part, all together. */
static void
add_sums(void *user, size_t number)
{
    struct lesson *lesson = user;
    struct lesson_part *part = &lesson->parts[number];
    uint32_t first = lesson->from->first[part->pair_first];
    uint32_t end = lesson->from->first[part->pair_end];
    struct view view;

    for (uint32_t s = 0; s < lesson->model->types; s++) {
        size_t k = find_place(lesson, s, first);

        if (k == lesson->places_first[s + 1] || lesson->places[k] >= end)
            continue;
        spread(lesson->model, s, part->row);
        for (; k < lesson->places_first[s + 1] && lesson->places[k] < end; k++) {
            look(lesson, lesson->places[k], &view);
            for (size_t j = 0; j < view.count; j++) {
                view.sums[j] += view.weights[j] * part->row[view.tokens[j]];
                view.masses[j] += view.weights[j];
            }
        }
    }
}

/* The empty word's share of each token; what is left to share is then in `sums`. */
static void
share_empty(struct lesson *lesson)
{
    const struct pairs_side *to = lesson->to;
    struct model *model = lesson->model;
    float *counts = lesson->parts[0].counts, odds = EMPTY_PART / (1 - EMPTY_PART);
    double total = 0;

    for (size_t pair = 0; pair < lesson->pairs->count; pair++)
        for (uint32_t j = to->first[pair]; j < to->first[pair + 1]; j++) {
            float empty = odds * lesson->masses[j] * model->empty[to->tokens[j]];
            float all = lesson->sums[j] + empty;
            float share = all > FLT_MIN ? lesson->pairs->weights[pair] / all : 0;

            counts[to->tokens[j]] += empty * share;
            lesson->sums[j] = share;
        }
    for (size_t t = 0; t < model->target_types; t++)
        total += (double)counts[t];
    for (size_t t = 0; t < model->target_types; t++) {
        if (total > 0)
            model->empty[t] = (float)((double)counts[t] / total);
        counts[t] = 0;
    }
}

/* The counts of one type into its row. */
static void
count_type(struct lesson *lesson, uint32_t s, struct lesson_part *part, struct view *view)
{
    struct model *model = lesson->model;
    float *counts = part->counts;

    for (size_t k = lesson->places_first[s]; k < lesson->places_first[s + 1]; k++) {
        float gaps = 0, explained = 0, each;

        look(lesson, lesson->places[k], view);
        each = 1 / (float)view->count;
        for (size_t j = 0; j < view->count; j++) {
            float share = view->weights[j] * part->row[view->tokens[j]] * view->sums[j];

            counts[view->tokens[j]] += share;
            explained += share;
            gaps += share * fabsf(view->x - ((float)j + 0.5f) * each);
        }
        lesson->gaps[s] += (double)gaps;
        lesson->explained[s] += (double)explained;
    }
    for (size_t k = lesson->known_first[s]; k < lesson->known_first[s + 1]; k++)
        counts[lesson->known[k].target] += KNOWN_WEIGHT * lesson->known[k].chance;
    for (size_t i = model->first[s]; i < model->first[s + 1]; i++) {
        model->chances[i] = counts[model->targets[i]];
        counts[model->targets[i]] = 0;
    }
    /* What is known and never stands in a pair with S. */
    for (size_t k = lesson->known_first[s]; k < lesson->known_first[s + 1]; k++)
        counts[lesson->known[k].target] = 0;
}

static void
count_types(void *user, size_t number)
{
    struct lesson *lesson = user;
    struct lesson_part *part = &lesson->parts[number];
    struct view view;

    for (size_t s = part->type_first; s < part->type_end; s++) {
        spread(lesson->model, (uint32_t)s, part->row);
        lesson->gaps[s] = lesson->explained[s] = 0;
        count_type(lesson, (uint32_t)s, part, &view);
        if (!lesson->last)
            lesson_estimate(lesson->model, (uint32_t)s);
    }
}

double
lesson_round(struct lesson *lesson, struct model *model, bool last)
{
    size_t tokens = lesson->to->token_count;
    double gaps = 0, explained = 0;

    lesson->model = model;
    lesson->last = last;
    memset(lesson->sums, 0, tokens * sizeof *lesson->sums);
    memset(lesson->masses, 0, tokens * sizeof *lesson->masses);
    threads_run(lesson->part_count, add_sums, lesson);
    share_empty(lesson);
    threads_run(lesson->part_count, count_types, lesson);
    for (size_t s = 0; s < model->types; s++) {
        gaps += lesson->gaps[s];
        explained += lesson->explained[s];
    }
    return explained > 0 ? gaps / explained : 0;
}
