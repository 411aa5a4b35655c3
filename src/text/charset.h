/* charset.h - eight-bit character sets as tables, made by iconv. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_CHARSET_H
#define TEXT_CHARSET_H

#include "base/base.h"

enum { CHARSET_UNDEFINED = 0xffffffff };

/* What each byte means: its character, CHARSET_UNDEFINED where it means none, and its UTF-8. */
struct charset {
    uint32_t characters[256];
    char utf8[256][4];
    uint8_t utf8_len[256];
};

/*
 * Fills OUT with the table of NAME as iconv knows it. false: iconv does not know it, or it is
 * none that gives each byte a character by itself.
 */
bool charset_load(const char *name, struct charset *out);
/* The same, made once a context, which keeps it: opening a converter costs as much as reading a
 * story. *OUT is NULL where charset_load would say false. Fails with URA_NO_MEMORY. */
enum ura_status charset_get(struct ura_context *context, const char *name,
                            const struct charset **out, struct ura_error *error);
/* What iconv calls NAME, which people write in many ways ("MacRoman", "windows-1250"). The
 * result is written to OUT, or is NAME. */
const char *charset_iconv_name(const char *name, char *out, unsigned size);

#endif
