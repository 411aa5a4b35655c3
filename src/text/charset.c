/* charset.c - eight-bit character sets as tables, made by iconv. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unicode/utf8.h>

/* Names that people and other programs use and glibc's iconv does not have. */
static const char *const aliases[][2] = {
    {"MacRoman", "MACINTOSH"}, {"x-mac-roman", "MACINTOSH"}, {"latin-1", "ISO-8859-1"},
    {"latin-2", "ISO-8859-2"}, {"latin-9", "ISO-8859-15"},   {"latin-10", "ISO-8859-16"},
    {"ansi", "CP1252"},
};

const char *
charset_iconv_name(const char *name, char *out, unsigned size)
{
    static const char windows[] = "windows-";

    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcasecmp(name, aliases[i][0]) == 0)
            return aliases[i][1];
    if (strncasecmp(name, windows, sizeof windows - 1))
        return name;
    snprintf(out, size, "CP%s", name + sizeof windows - 1);
    return out;
}

/* Decodes BYTE alone into OUT, flushing what a converter holds back; its length, 0 if the byte
 * has no meaning, -1 if it needs others after it. */
static int
decode_byte(iconv_t converter, unsigned char byte, char *out, size_t size)
{
    char in[1] = {(char)byte}, *from = in, *to = out;
    size_t from_left = 1, to_left = size;

    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &from_left, &to, &to_left) == (size_t)-1)
        return from_left == 1 && byte >= 0x80 ? 0 : -1;
    if (iconv(converter, NULL, NULL, &to, &to_left) == (size_t)-1)
        return -1;
    return to == out ? -1 : (int)(to - out);
}

/* Whether a byte over 0x7F only begins a character, as in Shift_JIS: then two such bytes, or
 * one and an ASCII letter, are what decode together. */
static bool
has_long_characters(iconv_t converter)
{
    for (unsigned lead = 0x80; lead <= 0xff; lead++) {
        char in[1] = {(char)lead}, out[8], *from = in, *to = out;
        size_t from_left = 1, to_left = sizeof out;

        iconv(converter, NULL, NULL, NULL, NULL);
        if (iconv(converter, &from, &from_left, &to, &to_left) == (size_t)-1 && errno == EINVAL)
            return true;
    }
    return false;
}

bool
charset_load(const char *name, struct charset *out)
{
    iconv_t converter = iconv_open("UTF-8", name);
    bool fits;

    if (converter == (iconv_t)-1)
        return false;
    fits = !has_long_characters(converter);
    for (unsigned byte = 0; byte < 256 && fits; byte++) {
        char bytes[16];
        int len = decode_byte(converter, (unsigned char)byte, bytes, sizeof bytes), at = 0;
        UChar32 c = -1;

        if (len > 0)
            U8_NEXT((const uint8_t *)bytes, at, len, c);
        fits = len >= 0 && at == len && (byte >= 0x80 || c == (UChar32)byte);
        out->characters[byte] = len > 0 ? (uint32_t)c : CHARSET_UNDEFINED;
        out->utf8_len[byte] = (uint8_t)(len > 0 ? len : 0);
        if (fits && len > 0)
            memcpy(out->utf8[byte], bytes, (size_t)len);
    }
    iconv_close(converter);
    return fits;
}

/* A table, or that there is none of that name. */
struct kept_charset {
    bool known;
    struct charset table;
};

enum { KEY_SIZE = 80 }; /* longer names are no encoding's */

enum ura_status
charset_get(struct ura_context *context, const char *name, const struct charset **out,
            struct ura_error *error)
{
    char key[KEY_SIZE];
    struct kept_charset *kept;
    enum ura_status status = URA_OK;

    *out = NULL;
    if (snprintf(key, sizeof key, "charset:%s", name) >= (int)sizeof key)
        return URA_OK;
    kept = context_kept(context, key);
    if (!kept) {
        kept = calloc(1, sizeof *kept);
        if (!kept)
            return error_memory(error);
        kept->known = charset_load(name, &kept->table);
        status = context_keep(context, key, kept, free, error);
    }
    if (!status && kept->known)
        *out = &kept->table;
    return status;
}
