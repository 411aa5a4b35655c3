/* breaks.h - where sentences may end: the marks, and what UAX 29 says of each. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_BREAKS_H
#define SEGMENT_BREAKS_H

#include "base/base.h"

/* The Sentence_Break classes of UAX 29; CR, LF and Sep are one. */
enum sentence_class {
    SENTENCE_OTHER,
    SENTENCE_EXTEND, /* Extend and Format: belong to the character before them */
    SENTENCE_SEPARATOR,
    SENTENCE_BLANK,
    SENTENCE_LOWER,
    SENTENCE_UPPER,
    SENTENCE_LETTER, /* neither small nor capital */
    SENTENCE_DIGIT,
    SENTENCE_STOP,     /* ATerm: a full stop */
    SENTENCE_MARK,     /* STerm: question and exclamation marks and their like */
    SENTENCE_CLOSE,    /* quotation marks and brackets, opening ones too */
    SENTENCE_CONTINUE, /* comma, colon, dash */
    SENTENCE_END,      /* no character: the text is over */
};

/* Below it lie the alphabets of Europe and general punctuation. */
enum { SENTENCE_TABLE_SIZE = 0x2200 };

/* Classes by character, and whether a byte can begin a mark or a separator. */
struct sentence_classes {
    uint8_t of[SENTENCE_TABLE_SIZE];
    bool stops_scan[256];
};

/* The table; it lives as long as CONTEXT. */
enum ura_status sentence_classes_find(struct ura_context *context,
                                      const struct sentence_classes **out,
                                      struct ura_error *error);

/* Makes CHARACTER, below SENTENCE_TABLE_SIZE, of CLASS. */
void sentence_classes_set(struct sentence_classes *classes, int32_t character,
                          enum sentence_class class);

/* The class of the character at *AT, which moves behind it and what extends it. SENTENCE_END at
 * the end of TEXT. */
enum sentence_class sentence_class_next(const struct sentence_classes *classes,
                                        struct ura_str text, size_t *at);
/* The class of the character that ends at AT, extenders passed over. */
enum sentence_class sentence_class_before(const struct sentence_classes *classes,
                                          struct ura_str text, size_t at);

/*
 * A place where a sentence may end: marks [mark, mark_end), then closing and opening quotes and
 * brackets up to close_end, then blanks up to next. A separator is its own place: it has no
 * marks, and always ends a sentence.
 */
struct sentence_place {
    size_t mark;
    size_t mark_end;
    size_t close_end;
    size_t next;
    enum sentence_class last;  /* of the last mark, or SENTENCE_SEPARATOR */
    enum sentence_class ahead; /* of the character at next */
};

/* The first place at or after FROM; false if there is none. */
bool sentence_place_find(const struct sentence_classes *classes, struct ura_str text,
                         size_t from, struct sentence_place *out);
/* Whether a sentence ends before PLACE->next by the rules SB6 to SB11 of UAX 29. */
bool sentence_place_breaks(const struct sentence_classes *classes, struct ura_str text,
                           const struct sentence_place *place);

#endif
