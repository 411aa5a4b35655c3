/* lexical.c - what the linked words of two lines say, for a whole row of beads at once. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/lexical.h"

#include <string.h>

#include "base/natural.h"

/*
 * The worth of a source group S and target line is the sum over its words t of
 *     log( lost_t + (1 - lost_t) / |S| * sum over s in S of forward(s, t) )
 * after IBM's model 1. A bead's worth is the sum over its target lines. Only the words that S
 * speaks of are visited, through where they stand; the rest is a sum known beforehand.
 */

/* The target types that one source line speaks of, with the sum of their likelihood ratios. */
struct contacts {
    uint32_t *types;
    float *sums;
    size_t count;
};

struct lexical {
    const struct model *model;
    struct look *look;
    const struct band *band;
    size_t ready; /* source lines before it have had their contacts gathered */
    struct contacts ring[GROUP_MAX];
    uint32_t *cursor; /* by target type: its first occurrence at or after the window's start */
    float *sums;      /* by target type; zero between calls */
    uint32_t *touched;
    float *alone; /* by target line */
    float
        *common[GROUP_MAX]; /* by target line, of the window: what 1 to 4 lines add to alone */
};

static bool
make_contacts(struct contacts *contacts, size_t types, struct ura_arena *arena)
{
    contacts->types = arena_new(arena, types, sizeof *contacts->types);
    contacts->sums = arena_new(arena, types, sizeof *contacts->sums);
    return contacts->types && contacts->sums;
}

struct lexical *
lexical_new(const struct model *model, struct look *look, struct ura_arena *arena)
{
    struct lexical *lexical = arena_new(arena, 1, sizeof *lexical);
    size_t types = model->target.type_count, lines = model->target.count;

    if (!lexical)
        return NULL;
    lexical->model = model;
    lexical->look = look;
    lexical->cursor = arena_new(arena, types, sizeof *lexical->cursor);
    lexical->sums = arena_new(arena, types, sizeof *lexical->sums);
    lexical->touched = arena_new(arena, types, sizeof *lexical->touched);
    lexical->alone = arena_new(arena, lines, sizeof *lexical->alone);
    if (!lexical->cursor || !lexical->sums || !lexical->touched || !lexical->alone)
        return NULL;
    for (size_t k = 0; k < GROUP_MAX; k++) {
        lexical->common[k] = arena_new(arena, lines, sizeof *lexical->common[k]);
        if (!lexical->common[k] || !make_contacts(&lexical->ring[k], types, arena))
            return NULL;
    }
    return lexical;
}

static void
begin(void *self, const struct band *band)
{
    struct lexical *lexical = self;
    const struct lines *target = &lexical->model->target;

    lexical->band = band;
    lexical->ready = 0;
    for (size_t t = 0; t < target->type_count; t++)
        lexical->cursor[t] = lexical->model->occurrences.first[t];
    for (size_t j = 0; j < target->count; j++) {
        float sum = 0;
        for (size_t k = target->first[j]; k < target->first[j + 1]; k++)
            sum += natural_log(target->lost[target->types[k]]);
        lexical->alone[j] = sum;
    }
}

/* Whether type T stands in lines [LOW, HIGH); moves its cursor up to LOW. */
static inline bool
stands_within(struct lexical *lexical, uint32_t t, size_t low, size_t high)
{
    const struct occurrences *occurrences = &lexical->model->occurrences;
    uint32_t at = lexical->cursor[t], end = occurrences->first[t + 1];

    while (at < end && occurrences->lines[at] < low)
        at++;
    lexical->cursor[t] = at;
    return at < end && occurrences->lines[at] < high;
}

/* Adds to the sums what source line I says of target types that stand in [LOW, HIGH). */
static size_t
touch(struct lexical *lexical, size_t i, size_t low, size_t high)
{
    const struct lines *source = &lexical->model->source;
    const struct evidence *evidence = lexical->model->evidence;
    size_t count = 0;

    for (size_t k = source->first[i]; k < source->first[i + 1]; k++) {
        uint32_t s = source->types[k];
        for (size_t l = evidence->first[s]; l < evidence->first[s + 1]; l++) {
            uint32_t t = evidence->links[l].target;
            if (!stands_within(lexical, t, low, high))
                continue;
            if (lexical->sums[t] == 0)
                lexical->touched[count++] = t;
            lexical->sums[t] += evidence->links[l].forward;
        }
    }
    return count;
}

