/* words.h - single words of a story's furniture: times, codes, keywords, addresses. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H

#include <stdbool.h>

#include <ura/str.h>

#include "lang/letters.h"

enum word_shape {
    WORD_PLAIN,
    WORD_BAR,  /* | > and bullets that part a line */
    WORD_DASH, /* dashes only */
};

struct word {
    enum word_shape shape;
    enum letter_class first; /* of its first letter or digit */
    unsigned letters;
    unsigned digits;
    unsigned head; /* letters from the first one up to what is none */
    bool caps;     /* two letters or more, all capitals */
    bool time;     /* 10:30, 18.42, 0714EDT, 16/06/2023 */
    bool code;     /* vpa0347, 250604 */
    bool keyword;  /* ALBANIA/RESHUFFLE, ALB--Police, Film/Albania/ */
    bool compound; /* ALBANIA-GOVERNMENT: a keyword too, where there are few words */
    bool chain;    /* flood-valdoria-rescue,lead: a keyword too, where it stands alone */
};

/* The next word of TEXT from *AT on, between white space; false at the end. */
bool words_next(struct ura_str text, size_t *at, struct ura_str *out);
/* The same, and strokes, full stops, hyphens, brackets, commas and semicolons part words too.
 */
bool words_next_part(struct ura_str text, size_t *at, struct ura_str *out);
struct word word_read(struct ura_str token);
/* Whether TEXT holds an address or a telephone number. */
bool words_hold_mail(struct ura_str text);
bool words_hold_url(struct ura_str text);
bool words_hold_phone(struct ura_str text);

#endif
