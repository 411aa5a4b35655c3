/* quotes.c - on which side of a sentence end quotation marks and brackets stand. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/rules.h"

#include <unicode/utf8.h>

/* Whether a straight quotation mark is open before END. */
static bool
quote_is_open(struct reading *reading, size_t end)
{
    while (reading->quotes_read < end) {
        const char *from = reading->text.ptr + reading->quotes_read;
        const char *quote = memchr(from, '"', end - reading->quotes_read);

        if (!quote) {
            reading->quotes_read = end;
            break;
        }
        reading->quote_open = !reading->quote_open;
        reading->quotes_read = (size_t)(quote - reading->text.ptr) + 1;
    }
    return reading->quote_open;
}

static UChar32
character_at(struct ura_str text, size_t *at)
{
    UChar32 character;

    U8_NEXT((const uint8_t *)text.ptr, *at, text.len, character);
    return character;
}

static bool
is_blank_or_end(const struct reading *reading, size_t at)
{
    enum sentence_class class = class_at(reading, at);

    return class == SENTENCE_BLANK || class == SENTENCE_END || class == SENTENCE_SEPARATOR;
}

static bool is_letter_or_digit(enum sentence_class class)
{
    return class >= SENTENCE_LOWER && class <= SENTENCE_DIGIT;
}

/*
 * Whether the quotation mark or bracket CHARACTER, which ends at END, opens something. The two
 * that look up are opening marks in English and closing ones in Albanian and German: what
 * follows them tells.
 */
static bool
opens(const struct reading *reading, UChar32 character, size_t end, bool quote_open)
{
    switch (character) {
    case '(':
    case '[':
    case '{':
    case 0x201E: /* low */
    case 0x201A:
    case 0xBF: /* inverted question mark */
        return true;
    case '"':
        return !quote_open && is_letter_or_digit(class_at(reading, end));
    case '\'':
    case 0x201C: /* high, like a 66 */
    case 0x2018:
    case 0xAB: /* to the left */
        return is_letter_or_digit(class_at(reading, end));
    default:
        return false;
    }
}

/* Whether the mark at AT, after blanks, closes all the same: `Eja. " Pastaj`. */
static bool
closes_late(const struct reading *reading, size_t at, bool quote_open)
{
    size_t end = at;

    switch (character_at(reading->text, &end)) {
    case '"':
        return class_at(reading, end) == SENTENCE_END ||
               (quote_open && is_blank_or_end(reading, end));
    case 0x201D:
    case 0xBB:
        return is_blank_or_end(reading, end);
    default:
        return false;
    }
}

void
place_quotes(struct reading *reading, struct sentence_place *place)
{
    const struct ura_str text = reading->text;
    bool quote_open = quote_is_open(reading, place->mark_end);
    size_t at = place->mark_end;

    while (at < place->close_end) {
        const size_t here = at;
        UChar32 character = character_at(text, &at);

        if (opens(reading, character, at, quote_open)) {
            place->close_end = place->next = here;
            place->ahead = SENTENCE_CLOSE;
            return;
        }
        quote_open ^= character == '"';
    }
    while (place->ahead == SENTENCE_CLOSE && closes_late(reading, place->next, quote_open)) {
        at = place->next;
        quote_open ^= character_at(text, &at) == '"';
        place->close_end = at;
        while ((place->ahead = class_at(reading, at)) == SENTENCE_BLANK)
            sentence_class_next(reading->classes, text, &at);
        place->next = at;
    }
}

static bool
closes_quote(const struct judging *judging)
{
    size_t at = judging->place.mark_end;

    while (at < judging->place.close_end) {
        UChar32 character = character_at(judging->reading->text, &at);

        if (character != ')' && character != ']')
            return true;
    }
    return false;
}

enum verdict
rule_speaker(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    size_t at = judging->ahead_at;

    enum { LONGEST_NAME = 5 }; /* words: "Prime Minister John Quincy Smith" */

    if (judging->place.last != SENTENCE_MARK || judging->first != SENTENCE_UPPER ||
        !closes_quote(judging) || opener_follows(judging))
        return NO_OPINION;
    for (size_t i = 0; i <= LONGEST_NAME; i++) {
        struct ura_str word = word_at(reading, at);

        if (i && (abbreviations_kinds(reading->abbreviations, word) & FORM_SPEECH))
            return SENTENCE_GOES_ON;
        if (!word.len || class_at(reading, at) != SENTENCE_UPPER)
            return NO_OPINION;
        at += word.len;
        if (at < reading->text.len && reading->text.ptr[at] == '.')
            at++;
        if (at < reading->text.len && reading->text.ptr[at] == ' ')
            at++;
    }
    return NO_OPINION;
}

/* The round bracket that is open before END; SIZE_MAX if there is none. */
static size_t
open_bracket(struct reading *reading, size_t end)
{
    const char *text = reading->text.ptr;

    while (reading->brackets_read < end) {
        size_t at = reading->brackets_read;
        char wanted = reading->bracket == SIZE_MAX ? '(' : ')';
        const char *found = memchr(text + at, wanted, end - at);

        reading->brackets_read = found ? (size_t)(found - text) + 1 : end;
        if (found)
            reading->bracket = wanted == '(' ? (size_t)(found - text) : SIZE_MAX;
    }
    return reading->bracket;
}

/* Whether only quotation marks and dashes stand between the sentence's start and AT. */
static bool
is_sentence_head(const struct reading *reading, size_t at)
{
    size_t head = reading->sentence;

    while (head < at) {
        enum sentence_class class = sentence_class_next(reading->classes, reading->text, &head);

        if (class != SENTENCE_CLOSE && class != SENTENCE_CONTINUE && class != SENTENCE_BLANK)
            return false;
    }
    return true;
}

enum verdict
rule_brackets(const struct judging *judging)
{
    struct reading *reading = judging->reading;
    const struct ura_str text = reading->text;
    const size_t mark = judging->place.mark;
    size_t bracket = open_bracket(reading, mark), end;
    const char *close;

    /* Bytes: longer brackets hold sentences of their own. */
    enum { LONGEST_BRACKET = 300 };

    if (mark > reading->sentence && (text.ptr[mark - 1] == '(' || text.ptr[mark - 1] == '['))
        return judging->place.close_end > judging->place.mark_end ? SENTENCE_GOES_ON
                                                                  : NO_OPINION;
    if (bracket == SIZE_MAX || bracket < reading->sentence ||
        is_sentence_head(reading, bracket))
        return NO_OPINION;
    end = text.len - mark > LONGEST_BRACKET ? mark + LONGEST_BRACKET : text.len;
    close = memchr(text.ptr + mark, ')', end - mark);
    if (!close || memchr(text.ptr + mark, '(', (size_t)(close - (text.ptr + mark))))
        return NO_OPINION;
    if ((size_t)(close - text.ptr) >= judging->place.close_end)
        return SENTENCE_GOES_ON;
    return opener_follows(judging) ? NO_OPINION : SENTENCE_GOES_ON;
}
