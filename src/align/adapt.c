/* adapt.c - what a text says of itself: how many words go without a partner, how lengths vary.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/adapt.h"

#include <math.h>

#include "base/natural.h"

/* The share of lost words by expectation maximisation: a word is lost with the probability
 * lost / (lost + (1 - lost) * ratio), ratio being what look_find found for it. */
enum { ROUNDS = 4, BEADS_MOST = 4000 };

/* Tokens that the start value counts for in the share of all words, and that the share of all
 * words counts for in a word's own. */
static const double START_TOKENS = 300, TYPE_TOKENS = 8;
static const float LOST_LEAST = 0.05f, LOST_MOST = 0.95f;
/* Beads that the usual variance of lengths counts for. */
static const double LENGTH_BEADS = 20;
static const float SPREAD_LEAST = 0.5f, SPREAD_MOST = 8;

struct sample {
    uint32_t type;
    float ratio;
    float weight;
};

struct samples {
    struct sample *items;
    size_t count;
};

/* Weighted tokens of a type, and how many of them are lost. */
struct tally {
    double all;
    double lost;
};

static void
copy_finds(const struct find *finds, size_t count, float weight, struct samples *out)
{
    for (size_t k = 0; k < count; k++)
        out->items[out->count++] = (struct sample){finds[k].type, finds[k].ratio, weight};
}

static size_t
count_words(const struct lines *lines, size_t first, size_t count)
{
    return lines->first[first + count] - lines->first[first];
}

/* Estimates LINES' shares from SAMPLES. */
static bool
estimate_lost(struct lines *lines, const struct samples *samples, struct ura_arena *scratch)
{
    struct tally *types = arena_new(scratch, lines->type_count, sizeof *types);
    float start = lines->type_count ? lines->lost[0] : 0;

    if (!types)
        return false;
    for (size_t t = 0; t < lines->type_count; t++)
        start = lines->lost[t];
    for (int round = 0; round < ROUNDS; round++) {
        struct tally sum = {START_TOKENS, START_TOKENS * (double)start};

        for (size_t t = 0; t < lines->type_count; t++)
            types[t] = (struct tally){0, 0};
        for (size_t k = 0; k < samples->count; k++) {
            const struct sample *sample = &samples->items[k];
            float share = lines->lost[sample->type];
            float lost = share / (share + (1 - share) * sample->ratio);

            types[sample->type].all += (double)sample->weight;
            types[sample->type].lost += (double)(sample->weight * lost);
            sum.all += (double)sample->weight;
            sum.lost += (double)(sample->weight * lost);
        }
        for (size_t t = 0; t < lines->type_count; t++) {
            float lost = (float)((types[t].lost + TYPE_TOKENS * sum.lost / sum.all) /
                                 (types[t].all + TYPE_TOKENS));
            lines->lost[t] = lost < LOST_LEAST  ? LOST_LEAST
                             : lost > LOST_MOST ? LOST_MOST
                                                : lost;
        }
    }
    return true;
}

/* The ratio of lengths and its variance, by the beads that lie within three deviations. */
static void
estimate_lengths(struct model *model, const struct span *beads, const float *weights,
                 size_t count)
{
    struct lengths *lengths = &model->lengths;
    const struct lengths usual = {lengths->ratio, 1};
    double all = LENGTH_BEADS, squares = LENGTH_BEADS, off = 0;

    for (size_t k = 0; k < count; k++) {
        const struct span *bead = &beads[k];
        float source = model->source.log_length[bead->source][bead->source_count - 1];
        float target = model->target.log_length[bead->target][bead->target_count - 1];
        double d = (double)(target - source - usual.ratio);
        double square = d * d / (double)lengths_variance(&usual, source, target);
        double weight = weights ? (double)weights[k] : 1;

        if (square > 3 * 3 * (double)lengths->spread)
            continue;
        all += weight;
        squares += weight * square;
        off += weight * d;
    }
    lengths->spread = (float)(squares / all);
    if (lengths->spread < SPREAD_LEAST)
        lengths->spread = SPREAD_LEAST;
    if (lengths->spread > SPREAD_MOST)
        lengths->spread = SPREAD_MOST;
    lengths->ratio += (float)(off / all);
}

enum ura_status
adapt_model(struct model *model, struct look *look, const struct span *beads,
            const float *weights, size_t count, struct ura_error *error)
{
    struct ura_arena scratch = {0};
    struct samples source = {0}, target = {0};
    size_t stride = count / BEADS_MOST + 1, source_words = 0, target_words = 0;
    bool made;

    for (size_t k = 0; k < count; k += stride) {
        source_words += count_words(&model->source, beads[k].source, beads[k].source_count);
        target_words += count_words(&model->target, beads[k].target, beads[k].target_count);
    }
    source.items = arena_new(&scratch, source_words, sizeof *source.items);
    target.items = arena_new(&scratch, target_words, sizeof *target.items);
    made = source.items && target.items;
    for (size_t k = 0; made && k < count; k += stride) {
        float weight = weights ? weights[k] : 1;
        struct finds finds;

        look_find(look, &beads[k], &finds);
        copy_finds(finds.source, finds.source_count, weight, &source);
        copy_finds(finds.target, finds.target_count, weight, &target);
    }
    made = made && estimate_lost(&model->source, &source, &scratch) &&
           estimate_lost(&model->target, &target, &scratch);
    estimate_lengths(model, beads, weights, count);
    arena_release(&scratch);
    return made ? URA_OK : error_memory(error);
}
