/* words.c - where words begin and end: UAX 29, by our own scan or by ICU. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/words.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

enum word_class
word_class_of(int32_t character)
{
    if (character == ':' || character == ';' || character == '@')
        return WORD_CUT;
    if (character < 0)
        return WORD_FOREIGN;
    if (u_isUWhiteSpace(character))
        return WORD_SPACE;
    if (character >= WORD_TABLE_SIZE ||
        u_getIntPropertyValue(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
        return WORD_FOREIGN;
    switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:
        return WORD_OTHER;
    case U_WB_ALETTER:
        return WORD_LETTER;
    case U_WB_NUMERIC:
        return WORD_DIGIT;
    case U_WB_MIDLETTER:
        return WORD_MID_LETTER;
    case U_WB_MIDNUM:
        return WORD_MID_NUMBER;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
        return WORD_MID_BOTH;
    case U_WB_EXTENDNUMLET:
        return WORD_UNDERSCORE;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
        return WORD_EXTEND;
    default:
        return WORD_FOREIGN;
    }
}

enum ura_status
word_classes_find(struct ura_context *context, const struct word_classes **out,
                  struct ura_error *error)
{
    static const char KEY[] = "word-classes";
    struct word_classes *classes;
    enum ura_status status;

    *out = context_kept(context, KEY);
    if (*out)
        return URA_OK;
    classes = calloc(1, sizeof *classes);
    if (!classes)
        return error_memory(error);
    for (int32_t character = 0; character < WORD_TABLE_SIZE; character++)
        classes->of[character] = (uint8_t)word_class_of(character);
    status = context_keep(context, KEY, classes, free, error);
    if (!status)
        *out = classes;
    return status;
}

enum word_class
word_class_next(const struct word_classes *classes, struct ura_str text, size_t *at, size_t end)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;
    UChar32 character;

    U8_NEXT(bytes, *at, end, character);
    return character >= 0 && character < WORD_TABLE_SIZE
               ? (enum word_class)classes->of[character]
               : word_class_of(character);
}

/* Moves *AT over what belongs to the character before it. */
static void
skip_extend(const struct word_classes *classes, struct ura_str text, size_t *at, size_t end)
{
    /* No byte below 0x80 extends anything. */
    while (*at < end && (uint8_t)text.ptr[*at] >= 0x80) {
        size_t next = *at;

        if (word_class_next(classes, text, &next, end) != WORD_EXTEND)
            return;
        *at = next;
    }
}

static unsigned flag_of(enum word_class class)
{
    return class == WORD_LETTER ? WORD_HAS_LETTER : class == WORD_DIGIT ? WORD_HAS_DIGIT : 0;
}

/*
 * Whether a mark of CLASS at *AT joins the letter or digit BEFORE it with what comes after
 * (rules WB6, WB7, WB11, WB12). If so, *AT moves behind it.
 */
static bool
mark_joins(const struct word_classes *classes, struct ura_str text, size_t *at, size_t end,
           enum word_class class, enum word_class before)
{
    size_t next = *at;
    enum word_class after;

    if (class == WORD_MID_LETTER ? before != WORD_LETTER
                                 : class == WORD_MID_NUMBER && before != WORD_DIGIT)
        return false;
    (void)word_class_next(classes, text, &next, end);
    skip_extend(classes, text, &next, end);
    if (next >= end)
        return false;
    *at = next;
    after = word_class_next(classes, text, &next, end);
    return after == before;
}

/* U+02BC is a letter to UAX 29, and an apostrophe to those who type it. */
static bool
is_letter_apostrophe(struct ura_str text, size_t at, size_t end)
{
    return end - at >= 2 && text.ptr[at] == '\xCA' && text.ptr[at + 1] == '\xBC';
}

