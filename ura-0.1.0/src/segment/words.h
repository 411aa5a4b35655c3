/* words.h - where words begin and end: UAX 29, by our own scan or by ICU. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_WORDS_H
#define SEGMENT_WORDS_H

#include <unicode/ubrk.h>

#include "base/base.h"

/*
 * What a character does at word breaks: the Word_Break classes of UAX 29 where our scan knows
 * their rules; WORD_FOREIGN where only ICU does (dictionaries, Hebrew, emoji, Han).
 */
enum word_class {
    WORD_OTHER,
    WORD_SPACE,
    WORD_LETTER,
    WORD_DIGIT,
    WORD_MID_LETTER, /* joins letters */
    WORD_MID_NUMBER, /* joins digits */
    WORD_MID_BOTH,   /* joins either: full stop, apostrophe */
    WORD_UNDERSCORE, /* joins everything */
    WORD_EXTEND,     /* belongs to the character before it */
    WORD_CUT,        /* : ; @ stand alone always; versions of ICU differ on them */
    WORD_FOREIGN,
};

/* Below it lie the alphabets of Europe, general punctuation, currency signs and arrows. */
enum { WORD_TABLE_SIZE = 0x2200 };

/* The classes of the characters below WORD_TABLE_SIZE, from ICU's properties. */
struct word_classes {
    uint8_t of[WORD_TABLE_SIZE];
};

/* The table; it lives as long as CONTEXT. */
enum ura_status word_classes_find(struct ura_context *context, const struct word_classes **out,
                                  struct ura_error *error);
/* The class of any character. */
enum word_class word_class_of(int32_t character);

/* What occurs in a word. */
enum word_flag {
    WORD_HAS_LETTER = 1,
    WORD_HAS_DIGIT = 2,
    WORD_HAS_DOT = 4,        /* a full stop inside */
    WORD_HAS_APOSTROPHE = 8, /* any other mark inside */
};

/* A stretch between two word breaks that holds no white space. */
struct word {
    size_t start;
    size_t end;
    enum word_class first; /* of its first character; WORD_LETTER for letters of any script */
    unsigned flags;        /* of enum word_flag */
};

struct word_list {
    struct word *items;
    size_t count;
    size_t capacity;
};

/* Appends WORD; false when out of memory. */
bool words_add(struct word_list *out, struct word word);
/*
 * Appends the words of TEXT[START, END), which holds no WORD_SPACE and no WORD_CUT, by our
 * scan. False where it meets a WORD_FOREIGN character: OUT is then as it was.
 */
bool words_scan(const struct word_classes *classes, struct ura_str text, size_t start,
                size_t end, struct word_list *out);
/* The same by ICU; any characters. */
enum ura_status words_ask(const struct word_classes *classes, UBreakIterator *breaks,
                          struct ura_str text, size_t start, size_t end, struct word_list *out,
                          struct ura_error *error);
/* The class of the character at *AT in TEXT[0, END); moves *AT behind it. */
enum word_class word_class_next(const struct word_classes *classes, struct ura_str text,
                                size_t *at, size_t end);

#endif
