/* user_rule.h - one segmentation rule of the user's: two regular expressions of ICU. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_USER_RULE_H
#define SEGMENT_USER_RULE_H

#include <unicode/uregex.h>

#include <ura/rules.h>

#include "base/base.h"

enum {
    USER_RULE_TAIL = 4 /* characters: enough to tell "etc." from "Dr." and all without a dot */
};

/* The block that is cut, in UTF-16. */
struct user_text {
    const UChar *ptr;
    int32_t len;
};

struct user_rule {
    bool breaks;
    uint64_t line;
    URegularExpression *both;   /* of a break: before, with after behind it */
    URegularExpression *before; /* of an exception: up to the end of its region */
    URegularExpression *after;  /* NULL: fits everywhere */
    bool from_start;            /* it asks for the start of the text: its region is all of it */
    bool anchored;              /* and it begins there always */
    /* What every match of `before` ends with, the last first; TAIL_SPACE: any white space. */
    UChar tail[USER_RULE_TAIL];
    size_t tail_len;
};

/*
 * Compiles RULE; user_rule_release after, not where it failed. URA_SYNTAX with the rule's line
 * and ICU's complaint.
 */
enum ura_status user_rule_compile(const struct ura_segment_rule *rule, struct user_rule *out,
                                  struct ura_error *error);
void user_rule_release(struct user_rule *rule);
/* Whether MAP's pattern fits the whole of LANGUAGE, upper or lower case. */
enum ura_status user_map_fits(const struct ura_segment_map *map, const char *language,
                              bool *out, struct ura_error *error);
/*
 * The first place from AT on where the break RULE fits into *OUT, -1 where there is none.
 * URA_TOO_LARGE where the expression takes too long.
 */
enum ura_status user_rule_next(struct user_rule *rule, const struct user_text *text, int32_t at,
                               int32_t *out, struct ura_error *error);
/* False where the text before PLACE shows at a glance that the exception RULE does not fit. */
bool user_rule_may_end(const struct user_rule *rule, const struct user_text *text,
                       int32_t place);
/* Whether the exception RULE fits at PLACE. Fails as user_rule_next does. */
enum ura_status user_rule_fits(struct user_rule *rule, const struct user_text *text,
                               int32_t place, bool *out, struct ura_error *error);

#endif
