/* letters.c - code points: read from UTF-8, told apart as letters, digits and marks. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

uint32_t
letter_take(struct ura_str text, size_t *at)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr + *at;
    size_t left = text.len - *at;
    int32_t i = 0, len = left > U8_MAX_LENGTH ? U8_MAX_LENGTH : (int32_t)left;
    UChar32 c;

    U8_NEXT_OR_FFFD(bytes, i, len, c);
    *at += (size_t)i;
    return (uint32_t)c;
}

uint32_t
letter_take_back(struct ura_str text, size_t *at)
{
    size_t from = *at > U8_MAX_LENGTH ? *at - U8_MAX_LENGTH : 0;
    const uint8_t *bytes = (const uint8_t *)text.ptr + from;
    int32_t i = (int32_t)(*at - from);
    UChar32 c;

    U8_PREV_OR_FFFD(bytes, 0, i, c);
    *at = from + (size_t)i;
    return (uint32_t)c;
}

enum letter_class
letter_class_of(uint32_t c)
{
    switch (u_charType((UChar32)c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
        return LETTER_UPPER;
    case U_LOWERCASE_LETTER:
        return LETTER_LOWER;
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
        return LETTER_OTHER;
    case U_DECIMAL_DIGIT_NUMBER:
        return LETTER_DIGIT;
    default:
        return LETTER_NONE;
    }
}

/* C small and without its diacritics. */
static UChar32
fold_letter(UChar32 c)
{
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&code);
    UChar parts[8];
    int32_t len;

    c = u_tolower(c);
    if (c < 0x80 || U_FAILURE(code))
        return c;
    len = unorm2_getDecomposition(nfd, c, parts, 8, &code);
    /* The base comes first; those beyond the BMP have no diacritics that decompose. */
    if (len > 0 && U_SUCCESS(code) && U16_IS_SINGLE(parts[0]))
        c = parts[0];
    return c;
}

static void
append_code_point(struct ura_buf *out, UChar32 letter)
{
    uint8_t bytes[U8_MAX_LENGTH];
    int32_t len = 0;
    uint32_t c = (uint32_t)letter;
    UBool failed = false;

    U8_APPEND(bytes, len, U8_MAX_LENGTH, c, failed);
    if (!failed)
        buf_append(out, bytes, (size_t)len);
}

void
letters_fold_words(struct ura_str text, struct ura_buf *out)
{
    size_t start = out->len, at = 0;
    bool gap = false;

    while (at < text.len) {
        UChar32 c = (UChar32)letter_take(text, &at);
        bool colon = c == ':';

        if (u_charType(c) == U_NON_SPACING_MARK)
            continue;
        if (!colon && letter_class_of((uint32_t)c) == LETTER_NONE) {
            gap = true;
            continue;
        }
        if ((gap || colon) && out->len > start)
            buf_append_byte(out, ' ');
        append_code_point(out, colon ? c : fold_letter(c));
        gap = colon;
    }
}
