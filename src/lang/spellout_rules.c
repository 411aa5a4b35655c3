/* spellout_rules.c - numbers written as words, in any language that ICU can spell them in. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/spellout_image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "lang/data.h"
#include "lang/fold.h"

enum {
    SPELLED_MAX = 200, /* UTF-16 units of a number that we have spelled; the longest has 60 */
    RULES_MAX = 2000,  /* UTF-16 units of the names of a language's rule sets */
    EXPONENT_MAX = 12,
};

/* Number words as they are gathered. */
struct gathering {
    struct ura_intern words;
    struct spelled *meanings; /* by word */
    size_t capacity;
};

/* A language's rules as they are asked, one set after the other. */
struct spelling {
    struct gathering *out;
    UNumberFormat *format;
    struct ura_buf text;  /* the number spelled last, folded */
    struct ura_buf first; /* one spelled, and two: what multipliers begin with */
};

static void
release_gathering(struct gathering *gathering)
{
    intern_release(&gathering->words);
    free(gathering->meanings);
}

/* A word keeps the meaning that it got first. */
static bool
add_word(struct gathering *gathering, struct ura_str word, enum spelled_kind kind,
         uint32_t value)
{
    size_t known = gathering->words.count;
    uint32_t number;
    struct spelled *grown;

    if (!word.len)
        return true;
    number = intern_take(&gathering->words, word);
    if (number == INTERN_NONE || number < known)
        return number != INTERN_NONE;
    grown = array_grow(gathering->meanings, &gathering->capacity, known + 1, sizeof *grown);
    if (!grown)
        return false;
    gathering->meanings = grown;
    grown[number] = (struct spelled){kind, value};
    return true;
}

/* Spells VALUE in the rule set that is chosen; false where ICU cannot. */
static bool
spell(struct spelling *spelling, uint64_t value)
{
    UChar letters[SPELLED_MAX];
    char text[SPELLED_MAX * 3];
    UErrorCode code = U_ZERO_ERROR;
    int32_t count, len;

    count =
        unum_formatInt64(spelling->format, (int64_t)value, letters, SPELLED_MAX, NULL, &code);
    u_strToUTF8(text, sizeof text, &len, letters, count, &code);
    if (U_FAILURE(code))
        return false;
    buf_clear(&spelling->text);
    for (int32_t i = 0; i < len; i++)
        if (text[i] == '-')
            text[i] = ' '; /* "twenty-one": two words, as tokens are */
    fold_append(&spelling->text, (struct ura_str){text, (size_t)len});
    return !spelling->text.failed;
}

static bool
has_blank(struct ura_str text)
{
    return text.len && memchr(text.ptr, ' ', text.len);
}

static bool
has_digit(struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            return true;
    return false;
}

static bool
add_value(struct spelling *spelling, uint32_t value)
{
    struct ura_str text;

    if (!spell(spelling, value))
        return true;
    text = buf_str(&spelling->text);
    if (has_blank(text) || has_digit(text))
        return true;
    return add_word(spelling->out, text, SPELLED_VALUE, value);
}

/* "dy milionë" less "dy", "eintausend" less "ein": what is left, one word, multiplies. */
static bool
add_multiplier(struct spelling *spelling, uint32_t exponent)
{
    uint64_t power = 1;

    for (uint32_t i = 0; i < exponent; i++)
        power *= 10;
    for (uint64_t times = 1; times <= 2; times++) {
        struct ura_str first, text;

        if (!spell(spelling, times))
            continue;
        buf_clear(&spelling->first);
        buf_append_str(&spelling->first, buf_str(&spelling->text));
        if (spelling->first.failed || !spell(spelling, times * power))
            continue;
        first = buf_str(&spelling->first);
        text = buf_str(&spelling->text);
        if (!first.len || text.len <= first.len || memcmp(text.ptr, first.ptr, first.len) != 0)
            continue;
        text = ura_str_slice(text, first.len, text.len);
        if (text.ptr[0] == ' ')
            text = ura_str_slice(text, 1, text.len);
        if (!has_blank(text) && !has_digit(text) &&
            !add_word(spelling->out, text, SPELLED_MULTIPLIER, exponent))
            return false;
    }
    return true;
}

/* The middle one of the three words of VALUE joins: "njëzet e një", "one hundred and one". */
static bool
add_join(struct spelling *spelling, uint32_t value)
{
    struct ura_str text, word;
    const char *start, *end;

    if (!spell(spelling, value))
        return true;
    text = buf_str(&spelling->text);
    if (!has_blank(text))
        return true;
    for (end = text.ptr + text.len; end > text.ptr && end[-1] != ' ';)
        end--;
    if (end - text.ptr < 2)
        return true;
    for (start = --end; start > text.ptr && start[-1] != ' ';)
        start--;
    word = (struct ura_str){start, (size_t)(end - start)};
    if (start == text.ptr || intern_find(&spelling->out->words, word) != INTERN_NONE)
        return true;
    return add_word(spelling->out, word, SPELLED_JOIN, 0);
}

/* Adds what the rule set that is chosen says of the numbers that texts write as words. */
static bool
add_rules(struct spelling *spelling)
{
    bool done = true;

    for (uint32_t exponent = 2; done && exponent <= EXPONENT_MAX; exponent++)
        done = add_multiplier(spelling, exponent);
    for (uint32_t value = 0; done && value <= 100; value++)
        done = add_value(spelling, value);
    for (uint32_t value = 200; done && value <= 1000; value += 100)
        done = add_value(spelling, value);
    for (uint32_t value = 2000; done && value <= 10000; value += 1000)
        done = add_value(spelling, value);
    return done && add_join(spelling, 21) && add_join(spelling, 101);
}

