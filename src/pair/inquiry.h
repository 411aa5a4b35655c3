/* inquiry.h - an alignment that is asked why it chose a bead. */
/* SPDX-License-Identifier: MIT */
#ifndef PAIR_INQUIRY_H
#define PAIR_INQUIRY_H

#include "align/align.h"
#include "lexicon/lexicon.h"
#include "pair/pair.h"

/* The arenas and the bead are set before. */
struct inquiry {
    struct align_explanation explanation;
    struct lexicon_names names;
};

/* ura_pair_align, with INQUIRY filled where it is not NULL. */
enum ura_status pair_inquire(struct ura_context *context, const struct ura_document *source,
                             const struct ura_document *target,
                             const struct ura_pair_options *options, struct inquiry *inquiry,
                             struct ura_bitext **out, struct ura_error *error);

#endif
