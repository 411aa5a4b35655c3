/* care.c - which characters need a second look, and a fast way past all the others. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/care.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/characters.h"

/* Eight bytes at a time. */
#define EACH_BYTE(value) ((uint64_t)0x0101010101010101 * (value))

bool
care_init(struct care *care, struct unify_requests requests)
{
    UErrorCode code = U_ZERO_ERROR;

    memset(care, 0, sizeof *care);
    care->requests = requests;
    care->nfc = unorm2_getNFCInstance(&code);
    return U_SUCCESS(code);
}

static bool
needs_care(const struct care *care, uint32_t c)
{
    return character_is_control(c) || character_is_line_end(c) || character_is_odd_space(c) ||
           character_is_invisible(c) || unify_touches(c, care->requests) ||
           u_getCombiningClass((UChar32)c) != 0 ||
           u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
}

static void
fill_block(struct care *care, size_t block)
{
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t c = (uint32_t)block * 64 + i;

        if (needs_care(care, c))
            care->care[block] |= (uint64_t)1 << i;
    }
    care->known[block] = true;
}

/* A bit 0x80 for each byte of WORD that is not between 0x20 and 0x7E. */
static uint64_t
odd_bytes(uint64_t word)
{
    uint64_t low = word & EACH_BYTE(0x7f);
    /* Adding carries into the top bit: from 0x20 on, and at 0x7F. */
    uint64_t printable = (low + EACH_BYTE(0x60)) & EACH_BYTE(0x80);
    uint64_t delete = (low + EACH_BYTE(0x01)) & EACH_BYTE(0x80);

    return ((printable ^ EACH_BYTE(0x80)) | delete | word) & EACH_BYTE(0x80);
}

/* The first byte of BYTES [AT, END) that is not printable ASCII. */
static size_t
skip_printable(const uint8_t *bytes, size_t at, size_t end)
{
    while (end - at >= 8) {
        uint64_t word, odd;

        memcpy(&word, bytes + at, 8);
        odd = odd_bytes(word);
        if (odd)
            break;
        at += 8;
    }
    while (at < end && bytes[at] >= 0x20 && bytes[at] < 0x7f)
        at++;
    return at;
}

/* The length of the sequence of two or three bytes at BYTES[AT], 0 if it is none; *C is its
 * character. */
static size_t
take_sequence(const uint8_t *bytes, size_t at, size_t end, uint32_t *c)
{
    uint8_t lead = bytes[at];

    if (end - at >= 2 && lead >= 0xc2 && lead < 0xe0 && (bytes[at + 1] & 0xc0) == 0x80) {
        *c = (uint32_t)(lead & 0x1f) << 6 | (bytes[at + 1] & 0x3f);
        return 2;
    }
    if (end - at >= 3 && lead >= 0xe0 && lead < 0xf0 && (bytes[at + 1] & 0xc0) == 0x80 &&
        (bytes[at + 2] & 0xc0) == 0x80) {
        *c = (uint32_t)(lead & 0x0f) << 12 | (uint32_t)(bytes[at + 1] & 0x3f) << 6 |
             (bytes[at + 2] & 0x3f);
        return *c >= 0x800 && (*c < 0xd800 || *c > 0xdfff) ? 3 : 0;
    }
    return 0;
}

/* Whether the character over U+007F at BYTES[*AT] is plain; moves *AT behind it if so. */
static bool
pass_character(struct care *care, const uint8_t *bytes, size_t *at, size_t end,
               enum care_stop *stop)
{
    uint32_t c = 0;
    size_t len = take_sequence(bytes, *at, end, &c), block;

    if (len == 0) {
        size_t next = *at;
        UChar32 high;

        U8_NEXT(bytes, next, end, high);
        *stop = high < 0 ? CARE_BROKEN : CARE_LOOK;
        if (high < 0 || needs_care(care, (uint32_t)high))
            return false;
        *at = next;
        return true;
    }
    block = c >> 6;
    if (!care->known[block])
        fill_block(care, block);
    if (care->care[block] >> (c & 63) & 1) {
        *stop = CARE_LOOK;
        return false;
    }
    *at += len;
    return true;
}

size_t
care_scan(struct care *care, const char *text, size_t at, size_t end, enum care_stop *stop)
{
    const uint8_t *bytes = (const uint8_t *)text;

    for (;;) {
        at = skip_printable(bytes, at, end);
        if (at == end) {
            *stop = CARE_END;
            return at;
        }
        if (bytes[at] >= 0x80) {
            if (!pass_character(care, bytes, &at, end, stop))
                return at;
        } else if (bytes[at] == '\n' || bytes[at] == '\t' || bytes[at] == '\f') {
            at++;
        } else {
            *stop = CARE_LOOK;
            return at;
        }
    }
}
