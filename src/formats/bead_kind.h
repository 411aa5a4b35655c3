/* bead_kind.h - the kinds of beads that reports tell apart, and how many there are of each. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_BEAD_KIND_H
#define FORMATS_BEAD_KIND_H

#include <ura/bitext.h>

enum bead_kind {
    BEAD_ONE,    /* one sentence with one */
    BEAD_MANY,   /* several on a side: joined or split in the translation */
    BEAD_SOURCE, /* only in the source */
    BEAD_TARGET, /* only in the target */
    BEAD_MOVED,  /* whatever its counts */
    BEAD_KIND_COUNT
};

struct bead_tally {
    size_t kinds[BEAD_KIND_COUNT];
    double confidence; /* mean over all beads; 0 where there is none */
};

enum bead_kind bead_kind_of(const struct ura_bead *bead);
/* "one", "many", "source", "target", "moved". */
const char *bead_kind_name(enum bead_kind kind);
struct bead_tally bead_tally_of(const struct ura_bitext *bitext);

#endif
