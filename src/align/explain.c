/* explain.c - why a bead was chosen: what spoke for it, and what came second. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/explain.h"

#include <stdlib.h>

#include "base/natural.h"

/* What is less probable than this is as good as impossible: its logarithm has an end. */
static const float SMALLEST = 1e-30f;

/* What is linked most strongly to TYPE, a source type, among FINDS; ALIGN_NO_WORD: nothing. */
static uint32_t
target_partner(const struct evidence *evidence, uint32_t type, const struct find *finds,
               size_t count)
{
    uint32_t best = ALIGN_NO_WORD;
    float most = 0;

    for (size_t l = evidence->first[type]; l < evidence->first[type + 1]; l++) {
        const struct evidence_link *link = &evidence->links[l];

        for (size_t k = 0; k < count && link->backward > most; k++) {
            if (finds[k].type == link->target) {
                best = link->target;
                most = link->backward;
            }
        }
    }
    return best;
}

/* The same for a target type among source words. */
static uint32_t
source_partner(const struct evidence *evidence, uint32_t type, const struct find *finds,
               size_t count)
{
    uint32_t best = ALIGN_NO_WORD;
    float most = 0;

    for (size_t k = 0; k < count; k++) {
        uint32_t s = finds[k].type;

        for (size_t l = evidence->first[s]; l < evidence->first[s + 1]; l++) {
            if (evidence->links[l].target == type && evidence->links[l].forward > most) {
                best = s;
                most = evidence->links[l].forward;
            }
        }
    }
    return best;
}

static void
add_reason(struct align_explanation *out, uint32_t source, uint32_t target, float worth)
{
    for (size_t k = 0; k < out->reason_count; k++) {
        if (out->reasons[k].source == source && out->reasons[k].target == target) {
            out->reasons[k].worth += worth;
            return;
        }
    }
    out->reasons[out->reason_count++] = (struct align_reason){source, target, worth};
}

static int
compare_reasons(const void *one, const void *other)
{
    const struct align_reason *a = one, *b = other;

    if (a->worth != b->worth)
        return a->worth > b->worth ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

static float
worth_of(const struct find *find, const float *lost, float weight)
{
    float share = lost[find->type];

    return weight * natural_log(share + (1 - share) * find->ratio) / 2;
}

static enum ura_status
take_words(const struct model *model, struct look *look, const struct span *bead, float weight,
           struct align_explanation *out, struct ura_error *error)
{
    const struct evidence *evidence = model->evidence;
    struct finds finds;

    look_find(look, bead, &finds);
    out->reasons =
        arena_new(out->arena, finds.source_count + finds.target_count, sizeof *out->reasons);
    if (!out->reasons)
        return error_memory(error);
    for (size_t k = 0; k < finds.source_count; k++) {
        const struct find *find = &finds.source[k];
        float worth = worth_of(find, model->source.lost, weight);

        out->words += worth;
        add_reason(out, find->type,
                   target_partner(evidence, find->type, finds.target, finds.target_count),
                   worth);
    }
    for (size_t k = 0; k < finds.target_count; k++) {
        const struct find *find = &finds.target[k];
        float worth = worth_of(find, model->target.lost, weight);

        out->words += worth;
        add_reason(out, source_partner(evidence, find->type, finds.source, finds.source_count),
                   find->type, worth);
    }
    if (out->reason_count)
        qsort(out->reasons, out->reason_count, sizeof *out->reasons, compare_reasons);
    return URA_OK;
}

static bool
overlap(size_t first, size_t count, size_t other, size_t other_count)
{
    return first < other + other_count && other < first + count;
}

/* Whether SPAN has a line of BEAD and is another bead. */
static bool
is_rival(const struct span *span, const struct align_bead *bead)
{
    bool source =
        overlap(span->source, span->source_count, bead->source_first, bead->source_count);
    bool target =
        overlap(span->target, span->target_count, bead->target_first, bead->target_count);
    bool same = span->source_count == bead->source_count &&
                span->target_count == bead->target_count &&
                (!span->source_count || span->source == bead->source_first) &&
                (!span->target_count || span->target == bead->target_first);

    return (source || target) && !same;
}

/* The likeliest bead of the lattice that has a line of BEAD. */
static void
find_rival(const struct lattice *lattice, const struct align_bead *bead,
           struct align_explanation *out)
{
    float most = SMALLEST, own = bead->probability > SMALLEST ? bead->probability : SMALLEST;

    for (size_t node = 0; node < lattice->node_count; node++) {
        for (size_t e = lattice->nodes[node].first; e < lattice->nodes[node + 1].first; e++) {
            const struct lattice_edge *edge = &lattice->edges[e];
            struct span span = lattice_span(lattice, node, e);
            float probability = edge->probability;

            if (!is_rival(&span, bead))
                continue;
            /* Where a line alone stands among others does not matter. */
            if (!span.target_count)
                probability = 1 - lattice->paired[0][span.source];
            else if (!span.source_count)
                probability = 1 - lattice->paired[1][span.target];
            if (probability <= most)
                continue;
            most = probability;
            out->has_rival = true;
            out->rival = (struct align_bead){
                span.source, span.source_count, span.target, span.target_count,
                edge->worth, probability,       false,       false};
        }
    }
    out->advantage = natural_log(own) - natural_log(most);
}

enum ura_status
explain_bead(const struct model *model, struct look *look, const struct lattice *lattice,
             const struct align_bead *bead, struct align_explanation *out,
             struct ura_error *error)
{
    struct span span = {bead->source_first, bead->source_count, bead->target_first,
                        bead->target_count};
    enum ura_status status = URA_OK;

    *out = (struct align_explanation){.bead = out->bead, .arena = out->arena, .found = true};
    if (span.source_count && span.target_count) {
        struct close_parts parts = close_parts_of(model, &span);

        out->prior = parts.prior;
        out->lengths = parts.lengths;
        out->headings = parts.headings;
        status = take_words(model, look, &span, parts.word_weight, out, error);
    } else {
        out->prior =
            shape_table[span.source_count ? SHAPE_SOURCE_ALONE : SHAPE_TARGET_ALONE].prior;
    }
    out->usual = bead->score - out->prior - out->lengths - out->headings - out->words;
    find_rival(lattice, bead, out);
    return status;
}