/* Sums, dates and lists of days are spelled otherwise than numbers in running text. */
static bool
is_for_text(const char *rules)
{
    static const char *const OTHERS[] = {"financial", "year", "days", "lenient", "2"};

    if (!strstr(rules, "spellout"))
        return false;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strstr(rules, OTHERS[i]))
            return false;
    return true;
}

static bool
ask_rules(struct spelling *spelling)
{
    UChar names[RULES_MAX];
    UErrorCode code = U_ZERO_ERROR;
    bool done = true;
    int32_t count =
        unum_getTextAttribute(spelling->format, UNUM_PUBLIC_RULESETS, names, RULES_MAX, &code);

    if (U_FAILURE(code))
        return true;
    for (int32_t start = 0, end; done && start < count; start = end + 1) {
        char name[128];

        for (end = start; end < count && names[end] != ';';)
            end++;
        if (end - start >= (int32_t)sizeof name)
            continue;
        u_UCharsToChars(names + start, name, end - start);
        name[end - start] = '\0';
        if (!is_for_text(name))
            continue;
        unum_setTextAttribute(spelling->format, UNUM_DEFAULT_RULESET, names + start,
                              end - start, &code);
        if (U_FAILURE(code))
            return true;
        done = add_rules(spelling);
    }
    return done;
}

/* Adds the rules of LANGUAGE, none where ICU falls back to another's. */
static bool
read_rules(const char *language, struct gathering *out)
{
    struct spelling spelling = {.out = out};
    UErrorCode code = U_ZERO_ERROR;
    char locale[ULOC_FULLNAME_CAPACITY];
    const char *actual;
    bool done = true;

    uloc_forLanguageTag(language, locale, sizeof locale, NULL, &code);
    spelling.format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &code);
    if (U_FAILURE(code))
        return true;
    actual = unum_getLocaleByType(spelling.format, ULOC_ACTUAL_LOCALE, &code);
    if (U_SUCCESS(code) && strncmp(actual, language, strcspn(language, "-_")) == 0)
        done = ask_rules(&spelling);
    unum_close(spelling.format);
    buf_release(&spelling.text);
    buf_release(&spelling.first);
    return done;
}

static enum ura_status
read_record(struct ura_records *records, struct gathering *out, struct ura_error *error)
{
    static const char MESSAGE[] = "a line is word TAB number, 10^exponent or %";
    struct ura_str word = records->fields[0], value = records->fields[1];
    struct spelled meaning = {SPELLED_VALUE, 0};
    unsigned long long number = 0;

    if (records->field_count != 2 || !word.len || !value.len)
        return records_refuse(records, MESSAGE, error);
    if (ura_str_equal(value, ura_str_from("%"))) {
        meaning.kind = SPELLED_PERCENT;
    } else {
        if (value.len > 3 && memcmp(value.ptr, "10^", 3) == 0) {
            meaning.kind = SPELLED_MULTIPLIER;
            value = ura_str_slice(value, 3, value.len);
        }
        if (!number_parse_unsigned(value, &number) || number > UINT32_MAX ||
            (meaning.kind == SPELLED_MULTIPLIER && number > EXPONENT_MAX))
            return records_refuse(records, MESSAGE, error);
    }
    meaning.value = (uint32_t)number;
    return add_word(out, word, meaning.kind, meaning.value) ? URA_OK : error_memory(error);
}

static enum ura_status
read_file(struct ura_context *context, const char *primary, struct gathering *out,
          struct ura_error *error)
{
    struct ura_records records;
    struct ura_error missing;
    enum ura_status status;

    status = language_records(context, primary, "numbers.txt", &records, &missing);
    if (status == URA_NOT_FOUND)
        return URA_OK;
    if (status) {
        if (error)
            *error = missing;
        return status;
    }
    while (!status && !(status = records_next(&records, error)))
        status = read_record(&records, out, error);
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

/* The image's parts: words, then kinds and values. */
static bool
write_words(const struct gathering *gathering, uint64_t stamp, struct ura_buf *out)
{
    struct ura_buf bufs[SPELLOUT_PARTS] = {0};
    struct ura_str parts[SPELLOUT_PARTS];
    bool done = true;

    frozen_write(&gathering->words, &bufs[SPELLOUT_WORDS]);
    for (size_t i = 0; i < gathering->words.count; i++) {
        uint32_t kind = gathering->meanings[i].kind, value = gathering->meanings[i].value;

        buf_append(&bufs[SPELLOUT_KINDS], &kind, sizeof kind);
        buf_append(&bufs[SPELLOUT_VALUES], &value, sizeof value);
    }
    for (size_t i = 0; i < SPELLOUT_PARTS; i++) {
        done = done && !bufs[i].failed;
        parts[i] = buf_str(&bufs[i]);
    }
    if (done)
        image_write(&spellout_kind, stamp, parts, SPELLOUT_PARTS, out);
    for (size_t i = 0; i < SPELLOUT_PARTS; i++)
        buf_release(&bufs[i]);
    return done && !out->failed;
}

enum ura_status
spellout_build(struct ura_context *context, const char *language, const char *primary,
               uint64_t stamp, struct ura_buf *out, struct ura_error *error)
{
    struct gathering gathering = {0};
    enum ura_status status = read_file(context, primary, &gathering, error);

    if (!status && !(read_rules(language, &gathering) && write_words(&gathering, stamp, out)))
        status = error_memory(error);
    release_gathering(&gathering);
    return status;
}
