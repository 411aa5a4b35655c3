/* identify_sample.c - a text as the identification models see it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/identify_model.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

static void
count_script(struct identify_sample *sample, UChar32 letter)
{
    UErrorCode failed = U_ZERO_ERROR;
    int script = letter < 0x80 ? USCRIPT_LATIN : uscript_getScript(letter, &failed);

    for (size_t i = 0; i < sample->script_count; i++) {
        if (sample->scripts[i].script == script) {
            sample->scripts[i].letters++;
            return;
        }
    }
    /* A ninth script in one text is nobody's own: it only counts as letters. */
    if (sample->script_count < SCRIPTS_MAX) {
        sample->scripts[sample->script_count].script = script;
        sample->scripts[sample->script_count++].letters = 1;
    }
}

static bool
is_letter(UChar32 c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return u_isalpha(c);
}

static void
add_letter(struct identify_sample *sample, UChar32 letter)
{
    UChar32 small;

    if (letter < 0x80)
        small = letter | 0x20;
    else
        small = u_tolower(letter);
    if (sample->units[sample->count - 1] == ' ')
        sample->words++;
    sample->units[sample->count++] = small > 0xFFFF ? 0xFFFF : (uint16_t)small;
    sample->letters++;
    count_script(sample, letter);
}

struct ura_str
sample_cut(struct ura_str text)
{
    if (text.len > SAMPLE_BYTES) {
        text.len = SAMPLE_BYTES;
        while (text.len && U8_IS_TRAIL((uint8_t)text.ptr[text.len]))
            text.len--;
    }
    return text;
}

void
sample_fill(struct identify_sample *sample, struct ura_str text)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;
    int32_t len = (int32_t)sample_cut(text).len;

    sample->units[0] = ' ';
    sample->count = 1;
    sample->letters = sample->words = sample->script_count = 0;
    for (int32_t i = 0; i < len;) {
        UChar32 c;

        U8_NEXT(bytes, i, len, c);
        if (is_letter(c))
            add_letter(sample, c);
        else if (c >= 0x80 && u_getCombiningClass(c))
            continue; /* a decomposed letter is the letter without its mark */
        else if (sample->units[sample->count - 1] != ' ')
            sample->units[sample->count++] = ' ';
    }
    if (sample->units[sample->count - 1] != ' ')
        sample->units[sample->count++] = ' ';
}
