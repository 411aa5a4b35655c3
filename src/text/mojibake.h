/* mojibake.h - UTF-8 that was once decoded as something else, put right where that is certain.
 */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_MOJIBAKE_H
#define TEXT_MOJIBAKE_H

#include "text/passage.h"

enum {
    MOJIBAKE_END = 0x2600, /* behind the last character that damage is made of */
    MOJIBAKE_CHARSETS = 6
};

/* What a character can be a part of, in any of the character sets. */
enum mojibake_kind {
    MOJIBAKE_LEAD_2 = 1, /* the first byte of two, */
    MOJIBAKE_LEAD_3 = 2, /* of three, */
    MOJIBAKE_LEAD_4 = 4, /* of four */
    MOJIBAKE_REST = 8    /* a byte after the first */
};

/* The tables of the character sets that UTF-8 is taken for. */
struct mojibake {
    uint8_t kinds[MOJIBAKE_END];                    /* bits of enum mojibake_kind */
    uint8_t bytes[MOJIBAKE_CHARSETS][MOJIBAKE_END]; /* 0: the set has no such character */
    uint32_t windows[32]; /* what 0x80 to 0x9F are in CP1252; the control itself if nothing */
    bool dos[MOJIBAKE_CHARSETS];
    /* How often a character stands in the language that has it most, as a logarithm. */
    float commonness[MOJIBAKE_END];
};

/* The tables, made once a context, or mapped from the image that was made when ura was built
 * (dicts/mojibake.image). */
enum ura_status mojibake_get(struct ura_context *context, const struct mojibake **out,
                             struct ura_error *error);
/* Appends the image of the tables, made anew, to OUT. */
enum ura_status mojibake_compile(struct ura_context *context, struct ura_buf *out,
                                 struct ura_error *error);
/* Whether the character of kind KINDS behind which TEXT [AT, END) goes on may begin damage. */
bool mojibake_may_begin(const struct mojibake *mojibake, uint8_t kinds, const uint8_t *text,
                        size_t at, size_t end);
/* Puts right what is certain, also what was damaged twice; control characters that CP1252 has
 * marks for become those. */
void mojibake_repair(const struct mojibake *mojibake, struct passage *passage);

#endif
