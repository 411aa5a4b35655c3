/* passage.c - a stretch of text inside one line, character by character, while it is cleaned.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/passage.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "text/characters.h"

enum ura_status
passage_read(struct passage *passage, const char *text, size_t len, size_t *bad)
{
    struct cell *cells =
        array_grow(passage->now.items, &passage->now.capacity, len, sizeof *cells);
    size_t at = 0;

    passage->now.count = 0;
    if (!cells)
        return URA_NO_MEMORY;
    passage->now.items = cells;
    while (at < len) {
        size_t start = at;
        UChar32 c;

        U8_NEXT((const uint8_t *)text, at, len, c);
        if (c <= 0) {
            *bad = start;
            return URA_BAD_INPUT;
        }
        cells[passage->now.count++] =
            (struct cell){(uint32_t)c, (uint32_t)start, (uint32_t)at, false};
    }
    return URA_OK;
}

void
passage_tell(const struct passage *passage, enum ura_change change, size_t start)
{
    if (passage->changed)
        passage->changed(change, start, passage->user);
}

void
passage_swap(struct passage *passage)
{
    struct cells now = passage->now;

    passage->now = passage->next;
    passage->next = now;
}

static UScriptCode
script_of(uint32_t c)
{
    UErrorCode code = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &code);

    return U_SUCCESS(code) ? script : USCRIPT_COMMON;
}

/* Scripts whose letters never need a joiner or a non-joiner between them. */
static bool
joins_nothing(UScriptCode script)
{
    switch (script) {
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
        return true;
    default:
        return false;
    }
}

static bool
is_emoji(uint32_t c)
{
    return c > 0xff && (u_hasBinaryProperty((UChar32)c, UCHAR_EMOJI) || c == 0xfe0f);
}

/* Scripts written without blanks, where a zero-width space marks where a line may end. */
static bool
is_written_solid(uint32_t c)
{
    switch (script_of(c)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

/* Whether the invisible C between BEFORE and AFTER is part of how the text is written. */
static bool
is_needed(uint32_t c, uint32_t before, uint32_t after, bool has_right_to_left)
{
    if (character_is_direction_mark(c))
        return has_right_to_left;
    if (c == 0x200b)
        return is_written_solid(before) || is_written_solid(after);
    if (c == 0x200d && is_emoji(before) && is_emoji(after))
        return true;
    return (c == 0x200c || c == 0x200d) && before && !joins_nothing(script_of(before));
}

/* Whether the odd space C is the right one between BEFORE and AFTER. */
static bool
is_right_space(uint32_t c, uint32_t before, uint32_t after)
{
    if (c == 0x3000)
        return u_getIntPropertyValue((UChar32)before, UCHAR_EAST_ASIAN_WIDTH) == U_EA_WIDE ||
               u_getIntPropertyValue((UChar32)after, UCHAR_EAST_ASIAN_WIDTH) == U_EA_WIDE;
    return c == 0x202f && script_of(before) == USCRIPT_MONGOLIAN;
}

static bool
has_right_to_left(const struct passage *passage)
{
    for (size_t i = 0; i < passage->now.count; i++) {
        uint32_t c = passage->now.items[i].c;

        if (c >= 0x590 && !character_is_direction_mark(c)) {
            UCharDirection direction = u_charDirection((UChar32)c);

            if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
                return true;
        }
    }
    return false;
}

void
passage_tidy(struct passage *passage, bool first)
{
    bool right_to_left = has_right_to_left(passage);
    size_t kept = 0;

    for (size_t i = 0; i < passage->now.count; i++) {
        struct cell cell = passage->now.items[i];
        uint32_t before = kept ? passage->now.items[kept - 1].c : 0;
        uint32_t after = i + 1 < passage->now.count ? passage->now.items[i + 1].c : 0;

        if (character_is_control(cell.c) ||
            (character_is_invisible(cell.c) &&
             !is_needed(cell.c, before, after, right_to_left))) {
            passage_tell(passage,
                         first && i == 0 && cell.c == 0xfeff ? URA_CHANGE_BOM
                                                             : URA_CHANGE_INVISIBLE,
                         cell.start);
            continue;
        }
        if (character_is_odd_space(cell.c) && !is_right_space(cell.c, before, after)) {
            passage_tell(passage, URA_CHANGE_SPACE, cell.start);
            cell.c = ' ';
        }
        passage->now.items[kept++] = cell;
    }
    passage->now.count = kept;
}

void
passage_unify(struct passage *passage, struct unify_requests requests)
{
    for (size_t i = 0; i < passage->now.count; i++) {
        struct cell *cell = &passage->now.items[i];
        uint32_t before = i ? passage->now.items[i - 1].c : 0;
        uint32_t after = i + 1 < passage->now.count ? passage->now.items[i + 1].c : 0;
        enum ura_change change;
        uint32_t unified;

        if (!unify_touches(cell->c, requests))
            continue;
        unified = unify_character(cell->c, before, after, requests, &change);
        if (unified == cell->c)
            continue;
        passage_tell(passage, change, cell->start);
        cell->c = unified;
    }
}

void
passage_release(struct passage *passage)
{
    free(passage->now.items);
    free(passage->next.items);
    *passage = (struct passage){0};
}
