/* texts.c - lengths of texts as people count them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/texts.h"

/* The bytes of the blank at AT, which is not the end; 0: it is none. */
static size_t
blank_len(const unsigned char *at, size_t left)
{
    if (*at <= 0x20)
        return *at == ' ' || (*at >= '\t' && *at <= '\r');
    if (*at == 0xC2 && left >= 2) /* U+00A0 no-break space, U+0085 next line */
        return at[1] == 0xA0 || at[1] == 0x85 ? 2 : 0;
    if (*at == 0xE2 && left >= 3 &&
        at[1] == 0x80) /* U+2000 to U+200A, U+2028, U+2029, U+202F */
        return at[2] <= 0x8A || at[2] == 0xA8 || at[2] == 0xA9 || at[2] == 0xAF ? 3 : 0;
    if (*at == 0xE3 && left >= 3 && at[1] == 0x80) /* U+3000 ideographic space */
        return at[2] == 0x80 ? 3 : 0;
    return 0;
}

struct text_lengths
text_measure(struct ura_str text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    struct text_lengths lengths = {0, 0};
    uint64_t blanks = 0; /* since the last word */
    bool in_word = false;

    for (size_t i = 0; i < text.len;) {
        size_t blank = blank_len(bytes + i, text.len - i);

        if (blank) {
            blanks++;
            in_word = false;
            i += blank;
            continue;
        }
        lengths.words += !in_word;
        if (!in_word && lengths.characters)
            lengths.characters += blanks;
        if (!in_word)
            blanks = 0;
        in_word = true;
        lengths.characters += (bytes[i] & 0xC0) != 0x80;
        i++;
    }
    return lengths;
}
