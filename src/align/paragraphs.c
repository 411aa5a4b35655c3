/* paragraphs.c - the boundaries that paragraphs of two texts have in common. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/paragraphs.h"

#include "align/limits.h"

/* A bead of paragraphs that is likelier than this bounds its lines. */
static const float SURE = 0.9f;

/* One side by paragraph: STARTS has the first line of each, and one more. */
static bool
join_lines(const struct evidence_side *side, struct ura_arena *arena, struct evidence_side *out,
           uint32_t **starts)
{
    size_t count = 0;

    *out = *side;
    out->first = arena_new(arena, side->count + 1, sizeof *out->first);
    out->length = arena_new(arena, side->count, sizeof *out->length);
    out->flags = arena_new(arena, side->count, sizeof *out->flags);
    *starts = arena_new(arena, side->count + 1, sizeof **starts);
    if (!out->first || !out->length || !out->flags || !*starts)
        return false;
    for (size_t i = 0; i < side->count; i++) {
        if (i == 0 || side->flags[i] & EVIDENCE_PARAGRAPH) {
            (*starts)[count] = (uint32_t)i;
            out->first[count++] = side->first[i];
        }
        out->length[count - 1] += side->length[i];
        out->flags[count - 1] = side->flags[i];
    }
    (*starts)[count] = (uint32_t)side->count;
    out->first[count] = side->first[side->count];
    out->count = count;
    return true;
}

/* The paragraph that LINE is in. */
static size_t
find_paragraph(const uint32_t *starts, size_t count, size_t line)
{
    size_t low = 0, high = count;

    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (starts[middle] <= line)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The pins of lines as pins of paragraphs, without those that a bead of two could not hold. */
static bool
raise_pins(const struct align_options *options, const uint32_t *sources, size_t source_count,
           const uint32_t *targets, size_t target_count, struct ura_arena *arena,
           struct align_options *out)
{
    struct align_pin *pins = arena_new(arena, options->pin_count, sizeof *pins);
    size_t n = 0;

    *out = (struct align_options){.full = options->full, .pins = pins};
    if (!pins)
        return false;
    for (size_t k = 0; k < options->pin_count; k++) {
        struct align_pin pin = {find_paragraph(sources, source_count, options->pins[k].source),
                                find_paragraph(targets, target_count, options->pins[k].target)};

        if (!n || (pin.source > pins[n - 1].source && pin.target > pins[n - 1].target))
            pins[n++] = pin;
    }
    out->pin_count = n;
    return true;
}

static bool
is_sure(const struct align_bead *bead)
{
    return bead->source_count && bead->target_count && bead->probability > SURE;
}

enum ura_status
paragraphs_align(const struct evidence *evidence, const struct align_options *options,
                 struct ura_arena *arena, struct anchor **gates, size_t *count,
                 struct ura_error *error)
{
    struct evidence joined = *evidence;
    struct align_options raised;
    struct align_bead *beads;
    uint32_t *sources, *targets;
    enum ura_status status;
    size_t bead_count;

    *count = 0;
    if (!join_lines(&evidence->source, arena, &joined.source, &sources) ||
        !join_lines(&evidence->target, arena, &joined.target, &targets) ||
        !raise_pins(options, sources, joined.source.count, targets, joined.target.count, arena,
                    &raised))
        return error_memory(error);
    status = align_beads(&joined, &raised, arena, &beads, &bead_count, error);
    if (status)
        return status;
    *gates = arena_new(arena, bead_count, sizeof **gates);
    if (!*gates)
        return error_memory(error);
    for (size_t k = 1; k < bead_count; k++) {
        struct anchor gate = {sources[beads[k].source_first], targets[beads[k].target_first]};

        if (is_sure(&beads[k - 1]) && is_sure(&beads[k]) &&
            limits_gate_fits(&gate, options->pins, options->pin_count))
            (*gates)[(*count)++] = gate;
    }
    return URA_OK;
}
