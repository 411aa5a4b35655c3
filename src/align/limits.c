/* limits.c - what a path must keep to: lines that belong together, boundaries it goes through.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/limits.h"

/* Worth of a bead over a gate: far under any sum of what a path may gain by it. */
static const float FORBIDDEN = -1e6f;

/* Rows before END have no node after column HIGH. Called for rising places each row is set
 * once. */
static void
cap_rows(struct limits *limits, size_t end, size_t high)
{
    for (size_t i = end; i-- > 0 && limits->high[i] > high;)
        limits->high[i] = (uint32_t)high;
}

/* Those of ROWS from FIRST on have none before column LOW; called for falling places likewise.
 */
static void
raise_rows(struct limits *limits, size_t rows, size_t first, size_t low)
{
    for (size_t i = first; i < rows && limits->low[i] < low; i++)
        limits->low[i] = (uint32_t)low;
}

static void
number_regions(uint32_t *region, size_t lines, const struct anchor *gates, size_t count,
               bool source)
{
    size_t gate = 0;

    for (size_t i = 0; i < lines; i++) {
        while (gate < count && (source ? gates[gate].source : gates[gate].target) <= i)
            gate++;
        region[i] = (uint32_t)gate;
    }
}

bool
limits_make(size_t source, size_t target, const struct align_pin *pins, size_t pin_count,
            const struct anchor *gates, size_t gate_count, struct ura_arena *arena,
            struct limits *out)
{
    *out = (struct limits){0};
    if (!pin_count && !gate_count)
        return true;
    out->low = arena_new(arena, source + 1, sizeof *out->low);
    out->high = arena_new(arena, source + 1, sizeof *out->high);
    if (!out->low || !out->high)
        return false;
    for (size_t i = 0; i <= source; i++)
        out->high[i] = (uint32_t)target;
    for (size_t k = 0; k < pin_count; k++)
        cap_rows(out, pins[k].source + 1, pins[k].target);
    for (size_t k = pin_count; k-- > 0;)
        raise_rows(out, source + 1, pins[k].source + 1, pins[k].target + 1);
    for (size_t k = 0; k < gate_count; k++)
        cap_rows(out, gates[k].source, gates[k].target);
    for (size_t k = gate_count; k-- > 0;)
        raise_rows(out, source + 1, gates[k].source + 1, gates[k].target);
    if (!gate_count)
        return true;
    out->source_region = arena_new(arena, source, sizeof *out->source_region);
    out->target_region = arena_new(arena, target, sizeof *out->target_region);
    if (!out->source_region || !out->target_region)
        return false;
    number_regions(out->source_region, source, gates, gate_count, true);
    number_regions(out->target_region, target, gates, gate_count, false);
    return true;
}

bool
limits_gate_fits(const struct anchor *gate, const struct align_pin *pins, size_t pin_count)
{
    size_t low = 0, high = pin_count;

    /* The first pin that does not stand before the gate in the source. */
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (pins[middle].source < gate->source)
            low = middle + 1;
        else
            high = middle;
    }
    return (!low || pins[low - 1].target < gate->target) &&
           (low == pin_count || pins[low].target >= gate->target);
}

/* Whether COUNT lines from FIRST all are of REGION. */
static bool
lie_within(const uint32_t *regions, size_t first, size_t count, uint32_t region)
{
    return regions[first] == region && regions[first + count - 1] == region;
}

static bool
allows(const struct limits *limits, const struct span *bead)
{
    uint32_t region = limits->source_region[bead->source];

    return lie_within(limits->source_region, bead->source, bead->source_count, region) &&
           lie_within(limits->target_region, bead->target, bead->target_count, region);
}

/* The scorer's own. */
struct gates {
    const struct limits *limits;
    const struct band *band;
};

static void
begin(void *self, const struct band *band)
{
    ((struct gates *)self)->band = band;
}

static void
add_row(void *self, size_t row, float *worth)
{
    const struct gates *gates = self;
    const struct band *band = gates->band;

    for (size_t j = band->low[row]; j <= band->high[row]; j++, worth += SHAPE_COUNT)
        for (size_t s = 0; s < SHAPE_COUNT; s++) {
            struct span bead = {row, shape_table[s].source, j, shape_table[s].target};

            if (bead.source_count && bead.target_count &&
                bead.source + bead.source_count <= band->source &&
                bead.target + bead.target_count <= band->target &&
                !allows(gates->limits, &bead))
                worth[s] += FORBIDDEN;
        }
}

static float
look(void *self, const struct span *bead)
{
    return allows(((const struct gates *)self)->limits, bead) ? 0 : FORBIDDEN;
}

bool
limits_scorer(const struct limits *limits, struct ura_arena *arena, struct scorer *out)
{
    struct gates *gates = arena_new(arena, 1, sizeof *gates);

    if (!gates)
        return false;
    gates->limits = limits;
    *out = (struct scorer){gates, begin, add_row, look};
    return true;
}
