/* fold.c - letters as they are compared across spellings: small, without diacritics. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/fold.h"

#include <stdint.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

/* Letters whose stroke or ligature Unicode does not decompose. */
static const struct {
    UChar32 letter;
    const char *folded;
} STROKED[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"},
    {0x00FE, "th"}, {0x0111, "d"},  {0x0127, "h"}, {0x0131, "i"},
    {0x0142, "l"},  {0x0153, "oe"}, {0x0167, "t"},
};

enum {
    DECOMPOSED_MAX = 32,
    HANGUL_FIRST = 0xAC00,
    HANGUL_LAST = 0xD7A3,
    SURROGATE_FIRST = 0xD800
};

static void
append_letter(struct ura_buf *out, UChar32 letter)
{
    uint8_t bytes[U8_MAX_LENGTH];
    uint32_t value = (uint32_t)letter;
    size_t len = 0;

    U8_APPEND_UNSAFE(bytes, len, value);
    buf_append(out, bytes, (size_t)len);
}

static const char *
find_stroked(UChar32 letter)
{
    for (size_t i = 0; i < sizeof STROKED / sizeof *STROKED; i++)
        if (STROKED[i].letter == letter)
            return STROKED[i].folded;
    return NULL;
}

/* The letter that LETTER is built on, where all that was put to it are marks; else itself. */
static UChar32
find_base(UChar32 letter)
{
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFKDInstance(&code);
    UChar parts[DECOMPOSED_MAX];
    int32_t count;

    if (U_FAILURE(code) || (letter >= HANGUL_FIRST && letter <= HANGUL_LAST))
        return letter;
    count = unorm2_getDecomposition(normalizer, letter, parts, DECOMPOSED_MAX, &code);
    if (U_FAILURE(code) || count <= 0 || parts[0] >= SURROGATE_FIRST)
        return letter;
    for (int32_t i = 1; i < count; i++)
        if (u_charType(parts[i]) != U_NON_SPACING_MARK)
            return letter;
    return parts[0];
}

static bool
is_dropped(UChar32 letter)
{
    if (letter >= 0x300 && letter <= 0x36F) /* combining diacritical marks */
        return true;
    return letter == '\'' || letter == '-' || (letter >= 0x2010 && letter <= 0x2019) ||
           letter == 0x2BC || u_charType(letter) == U_FORMAT_CHAR;
}

static void
fold_letter(struct ura_buf *out, UChar32 letter)
{
    const char *stroked;

    if (letter < 0 || is_dropped(letter))
        return;
    letter =
        u_foldCase(find_base(u_foldCase(letter, U_FOLD_CASE_DEFAULT)), U_FOLD_CASE_DEFAULT);
    stroked = find_stroked(letter);
    if (stroked)
        buf_append_text(out, stroked);
    else
        append_letter(out, letter);
}

void
fold_append(struct ura_buf *out, struct ura_str text)
{
    size_t at = 0;

    if (!buf_reserve(out, text.len))
        return;
    while (at < text.len) {
        uint8_t byte = (uint8_t)text.ptr[at];
        UChar32 letter;

        if (byte >= 'A' && byte <= 'Z') {
            buf_append_byte(out, (char)(byte | 0x20));
            at++;
        } else if (byte < 0x80 && byte != '\'' && byte != '-') {
            buf_append_byte(out, (char)byte);
            at++;
        } else {
            U8_NEXT((const uint8_t *)text.ptr, at, text.len, letter);
            fold_letter(out, letter);
        }
    }
}

size_t
fold_letters(struct ura_str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        count += ((uint8_t)text.ptr[i] & 0xC0) != 0x80;
    return count;
}
