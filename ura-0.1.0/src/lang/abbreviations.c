/* abbreviations.c - reads the words that matter to where sentences end. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/abbreviations.h"

#include <stdio.h>
#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lang/data.h"

enum { LONGEST_FORM = 32 }; /* bytes; "nënkryeministri" and "vicepresident" have half */

static const struct {
    const char *name;
    enum form_kind kind;
} KINDS[] = {
    {"title", FORM_TITLE},
    {"inner", FORM_INNER},
    {"number", FORM_NUMBER},
    {"end", FORM_END},
    {"name", FORM_NAME},
    {"time", FORM_TIME},
    {"opener", FORM_OPENER},
    {"follower", FORM_FOLLOWER},
    {"speech", FORM_SPEECH},
    {"ordinal", FORM_ORDINAL},
    {"terminator", FORM_TERMINATOR},
};

static void
release(void *value)
{
    struct abbreviations *abbreviations = value;

    intern_release(&abbreviations->forms);
    free(abbreviations->kinds);
    free(abbreviations);
}

static unsigned
find_kind(struct ura_str name)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (ura_str_equal(name, ura_str_from(KINDS[i].name)))
            return KINDS[i].kind;
    return 0;
}

static enum ura_status
add(struct abbreviations *abbreviations, const struct ura_records *records,
    struct ura_error *error)
{
    struct ura_str form = records->fields[0];
    unsigned kind = records->field_count == 2 ? find_kind(records->fields[1]) : 0;
    unsigned *grown;
    uint32_t number;

    if (!kind || !form.len || form.len > LONGEST_FORM)
        return records_refuse(records,
                              "an entry is a form of at most 32 bytes, a tab, and title, "
                              "inner, number, end, name, time, opener, follower, speech, "
                              "ordinal or terminator",
                              error);
    if (kind == FORM_TERMINATOR) {
        if (form.len != 1)
            return records_refuse(records, "a terminator is one ASCII character", error);
        abbreviations->has_terminator = true;
        abbreviations->terminator = form.ptr[0];
        return URA_OK;
    }
    number = intern_take(&abbreviations->forms, form);
    if (number == INTERN_NONE)
        return error_memory(error);
    if (number >= abbreviations->capacity) {
        size_t old = abbreviations->capacity;

        grown = array_grow(abbreviations->kinds, &abbreviations->capacity, (size_t)number + 1,
                           sizeof *grown);
        if (!grown)
            return error_memory(error);
        memset(grown + old, 0, (abbreviations->capacity - old) * sizeof *grown);
        abbreviations->kinds = grown;
    }
    abbreviations->kinds[number] |= kind;
    return URA_OK;
}

static enum ura_status
load(struct ura_context *context, const char *language, const char *name,
     struct abbreviations *abbreviations, struct ura_error *error)
{
    struct ura_records records;
    struct ura_error missing;
    enum ura_status status = language_records(context, language, name, &records, &missing);

    if (status == URA_NOT_FOUND)
        return URA_OK;
    if (status && error)
        *error = missing;
    while (!status && !(status = records_next(&records, error)))
        status = add(abbreviations, &records, error);
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
abbreviations_find(struct ura_context *context, const char *language,
                   const struct abbreviations **out, struct ura_error *error)
{
    struct abbreviations *abbreviations;
    enum ura_status status;
    char key[64];

    snprintf(key, sizeof key, "abbreviations:%.40s", language);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    abbreviations = calloc(1, sizeof *abbreviations);
    if (!abbreviations)
        return error_memory(error);
    status = load(context, language, "abbreviations.txt", abbreviations, error);
    if (!status)
        status = load(context, language, "openers.txt", abbreviations, error);
    if (status) {
        release(abbreviations);
        return status;
    }
    status = context_keep(context, key, abbreviations, release, error);
    if (!status)
        *out = abbreviations;
    return status;
}

/* WORD in small letters into OUT; its length, 0 if it is too long. */
static size_t
fold(struct ura_str word, char out[LONGEST_FORM])
{
    size_t at = 0, len = 0;
    UBool full = false;

    while (at < word.len) {
        UChar32 letter;

        U8_NEXT((const uint8_t *)word.ptr, at, word.len, letter);
        U8_APPEND((uint8_t *)out, len, LONGEST_FORM,
                  (uint32_t)(letter < 0 ? 0xFFFD : u_tolower(letter)), full);
        if (full)
            return 0;
    }
    return len;
}

unsigned
abbreviations_kinds(const struct abbreviations *abbreviations, struct ura_str word)
{
    char folded[LONGEST_FORM];
    uint32_t number;
    unsigned kinds = 0;
    size_t len; /* of one letter only the form as written: "p." is a page, "P." an initial */

    if (!word.len || word.len > LONGEST_FORM || !abbreviations->forms.count)
        return 0;
    number = intern_find(&abbreviations->forms, word);
    if (number != INTERN_NONE)
        kinds = abbreviations->kinds[number];
    len = fold(word, folded);
    if (len > 1 && !ura_str_equal(word, (struct ura_str){folded, len})) {
        number = intern_find(&abbreviations->forms, (struct ura_str){folded, len});
        if (number != INTERN_NONE)
            kinds |= abbreviations->kinds[number];
    }
    return kinds;
}
