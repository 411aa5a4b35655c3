/* phonetics.h - words by their sound, so that Uashington is Washington. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_PHONETICS_H
#define LEXICON_PHONETICS_H

#include <ura/str.h>

enum { PHONETIC_MAX = 32 }; /* letters of a key; longer words are compared by these */

/* A word by its sound, small Latin letters. */
struct phonetic {
    char letters[PHONETIC_MAX];
    size_t count;
};

/*
 * The key of WORD (folded): sounds that languages spell in different ways get one letter (sh ch
 * and their like, xh zh gj j, th t, dh d, ph f, q k ck, c before e i y and s z, w u v, x ks),
 * and doubled letters stand once. Letters that are not a to z make it empty.
 */
void phonetic_make(struct ura_str word, struct phonetic *out);

#endif
