/* rules.c - our rules on where sentences end, on top of UAX 29. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/rules.h"

enum sentence_class
class_at(const struct reading *reading, size_t at)
{
    return sentence_class_next(reading->classes, reading->text, &at);
}

static bool is_letter(enum sentence_class class)
{
    return class == SENTENCE_LOWER || class == SENTENCE_UPPER || class == SENTENCE_LETTER;
}

struct ura_str
word_at(const struct reading *reading, size_t at)
{
    size_t end = at, next = at;

    while (next < reading->text.len && next - at < WORD_BYTES) {
        enum sentence_class class = sentence_class_next(reading->classes, reading->text, &next);

        if (!is_letter(class) && class != SENTENCE_DIGIT)
            break;
        end = next;
    }
    return ura_str_slice(reading->text, at, end);
}

/* The word that ends at END, with full stops inside. */
static struct ura_str
word_before(const struct reading *reading, size_t end)
{
    const uint8_t *bytes = (const uint8_t *)reading->text.ptr;
    size_t start = end;

    while (start > reading->sentence && end - start < WORD_BYTES) {
        size_t back = start - 1;
        enum sentence_class class;

        while (back > reading->sentence && (bytes[back] & 0xC0) == 0x80)
            back--;
        class = class_at(reading, back);
        if (!is_letter(class) && class != SENTENCE_DIGIT && class != SENTENCE_EXTEND &&
            bytes[back] != '.')
            break;
        start = back;
    }
    return ura_str_slice(reading->text, start, end);
}

/* Whether [START, END) is full stops only, three at least, or ends with U+2026. */
static bool
is_ellipsis(struct ura_str marks)
{
    static const char ELLIPSIS[] = "\xE2\x80\xA6";
    const size_t len = sizeof ELLIPSIS - 1;

    if (marks.len >= len && memcmp(marks.ptr + marks.len - len, ELLIPSIS, len) == 0)
        return true;
    for (size_t i = 0; i < marks.len; i++)
        if (marks.ptr[i] != '.')
            return false;
    return marks.len >= 2;
}

static bool
is_dash(const struct reading *reading, size_t at)
{
    const char *text = reading->text.ptr + at;

    return *text == '-' ||
           (reading->text.len - at >= 3 &&
            (memcmp(text, "\xE2\x80\x93", 3) == 0 || memcmp(text, "\xE2\x80\x94", 3) == 0 ||
             memcmp(text, "\xE2\x80\x92", 3) == 0 || memcmp(text, "\xE2\x80\x95", 3) == 0));
}

/* The offset of the first character at or after AT that is neither blank nor dash. */
static size_t
skip_dashes(const struct reading *reading, size_t at)
{
    while (at < reading->text.len) {
        size_t next = at;
        enum sentence_class class = sentence_class_next(reading->classes, reading->text, &next);

        if (class != SENTENCE_BLANK && !is_dash(reading, at))
            break;
        at = next;
    }
    return at;
}

/* Only a list number or letter, or an initial, stands before the mark: "1.", "II.", "a.". */
static enum verdict
rule_list_number(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    size_t at = reading->sentence, letters = 0, digits = 0;
    bool roman = true;

    enum { LONGEST_NUMBER = 8 }; /* letters and digits; "XXXVIII" has seven */

    while (at < judging->place.mark) {
        const char c = reading->text.ptr[at];
        enum sentence_class class = sentence_class_next(reading->classes, reading->text, &at);

        letters += is_letter(class);
        digits += class == SENTENCE_DIGIT;
        roman &= !is_letter(class) || strchr("IVXL", c) != NULL;
        if (letters + digits > LONGEST_NUMBER)
            return NO_OPINION;
    }
    if (judging->place.last != SENTENCE_STOP)
        return NO_OPINION;
    if (letters + digits == 0)
        return SENTENCE_GOES_ON;
    if (!judging->stop || judging->before.len == 0)
        return NO_OPINION;
    if (letters == 0)
        return digits <= 3 || judging->before.len > digits ? SENTENCE_GOES_ON : NO_OPINION;
    return digits == 0 && (letters == 1 || roman) ? SENTENCE_GOES_ON : NO_OPINION;
}

