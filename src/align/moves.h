/* moves.h - pairs of lines across the path that may be a passage that moved. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_MOVES_H
#define ALIGN_MOVES_H

#include "align/lattice.h"

/* What a line is free for. */
enum line_state { LINE_TAKEN, LINE_FREE };

/* A pair that may have moved. */
struct move {
    struct span bead;
    float worth;
    bool taken;
};

/* Moves by the line that they begin with: of line i items[first[i]] to items[first[i + 1]], in
 * the order of their worth. */
struct index {
    size_t *first;
    size_t *items;
};

struct moves {
    const struct model *model;
    const struct scorers *scorers;
    uint8_t *source; /* enum line_state by line */
    uint8_t *target;
    uint32_t *source_low; /* by target line: the source lines that the path leaves it */
    uint32_t *source_high;
    struct move *items; /* the most worth first */
    size_t count;
    size_t capacity;
    struct index by_source;
    struct index by_target;
};

/*
 * Finds the pairs that cross BEADS and are worth at least LEAST, with what the chance to meet
 * so good a pair anywhere takes off: all among lines that are alone or in weak beads. Arrays
 * live in ARENA, but the items: moves_release. False when out of memory.
 */
bool moves_gather(const struct model *model, const struct scorers *scorers,
                  const struct align_bead *beads, size_t count, float least,
                  struct ura_arena *arena, struct moves *out);
void moves_release(struct moves *moves);
/* Whether BEAD keeps its lines whatever else they fit. */
bool bead_is_strong(const struct align_bead *bead);
/* Whether the lines of BEAD exist and are free. */
bool moves_free(const struct moves *moves, const struct span *bead);

#endif
