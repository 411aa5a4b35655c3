/* lines.c - where lines end, however the file says it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/clean.h"

static bool
has_bytes(struct ura_str text, size_t at, const char *bytes, size_t len)
{
    return text.len - at >= len && memcmp(text.ptr + at, bytes, len) == 0;
}

/*
 * Whether NEL at AT is the second half of a letter: UTF-8 that was read as Latin-1 has it after
 * the letters that are its first bytes (U+00C2 to U+00C5), as in Å, and after â U+0080.
 */
static bool
is_half_a_letter(struct ura_str text, size_t at)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr + at;

    return at >= 2 && ((bytes[-2] == 0xc3 && bytes[-1] >= 0x82 && bytes[-1] <= 0x85) ||
                       (bytes[-2] == 0xc2 && bytes[-1] == 0x80));
}

size_t
line_end_at(struct ura_str text, size_t at)
{
    switch ((unsigned char)text.ptr[at]) {
    case '\n':
    case '\v':
        return 1;
    case '\r':
        return has_bytes(text, at, "\r\n", 2) ? 2 : 1;
    case 0xc2:
        return has_bytes(text, at, "\xc2\x85", 2) && !is_half_a_letter(text, at) ? 2 : 0;
    case 0xe2:
        return has_bytes(text, at, "\xe2\x80\xa8", 3) || has_bytes(text, at, "\xe2\x80\xa9", 3)
                   ? 3
                   : 0;
    default:
        return 0;
    }
}

size_t
line_end_last(struct ura_str text, size_t from)
{
    /* LF is looked for first: nearly all files have it, and looking for it is fast. */
    for (size_t at = text.len; at > from; at--)
        if (text.ptr[at - 1] == '\n')
            return at;
    for (size_t at = text.len; at > from; at--) {
        size_t len = line_end_at(text, at - 1);

        if (len && !(text.ptr[at - 1] == '\r' && at == text.len))
            return at - 1 + len;
    }
    return 0;
}

size_t
line_ends_count(struct ura_str text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.len;) {
        size_t len = line_end_at(text, at);

        count += len != 0;
        at += len ? len : 1;
    }
    return count;
}
