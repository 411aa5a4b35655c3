/* beads.c - the best beads of two texts: each pass called once and in order. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/adapt.h"
#include "align/anchors.h"
#include "align/coarse.h"
#include "align/explain.h"
#include "align/lattice.h"
#include "align/limits.h"
#include "align/moved.h"
#include "align/paragraphs.h"
#include "align/swaps.h"

enum {
    WHOLE_CELLS = 160000, /* up to so many the cheap pass takes the whole matrix: 20 ms */
    FULL_CELLS = 20000,   /* and the full pass */
    BAND_MARGIN = 5,      /* lines on both sides of the path of the cheap pass */
    WIDENINGS_MOST = 5,   /* of a band along whose edge the path ran; each doubles it */
    RATE_ROUNDS = 2,
};

/* How far a path may be worse than the best one for its beads to be looked at closely. */
static const float LATTICE_MARGIN = 10;
static const float ADAPT_PROBABILITY = 0.3f; /* beads less likely than this say nothing */
static const float STEEPNESS = 4;            /* of the diagonal prior; 2 to 8 are as good */

struct search {
    struct model model;
    struct lexical *lexical;
    struct look *flat;  /* any place is as good: for the shares of lost words */
    struct look *close; /* with the diagonal prior */
    struct scorer items[SCORER_MAX];
    struct scorers scorers;
    struct limits limits;
    struct lattice lattice;
    const struct align_options *options;
    struct ura_arena *arena;
};

static enum ura_status
prepare(struct search *search, const struct evidence *evidence, struct ura_error *error)
{
    enum ura_status status = model_build(evidence, search->arena, &search->model, error);

    if (status)
        return status;
    search->flat = look_new(&search->model, 0, search->arena);
    search->close = look_new(&search->model, STEEPNESS, search->arena);
    if (search->flat && search->close)
        search->lexical = lexical_new(&search->model, search->close, search->arena);
    if (!search->lexical)
        return error_memory(error);
    search->items[0] = lexical_scorer(search->lexical);
    search->scorers = (struct scorers){search->items, 1};
    return URA_OK;
}

/* What the options ask every path to keep to. */
static enum ura_status
limit(struct search *search, const struct evidence *evidence, struct ura_error *error)
{
    const struct align_options *options = search->options;
    struct anchor *gates = NULL;
    size_t count = 0;

    if (options->paragraphs && evidence->source.count && evidence->target.count) {
        enum ura_status status =
            paragraphs_align(evidence, options, search->arena, &gates, &count, error);
        if (status)
            return status;
    }
    if (!limits_make(evidence->source.count, evidence->target.count, options->pins,
                     options->pin_count, gates, count, search->arena, &search->limits))
        return error_memory(error);
    if (!count)
        return URA_OK;
    return limits_scorer(&search->limits, search->arena,
                         &search->items[search->scorers.count++])
               ? URA_OK
               : error_memory(error);
}

/* The pinned pairs, and of COUNT anchors those that lie between them; in SCRATCH. NULL when out
 * of memory. */
static struct anchor *
add_pins(const struct search *search, const struct anchor *anchors, size_t *count,
         struct ura_arena *scratch)
{
    const struct align_pin *pins = search->options->pins;
    size_t pin = 0, pin_count = search->options->pin_count, n = 0;
    struct anchor *out = arena_new(scratch, *count + pin_count, sizeof *out);

    if (!out)
        return NULL;
    for (size_t k = 0; k < *count; k++) {
        for (; pin < pin_count && pins[pin].source <= anchors[k].source; pin++)
            out[n++] = (struct anchor){(uint32_t)pins[pin].source, (uint32_t)pins[pin].target};
        if ((!n || (anchors[k].source > out[n - 1].source &&
                    anchors[k].target > out[n - 1].target)) &&
            (pin == pin_count || anchors[k].target < pins[pin].target))
            out[n++] = anchors[k];
    }
    for (; pin < pin_count; pin++)
        out[n++] = (struct anchor){(uint32_t)pins[pin].source, (uint32_t)pins[pin].target};
    *count = n;
    return out;
}

static bool
fits(const struct search *search, size_t cells)
{
    size_t n = search->model.source.count + 1, m = search->model.target.count + 1;

    return search->options->full || n <= cells / m;
}

/* Where the cheap pass may go. */
static enum ura_status
find_corridor(struct search *search, struct ura_arena *scratch, struct band *out,
              struct ura_error *error)
{
    size_t n = search->model.source.count, m = search->model.target.count, count;
    struct anchor *anchors;
    enum ura_status status;

