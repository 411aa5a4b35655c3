/* lattice.c - the beads that are left, looked at closely; the best path and every probability.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/lattice.h"

#include <math.h>
#include <string.h>

#include "base/natural.h"

/* A source line alone may follow a target line alone only at this price, so that of the many
 * orders of a run of them one stands out. It stays possible since a band may hold no other. */
static const float WRONG_ORDER = -4;
/* Weight of the words in the close look against the rest of a bead's worth. */
static const float LOOK_WEIGHT = 1.5f;
/* A bead that has looked less likely than this before is not looked at again. */
static const float LOOK_PROBABILITY = 1e-5f;
/* Price of a line without closing punctuation inside a bead of several, and of pairing one
 * alone with a line that is closed. Fitted on court and mission reports with headings. */
static const float HEADING_INSIDE = -5.0f, HEADING_WITH_CLOSED = -2.5f;

static size_t
count_nodes(const struct prospects *prospects)
{
    size_t count = 1; /* the end */

    for (size_t k = 0; k < prospects->count; k++)
        count += k == 0 || prospects->items[k].source != prospects->items[k - 1].source ||
                 prospects->items[k].target != prospects->items[k - 1].target;
    return count;
}

/* The node at (SOURCE, TARGET) at or after node FROM, where a bead from FROM ends. Every end
 * has a node, since it is on a path; lattice->node_count where it has none after rows were cut.
 */
static size_t
find_node(const struct lattice *lattice, const size_t *rows, size_t source, size_t target)
{
    size_t low = rows[source], high = rows[source + 1];

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (lattice->nodes[middle].target < target)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rows[source + 1] && lattice->nodes[low].target == target ? low
                                                                          : lattice->node_count;
}

static void
fill_nodes(struct lattice *lattice, const struct prospects *prospects, size_t *rows)
{
    size_t count = 0, row = 0;

    for (size_t k = 0; k < prospects->count; k++) {
        const struct prospect *bead = &prospects->items[k];
        if (count && lattice->nodes[count - 1].source == bead->source &&
            lattice->nodes[count - 1].target == bead->target)
            continue;
        for (; row <= bead->source; row++)
            rows[row] = count;
        lattice->nodes[count++] = (struct lattice_node){bead->source, bead->target, k};
    }
    for (; row <= lattice->source; row++)
        rows[row] = count;
    lattice->nodes[count++] = (struct lattice_node){
        (uint32_t)lattice->source, (uint32_t)lattice->target, prospects->count};
    rows[row] = count;
    lattice->node_count = count;
    lattice->nodes[count].first = prospects->count;
}

enum ura_status
lattice_build(const struct model *model, const struct prospects *prospects,
              struct ura_arena *arena, struct lattice *out, struct ura_error *error)
{
    size_t nodes = count_nodes(prospects);
    size_t *rows;

    *out = (struct lattice){.source = model->source.count, .target = model->target.count};
    rows = arena_new(arena, out->source + 2, sizeof *rows);
    out->nodes = arena_new(arena, nodes + 1, sizeof *out->nodes);
    out->edges = arena_new(arena, prospects->count, sizeof *out->edges);
    out->ahead = arena_new(arena, nodes, 2 * sizeof *out->ahead);
    out->after = arena_new(arena, nodes, 2 * sizeof *out->after);
    out->paired[0] = arena_new(arena, out->source, sizeof *out->paired[0]);
    out->paired[1] = arena_new(arena, out->target, sizeof *out->paired[1]);
    if (!out->paired[0] || !out->paired[1] || !rows || !out->nodes || !out->edges ||
        !out->ahead || !out->after)
        return error_memory(error);
    out->edge_count = prospects->count;
    fill_nodes(out, prospects, rows);
    for (size_t k = 0; k < prospects->count; k++) {
        const struct prospect *bead = &prospects->items[k];
        const struct shape *shape = &shape_table[bead->shape];

        out->edges[k] = (struct lattice_edge){
            .end = find_node(out, rows, bead->source + (size_t)shape->source,
                             bead->target + (size_t)shape->target),
            .shape = bead->shape,
            .own = bead->worth,
            .worth = bead->worth,
            .probability = 1};
    }
    return URA_OK;
}

struct span
lattice_span(const struct lattice *lattice, size_t node, size_t edge)
{
    const struct shape *shape = &shape_table[lattice->edges[edge].shape];

    return (struct span){lattice->nodes[node].source, shape->source,
                         lattice->nodes[node].target, shape->target};
}

static bool
is_open(const struct lines *lines, size_t line)
{
    return (lines->flags[line] & EVIDENCE_OPEN) != 0;
}

/* Lines without closing punctuation among COUNT from FIRST, the last apart. */
static size_t
count_open(const struct lines *lines, size_t first, size_t count)
{
    size_t open = 0;

    for (size_t i = first; i + 1 < first + count; i++)
        open += is_open(lines, i);
    return open;
}

/* A headline that was cut in two ends open on both sides, and is none inside. */
static float
heading_worth(const struct model *model, const struct span *bead)
{
    bool source = is_open(&model->source, bead->source + bead->source_count - 1);
    bool target = is_open(&model->target, bead->target + bead->target_count - 1);
    size_t inside = count_open(&model->source, bead->source, bead->source_count) +
                    count_open(&model->target, bead->target, bead->target_count);
    size_t open_count = source ? bead->source_count : bead->target_count;
    float worth = HEADING_INSIDE * (float)inside;

    if (source != target)
        worth += open_count > 1 ? HEADING_INSIDE : HEADING_WITH_CLOSED;
    return worth;
}

