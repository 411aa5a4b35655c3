/* encoding.c - which encoding an input is in, by looking at its first bytes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/encoding.h"

#include <stdlib.h>
#include <strings.h>

#include <unicode/utf8.h>

#include "text/guess.h"

enum {
    /* UTF-16 is told by zeros in one half of its units: at least one unit in so many... */
    ZEROS_PER_UNITS = 8,
    /* ...while of all zeros at most one in so many is in the other half. */
    ZEROS_ASTRAY = 50,
    /* Eight-bit text has at most one control character in so many bytes. */
    BYTES_PER_CONTROL = 50
};

/* What the bytes of a sample look like. */
struct census {
    size_t high;      /* bytes over 0x7F */
    size_t sequences; /* of them, valid UTF-8 characters */
    size_t broken;    /* and bytes that fit into none */
    size_t zeros[2];  /* at even and odd places */
    size_t first_zero;
    size_t controls; /* but for tab, line ends, form feed, escape */
    size_t len;
};

static bool
is_odd_control(unsigned char byte)
{
    return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1b;
}

/* Whether BYTES[AT] begins a character that the end of BYTES cuts off. */
static bool
is_cut(struct ura_str bytes, size_t at)
{
    unsigned char lead = (unsigned char)bytes.ptr[at];
    size_t wanted = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4, i;

    if (lead < 0xc2 || lead > 0xf4 || bytes.len - at >= wanted)
        return false;
    for (i = at + 1; i < bytes.len; i++)
        if (((unsigned char)bytes.ptr[i] & 0xc0) != 0x80)
            return false;
    return true;
}

static struct census
take_census(struct ura_str bytes)
{
    struct census census = {.len = bytes.len, .first_zero = SIZE_MAX};
    size_t at = 0;

    while (at < bytes.len) {
        unsigned char byte = (unsigned char)bytes.ptr[at];
        size_t next = at;
        UChar32 c;

        if (byte == 0) {
            census.zeros[at & 1]++;
            if (census.first_zero == SIZE_MAX)
                census.first_zero = at;
        }
        if (byte < 0x80) {
            census.controls += is_odd_control(byte);
            at++;
            continue;
        }
        U8_NEXT((const uint8_t *)bytes.ptr, next, bytes.len, c);
        if (c < 0 && is_cut(bytes, at))
            break;
        census.sequences += c >= 0;
        census.broken += c < 0;
        at = c < 0 ? at + 1 : next;
    }
    census.high = census.sequences + census.broken;
    return census;
}

static bool
begins_with(struct ura_str bytes, const char *magic, size_t len)
{
    return bytes.len >= len && memcmp(bytes.ptr, magic, len) == 0;
}

const char *
encoding_name_binary(struct ura_str bytes)
{
    static const struct {
        const char *bytes;
        size_t len;
        const char *what;
    } kinds[] = {
        {"\x1f\x8b", 2, "is compressed by gzip; unpack it first, as with gunzip"},
        {"\x28\xb5\x2f\xfd", 4, "is compressed by zstd; unpack it first, as with unzstd"},
        {"\xfd"
         "7zXZ",
         5, "is compressed by xz; unpack it first, as with unxz"},
        {"BZh", 3, "is compressed by bzip2; unpack it first, as with bunzip2"},
        {"PK\x03\x04", 4,
         "is a zip archive, or a docx, odt or epub; save it as plain text first"},
        {"%PDF-", 5, "is a PDF; make it text first, as with pdftotext FILE -"},
        {"\xd0\xcf\x11\xe0", 4, "is an old Office document; save it as plain text first"},
        {"{\\rtf", 5, "is RTF; save it as plain text first"},
        {"\x7f"
         "ELF",
         4, "is a program, no text"},
        {"\x89PNG", 4, "is a picture, no text"},
        {"\xff\xd8\xff", 3, "is a picture, no text"},
        {"GIF8", 4, "is a picture, no text"},
        {"SQLite format 3", 15, "is a database, no text"},
    };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (begins_with(bytes, kinds[i].bytes, kinds[i].len))
            return kinds[i].what;
    return NULL;
}

static const char *
find_mark(struct ura_str bytes)
{
    if (begins_with(bytes, "\xff\xfe\0\0", 4))
        return "UTF-32LE";
    if (begins_with(bytes, "\0\0\xfe\xff", 4))
        return "UTF-32BE";
    if (begins_with(bytes, "\xff\xfe", 2))
        return "UTF-16LE";
    if (begins_with(bytes, "\xfe\xff", 2))
        return "UTF-16BE";
    return begins_with(bytes, "\xef\xbb\xbf", 3) ? "UTF-8" : NULL;
}

