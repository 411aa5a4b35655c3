/* apostrophes.c - the apostrophes that cut short words off. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/apostrophes.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

size_t
apostrophe_at(struct ura_str text, size_t at, size_t end)
{
    /* ASCII, U+2019, U+2018, U+02BC, acute and grave accents, prime. */
    static const char *const MARKS[] = {
        "'", "\xE2\x80\x99", "\xE2\x80\x98", "\xCA\xBC", "\xC2\xB4", "`", "\xE2\x80\xB2"};

    for (size_t i = 0; at < end && i < sizeof MARKS / sizeof *MARKS; i++) {
        size_t len = strlen(MARKS[i]);

        if (text.ptr[at] == MARKS[i][0] && end - at >= len &&
            memcmp(text.ptr + at, MARKS[i], len) == 0)
            return len;
    }
    return 0;
}

/* Whether WORD in small letters is FORM. */
static bool
is_form(struct ura_str word, struct ura_str form)
{
    int32_t at = 0, in_form = 0;

    while ((size_t)at < word.len && (size_t)in_form < form.len) {
        UChar32 letter, wanted;

        U8_NEXT((const uint8_t *)word.ptr, at, (int32_t)word.len, letter);
        U8_NEXT((const uint8_t *)form.ptr, in_form, (int32_t)form.len, wanted);
        if (u_tolower(letter) != wanted)
            return false;
    }
    return (size_t)at == word.len && (size_t)in_form == form.len;
}

enum { LONGEST_CLITIC = 24 }; /* bytes; "lorsqu" has six */

bool
apostrophe_before(const struct clitics *clitics, struct ura_str word)
{
    if (word.len > LONGEST_CLITIC)
        return false;
    for (size_t i = 0; i < clitics->before_count; i++) {
        struct ura_str form = clitics->before[i];

        if (is_form(word, ura_str_slice(form, 0, form.len - 1)))
            return true;
    }
    return false;
}

bool
apostrophe_after(const struct clitics *clitics, struct ura_str word)
{
    if (word.len > LONGEST_CLITIC)
        return false;
    for (size_t i = 0; i < clitics->after_count; i++) {
        struct ura_str form = clitics->after[i];

        if (is_form(word, ura_str_slice(form, 1, form.len)))
            return true;
    }
    return false;
}

size_t
apostrophe_cut(const struct clitics *clitics, struct ura_str text, size_t start, size_t end)
{
    size_t last = 0, last_len = 0;

    for (size_t at = start; at < end; at++) {
        size_t len = apostrophe_at(text, at, end);

        if (!len)
            continue;
        if (!last && at + len < end &&
            apostrophe_before(clitics, ura_str_slice(text, start, at)))
            return at + len;
        last = at;
        last_len = len;
    }
    if (last > start && apostrophe_after(clitics, ura_str_slice(text, last + last_len, end)))
        return last;
    return 0;
}