/* The end of the word that begins with a character of CLASS before AT; flags into *FLAGS. */
static size_t
scan_word(const struct word_classes *classes, struct ura_str text, size_t at, size_t end,
          enum word_class class, unsigned *flags)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;

    for (;;) {
        size_t next;
        enum word_class ahead;

        *flags |= flag_of(class);
        while (at < end && bytes[at] < 0x80 && classes->of[bytes[at]] == class)
            at++;
        skip_extend(classes, text, &at, end);
        if (at >= end)
            return at;
        next = at;
        ahead = word_class_next(classes, text, &next, end);
        if (ahead == WORD_LETTER || ahead == WORD_DIGIT || ahead == WORD_UNDERSCORE) {
            if (is_letter_apostrophe(text, at, end))
                *flags |= WORD_HAS_APOSTROPHE;
            class = ahead;
            at = next;
        } else if (ahead >= WORD_MID_LETTER && ahead <= WORD_MID_BOTH &&
                   (class == WORD_LETTER || class == WORD_DIGIT)) {
            next = at;
            if (!mark_joins(classes, text, &next, end, ahead, class))
                return at;
            *flags |= bytes[at] == '.' ? WORD_HAS_DOT : WORD_HAS_APOSTROPHE;
            at = next;
            (void)word_class_next(classes, text, &at, end);
        } else {
            return at;
        }
    }
}

bool
words_add(struct word_list *out, struct word word)
{
    if (out->count == out->capacity) {
        struct word *grown =
            array_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);

        if (!grown)
            return false;
        out->items = grown;
    }
    out->items[out->count++] = word;
    return true;
}

/* Out of memory is told like a foreign character: words_ask then fails in the same way. */
bool
words_scan(const struct word_classes *classes, struct ura_str text, size_t start, size_t end,
           struct word_list *out)
{
    size_t old = out->count;

    for (size_t at = start; at < end;) {
        struct word word = {.start = at};

        word.first = word_class_next(classes, text, &at, end);
        if (word.first == WORD_LETTER || word.first == WORD_DIGIT ||
            word.first == WORD_UNDERSCORE)
            at = scan_word(classes, text, at, end, word.first, &word.flags);
        else
            skip_extend(classes, text, &at, end);
        word.end = at;
        if (word.first == WORD_FOREIGN || !words_add(out, word)) {
            out->count = old;
            return false;
        }
    }
    return true;
}

/* The class of the character at AT, with what only ICU can cut told apart. */
static enum word_class
script_class(const struct word_classes *classes, struct ura_str text, size_t at, size_t end)
{
    size_t next = at;
    enum word_class class = word_class_next(classes, text, &next, end);
    UChar32 character;

    if (class != WORD_FOREIGN)
        return class;
    U8_NEXT((const uint8_t *)text.ptr, at, end, character);
    if (character < 0)
        return WORD_OTHER;
    return u_isalpha(character) ? WORD_LETTER : u_isdigit(character) ? WORD_DIGIT : WORD_OTHER;
}

/* Fills in what occurs in WORD, whose ends ICU found. */
static void
describe(const struct word_classes *classes, struct ura_str text, struct word *word)
{
    size_t at = word->start;

    word->first = script_class(classes, text, at, word->end);
    while (at < word->end) {
        const size_t here = at;
        enum word_class class = script_class(classes, text, here, word->end);

        (void)word_class_next(classes, text, &at, word->end);
        word->flags |= flag_of(class);
        if (here > word->start && is_letter_apostrophe(text, here, word->end))
            word->flags |= WORD_HAS_APOSTROPHE;
        if (class >= WORD_MID_LETTER && class <= WORD_MID_BOTH && here > word->start &&
            at < word->end)
            word->flags |= text.ptr[here] == '.' ? WORD_HAS_DOT : WORD_HAS_APOSTROPHE;
    }
}

enum ura_status
words_ask(const struct word_classes *classes, UBreakIterator *breaks, struct ura_str text,
          size_t start, size_t end, struct word_list *out, struct ura_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    int32_t from = 0, to;

    utext_openUTF8(&view, text.ptr + start, (int64_t)(end - start), &code);
    ubrk_setUText(breaks, &view, &code);
    if (U_FAILURE(code))
        return error_set(error, URA_BAD_INPUT, "ICU cannot read the text: %s",
                         u_errorName(code));
    while ((to = ubrk_next(breaks)) != UBRK_DONE) {
        struct word word = {.start = start + (size_t)from, .end = start + (size_t)to};

        describe(classes, text, &word);
        if (!words_add(out, word)) {
            utext_close(&view);
            return error_memory(error);
        }
        from = to;
    }
    utext_close(&view);
    return URA_OK;
}
