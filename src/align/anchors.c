/* anchors.c - places that a long text can be held by before anything is searched. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/anchors.h"

#include <stdlib.h>

#include "base/natural.h"

/* A link weaker than this (likelihood ratio, both ways) holds nothing. */
static const float LEAST_RATIO = 20;
/* Least weight of a point: a word six times on each side does alone, or two that are twice as
 * common. */
static const float LEAST_WEIGHT = 0.9f;
/* Points looked at per line of the texts, the rarest words' first: what bounds time and memory
 * where every word occurs often, as in a text that repeats itself. */
static const size_t POINTS_PER_LINE = 12;
enum {
    MOST_COST = 64,   /* occurrences on one side times those on the other */
    NEIGHBOURS = 7,   /* whose median diagonal an anchor is held against */
    OFF_DIAGONAL = 6, /* lines it may lie off it */
};

/* That lines SOURCE and TARGET share words; WEIGHT sums the evidence, each word's divided by
 * how often it occurs. BEST is the weight of the heaviest chain that ends here, VIA the point
 * before. */
struct point {
    uint32_t source;
    uint32_t target;
    float weight;
    float best;
    uint32_t via;
};

enum { NO_POINT = UINT32_MAX };

struct search {
    const struct model *model;
    struct occurrences source; /* the target's are in the model */
    size_t *costs;             /* points by cost of their link, MOST_COST + 1 */
    size_t most_cost;
    struct point *points;
    size_t count;
};

static size_t
occurs(const struct occurrences *occurrences, uint32_t type)
{
    return occurrences->first[type + 1] - occurrences->first[type];
}

/* Points that the link from S would give; 0 if it is too weak or too common. */
static size_t
link_cost(const struct search *search, uint32_t s, const struct evidence_link *link)
{
    size_t cost;

    if (link->forward < LEAST_RATIO || link->backward < LEAST_RATIO)
        return 0;
    cost = occurs(&search->source, s) * occurs(&search->model->occurrences, link->target);
    return cost <= search->most_cost ? cost : 0;
}

static size_t
count_points(struct search *search)
{
    const struct evidence *evidence = search->model->evidence;
    size_t budget =
        POINTS_PER_LINE * (search->model->source.count + search->model->target.count);
    size_t points = 0, cost;

    search->most_cost = MOST_COST;
    for (uint32_t s = 0; s < search->model->source.type_count; s++)
        for (size_t l = evidence->first[s]; l < evidence->first[s + 1]; l++) {
            cost = link_cost(search, s, &evidence->links[l]);
            search->costs[cost] += cost;
        }
    for (cost = 1; cost <= MOST_COST; cost++) {
        if (points + search->costs[cost] > budget)
            break;
        points += search->costs[cost];
    }
    search->most_cost = cost - 1;
    return points;
}

static void
add_points(struct search *search, uint32_t s, const struct evidence_link *link)
{
    const struct occurrences *source = &search->source;
    const struct occurrences *target = &search->model->occurrences;
    size_t n = occurs(source, s), m = occurs(target, link->target);
    float ratio = link->forward < link->backward ? link->forward : link->backward;
    float weight = natural_log(ratio) / (float)(n > m ? n : m);

    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++)
            search->points[search->count++] = (struct point){
                source->lines[source->first[s] + i],
                target->lines[target->first[link->target] + j], weight, 0, NO_POINT};
}

/* By source, and of one source line the last target first: a chain takes one of a line at most.
 */
static int
compare_points(const void *one, const void *other)
{
    const struct point *a = one, *b = other;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return a->target > b->target ? -1 : a->target < b->target;
}

/* Drops points that only words speak for which stand in many places. */
static void
drop_weak(struct search *search)
{
    size_t kept = 0;

    for (size_t k = 0; k < search->count; k++)
        if (search->points[k].weight >= LEAST_WEIGHT)
            search->points[kept++] = search->points[k];
    search->count = kept;
}

/* Makes one point of those on the same two lines. */
static void
merge_points(struct search *search)
{
    size_t kept = 0;

    qsort(search->points, search->count, sizeof *search->points, compare_points);
    for (size_t k = 0; k < search->count; k++) {
        if (kept && compare_points(&search->points[kept - 1], &search->points[k]) == 0)
            search->points[kept - 1].weight += search->points[k].weight;
        else
            search->points[kept++] = search->points[k];
    }
    search->count = kept;
    drop_weak(search);
}

/* The heaviest chain; HEAVIEST (target.count + 1, all NO_POINT) is a Fenwick tree over target
 * lines of the point that ends the heaviest chain so far. Returns the chain's last point. */
