/* gold.h - a gold alignment, its cells found in the texts, and what a bitext scores against it.
 */
/* SPDX-License-Identifier: MIT */
#ifndef GOLD_GOLD_H
#define GOLD_GOLD_H

#include <ura/ura.h>

/*
 * A range of a document's folded flow text: quotation marks and dashes in one form, blanks and
 * invisible characters gone. Empty: nothing there, or the gold's text was not found.
 */
struct gold_range {
    size_t start;
    size_t end;
};

struct gold_bead {
    struct gold_range source;
    struct gold_range target;
    bool crossing; /* marked x: scored neither way */
    bool null;     /* one side is empty in the gold */
};

/* Precision and recall in beads; F1 is their harmonic mean. */
struct gold_score {
    size_t predicted;
    size_t gold;
    size_t strict_right;      /* both sides equal to a gold bead's */
    size_t lax_right;         /* predicted beads that meet one gold bead on both sides */
    size_t lax_found;         /* gold beads that meet one predicted bead on both sides */
    size_t lost_source_cells; /* gold texts that are not in the source's flow */
    size_t lost_target_cells; /* the same of the target */
};

/* Scores BITEXT against the gold alignment in the file PATH. */
enum ura_status gold_score_bitext(const char *path, const struct ura_bitext *bitext,
                                  struct gold_score *out, struct ura_error *error);
/* F1 in thousandths, rounded down; 0 where nothing is right. */
unsigned gold_strict_f1(const struct gold_score *score);
unsigned gold_lax_f1(const struct gold_score *score);

#endif
