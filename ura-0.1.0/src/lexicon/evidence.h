/* evidence.h - what speaks for two sentences belonging together: plain data, no words. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_EVIDENCE_H
#define LEXICON_EVIDENCE_H

#include <stddef.h>
#include <stdint.h>

/* What a sentence is to the search, besides its tokens. */
enum evidence_flag {
    EVIDENCE_OPEN = 1,      /* ends without closing punctuation: a heading, a list line */
    EVIDENCE_PARAGRAPH = 2, /* the first of its paragraph */
};

/* One side: COUNT sentences of tokens that are numbers of types. */
struct evidence_side {
    size_t count;
    uint32_t *first;  /* count + 1: tokens of sentence i are [first[i], first[i + 1]) */
    uint32_t *tokens; /* each under type_count */
    float *length;    /* letters and digits of a sentence */
    uint8_t *flags;   /* enum evidence_flag, or-ed */
    size_t type_count;
};

/* That source type S and target type T translate each other: likelihood ratios over chance. */
struct evidence_link {
    uint32_t target; /* type */
    float forward;   /* P(t|s) / p(t) */
    float backward;  /* P(s|t) / p(s) */
};

/* All that the search is given of two texts. The arrays live in the arena it was made in. */
struct evidence {
    struct evidence_side source;
    struct evidence_side target;
    size_t *first; /* source.type_count + 1: links of s are [first[s], first[s + 1]) */
    struct evidence_link *links; /* of one source type in the order of the target types */
    /* The share of words expected to have no partner among the links, in (0, 1): where the
     * search starts before it adapts to the text. */
    float unlinked;
};

#endif
