/* unify.h - one form for quotation marks, dashes and apostrophes, on request. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_UNIFY_H
#define TEXT_UNIFY_H

#include <stdbool.h>
#include <stdint.h>

#include <ura/text.h>

/* What is asked for; all false is the default. */
struct unify_requests {
    bool quotes;
    bool dashes;
    bool apostrophes;
};

/*
 * What C becomes where it stands between BEFORE and AFTER (0 at either end of the text):
 * double quotation marks become ", single ones ', apostrophes ', dashes U+2013, hyphens that do
 * not break -. *CHANGE says which it was. C itself where nothing of it is asked for.
 */
uint32_t unify_character(uint32_t c, uint32_t before, uint32_t after,
                         struct unify_requests requests, enum ura_change *change);
/* Whether unify_character may change C at all. */
bool unify_touches(uint32_t c, struct unify_requests requests);

#endif
