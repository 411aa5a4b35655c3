/* breaks.c - where sentences may end: the marks, and what UAX 29 says of each. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/breaks.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

static enum sentence_class
class_of(int32_t character)
{
    switch (u_getIntPropertyValue(character, UCHAR_SENTENCE_BREAK)) {
    case U_SB_EXTEND:
    case U_SB_FORMAT:
        return SENTENCE_EXTEND;
    case U_SB_CR:
    case U_SB_LF:
    case U_SB_SEP:
        return SENTENCE_SEPARATOR;
    case U_SB_SP:
        return SENTENCE_BLANK;
    case U_SB_LOWER:
        return SENTENCE_LOWER;
    case U_SB_UPPER:
        return SENTENCE_UPPER;
    case U_SB_OLETTER:
        return SENTENCE_LETTER;
    case U_SB_NUMERIC:
        return SENTENCE_DIGIT;
    case U_SB_ATERM:
        return SENTENCE_STOP;
    case U_SB_STERM:
        return SENTENCE_MARK;
    case U_SB_CLOSE:
        return SENTENCE_CLOSE;
    case U_SB_SCONTINUE:
        return SENTENCE_CONTINUE;
    default:
        return SENTENCE_OTHER;
    }
}

/* The first byte of CHARACTER in UTF-8. */
static uint8_t
first_byte(int32_t character)
{
    uint8_t bytes[U8_MAX_LENGTH];
    int32_t len = 0;

    U8_APPEND_UNSAFE(bytes, len, (uint32_t)character);
    return bytes[0];
}

void
sentence_classes_set(struct sentence_classes *classes, int32_t character,
                     enum sentence_class class)
{
    classes->of[character] = (uint8_t) class;
    if (class == SENTENCE_STOP || class == SENTENCE_MARK || class == SENTENCE_SEPARATOR)
        classes->stops_scan[first_byte(character)] = true;
}

enum ura_status
sentence_classes_find(struct ura_context *context, const struct sentence_classes **out,
                      struct ura_error *error)
{
    static const char KEY[] = "sentence-classes";
    struct sentence_classes *classes;
    enum ura_status status;

    *out = context_kept(context, KEY);
    if (*out)
        return URA_OK;
    classes = calloc(1, sizeof *classes);
    if (!classes)
        return error_memory(error);
    for (int32_t character = 0; character < SENTENCE_TABLE_SIZE; character++) {
        enum sentence_class class = class_of(character);

        classes->of[character] = (uint8_t) class;
        if (class == SENTENCE_STOP || class == SENTENCE_MARK || class == SENTENCE_SEPARATOR)
            classes->stops_scan[first_byte(character)] = true;
    }
    /* All characters above the table are looked at. */
    for (unsigned byte = first_byte(SENTENCE_TABLE_SIZE); byte < 256; byte++)
        classes->stops_scan[byte] = true;
    status = context_keep(context, KEY, classes, free, error);
    if (!status)
        *out = classes;
    return status;
}

static enum sentence_class
class_at(const struct sentence_classes *classes, struct ura_str text, size_t *at)
{
    UChar32 character;

    U8_NEXT((const uint8_t *)text.ptr, *at, text.len, character);
    if (character < 0)
        return SENTENCE_OTHER;
    return character < SENTENCE_TABLE_SIZE ? (enum sentence_class)classes->of[character]
                                           : class_of(character);
}

enum sentence_class
sentence_class_next(const struct sentence_classes *classes, struct ura_str text, size_t *at)
{
    enum sentence_class class;

    if (*at >= text.len)
        return SENTENCE_END;
    class = class_at(classes, text, at);
    if (class == SENTENCE_SEPARATOR)
        return class;
    /* No byte below 0x80 extends anything. */
    while (*at < text.len && (uint8_t)text.ptr[*at] >= 0x80) {
        size_t next = *at;

        if (class_at(classes, text, &next) != SENTENCE_EXTEND)
            break;
        *at = next;
    }
    return class;
}

