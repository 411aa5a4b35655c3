/* model.h - two texts as the search sees them, and what it holds true of them. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_MODEL_H
#define ALIGN_MODEL_H

#include "align/align.h"

enum { SHAPE_COUNT = 13, GROUP_MAX = 4 }; /* GROUP_MAX: lines on one side of the widest bead */

/* How many lines a bead has on each side, and the log of how usual that is against 1-1. */
struct shape {
    uint8_t source;
    uint8_t target;
    float prior;
};

enum { SHAPE_ONE_ONE, SHAPE_SOURCE_ALONE, SHAPE_TARGET_ALONE };
extern const struct shape shape_table[SHAPE_COUNT];

/* A bead as the search handles it. */
struct span {
    size_t source;
    size_t source_count;
    size_t target;
    size_t target_count;
};

/*
 * One side. Only tokens that some link speaks of are kept: a word that could not find a partner
 * anywhere in the other text is as likely in a line's partner as in a stranger, and says
 * nothing.
 */
struct lines {
    size_t count;
    uint32_t *first;                /* count + 1 into types and places */
    uint32_t *types;                /* of the linked tokens */
    uint32_t *places;               /* their index among all tokens of the line */
    uint32_t *size;                 /* tokens of a line, linked or not */
    double *reach;                  /* count + 1: letters before a line */
    float (*log_length)[GROUP_MAX]; /* log of the letters of the 1 to 4 lines from here */
    const uint8_t *flags;
    size_t type_count;
    float *lost; /* by type: the share of its tokens that have no partner where one could be */
};

/* Where each type stands: lines of type t are lines[first[t]] to lines[first[t + 1]],
 * ascending. */
struct occurrences {
    uint32_t *first;
    uint32_t *lines;
};

/* The log ratio of the lengths of a bead's sides: normal around RATIO. */
struct lengths {
    float ratio;
    float spread; /* factor on the usual variance */
};

struct model {
    const struct evidence *evidence;
    struct lines source;
    struct lines target;
    struct occurrences occurrences; /* in the target */
    struct lengths lengths;
};

/* MODEL of EVIDENCE, as yet not adapted to the text; its arrays live in ARENA. */
enum ura_status model_build(const struct evidence *evidence, struct ura_arena *arena,
                            struct model *out, struct ura_error *error);
/* Where the linked types of LINES stand; false when out of memory. */
bool occurrences_build(const struct lines *lines, struct ura_arena *arena,
                       struct occurrences *out);
/* The worth of the lengths of a two-sided bead, given the logs of its letters on both sides:
 * log likelihood ratio against two lines of any lengths, weighted. */
float lengths_worth(const struct lengths *lengths, float log_source, float log_target);
/* The variance of the log ratio of two such lengths. */
float lengths_variance(const struct lengths *lengths, float log_source, float log_target);
/* The same for BEAD. */
float model_length_worth(const struct model *model, const struct span *bead);

#endif
