/* align.h - the door of the room that searches: knows scores and lengths, not words. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_ALIGN_H
#define ALIGN_ALIGN_H

#include "base/base.h"
#include "lexicon/evidence.h"

struct align_bead {
    size_t source_first, source_count;
    size_t target_first, target_count;
    float score;       /* natural log of the likelihood ratio against two strangers */
    float probability; /* in [0, 1] */
    bool moved;
    bool pinned; /* holds a pin: its lines stay where they are */
};

/* Two lines, by their indexes, that are to be in one bead. */
struct align_pin {
    size_t source;
    size_t target;
};

/* That the types SOURCE and TARGET stand in a bead, or one of them with no partner there, and
 * what that adds to its worth. */
struct align_reason {
    uint32_t source; /* ALIGN_NO_WORD: none */
    uint32_t target;
    float worth;
};

enum { ALIGN_NO_WORD = INT32_MAX };

/* Why a bead was chosen: parts that add up to its score, and what came second. */
struct align_explanation {
    size_t bead;             /* asked for: its index among the beads */
    struct ura_arena *arena; /* for the reasons */
    bool found;              /* there is a bead of that index */
    float prior;             /* of its numbers of lines */
    float usual; /* how usual these are in this text, and what is taken off where it moved */
    float lengths;
    float headings;
    float words;                  /* all reasons */
    struct align_reason *reasons; /* the most worth first */
    size_t reason_count;
    bool has_rival;
    struct align_bead rival; /* the likeliest other bead with one of its lines */
    float advantage;         /* natural logarithm of how many times likelier the bead is */
};

struct align_options {
    bool moved;      /* look for passages that changed places */
    bool full;       /* search the whole matrix instead of a band: for tests, quadratic */
    bool paragraphs; /* align paragraphs first, then lines within those that are sure */
    const struct align_pin *pins; /* ascending strictly on both sides, within the texts */
    size_t pin_count;
    struct align_explanation *explanation; /* filled where it is not NULL */
};

/*
 * The best beads, in the order of the target (invariants: struct ura_bitext), in ARENA.
 * Deterministic. Time and memory grow in step with the text.
 */
enum ura_status align_beads(const struct evidence *evidence,
                            const struct align_options *options, struct ura_arena *arena,
                            struct align_bead **out, size_t *count, struct ura_error *error);

#endif