static float
shape_prior(const struct span *bead)
{
    size_t s = 0;

    while (shape_table[s].source != bead->source_count ||
           shape_table[s].target != bead->target_count)
        s++;
    return shape_table[s].prior;
}

struct close_parts
close_parts_of(const struct model *model, const struct span *bead)
{
    return (struct close_parts){shape_prior(bead), model_length_worth(model, bead),
                                heading_worth(model, bead), LOOK_WEIGHT};
}

float
close_worth(const struct model *model, const struct scorers *scorers, const struct span *bead)
{
    struct close_parts parts = close_parts_of(model, bead);
    float worth = parts.prior + parts.lengths + parts.headings;

    for (size_t k = 0; k < scorers->count; k++)
        worth += parts.word_weight * scorers->items[k].look(scorers->items[k].self, bead);
    return worth;
}

void
lattice_look(struct lattice *lattice, const struct model *model, const struct scorers *scorers)
{
    for (size_t node = 0; node < lattice->node_count; node++) {
        for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
            struct lattice_edge *edge = &lattice->edges[e];
            struct span bead = lattice_span(lattice, node, e);

            if (edge->probability < LOOK_PROBABILITY)
                continue;
            edge->own = bead.source_count && bead.target_count
                            ? close_worth(model, scorers, &bead)
                            : shape_table[edge->shape].prior;
            edge->worth = edge->own;
        }
    }
}

/* log(exp(A) + exp(B)) */
static double
add_logs(double a, double b)
{
    double high = a > b ? a : b, low = a > b ? b : a;

    if (low == -INFINITY)
        return high;
    return high + (double)natural_log(1 + natural_exp((float)(low - high)));
}

/* The price of a bead of SHAPE after a bead that was (AFTER) or was not a target line alone. */
static float
order_price(size_t shape, size_t after)
{
    return after && shape == SHAPE_SOURCE_ALONE ? WRONG_ORDER : 0;
}

static void
sum_ahead(struct lattice *lattice)
{
    for (size_t k = 0; k < 2 * lattice->node_count; k++)
        lattice->ahead[k] = -INFINITY;
    lattice->ahead[0] = 0;
    for (size_t node = 0; node < lattice->node_count; node++) {
        for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
            const struct lattice_edge *edge = &lattice->edges[e];
            size_t alone = edge->shape == SHAPE_TARGET_ALONE;
            double *end;

            if (edge->end == lattice->node_count)
                continue;
            end = &lattice->ahead[2 * edge->end + alone];
            for (size_t after = 0; after < 2; after++)
                *end = add_logs(*end, lattice->ahead[2 * node + after] + edge->worth +
                                          order_price(edge->shape, after));
        }
    }
}

static void
sum_after(struct lattice *lattice)
{
    size_t last = lattice->node_count - 1;

    for (size_t k = 0; k < 2 * lattice->node_count; k++)
        lattice->after[k] = k >= 2 * last ? 0 : -INFINITY;
    for (size_t node = lattice->node_count; node-- > 0;) {
        for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
            const struct lattice_edge *edge = &lattice->edges[e];
            size_t alone = edge->shape == SHAPE_TARGET_ALONE;

            if (edge->end == lattice->node_count)
                continue;
            for (size_t after = 0; after < 2; after++) {
                double *start = &lattice->after[2 * node + after];
                *start = add_logs(*start, lattice->after[2 * edge->end + alone] + edge->worth +
                                              order_price(edge->shape, after));
            }
        }
    }
}

/* Counts the probability of EDGE, which leaves NODE, for its lines. */
static void
pair_lines(struct lattice *lattice, size_t node, size_t edge)
{
    struct span bead = lattice_span(lattice, node, edge);
    float probability = lattice->edges[edge].probability;

    if (!bead.source_count || !bead.target_count)
        return;
    for (size_t i = 0; i < bead.source_count; i++)
        lattice->paired[0][bead.source + i] += probability;
    for (size_t j = 0; j < bead.target_count; j++)
        lattice->paired[1][bead.target + j] += probability;
}

void
lattice_weigh(struct lattice *lattice)
{
    double all;

    sum_ahead(lattice);
    sum_after(lattice);
    all = lattice->after[0];
    memset(lattice->paired[0], 0, lattice->source * sizeof(float));
    memset(lattice->paired[1], 0, lattice->target * sizeof(float));
    for (size_t node = 0; node < lattice->node_count; node++) {
        for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
            struct lattice_edge *edge = &lattice->edges[e];
            size_t alone = edge->shape == SHAPE_TARGET_ALONE;
            double sum = -INFINITY;
            float probability;

            if (edge->end < lattice->node_count)
                for (size_t after = 0; after < 2; after++)
                    sum = add_logs(sum, lattice->ahead[2 * node + after] + edge->worth +
                                            order_price(edge->shape, after) +
                                            lattice->after[2 * edge->end + alone]);
            probability = natural_exp((float)(sum - all));
            edge->probability = probability < 1 ? probability : 1;
            pair_lines(lattice, node, e);
        }
    }
}
