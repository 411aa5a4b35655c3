/* explain.h - why a bead was chosen: what spoke for it, and what came second. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_EXPLAIN_H
#define ALIGN_EXPLAIN_H

#include "align/lattice.h"
#include "align/look.h"

/* Fills OUT, all but what it was asked by, for BEAD. URA_NO_MEMORY. */
enum ura_status explain_bead(const struct model *model, struct look *look,
                             const struct lattice *lattice, const struct align_bead *bead,
                             struct align_explanation *out, struct ura_error *error);

#endif
