/* swaps.c - neighbours that changed places and that the path took for one bead. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/swaps.h"

#include <math.h>
#include <stdlib.h>

#include "base/natural.h"

/* What two beads that cross must be worth more than one that holds both: a desk changes the
 * order of neighbours far more seldom than it mixes their clauses. Fitted on invented stories.
 */
static const float SWAP_PRICE = 5;

/* The best way to break BEAD in two that cross; its gain over WHOLE, under 0 if there is none.
 */
static float
best_swap(const struct model *model, const struct scorers *scorers,
          const struct align_bead *bead, float whole, struct span *first, struct span *second)
{
    float best = -1;

    for (size_t a = 1; a < bead->source_count; a++) {
        for (size_t b = 1; b < bead->target_count; b++) {
            struct span early = {bead->source_first + a, bead->source_count - a,
                                 bead->target_first, b};
            struct span late = {bead->source_first, a, bead->target_first + b,
                                bead->target_count - b};
            float gain = close_worth(model, scorers, &early) +
                         close_worth(model, scorers, &late) - SWAP_PRICE - whole;

            if (gain > best) {
                best = gain;
                *first = early;
                *second = late;
            }
        }
    }
    return best;
}

static struct align_bead
make_bead(const struct span *span, float worth, float probability, bool moved)
{
    return (struct align_bead){.source_first = span->source,
                               .source_count = span->source_count,
                               .target_first = span->target,
                               .target_count = span->target_count,
                               .score = worth,
                               .probability = probability,
                               .moved = moved};
}

enum ura_status
swaps_find(const struct model *model, const struct scorers *scorers, struct align_bead *beads,
           size_t *count, struct ura_error *error)
{
    struct align_bead *out =
        array_new(model->source.count + model->target.count + 1, sizeof *out);
    size_t n = 0;

    if (!out)
        return error_memory(error);
    for (size_t k = 0; k < *count; k++) {
        const struct align_bead *bead = &beads[k];
        struct span whole = {bead->source_first, bead->source_count, bead->target_first,
                             bead->target_count};
        struct span first, second;
        float gain = -1, probability;

        if (bead->source_count > 1 && bead->target_count > 1 && !bead->moved && !bead->pinned)
            gain = best_swap(model, scorers, bead, close_worth(model, scorers, &whole), &first,
                             &second);
        if (gain < 0) {
            out[n++] = *bead;
            continue;
        }
        probability = bead->probability / (1 + natural_exp(-gain));
        /* The order of the other beads is kept by the longer of the two. */
        out[n++] = make_bead(&first, close_worth(model, scorers, &first), probability,
                             first.source_count < second.source_count);
        out[n++] = make_bead(&second, close_worth(model, scorers, &second), probability,
                             first.source_count >= second.source_count);
    }
    for (size_t k = 0; k < n; k++)
        beads[k] = out[k];
    *count = n;
    free(out);
    return URA_OK;
}
