/* dateline.h - "TIRANA, March 4 (XYZ) - ": place, date and source before a story's first words.
 */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_DATELINE_H
#define LAYOUT_DATELINE_H

#include <stdbool.h>

#include <ura/str.h>

struct dateline {
    size_t len;  /* bytes up to and with the dash, and the blanks behind it; 0: there is none */
    bool alone;  /* nothing follows it */
    bool strong; /* a source and besides it a date or capitals: nothing else looks like this */
    bool caps;   /* the places are in capitals */
    struct ura_str source; /* the last one, without its brackets; empty if there is none */
    bool bare; /* a place and a dash, without date or source: a speaker's name looks the same */
};

/*
 * Read the dateline that PARAGRAPH begins with. Its parts may stand in any order: places of one
 * or more words, dates in letters or digits, a source in brackets or between strokes.
 */
struct dateline dateline_read(struct ura_str paragraph);

#endif
