/* letters.h - code points: read from UTF-8, told apart as letters, digits and marks. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_LETTERS_H
#define LANG_LETTERS_H

#include <stddef.h>
#include <stdint.h>

#include <ura/str.h>

#include "base/buf.h"

enum letter_class {
    LETTER_NONE,  /* punctuation, space, symbol */
    LETTER_UPPER, /* and title case */
    LETTER_LOWER,
    LETTER_OTHER, /* of a script without case */
    LETTER_DIGIT,
};

/* The code point at TEXT[*AT], which is moved behind it; bytes that are no UTF-8 are U+FFFD. */
uint32_t letter_take(struct ura_str text, size_t *at);
/* The code point that ends before TEXT[*AT], which is moved to its start. */
uint32_t letter_take_back(struct ura_str text, size_t *at);
enum letter_class letter_class_of(uint32_t c);
/*
 * Appends TEXT as words: small letters without diacritics and digits, one blank between them;
 * a colon is a word of its own, all else is a blank. "Lexo edhe: Pse..." is "lexo edhe : pse".
 */
void letters_fold_words(struct ura_str text, struct ura_buf *out);

#endif