enum sentence_class
sentence_class_before(const struct sentence_classes *classes, struct ura_str text, size_t at)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;

    while (at > 0) {
        enum sentence_class class;
        size_t here;

        do
            at--;
        while (at > 0 && U8_IS_TRAIL(bytes[at]));
        here = at;
        class = class_at(classes, text, &here);
        if (class != SENTENCE_EXTEND)
            return class;
    }
    return SENTENCE_END;
}

/* Moves *AT over all characters of CLASS; returns the class of the next one. */
static enum sentence_class
skip(const struct sentence_classes *classes, struct ura_str text, size_t *at,
     enum sentence_class class)
{
    for (;;) {
        size_t next = *at;
        enum sentence_class ahead = sentence_class_next(classes, text, &next);

        if (ahead != class || ahead == SENTENCE_END)
            return ahead;
        *at = next;
    }
}

/* The first mark or separator at or after FROM, its class in *CLASS and its end in *END. */
static bool
find_mark(const struct sentence_classes *classes, struct ura_str text, size_t from,
          size_t *start, size_t *end, enum sentence_class *class)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;
    size_t at = from;

    for (;;) {
        while (at < text.len && !classes->stops_scan[bytes[at]])
            at++;
        if (at >= text.len)
            return false;
        *start = at;
        *class = sentence_class_next(classes, text, &at);
        *end = at;
        if (*class == SENTENCE_STOP || *class == SENTENCE_MARK || *class == SENTENCE_SEPARATOR)
            return true;
    }
}

bool
sentence_place_find(const struct sentence_classes *classes, struct ura_str text, size_t from,
                    struct sentence_place *out)
{
    size_t at;

    if (!find_mark(classes, text, from, &out->mark, &at, &out->last))
        return false;
    if (out->last == SENTENCE_SEPARATOR) {
        /* CR LF is one separator. */
        if (text.ptr[out->mark] == '\r' && at < text.len && text.ptr[at] == '\n')
            at++;
        out->mark_end = out->close_end = out->mark;
        out->next = at;
        out->ahead = sentence_class_next(classes, text, &at);
        return true;
    }
    for (;;) {
        size_t next = at;
        enum sentence_class ahead = sentence_class_next(classes, text, &next);

        if (ahead != SENTENCE_STOP && ahead != SENTENCE_MARK)
            break;
        out->last = ahead;
        at = next;
    }
    out->mark_end = at;
    skip(classes, text, &at, SENTENCE_CLOSE);
    out->close_end = at;
    out->ahead = skip(classes, text, &at, SENTENCE_BLANK);
    out->next = at;
    return true;
}

/* Whether the first letter at or after AT, before any other mark, is a small one. */
static bool
lower_follows(const struct sentence_classes *classes, struct ura_str text, size_t at)
{
    for (;;) {
        switch (sentence_class_next(classes, text, &at)) {
        case SENTENCE_LOWER:
            return true;
        case SENTENCE_UPPER:
        case SENTENCE_LETTER:
        case SENTENCE_SEPARATOR:
        case SENTENCE_STOP:
        case SENTENCE_MARK:
        case SENTENCE_END:
            return false;
        default:
            break;
        }
    }
}

bool
sentence_place_breaks(const struct sentence_classes *classes, struct ura_str text,
                      const struct sentence_place *place)
{
    switch (place->ahead) {
    case SENTENCE_END:
    case SENTENCE_CONTINUE:
    case SENTENCE_STOP:
    case SENTENCE_MARK:
    case SENTENCE_SEPARATOR: /* the sentence ends behind it: the next place */
        return place->last == SENTENCE_SEPARATOR && place->ahead != SENTENCE_END;
    default:
        break;
    }
    if (place->last != SENTENCE_STOP)
        return true;
    if (place->next == place->mark_end) {
        enum sentence_class before = sentence_class_before(classes, text, place->mark);
        size_t first = place->mark;

        if (place->ahead == SENTENCE_DIGIT)
            return false;
        (void)sentence_class_next(classes, text, &first);
        if (first == place->mark_end && place->ahead == SENTENCE_UPPER &&
            (before == SENTENCE_LOWER || before == SENTENCE_UPPER))
            return false;
    }
    return !lower_follows(classes, text, place->next);
}
