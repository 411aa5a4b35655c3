/* rules.h - our rules on where sentences end, on top of UAX 29. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_RULES_H
#define SEGMENT_RULES_H

#include "lang/abbreviations.h"
#include "segment/breaks.h"

/* A block that is read from start to end; what is known of it grows as it is read. */
struct reading {
    const struct sentence_classes *classes;
    const struct abbreviations *abbreviations;
    struct ura_str text;
    size_t sentence;      /* where the sentence at hand begins */
    size_t quotes_read;   /* straight quotation marks before it are counted */
    bool quote_open;      /* their number is odd */
    size_t brackets_read; /* round brackets before it were seen */
    size_t bracket;       /* the last one that opened and did not close; SIZE_MAX: none */
};

/* One place under judgement, and the words around it. */
struct judging {
    struct reading *reading;
    struct sentence_place place;
    struct ura_str before;     /* the word that the mark closes, with its inner full stops */
    size_t ahead_at;           /* the first character ahead that opens no quote or bracket */
    enum sentence_class first; /* its class */
    struct ura_str ahead;      /* the word there: letters, digits */
    bool blank;                /* between the mark with its closing quotes and what is ahead */
    bool ellipsis;             /* the marks are three full stops or more, or U+2026 */
    bool stop;                 /* the mark is one full stop */
};

enum verdict {
    NO_OPINION,
    SENTENCE_ENDS,
    SENTENCE_GOES_ON,
};

/* Whether the sentence ends at PLACE, whose close_end and next are moved where quotes, brackets
 * and footnote marks belong to the other side than UAX 29 thinks. */
bool rules_break(struct reading *reading, struct sentence_place *place);

/* The rules about abbreviations, initials and numbers before the mark. */
enum verdict rule_abbreviation(const struct judging *judging);
/* What stands before the mark as the data files know it, else as it looks. */
bool looks_abbreviated(const struct judging *judging);
/* Whether the word ahead often begins a sentence. */
bool opener_follows(const struct judging *judging);

/* Moves close_end and next so that each quotation mark is on its side. */
void place_quotes(struct reading *reading, struct sentence_place *place);
/* `"Why?" Smith asked.`: the clause that names the speaker goes on. */
enum verdict rule_speaker(const struct judging *judging);
/* "(!)", "(see p. 5. Then)": what stands in brackets inside a sentence does not end it. */
enum verdict rule_brackets(const struct judging *judging);

/* Letters and digits from AT on; at most WORD_BYTES. */
enum { WORD_BYTES = 48 };
struct ura_str word_at(const struct reading *reading, size_t at);
/* The class of the character at AT. */
enum sentence_class class_at(const struct reading *reading, size_t at);

#endif
