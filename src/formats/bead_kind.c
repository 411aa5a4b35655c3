/* bead_kind.c - the kinds of beads that reports tell apart. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/bead_kind.h"

enum bead_kind
bead_kind_of(const struct ura_bead *bead)
{
    if (bead->moved)
        return BEAD_MOVED;
    if (!bead->target_count)
        return BEAD_SOURCE;
    if (!bead->source_count)
        return BEAD_TARGET;
    return bead->source_count == 1 && bead->target_count == 1 ? BEAD_ONE : BEAD_MANY;
}

const char *
bead_kind_name(enum bead_kind kind)
{
    static const char *const names[BEAD_KIND_COUNT] = {"one", "many", "source", "target",
                                                       "moved"};

    return names[kind];
}

struct bead_tally
bead_tally_of(const struct ura_bitext *bitext)
{
    struct bead_tally tally = {0};

    for (size_t i = 0; i < bitext->bead_count; i++) {
        tally.kinds[bead_kind_of(&bitext->beads[i])]++;
        tally.confidence += (double)bitext->beads[i].probability;
    }
    if (bitext->bead_count)
        tally.confidence /= (double)bitext->bead_count;
    return tally;
}
