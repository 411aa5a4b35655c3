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
    bool null;     /* one side is empty */
};

/* What the gold says of a bead. */
enum gold_verdict { GOLD_LEFT_OUT, GOLD_WRONG, GOLD_RIGHT };

struct gold_score {
    struct ura_score_beads beads;
    size_t lost_source_cells; /* gold texts that are not in the source's flow */
    size_t lost_target_cells; /* the same of the target */
};

/*
 * Scores BITEXT against the gold alignment in the file PATH: a row a bead, source TAB target,
 * and TAB x where it crosses. VERDICTS, one a bead of BITEXT, may be NULL; beads of nothing but
 * furniture, and in rows that cross, are left out.
 */
enum ura_status gold_score_bitext(const char *path, const struct ura_bitext *bitext,
                                  enum gold_verdict *verdicts, struct gold_score *out,
                                  struct ura_error *error);

#endif
