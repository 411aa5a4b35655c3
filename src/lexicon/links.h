/* links.h - candidates for translations between two vocabularies, and what they are worth. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_LINKS_H
#define LEXICON_LINKS_H

#include "base/base.h"
#include "lexicon/evidence.h"
#include "lexicon/vocabulary.h"

/* That SOURCE and TARGET (types) translate each other, by one kind of evidence. */
struct candidate {
    uint32_t source;
    uint32_t target;
    float forward;  /* P(target | source) */
    float backward; /* P(source | target) */
};

/* Zero is an empty list. */
struct candidates {
    struct candidate *items;
    size_t count;
    size_t capacity;
};

/* With one PROBABILITY for both directions. False when out of memory. */
bool candidates_add(struct candidates *candidates, uint32_t source, uint32_t target,
                    float probability);
bool candidates_add_both(struct candidates *candidates, uint32_t source, uint32_t target,
                         float forward, float backward);
/* Puts them in the order of source and target, each pair once: of each direction the strongest
 * evidence counts. */
void candidates_merge(struct candidates *candidates);
void candidates_release(struct candidates *candidates);

/* Numbers of equal value, marks, and words with one spelling. */
bool links_find_equal(const struct vocabulary *source, const struct vocabulary *target,
                      struct candidates *out);

/*
 * Likelihood ratios out of CANDIDATES (which are merged) into OUT->first and OUT->links, in
 * ARENA. Weak pairs are dropped and each type keeps its best. False when out of memory.
 */
bool links_weigh(struct candidates *candidates, const struct vocabulary *source,
                 const struct vocabulary *target, struct ura_arena *arena,
                 struct evidence *out);

#endif
