/* direction.c - which way a language is written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <unicode/uloc.h>

#include <ura/language.h>

bool
ura_language_is_right_to_left(const char *language)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode code = U_ZERO_ERROR;

    uloc_forLanguageTag(language, locale, sizeof locale, NULL, &code);
    return U_SUCCESS(code) && code != U_STRING_NOT_TERMINATED_WARNING &&
           uloc_isRightToLeft(locale);
}
