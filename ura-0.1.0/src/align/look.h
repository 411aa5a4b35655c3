/* look.h - the close look at one bead: which words of it find a partner, and where. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_LOOK_H
#define ALIGN_LOOK_H

#include "align/model.h"

struct look;

/*
 * A word is expected to find its partner at the same relative place of the other side: the
 * weight of a partner falls with exp(-STEEPNESS * distance), distances being in [0, 1] (the
 * shape of fast_align, Dyer et al. 2013). Steepness 0: any place is as good. Lives in ARENA;
 * MODEL must outlive it and may adapt. NULL when out of memory.
 */
struct look *look_new(const struct model *model, float steepness, struct ura_arena *arena);

/* What a linked word of a bead finds on the other side: the likelihood ratios of its possible
 * partners, averaged by their weights. */
struct find {
    uint32_t type;
    float ratio;
};

struct finds {
    struct find *source;
    size_t source_count;
    struct find *target;
    size_t target_count;
};

/* All linked words of a two-sided BEAD. Valid until the next call with LOOK. */
void look_find(struct look *look, const struct span *bead, struct finds *out);
/* Half the log likelihood ratio of the target side given the source side, and half the other
 * way round. */
float look_worth(struct look *look, const struct span *bead);

#endif