    if (fits(search, WHOLE_CELLS)) {
        if (!band_whole(n, m, scratch, out))
            return error_memory(error);
    } else {
        status = anchors_find(&search->model, scratch, &anchors, &count, error);
        if (status)
            return status;
        anchors = add_pins(search, anchors, &count, scratch);
        if (!anchors || !band_corridor(n, m, anchors, count, scratch, out))
            return error_memory(error);
    }
    band_keep(out, search->limits.low, search->limits.high);
    return URA_OK;
}

static enum ura_status
run_cheap_pass(struct search *search, struct ura_arena *scratch, struct band *path,
               struct ura_error *error)
{
    struct band corridor;
    enum ura_status status = find_corridor(search, scratch, &corridor, error);

    for (int round = 0; !status; round++) {
        status = coarse_path(&search->model, search->lexical, &corridor, scratch, path, error);
        if (status || round == WIDENINGS_MOST || !band_widen(&corridor, path))
            break;
    }
    return status;
}

/* The 1-1 beads of a path, by the nodes of its rows; in SCRATCH. */
static size_t
list_pairs(const struct band *path, struct span *out)
{
    size_t count = 0;

    for (size_t i = 0; i < path->source; i++)
        if (path->low[i + 1] == path->high[i] + 1)
            out[count++] = (struct span){i, 1, path->high[i], 1};
    return count;
}

static enum ura_status
adapt_to_pairs(struct search *search, const struct band *path, struct ura_arena *scratch,
               struct ura_error *error)
{
    struct span *pairs = arena_new(scratch, path->source, sizeof *pairs);

    if (!pairs)
        return error_memory(error);
    return adapt_model(&search->model, search->flat, pairs, NULL, list_pairs(path, pairs),
                       error);
}

static enum ura_status
run_full_pass(struct search *search, const struct band *path, struct ura_arena *scratch,
              struct prospects *out, struct ura_error *error)
{
    struct band band, found;
    enum ura_status status = URA_OK;
    bool whole = fits(search, FULL_CELLS);

    if (whole ? !band_whole(path->source, path->target, scratch, &band)
              : !band_around(path, BAND_MARGIN, scratch, &band))
        return error_memory(error);
    band_keep(&band, search->limits.low, search->limits.high);
    for (int round = 0; !status; round++) {
        status = prospects_find(&search->model, &search->scorers, &band, LATTICE_MARGIN,
                                scratch, out, &found, error);
        if (status || round == WIDENINGS_MOST || !band_widen(&band, &found))
            break;
        prospects_release(out);
    }
    return status;
}

static enum ura_status
find_prospects(struct search *search, struct prospects *out, struct ura_error *error)
{
    struct ura_arena scratch = {0};
    struct band path;
    enum ura_status status = run_cheap_pass(search, &scratch, &path, error);

    *out = (struct prospects){0};
    if (!status)
        status = adapt_to_pairs(search, &path, &scratch, error);
    if (!status)
        status = run_full_pass(search, &path, &scratch, out, error);
    arena_release(&scratch);
    return status;
}

/* Takes the beads that are chosen; a line alone is right as far as none with two sides has it.
 */
static enum ura_status
take_beads(const struct lattice *lattice, struct ura_arena *scratch, struct align_bead *beads,
           size_t *count, struct ura_error *error)
{
    size_t *path, node = 0;
    enum ura_status status = lattice_choose(lattice, scratch, &path, count, error);

    for (size_t k = 0; !status && k < *count; k++) {
        const struct lattice_edge *edge = &lattice->edges[path[k]];
        struct span span = lattice_span(lattice, node, path[k]);
        float probability = edge->probability;

        if (!span.target_count)
            probability = 1 - lattice->paired[0][span.source];
        else if (!span.source_count)
            probability = 1 - lattice->paired[1][span.target];
        beads[k] = (struct align_bead){.source_first = span.source,
                                       .source_count = span.source_count,
                                       .target_first = span.target,
                                       .target_count = span.target_count,
                                       .score = edge->worth,
                                       .probability = probability > 0 ? probability : 0};
        node = edge->end;
    }
    return status;
}

