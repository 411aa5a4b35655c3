/* lesson.h - what a pair of texts teaches of their words: its sure beads. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_LESSON_H
#define CORPUS_LESSON_H

#include <ura/bitext.h>

#include "base/base.h"

enum { LESSON_LANGUAGE_BYTES = 16 };

/* A bead as a lesson has it; its texts live in the lesson. */
struct lesson_bead {
    struct ura_str texts[2]; /* source, target */
    float weight;            /* its probability */
};

/* Reads a lesson from its front. */
struct lesson_reader {
    char languages[2][LESSON_LANGUAGE_BYTES]; /* terminated */
    struct ura_str rest;
};

/*
 * Appends what BITEXT teaches. Of a long one beads in even steps, so that no pair teaches much
 * more than the others.
 */
void lesson_append(struct ura_buf *buf, const struct ura_bitext *bitext);
/* False where LESSON is none. */
bool lesson_read(struct ura_str lesson, struct lesson_reader *out);
/* The next bead; false after the last, or where the rest is damaged. */
bool lesson_next(struct lesson_reader *reader, struct lesson_bead *out);

#endif
