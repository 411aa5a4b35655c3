/* lines.c - where lines end, however the file says it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/clean.h"

enum {
    /* How far a CRLF in a text of mixed line ends is compared with its neighbours: bytes, some
     * paragraphs, so that no text takes long. */
    NEIGHBOURHOOD = 1 << 13,
    /* In mixed line ends CR alone and LF alone are each at least one in so many. */
    MIXED_SHARE = 8
};

static bool
has_bytes(struct ura_str text, size_t at, const char *bytes, size_t len)
{
    return text.len - at >= len && memcmp(text.ptr + at, bytes, len) == 0;
}

/* Whether a character of two bytes is at BYTES, one from U+LOW to U+HIGH. */
static bool
is_between(const uint8_t *bytes, uint32_t low, uint32_t high)
{
    uint32_t c = (uint32_t)(bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f);

    return (bytes[0] & 0xe0) == 0xc0 && (bytes[1] & 0xc0) == 0x80 && c >= low && c <= high;
}

/*
 * Whether NEL at AT is part of a letter: in UTF-8 that was read as Latin-1 it stands behind the
 * letter that is the first byte of two (Å is Ã NEL), and as the second or third byte of three.
 * In Latin-2 the first of two may be Ă or Ĺ too.
 */
static bool
is_part_of_letter(struct ura_str text, size_t at)
{
    const uint8_t *nel = (const uint8_t *)text.ptr + at;
    bool goes_on = text.len - at >= 4 && is_between(nel + 2, 0x80, 0xbf);

    if (at < 2)
        return false;
    return is_between(nel - 2, 0xc2, 0xdf) || is_between(nel - 2, 0x102, 0x102) ||
           is_between(nel - 2, 0x139, 0x139) || (goes_on && is_between(nel - 2, 0xe0, 0xef)) ||
           (at >= 4 && is_between(nel - 4, 0xe0, 0xef) && is_between(nel - 2, 0x80, 0xbf));
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
        return has_bytes(text, at, "\xc2\x85", 2) && !is_part_of_letter(text, at) ? 2 : 0;
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

        /* What follows CR and NEL decides what they are. */
        if (len == 3 || (len && at - 1 + len < text.len) || (len && text.ptr[at - 1] == '\v'))
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

bool
line_ends_are_mixed(struct ura_str text)
{
    size_t cr = 0, lf = 0, both = 0, all;

    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n') {
            both++;
            at++;
        } else {
            cr += text.ptr[at] == '\r';
            lf += text.ptr[at] == '\n';
        }
    }
    all = cr + lf + both;
    return both > 0 && cr > 0 && lf > 0 && cr * MIXED_SHARE >= all && lf * MIXED_SHARE >= all;
}

static bool
is_cr_or_lf(struct ura_str text, size_t at)
{
    return text.ptr[at] == '\r' || text.ptr[at] == '\n';
}

/* The run of CR and LF around AT: it may be empty. */
static struct ura_span
end_run(struct ura_str text, size_t at)
{
    struct ura_span run = {at, at};

    while (run.start > 0 && is_cr_or_lf(text, run.start - 1))
        run.start--;
    while (run.end < text.len && is_cr_or_lf(text, run.end))
        run.end++;
    return run;
}

/* Whether RUN is CRLF and nothing else, so that it may be one line end or two. */
static bool
is_lone_crlf(struct ura_str text, struct ura_span run)
{
    return run.end - run.start == 2 && text.ptr[run.start] == '\r' &&
           text.ptr[run.start + 1] == '\n';
}

/* Whether the nearest run before or behind RUN that is no lone CRLF holds an empty line. */
static bool
neighbour_is_empty_line(struct ura_str text, struct ura_span run, bool before)
{
    size_t from = run.start;

    for (;;) {
        size_t at = before ? run.start : run.end;

        while (before && at > 0 && !is_cr_or_lf(text, at - 1))
            at--;
        while (!before && at < text.len && !is_cr_or_lf(text, at))
            at++;
        run = end_run(text, at);
        /* A headline follows the start of a text, nothing the end. */
        if (run.start == 0 || run.end == text.len)
            return run.start != 0;
        if (!is_lone_crlf(text, run))
            return run.end - run.start > 1;
        if ((before ? from - run.start : run.end - from) > NEIGHBOURHOOD)
            return false;
    }
}

bool
line_end_is_two(struct ura_str text, size_t at)
{
    struct ura_span run = end_run(text, at);

    return is_lone_crlf(text, run) && run.end < text.len &&
           neighbour_is_empty_line(text, run, true) &&
           neighbour_is_empty_line(text, run, false);
}
