/* lattice.h - the beads that are left, looked at closely; the best path and every probability.
 */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_LATTICE_H
#define ALIGN_LATTICE_H

#include "align/prospects.h"

/* A node of the lattice: its beads are edges first to first of the next node. */
struct lattice_node {
    uint32_t source;
    uint32_t target;
    size_t first;
};

struct lattice_edge {
    size_t end; /* node */
    uint8_t shape;
    float own;         /* worth by itself */
    float worth;       /* own + how usual its shape is in this text */
    float probability; /* that this bead is right */
};

struct lattice {
    size_t source;
    size_t target;
    struct lattice_node *nodes; /* node_count + 1, the last one for its `first` */
    size_t node_count;
    struct lattice_edge *edges;
    size_t edge_count;
    float *paired[2]; /* by source and by target line: the probability that it has a partner */
    double *ahead;    /* 2 for each node: by whether the last bead was a target line alone */
    double *after;
};

/* Of PROSPECTS; in ARENA. */
enum ura_status lattice_build(const struct model *model, const struct prospects *prospects,
                              struct ura_arena *arena, struct lattice *out,
                              struct ura_error *error);
/* What of the worth of a two-sided bead is not its words. */
struct close_parts {
    float prior;
    float lengths;
    float headings;
    float word_weight; /* of what a scorer says */
};
struct close_parts close_parts_of(const struct model *model, const struct span *bead);
/* The worth of a two-sided BEAD looked at closely: shape, lengths, headings, SCORERS. */
float close_worth(const struct model *model, const struct scorers *scorers,
                  const struct span *bead);
/* Scores edges anew by what SCORERS see looking closely, lengths, shape and headings; all of
 * them the first time, after that those that still have a chance. */
void lattice_look(struct lattice *lattice, const struct model *model,
                  const struct scorers *scorers);
/* The probability of each edge, by all paths (forward-backward), and of each line to be paired.
 */
void lattice_weigh(struct lattice *lattice);
/* Moves each edge's worth by how usual its shape is in this text, as its probabilities say. */
void lattice_adapt(struct lattice *lattice);
/*
 * The edges of the path that is chosen, in order; in ARENA. It has the most expected gain: a
 * bead gains its probability, and loses LONELY_PRICE times the probability that its lines have
 * no partner at all. So two strangers stay alone, though pairing them be likelier than any
 * other single thing.
 */
enum ura_status lattice_choose(const struct lattice *lattice, struct ura_arena *arena,
                               size_t **edges, size_t *count, struct ura_error *error);
/* The span of edge EDGE that leaves node NODE. */
struct span lattice_span(const struct lattice *lattice, size_t node, size_t edge);

#endif