/* UTF-16 by where the zeros of its ASCII lie, or NULL. */
static const char *
find_utf_16(const struct census *census)
{
    size_t units = census->len / 2;
    int most = census->zeros[1] > census->zeros[0];

    if (census->zeros[most] * ZEROS_PER_UNITS < units || census->zeros[most] == 0 ||
        census->zeros[!most] * ZEROS_ASTRAY > census->zeros[most])
        return NULL;
    return most ? "UTF-16LE" : "UTF-16BE";
}

static size_t
count_lines(struct ura_str bytes, size_t end)
{
    size_t line = 1;

    for (size_t i = 0; i < end; i++)
        line += bytes.ptr[i] == '\n';
    return line;
}

static enum ura_status
find_by_evidence(struct ura_context *context, struct ura_str sample, const char *language,
                 struct encoding *out, struct ura_error *error)
{
    struct census census = take_census(sample);

    if (census.zeros[0] + census.zeros[1]) {
        out->name = find_utf_16(&census);
        out->guessed = true;
        if (out->name)
            return URA_OK;
        return error_at(error, URA_BAD_INPUT, count_lines(sample, census.first_zero),
                        census.first_zero,
                        "a NUL: this is no text; UTF-16 without a mark is read with "
                        "--encoding UTF-16LE or UTF-16BE");
    }
    out->name = "UTF-8";
    if (census.sequences >= census.broken)
        return URA_OK;
    out->guessed = true;
    if (census.controls * BYTES_PER_CONTROL > census.len)
        return error_set(error, URA_BAD_INPUT,
                         "is no text: it is full of control characters; name a text file");
    return guess_encoding(context, sample, language, &out->name, error);
}

/* What decides where SOURCE is ASCII as far as it is at hand: the bytes from the first other
 * one on, with a little before it. Empty where there is none. */
static enum ura_status
look_ahead(const struct source *source, struct ura_buf *out, struct ura_error *error)
{
    enum { BEFORE = 1 << 12 }; /* bytes: some sentences, to tell the language */
    size_t from = source->offset + source->len, high;

    if (source->ended && source->len <= ENCODING_SAMPLE)
        return URA_OK;
    if (source->len > ENCODING_SAMPLE)
        from = source->offset + ENCODING_SAMPLE;
    if (!source_find_high(source, from, &high))
        return URA_OK;
    if (!buf_reserve(out, ENCODING_SAMPLE))
        return error_memory(error);
    out->len = source_peek(source, high - BEFORE, out->ptr, ENCODING_SAMPLE);
    return URA_OK;
}

static bool
is_ascii(struct ura_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if ((unsigned char)bytes.ptr[i] >= 0x80 || bytes.ptr[i] == 0)
            return false;
    return true;
}

enum ura_status
encoding_find(struct ura_context *context, const struct source *source, const char *asked,
              const char *language, struct encoding *out, struct ura_error *error)
{
    struct ura_str sample = {source->bytes, source->len};
    bool either =
        asked && (strcasecmp(asked, "UTF-16") == 0 || strcasecmp(asked, "UTF16") == 0);
    struct ura_buf ahead = {0};
    const char *binary;
    enum ura_status status = URA_OK;

    if (sample.len > ENCODING_SAMPLE)
        sample.len = ENCODING_SAMPLE;
    *out = (struct encoding){asked, false};
    if (asked && !either)
        return URA_OK;
    out->name = find_mark(sample);
    if (out->name)
        return URA_OK;
    if (either) {
        struct census census = take_census(sample);
        const char *found = find_utf_16(&census);

        out->name = found ? found : "UTF-16BE";
        return URA_OK;
    }
    binary = encoding_name_binary(sample);
    if (binary)
        return error_set(error, URA_BAD_INPUT, "%s", binary);
    if (is_ascii(sample))
        status = look_ahead(source, &ahead, error);
    if (!status)
        status = find_by_evidence(context, ahead.len ? buf_str(&ahead) : sample, language, out,
                                  error);
    buf_release(&ahead);
    if (!status && !out->name)
        return error_set(error, URA_BAD_INPUT,
                         "is in no encoding that is known here; name it with --encoding");
    return status;
}
