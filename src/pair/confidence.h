/* confidence.h - probabilities that can be believed: of beads, and of the whole pair. */
/* SPDX-License-Identifier: MIT */
#ifndef PAIR_CONFIDENCE_H
#define PAIR_CONFIDENCE_H

#include "bitext/bitext.h"

/*
 * Sets the `translation` of BITEXT, whose probabilities are the search's own posteriors, and
 * with CALIBRATE makes these calibrated: of beads with probability p a share of p is right.
 * Nothing else is changed. URA_NO_MEMORY.
 */
enum ura_status confidence_set(struct ura_bitext *bitext, bool calibrate,
                               struct ura_error *error);

#endif