static uint32_t
chain_points(struct search *search, uint32_t *heaviest)
{
    size_t size = search->model->target.count;
    struct point *points = search->points;
    uint32_t last = NO_POINT;

    for (uint32_t k = 0; k < search->count; k++) {
        for (size_t at = points[k].target; at > 0; at &= at - 1) {
            uint32_t other = heaviest[at];
            if (other != NO_POINT && points[other].best > points[k].best) {
                points[k].best = points[other].best;
                points[k].via = other;
            }
        }
        points[k].best += points[k].weight;
        for (size_t at = points[k].target + 1u; at <= size; at += at & (~at + 1)) {
            uint32_t other = heaviest[at];
            if (other == NO_POINT || points[k].best > points[other].best)
                heaviest[at] = k;
        }
        if (last == NO_POINT || points[k].best > points[last].best)
            last = k;
    }
    return last;
}

static int64_t
diagonal(const struct anchor *anchor)
{
    return (int64_t)anchor->target - anchor->source;
}

static int64_t
median_diagonal(const struct anchor *anchors, size_t count)
{
    int64_t sorted[NEIGHBOURS];

    for (size_t k = 0; k < count; k++) {
        size_t at = k;
        for (; at > 0 && sorted[at - 1] > diagonal(&anchors[k]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = diagonal(&anchors[k]);
    }
    return sorted[count / 2];
}

/* Copies ANCHORS that lie near their neighbours' diagonal to OUT. */
static size_t
keep_near(const struct anchor *anchors, size_t count, struct anchor *out)
{
    size_t width = count < NEIGHBOURS ? count : NEIGHBOURS, kept = 0;

    for (size_t k = 0; k < count; k++) {
        size_t first = k > width / 2 ? k - width / 2 : 0;
        int64_t off;

        if (first + width > count)
            first = count - width;
        off = diagonal(&anchors[k]) - median_diagonal(anchors + first, width);
        if (off <= OFF_DIAGONAL && off >= -OFF_DIAGONAL)
            out[kept++] = anchors[k];
    }
    return kept;
}

static enum ura_status
take_chain(const struct search *search, uint32_t last, struct ura_arena *scratch,
           struct ura_arena *arena, struct anchor **out, size_t *count, struct ura_error *error)
{
    struct anchor *chain;
    size_t links = 0, at;

    for (uint32_t k = last; k != NO_POINT; k = search->points[k].via)
        links++;
    chain = arena_new(scratch, links, sizeof *chain);
    *out = arena_new(arena, links, sizeof **out);
    if (!chain || !*out)
        return error_memory(error);
    at = links;
    for (uint32_t k = last; k != NO_POINT; k = search->points[k].via)
        chain[--at] = (struct anchor){search->points[k].source, search->points[k].target};
    *count = keep_near(chain, links, *out);
    return URA_OK;
}

static enum ura_status
find_points(struct search *search, struct ura_arena *scratch, struct ura_error *error)
{
    const struct evidence *evidence = search->model->evidence;

    search->costs = arena_new(scratch, MOST_COST + 1, sizeof *search->costs);
    if (!search->costs || !occurrences_build(&search->model->source, scratch, &search->source))
        return error_memory(error);
    search->points = arena_new(scratch, count_points(search), sizeof *search->points);
    if (!search->points)
        return error_memory(error);
    for (uint32_t s = 0; s < search->model->source.type_count; s++)
        for (size_t l = evidence->first[s]; l < evidence->first[s + 1]; l++)
            if (link_cost(search, s, &evidence->links[l]))
                add_points(search, s, &evidence->links[l]);
    merge_points(search);
    return URA_OK;
}

enum ura_status
anchors_find(const struct model *model, struct ura_arena *arena, struct anchor **out,
             size_t *count, struct ura_error *error)
{
    struct ura_arena scratch = {0};
    struct search search = {.model = model};
    enum ura_status status = find_points(&search, &scratch, error);

    *out = NULL;
    *count = 0;
    if (!status) {
        size_t size = model->target.count + 1;
        uint32_t *heaviest = arena_new(&scratch, size, sizeof *heaviest);

        if (!heaviest)
            status = error_memory(error);
        for (size_t k = 0; !status && k < size; k++)
            heaviest[k] = NO_POINT;
        if (!status)
            status = take_chain(&search, chain_points(&search, heaviest), &scratch, arena, out,
                                count, error);
    }
    arena_release(&scratch);
    return status;
}
