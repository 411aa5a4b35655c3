/* spellout.h - numbers written as words, in any language that ICU can spell them in. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_SPELLOUT_H
#define LANG_SPELLOUT_H

#include <stdint.h>

#include "base/base.h"
#include "base/context.h"

enum spelled_kind {
    SPELLED_NONE,
    SPELLED_VALUE,      /* "tre", "third", "neunzig": VALUE */
    SPELLED_MULTIPLIER, /* "mijë", "million", "mld": 10^VALUE; alone it is that number */
    SPELLED_JOIN,       /* "e", "and": may stand between the parts of a number */
    SPELLED_PERCENT,    /* a word for % */
};

struct spelled {
    enum spelled_kind kind;
    uint32_t value;
};

/*
 * The number words of one language: cardinals and ordinals from ICU's spell-out rules, and what
 * they lack from dicts/<lang>/numbers.txt, whose lines are word TAB value, word TAB 10^exponent
 * or word TAB %. Kept in the context. What was made of them when ura was built,
 * dicts/<lang>/spellout.image, is mapped instead where ICU and the file are the same.
 */
struct spellout;

/* *OUT lives as long as CONTEXT. A language without rules and file has no number words. Fails
 * with URA_SYNTAX, URA_IO, URA_NO_MEMORY. */
enum ura_status spellout_get(struct ura_context *context, const char *language,
                             const struct spellout **out, struct ura_error *error);
/* Appends the image of the number words of LANGUAGE, made anew, to OUT. */
enum ura_status spellout_compile(struct ura_context *context, const char *language,
                                 struct ura_buf *out, struct ura_error *error);
/* What WORD (folded: fold.h) is among numbers. */
struct spelled spellout_find(const struct spellout *spellout, struct ura_str word);

#endif
