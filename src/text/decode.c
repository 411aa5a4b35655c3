/* decode.c - bytes of any encoding to UTF-8, with the way back. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/decode.h"

#include <errno.h>
#include <stdlib.h>
#include <strings.h>

#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum {
    LONGEST_CHARACTER = 16, /* bytes of one character with its shift sequences, any encoding */
    NAME_MAX_LEN = 64
};

static bool
is_named(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcasecmp(name, *names) == 0)
            return true;
    return false;
}

static const char *const utf_8_names[] = {"UTF-8", "UTF8", "ASCII", "US-ASCII", NULL};
static const char *const utf_16le_names[] = {"UTF-16LE", "UTF16LE", "UCS-2LE", NULL};
static const char *const utf_16be_names[] = {"UTF-16BE", "UTF16BE", "UCS-2BE", NULL};

enum ura_status
decoder_open(struct ura_context *context, const char *name, struct decoder *out,
             struct ura_error *error)
{
    enum ura_status status;
    char room[NAME_MAX_LEN];
    const char *known = charset_iconv_name(name, room, sizeof room);

    *out = (struct decoder){.name = name, .converter = (iconv_t)-1};
    if (is_named(name, utf_8_names))
        return URA_OK;
    if (is_named(name, utf_16le_names) || is_named(name, utf_16be_names)) {
        out->kind = DECODER_UTF_16;
        out->big_endian = is_named(name, utf_16be_names);
        return URA_OK;
    }
    out->kind = DECODER_TABLE;
    status = charset_get(context, known, &out->charset, error);
    if (status || out->charset)
        return status;
    out->kind = DECODER_ICONV;
    out->converter = iconv_open("UTF-8", known);
    if (out->converter != (iconv_t)-1)
        return URA_OK;
    return error_set(error, URA_NOT_FOUND,
                     "there is no encoding called %s; iconv -l lists those that there are",
                     name);
}

/* How many bytes from AT on are ASCII. */
static size_t
ascii_run(struct ura_str bytes, size_t at)
{
    size_t start = at;
    uint64_t word;

    for (; bytes.len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes.ptr + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < bytes.len && (unsigned char)bytes.ptr[at] < 0x80)
        at++;
    return at - start;
}

static enum ura_status
run_table(struct decoder *decoder, struct ura_str bytes, size_t offset, size_t *used,
          struct ura_error *error)
{
    size_t at = 0;

    while (at < bytes.len) {
        size_t plain = ascii_run(bytes, at);
        unsigned char byte;

        buf_append(&decoder->text, bytes.ptr + at, plain);
        map_append(&decoder->map, plain, offset + at, plain);
        at += plain;
        if (at == bytes.len)
            break;
        byte = (unsigned char)bytes.ptr[at];
        *used = at;
        if (decoder->charset->utf8_len[byte] == 0)
            return error_at(error, URA_BAD_INPUT, 0, offset + at,
                            "byte 0x%02X has no meaning in %s; name the right encoding with "
                            "--encoding",
                            byte, decoder->name);
        buf_append(&decoder->text, decoder->charset->utf8[byte],
                   decoder->charset->utf8_len[byte]);
        map_append_units(&decoder->map, 1, decoder->charset->utf8_len[byte], offset + at, 1);
        at++;
    }
    *used = at;
    return URA_OK;
}

/* The unit of UTF-16 at BYTES[AT]. */
static uint32_t
utf_16_unit(const struct decoder *decoder, struct ura_str bytes, size_t at)
{
    unsigned first = (unsigned char)bytes.ptr[at], second = (unsigned char)bytes.ptr[at + 1];

    return decoder->big_endian ? first << 8 | second : second << 8 | first;
}

static void
append_character(struct decoder *decoder, uint32_t c, size_t offset, size_t len)
{
    uint8_t utf8[U8_MAX_LENGTH];
    size_t utf8_len = 0;

    U8_APPEND_UNSAFE(utf8, utf8_len, c);
    buf_append(&decoder->text, utf8, utf8_len);
    map_append_units(&decoder->map, 1, utf8_len, offset, len);
}

static enum ura_status
refuse_cut(const struct decoder *decoder, size_t offset, struct ura_error *error)
{
    return error_at(error, URA_BAD_INPUT, 0, offset,
                    "is cut off in the middle of a %s character; get the whole file",
                    decoder->name);
}

