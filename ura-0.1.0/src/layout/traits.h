/* traits.h - what a unit of a story shows: the words it matches, and its shape. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_TRAITS_H
#define LAYOUT_TRAITS_H

#include "lang/patterns.h"
#include "layout/units.h"

/* What the shape of a unit shows, whatever its language. */
enum trait_shape {
    TRAIT_BRACKETED = 1 << 0, /* in brackets from its first to its last letter */
    TRAIT_MAIL = 1 << 1,      /* holds an e-mail address */
    TRAIT_URL = 1 << 2,       /* holds a web address */
    TRAIT_PHONE = 1 << 3,     /* holds a number that can be dialled */
    TRAIT_TAGS = 1 << 4,      /* nothing but #words and @names */
    TRAIT_BARS = 1 << 5,      /* parts between bars, arrows or bullets */
    TRAIT_SYMBOLS = 1 << 6,   /* no letter and no digit */
    TRAIT_CAPS = 1 << 7,      /* capitals only */
    TRAIT_KEYWORDS = 1 << 8,  /* capitals or words joined by slashes or hyphens: a slugline */
    TRAIT_CODES = 1 << 9,     /* words made of letters and digits, such as message numbers */
    TRAIT_TIME = 1 << 10,     /* a time of day or a date in digits */
    TRAIT_STAMP = 1 << 11,    /* hardly more than a time or a date */
    TRAIT_RATE = 1 << 12,     /* an equation with numbers: "$1 = 84.10 lek" */
    TRAIT_ENDED = 1 << 13,    /* ends like a sentence */
    TRAIT_PROSE = 1 << 14,    /* long enough for running text, and ended */
    TRAIT_NAMES = 1 << 15,  /* names only: every word of more than three letters is a capital */
    TRAIT_HASH = 1 << 16,   /* a heading as Markdown writes it */
    TRAIT_DASHED = 1 << 17, /* three parts or more between dashes */
    TRAIT_COLON = 1 << 19,  /* ends with a colon */
    TRAIT_DIGITS = 1 << 20, /* holds a digit */
    TRAIT_RIGHTS = 1 << 18, /* a line with the copyright sign */
};

/* Classes of words that the pattern files name beside the kinds of furniture. */
enum trait_class {
    CLASS_MONTH = 1 << 0,  /* months and days of the week */
    CLASS_PERSON = 1 << 1, /* words for those who write: correspondent */
    CLASS_OFFICE = 1 << 2, /* words that a letterhead begins with: ministry */
    CLASS_HEADER = 1 << 3, /* labels of an e-mail header: from, subject */
    CLASS_BY = 1 << 4,     /* words before an author's name: by */
    CLASS_CHANGE = 1 << 5, /* verbs that an advisory begins with: adds, recasts */
    CLASS_NOTE = 1 << 6,   /* what one in brackets begins with: with, photo */
    CLASS_TITLES = 1 << 7, /* a label after which titles of other stories follow: read also */
};

struct traits {
    struct ura_str text;
    unsigned shape;
    unsigned classes;
    uint32_t kinds; /* a bit for every enum ura_furniture whose patterns match */
    uint32_t opens; /* ... whose patterns match and open a section to the end */
    unsigned words;
    unsigned names;         /* words outside brackets that begin with a capital */
    unsigned longest_small; /* letters of the longest word that begins with a small one */
};

static inline uint32_t
kind_bit(enum ura_furniture kind)
{
    return (uint32_t)1 << kind;
}

/* Read the traits of UNIT. SCRATCH is used again from call to call. */
enum ura_status traits_read(const struct unit *unit, const struct lines *lines,
                            struct ura_str text, const struct patterns *patterns,
                            struct ura_buf *scratch, struct traits *out,
                            struct ura_error *error);
/* Whether TEXT is what desks sign off with: initials, agencies, times, codes between strokes.
 */
bool traits_is_signoff(struct ura_str text);

#endif
