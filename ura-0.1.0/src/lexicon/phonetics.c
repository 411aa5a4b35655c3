/* phonetics.c - words by their sound, so that Uashington is Washington. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/phonetics.h"

#include <string.h>

/* Letters of one sound, longest first; SOUND is what the key has for them. */
static const struct {
    const char *letters;
    const char *sound;
} SOUNDS[] = {
    {"sch", "c"}, {"tch", "c"}, {"tsch", "c"}, {"sh", "c"},  {"ch", "c"}, {"xh", "j"},
    {"zh", "j"},  {"gj", "j"},  {"dj", "j"},   {"dzh", "j"}, {"th", "t"}, {"dh", "d"},
    {"ph", "f"},  {"ck", "k"},  {"kh", "k"},   {"gh", "g"},  {"rh", "r"}, {"qu", "ku"},
    {"q", "k"},   {"w", "u"},   {"y", "i"},    {"j", "i"},   {"x", "ks"}, {"z", "s"},
};

enum { SOUND_COUNT = sizeof SOUNDS / sizeof *SOUNDS };

static void
put(struct phonetic *out, char letter)
{
    if (out->count < PHONETIC_MAX && (!out->count || out->letters[out->count - 1] != letter))
        out->letters[out->count++] = letter;
}

/* The index of the longest sound that TEXT begins with, SOUND_COUNT for none. */
static size_t
find_sound(struct ura_str text)
{
    size_t best = SOUND_COUNT, longest = 0;

    for (size_t i = 0; i < SOUND_COUNT; i++) {
        size_t len = strlen(SOUNDS[i].letters);

        if (len > longest && len <= text.len && memcmp(text.ptr, SOUNDS[i].letters, len) == 0) {
            best = i;
            longest = len;
        }
    }
    return best;
}

static bool
is_soft(struct ura_str word, size_t at)
{
    return at < word.len && (word.ptr[at] == 'e' || word.ptr[at] == 'i' || word.ptr[at] == 'y');
}

void
phonetic_make(struct ura_str word, struct phonetic *out)
{
    size_t at = 0;

    out->count = 0;
    while (at < word.len) {
        size_t sound = find_sound(ura_str_slice(word, at, word.len));

        if (word.ptr[at] < 'a' || word.ptr[at] > 'z') {
            out->count = 0;
            return;
        }
        if (sound < SOUND_COUNT) {
            for (const char *p = SOUNDS[sound].sound; *p; p++)
                put(out, *p);
            at += strlen(SOUNDS[sound].letters);
        } else if (word.ptr[at] == 'c') {
            put(out, is_soft(word, at + 1) ? 's' : 'k');
            at++;
        } else {
            put(out, word.ptr[at++]);
        }
    }
}
