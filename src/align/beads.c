/* beads.c - the best beads of two texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/align.h"

#include <math.h>
#include <stdlib.h>

enum { SHAPES = 5 };

static const struct {
    size_t source, target;
    float prior;
} shapes[SHAPES] = {{1, 1, 0}, {1, 0, -4}, {0, 1, -4}, {1, 2, -2.5f}, {2, 1, -2.5f}};

static float
length_score(float source, float target)
{
    float mean = (source + target) / 2 + 1, d = (source - target) / sqrtf(mean);

    return -d * d / 13.6f;
}

static float
side_length(const struct evidence_side *side, size_t first, size_t count)
{
    float sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += side->length[first + i];
    return sum;
}

enum ura_status
align_beads(const struct evidence *evidence, const struct align_options *options,
            struct ura_arena *arena, struct align_bead **out, size_t *count,
            struct ura_error *error)
{
    size_t n = evidence->source.count, m = evidence->target.count, row = m + 1, at;
    float *best = malloc((n + 1) * row * sizeof *best);
    unsigned char *via = malloc((n + 1) * row);

    (void)options;
    *count = 0;
    *out = arena_new(arena, n + m, sizeof **out);
    if (!best || !via || !*out) {
        free(best);
        free(via);
        return error_memory(error);
    }
    for (size_t i = 0; i <= n; i++) {
        for (size_t j = 0; j <= m; j++) {
            float top = i || j ? -INFINITY : 0;

            for (unsigned s = 0; s < SHAPES; s++) {
                float score;

                if (shapes[s].source > i || shapes[s].target > j)
                    continue;
                score =
                    best[(i - shapes[s].source) * row + j - shapes[s].target] + shapes[s].prior;
                if (shapes[s].source && shapes[s].target)
                    score += length_score(
                        side_length(&evidence->source, i - shapes[s].source, shapes[s].source),
                        side_length(&evidence->target, j - shapes[s].target, shapes[s].target));
                if (score > top) {
                    top = score;
                    via[i * row + j] = (unsigned char)s;
                }
            }
            best[i * row + j] = top;
        }
    }
    at = n + m;
    for (size_t i = n, j = m; i || j;) {
        unsigned s = via[i * row + j];

        i -= shapes[s].source;
        j -= shapes[s].target;
        (*out)[--at] =
            (struct align_bead){i, shapes[s].source, j, shapes[s].target, 0, 1, false};
    }
    *count = n + m - at;
    memmove(*out, *out + at, *count * sizeof **out);
    free(best);
    free(via);
    return URA_OK;
}
