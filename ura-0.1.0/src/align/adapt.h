/* adapt.h - what a text says of itself: how many words go without a partner, how lengths vary.
 */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_ADAPT_H
#define ALIGN_ADAPT_H

#include "align/look.h"

/*
 * Estimates MODEL's lost shares and lengths anew from BEADS, two-sided, thought to be right
 * with WEIGHTS (NULL: 1 each). LOOK says which words find partners. What a text has few
 * examples of stays near what is usual.
 */
enum ura_status adapt_model(struct model *model, struct look *look, const struct span *beads,
                            const float *weights, size_t count, struct ura_error *error);

#endif