static enum ura_status
run_utf_16(struct decoder *decoder, struct ura_str bytes, size_t offset, bool last,
           size_t *used, struct ura_error *error)
{
    size_t at = 0;

    while (bytes.len - at >= 2) {
        uint32_t c = utf_16_unit(decoder, bytes, at);
        size_t len = 2;

        *used = at;
        if (U16_IS_SURROGATE(c)) {
            uint32_t trail;

            if (bytes.len - at < 4 && !last)
                return URA_OK;
            if (bytes.len - at < 4)
                return refuse_cut(decoder, offset + at, error);
            trail = utf_16_unit(decoder, bytes, at + 2);
            if (!U16_IS_SURROGATE_LEAD(c) || !U16_IS_TRAIL(trail))
                return error_at(error, URA_BAD_INPUT, 0, offset + at,
                                "damaged %s: half a character (0x%04X); repair it there",
                                decoder->name, (unsigned)c);
            c = (uint32_t)U16_GET_SUPPLEMENTARY(c, trail);
            len = 4;
        }
        append_character(decoder, c, offset + at, len);
        at += len;
    }
    *used = at;
    return last && at < bytes.len ? refuse_cut(decoder, offset + at, error) : URA_OK;
}

/*
 * Feeds iconv the bytes from AT on, one more at a time, until a character comes out: so each
 * character knows its bytes, in any encoding. The length taken; 0 if the bytes have no meaning,
 * -1 if there are not enough of them.
 */
static int
take_character(struct decoder *decoder, struct ura_str bytes, size_t at, char *out, size_t size,
               size_t *out_len)
{
    size_t most = bytes.len - at < LONGEST_CHARACTER ? bytes.len - at : LONGEST_CHARACTER;

    for (size_t len = 1; len <= most; len++) {
        char room[LONGEST_CHARACTER], *from = room, *to = out;
        size_t from_left = len, to_left = size, failed;

        memcpy(room, bytes.ptr + at, len);
        failed = iconv(decoder->converter, &from, &from_left, &to, &to_left);
        *out_len = size - to_left;
        if (from_left < len || *out_len)
            return (int)(len - from_left);
        if (failed == (size_t)-1 && errno == EILSEQ)
            return 0;
    }
    return most == LONGEST_CHARACTER ? 0 : -1;
}

static enum ura_status
run_iconv(struct decoder *decoder, struct ura_str bytes, size_t offset, bool last, size_t *used,
          struct ura_error *error)
{
    /* Bytes that only shift belong to the character after them. */
    size_t at = 0, start = 0;

    while (at < bytes.len) {
        char utf8[LONGEST_CHARACTER];
        size_t len;
        int taken = take_character(decoder, bytes, at, utf8, sizeof utf8, &len);

        *used = at;
        if (taken == 0)
            return error_at(error, URA_BAD_INPUT, 0, offset + at,
                            "byte 0x%02X does not fit here in %s; repair it, or name another "
                            "encoding with --encoding",
                            (unsigned char)bytes.ptr[at], decoder->name);
        if (taken < 0)
            return last ? refuse_cut(decoder, offset + at, error) : URA_OK;
        at += (size_t)taken;
        buf_append(&decoder->text, utf8, len);
        map_append_units(&decoder->map, 1, len, offset + start, at - start);
        if (len)
            start = at;
    }
    *used = at;
    return URA_OK;
}

enum ura_status
decoder_run(struct decoder *decoder, struct ura_str bytes, size_t offset, bool last,
            size_t *used, struct ura_error *error)
{
    enum ura_status status;

    *used = 0;
    if (decoder->kind == DECODER_TABLE)
        status = run_table(decoder, bytes, offset, used, error);
    else if (decoder->kind == DECODER_UTF_16)
        status = run_utf_16(decoder, bytes, offset, last, used, error);
    else
        status = run_iconv(decoder, bytes, offset, last, used, error);
    return !status && (decoder->text.failed || decoder->map.failed) ? error_memory(error)
                                                                    : status;
}

void
decoder_take(struct decoder *decoder, size_t len)
{
    size_t left = decoder->text.len - len;

    if (len == 0)
        return;
    map_drop(&decoder->map, len);
    memmove(decoder->text.ptr, decoder->text.ptr + len, left);
    decoder->text.len = left;
}

void
decoder_release(struct decoder *decoder)
{
    if (decoder->converter != (iconv_t)-1 && decoder->kind == DECODER_ICONV)
        iconv_close(decoder->converter);
    buf_release(&decoder->text);
    map_release(&decoder->map);
    *decoder = (struct decoder){.kind = DECODER_NONE};
}
