/* losses.h - counts of what a file had and could not be kept. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_LOSSES_H
#define FORMATS_LOSSES_H

#include <ura/unit.h>

enum { LOSSES_MAX = 24 }; /* kinds of things that one format can lose, and some to spare */

/* Zero is none. */
struct losses {
    struct ura_loss items[LOSSES_MAX];
    size_t count;
};

/* Counts COUNT more of WHAT, a literal: "inline codes". */
void losses_add(struct losses *losses, const char *what, size_t count);

#endif