/* "iPhone", "eBay", "e-Albania": a name that begins a sentence with a small letter. */
static bool
is_small_name(const struct reading *reading, size_t at)
{
    size_t next = at;

    sentence_class_next(reading->classes, reading->text, &next);
    if (next < reading->text.len && reading->text.ptr[next] == '-')
        next++;
    return class_at(reading, next) == SENTENCE_UPPER;
}

static enum verdict
rule_small_letter(const struct judging *judging)
{
    if (judging->first != SENTENCE_LOWER)
        return NO_OPINION;
    if (judging->blank && !judging->ellipsis && judging->ahead_at == judging->place.next &&
        is_small_name(judging->reading, judging->ahead_at) && !looks_abbreviated(judging))
        return SENTENCE_ENDS;
    return SENTENCE_GOES_ON;
}

/* A dash after the mark: before a small letter it names the speaker, else a new speaker
 * begins. */
static enum verdict
rule_dash(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    enum sentence_class class;

    if (judging->place.ahead != SENTENCE_CONTINUE)
        return NO_OPINION;
    if (!is_dash(reading, judging->place.next))
        return SENTENCE_GOES_ON;
    if (!judging->blank && judging->place.last == SENTENCE_STOP && !judging->ellipsis)
        return SENTENCE_GOES_ON;
    class = class_at(reading, skip_dashes(reading, judging->place.next));
    if (class == SENTENCE_LOWER || class == SENTENCE_END || class == SENTENCE_DIGIT ||
        looks_abbreviated(judging))
        return SENTENCE_GOES_ON;
    return SENTENCE_ENDS;
}

/* Addresses hold full stops and question marks. */
static enum verdict
rule_address(const struct judging *judging)
{
    const struct ura_str text = judging->reading->text;
    size_t start = judging->place.mark;

    enum { LONGEST_ADDRESS = 200 }; /* bytes before the mark; longer ones are not typed */

    if (judging->blank)
        return NO_OPINION;
    while (start > judging->reading->sentence && (uint8_t)text.ptr[start - 1] > ' ' &&
           judging->place.mark - start < LONGEST_ADDRESS)
        start--;
    for (size_t at = start; at < judging->place.mark; at++)
        if (text.ptr[at] == '@' || (text.ptr[at] == '/' && text.ptr[at + 1] == '/') ||
            (text.ptr[at] == '.' && at - start >= 3 &&
             memcmp(text.ptr + at - 3, "www", 3) == 0))
            return SENTENCE_GOES_ON;
    return NO_OPINION;
}

/* "e Gjermanis\xC3\xAB.3 Kjo": a footnote mark, with a blank and a capital after it. */
static bool
take_footnote(const struct judging *judging, struct sentence_place *place)
{
    const struct reading *reading = judging->reading;
    struct ura_str number = word_at(reading, place->next);
    size_t end = place->next + number.len, next = end;

    enum { LONGEST_FOOTNOTE = 3 }; /* digits */

    if (number.len > LONGEST_FOOTNOTE || judging->before.len < 3 ||
        looks_abbreviated(judging) ||
        sentence_class_before(reading->classes, reading->text, place->mark) != SENTENCE_LOWER)
        return false;
    for (size_t i = 0; i < number.len; i++)
        if (number.ptr[i] < '0' || number.ptr[i] > '9')
            return false;
    while (class_at(reading, next) == SENTENCE_BLANK)
        sentence_class_next(reading->classes, reading->text, &next);
    if (next == end || class_at(reading, next) != SENTENCE_UPPER)
        return false;
    place->close_end = end;
    place->next = next;
    return true;
}

/* No blank after the mark: "punonin.Koncesionari" ends, "gov.al", "10.30", "U.S.A." do not. */
static enum verdict
rule_no_blank(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    size_t second = judging->ahead_at;
    enum sentence_class before;

    if (judging->blank || judging->first == SENTENCE_LETTER)
        return NO_OPINION;
    if (judging->first != SENTENCE_UPPER)
        return SENTENCE_GOES_ON;
    before = sentence_class_before(reading->classes, reading->text, judging->place.mark);
    sentence_class_next(reading->classes, reading->text, &second);
    if (judging->stop && (before == SENTENCE_UPPER || before == SENTENCE_LOWER) &&
        (judging->before.len < 2 || looks_abbreviated(judging)))
        return SENTENCE_GOES_ON;
    /* "Gazeta.Com", "Node.JS" are names. */
    if (judging->stop && judging->ahead.len <= 3 && !opener_follows(judging))
        return SENTENCE_GOES_ON;
    return class_at(reading, second) == SENTENCE_LOWER || opener_follows(judging)
               ? SENTENCE_ENDS
               : SENTENCE_GOES_ON;
}