static void
gather(struct lexical *lexical, size_t i, size_t low, size_t high)
{
    struct contacts *contacts = &lexical->ring[i % GROUP_MAX];

    contacts->count = touch(lexical, i, low, high);
    for (size_t k = 0; k < contacts->count; k++) {
        uint32_t t = lexical->touched[k];
        contacts->types[k] = t;
        contacts->sums[k] = lexical->sums[t];
        lexical->sums[t] = 0;
    }
}

/* Adds to COMMON (of lines from LOW) what type T with SHARE of the source's words is worth. */
static inline void
scatter(const struct lexical *lexical, uint32_t t, float share, size_t low, size_t high,
        float *common)
{
    const struct occurrences *occurrences = &lexical->model->occurrences;
    float lost = lexical->model->target.lost[t];
    uint32_t end = occurrences->first[t + 1];
    uint32_t at = lexical->cursor[t];
    float worth;

    while (at < end && occurrences->lines[at] < low)
        at++;
    if (at == end || occurrences->lines[at] >= high)
        return;
    worth = natural_log(1 + share * (1 - lost) / lost);
    for (; at < end && occurrences->lines[at] < high; at++)
        common[occurrences->lines[at] - low] += worth;
}

void
lexical_pairs(struct lexical *lexical, size_t source, size_t low, size_t high, float *pair)
{
    uint32_t tokens = lexical->model->source.size[source];
    float share = 1 / (float)(tokens ? tokens : 1);
    size_t count = touch(lexical, source, low, high);

    for (size_t j = low; j < high; j++)
        pair[j - low] = lexical->alone[j];
    for (size_t k = 0; k < count; k++) {
        uint32_t t = lexical->touched[k];
        scatter(lexical, t, lexical->sums[t] * share, low, high, pair);
        lexical->sums[t] = 0;
    }
}

/* Fills common[] of the groups that begin with source line I; returns how many there are. */
static size_t
fill_common(struct lexical *lexical, size_t i, size_t low, size_t high)
{
    const struct lines *source = &lexical->model->source;
    size_t count = 0, tokens = 0, groups = 0;

    for (size_t k = 0; k < GROUP_MAX && i + k < source->count; k++) {
        const struct contacts *contacts = &lexical->ring[(i + k) % GROUP_MAX];
        float *common = lexical->common[k];

        for (size_t c = 0; c < contacts->count; c++) {
            uint32_t t = contacts->types[c];
            if (lexical->sums[t] == 0)
                lexical->touched[count++] = t;
            lexical->sums[t] += contacts->sums[c];
        }
        tokens += source->size[i + k];
        memset(common, 0, (high - low) * sizeof *common);
        for (size_t c = 0; c < count; c++)
            scatter(lexical, lexical->touched[c],
                    lexical->sums[lexical->touched[c]] / (float)tokens, low, high, common);
        groups++;
    }
    for (size_t c = 0; c < count; c++)
        lexical->sums[lexical->touched[c]] = 0;
    return groups;
}

static void
add_row(void *self, size_t row, float *worth)
{
    struct lexical *lexical = self;
    const struct band *band = lexical->band;
    size_t lines = lexical->model->target.count, low = band->low[row], groups, high;

    for (; lexical->ready < row + GROUP_MAX && lexical->ready < band->source;
         lexical->ready++) {
        high = band->high[lexical->ready] + (size_t)GROUP_MAX;
        gather(lexical, lexical->ready, low, high < lines ? high : lines);
    }
    high = band->high[row] + (size_t)GROUP_MAX;
    if (high > lines)
        high = lines;
    groups = fill_common(lexical, row, low, high);
    for (size_t j = low; j <= band->high[row]; j++, worth += SHAPE_COUNT) {
        for (size_t s = 0; s < SHAPE_COUNT; s++) {
            const struct shape *shape = &shape_table[s];
            if (!shape->source || shape->source > groups || j + shape->target > high)
                continue;
            for (size_t k = 0; k < shape->target; k++)
                worth[s] +=
                    lexical->alone[j + k] + lexical->common[shape->source - 1][j + k - low];
        }
    }
}

const float *
lexical_alone(const struct lexical *lexical)
{
    return lexical->alone;
}

static float
look(void *self, const struct span *bead)
{
    return look_worth(((struct lexical *)self)->look, bead);
}

struct scorer
lexical_scorer(struct lexical *lexical)
{
    return (struct scorer){lexical, begin, add_row, look};
}