/* Adapts the model to the two-sided beads of LATTICE, each by its probability. */
static enum ura_status
adapt_to_lattice(struct search *search, const struct lattice *lattice,
                 struct ura_arena *scratch, struct ura_error *error)
{
    struct span *beads = arena_new(scratch, lattice->edge_count, sizeof *beads);
    float *weights = arena_new(scratch, lattice->edge_count, sizeof *weights);
    size_t count = 0;

    if (!beads || !weights)
        return error_memory(error);
    for (size_t node = 0; node < lattice->node_count; node++)
        for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
            struct span bead = lattice_span(lattice, node, e);
            if (!bead.source_count || !bead.target_count ||
                lattice->edges[e].probability < ADAPT_PROBABILITY)
                continue;
            beads[count] = bead;
            weights[count++] = lattice->edges[e].probability;
        }
    return adapt_model(&search->model, search->close, beads, weights, count, error);
}

static enum ura_status
look_closely(struct search *search, const struct prospects *prospects,
             struct ura_arena *scratch, struct align_bead *beads, size_t *count,
             struct ura_error *error)
{
    struct lattice *lattice = &search->lattice;
    enum ura_status status = lattice_build(&search->model, prospects, scratch, lattice, error);

    if (status)
        return status;
    lattice_look(lattice, &search->model, &search->scorers);
    lattice_weigh(lattice);
    status = adapt_to_lattice(search, lattice, scratch, error);
    if (status)
        return status;
    lattice_look(lattice, &search->model, &search->scorers);
    lattice_weigh(lattice);
    for (int round = 0; round < RATE_ROUNDS; round++) {
        lattice_adapt(lattice);
        lattice_weigh(lattice);
    }
    return take_beads(lattice, scratch, beads, count, error);
}

/* Marks the beads that hold a pin. */
static void
mark_pinned(const struct align_options *options, struct align_bead *beads, size_t count)
{
    size_t pin = 0;

    for (size_t k = 0; k < count && pin < options->pin_count; k++) {
        struct align_bead *bead = &beads[k];

        for (; pin < options->pin_count && bead->source_count &&
               options->pins[pin].source < bead->source_first + bead->source_count;
             pin++)
            bead->pinned = true;
    }
}

/* One order of each run of lines alone: the source's first. COPY has room for COUNT beads. */
static void
order_nulls(struct align_bead *beads, size_t count, struct align_bead *copy)
{
    for (size_t first = 0, end; first < count; first = end) {
        size_t at = first, source = beads[first].source_first,
               target = beads[first].target_first;

        for (end = first; end < count && (!beads[end].source_count || !beads[end].target_count);
             end++)
            copy[end] = beads[end];
        for (size_t k = first; k < end; k++)
            if (copy[k].source_count) {
                beads[at] = copy[k];
                beads[at++].target_first = target;
                source = copy[k].source_first + copy[k].source_count;
            }
        for (size_t k = first; k < end; k++)
            if (copy[k].target_count) {
                beads[at] = copy[k];
                beads[at++].source_first = source;
            }
        end += end == first;
    }
}

enum ura_status
align_beads(const struct evidence *evidence, const struct align_options *options,
            struct ura_arena *arena, struct align_bead **out, size_t *count,
            struct ura_error *error)
{
    struct ura_arena scratch = {0};
    struct search search = {.options = options, .arena = &scratch};
    struct prospects prospects = {0};
    struct align_bead *copy = NULL;
    enum ura_status status = prepare(&search, evidence, error);

    *count = 0;
    *out = arena_new(arena, evidence->source.count + evidence->target.count, sizeof **out);
    if (!status && !*out)
        status = error_memory(error);
    if (!status)
        status = limit(&search, evidence, error);
    if (!status)
        status = find_prospects(&search, &prospects, error);
    if (!status)
        status = look_closely(&search, &prospects, &scratch, *out, count, error);
    if (!status)
        copy = arena_new(&scratch, *count, sizeof *copy);
    if (!status && !copy)
        status = error_memory(error);
    if (!status) {
        order_nulls(*out, *count, copy);
        mark_pinned(options, *out, *count);
    }
    if (!status && options->moved)
        status = swaps_find(&search.model, &search.scorers, *out, count, error);
    if (!status && options->moved)
        status = moved_find(&search.model, &search.scorers, *out, count, error);
    if (!status && options->explanation && options->explanation->bead < *count)
        status = explain_bead(&search.model, search.close, &search.lattice,
                              &(*out)[options->explanation->bead], options->explanation, error);
    prospects_release(&prospects);
    arena_release(&scratch);
    return status;
}