static bool
is_digits(struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return text.len > 0;
}

/* "14. 3. 1979": a date with blanks. */
static bool
is_date(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    size_t start = judging->place.mark - judging->before.len;
    size_t end = judging->ahead_at + judging->ahead.len;

    if (!judging->stop || !is_digits(judging->before) || judging->before.len > 2 ||
        !is_digits(judging->ahead))
        return false;
    if (judging->ahead.len <= 2)
        return end < reading->text.len && reading->text.ptr[end] == '.';
    return judging->ahead.len == 4 && start >= 2 && reading->text.ptr[start - 1] == ' ' &&
           reading->text.ptr[start - 2] == '.';
}

/* A number begins a sentence: "44-vje\xC3\xA7arja", "$5,000". */
static enum verdict
rule_number_ahead(const struct judging *judging)
{
    static const char *const CURRENCIES[] = {"$", "\xE2\x82\xAC", "\xC2\xA3"};
    const struct ura_str text = judging->reading->text;
    bool currency = false;

    for (size_t i = 0; i < sizeof CURRENCIES / sizeof *CURRENCIES; i++) {
        size_t len = strlen(CURRENCIES[i]);

        currency |= text.len - judging->ahead_at >= len &&
                    memcmp(text.ptr + judging->ahead_at, CURRENCIES[i], len) == 0;
    }
    if (!currency && judging->first != SENTENCE_DIGIT)
        return NO_OPINION;
    if (judging->ahead_at > judging->place.next && text.ptr[judging->place.next] == '(')
        return NO_OPINION;
    return is_date(judging) ? SENTENCE_GOES_ON : SENTENCE_ENDS;
}

/* "credit \xE2\x80\xA6 While": dots with blanks on both sides leave something out. */
static enum verdict
rule_ellipsis(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    size_t mark = judging->place.mark;

    if (!judging->ellipsis)
        return NO_OPINION;
    if (mark > reading->sentence && reading->text.ptr[mark - 1] == ' ' &&
        judging->place.close_end == judging->place.mark_end &&
        (reading->text.ptr[mark] != '.' || !opener_follows(judging)))
        return SENTENCE_GOES_ON;
    return NO_OPINION;
}

/* Fills in what is around PLACE. */
static struct judging
look_around(struct reading *reading, const struct sentence_place *place)
{
    struct judging judging = {.reading = reading, .place = *place};
    struct ura_str marks = ura_str_slice(reading->text, place->mark, place->mark_end);
    size_t at = place->next;

    judging.blank = place->next > place->close_end;
    judging.ellipsis = is_ellipsis(marks);
    judging.stop = marks.len == 1 && marks.ptr[0] == '.';
    judging.before = word_before(reading, place->mark);
    for (;;) {
        size_t next = at;

        judging.first = sentence_class_next(reading->classes, reading->text, &next);
        if (judging.first != SENTENCE_CLOSE)
            break;
        at = next;
    }
    judging.ahead_at = at;
    judging.ahead = word_at(reading, at);
    return judging;
}

bool
rules_break(struct reading *reading, struct sentence_place *place)
{
    static enum verdict (*const RULES[])(const struct judging *) = {
        rule_list_number, rule_brackets,     rule_small_letter, rule_dash,     rule_address,
        rule_no_blank,    rule_abbreviation, rule_number_ahead, rule_ellipsis, rule_speaker,
    };
    struct judging judging;

    if (place->ahead == SENTENCE_END || place->ahead == SENTENCE_STOP ||
        place->ahead == SENTENCE_MARK || place->ahead == SENTENCE_SEPARATOR)
        return false;
    place_quotes(reading, place);
    judging = look_around(reading, place);
    if (!judging.blank && judging.first == SENTENCE_DIGIT && take_footnote(&judging, place))
        return true;
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        enum verdict verdict = RULES[i](&judging);

        if (verdict != NO_OPINION)
            return verdict == SENTENCE_ENDS;
    }
    return sentence_place_breaks(reading->classes, reading->text, place);
}
