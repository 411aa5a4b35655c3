/* patterns.c - the words by which furniture is known, from dicts/<language>/layout.txt. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/patterns.h"

#include <stdio.h>
#include <stdlib.h>

#include "lang/data.h"
#include "lang/letters.h"

static const char *const place_names[PATTERN_PLACES] = {
    [PATTERN_WHOLE] = "whole", [PATTERN_START] = "start", [PATTERN_WITHIN] = "within",
    [PATTERN_END] = "end",     [PATTERN_OPENS] = "opens",
};

/* The longest language subtag is 8 letters (BCP 47). */
enum { SUBTAG_SIZE = 9, LANGUAGES = 16 };

/* The languages whose files are read, each once. */
struct reading {
    char names[LANGUAGES][SUBTAG_SIZE];
    size_t count;
    bool follow; /* `also` records add to the languages */
};

static void
release(void *value)
{
    struct patterns *patterns = value;

    free(patterns->items);
    arena_release(&patterns->arena);
    free(patterns);
}

/* Adds the first subtag of LANGUAGE to READING, unless it is there. */
static bool
add_language(struct reading *reading, struct ura_str language)
{
    const char *dash = memchr(language.ptr, '-', language.len);
    size_t len = dash ? (size_t)(dash - language.ptr) : language.len;

    if (len == 0 || len >= SUBTAG_SIZE)
        return false;
    for (size_t i = 0; i < reading->count; i++) {
        if (strlen(reading->names[i]) == len && !memcmp(reading->names[i], language.ptr, len))
            return true;
    }
    if (reading->count == LANGUAGES)
        return false;
    memcpy(reading->names[reading->count], language.ptr, len);
    reading->names[reading->count++][len] = 0;
    return true;
}

static bool
find_place(struct ura_str name, enum pattern_place *out)
{
    for (size_t i = 0; i < PATTERN_PLACES; i++) {
        if (ura_str_equal(name, ura_str_from(place_names[i]))) {
            *out = (enum pattern_place)i;
            return true;
        }
    }
    return false;
}

static enum ura_status
add_pattern(struct patterns *patterns, struct ura_records *records, struct ura_error *error)
{
    struct pattern pattern, *grown;
    struct ura_buf folded = {0};

    if (records->field_count != 3 || !find_place(records->fields[1], &pattern.place))
        return records_refuse(
            records, "a record is KIND TAB whole|start|within|end|opens TAB PHRASE", error);
    letters_fold_words(records->fields[2], &folded);
    pattern.kind = arena_copy(&patterns->arena, records->fields[0]);
    pattern.phrase = arena_copy(&patterns->arena, buf_str(&folded));
    grown = array_grow(patterns->items, &patterns->capacity, patterns->count + 1,
                       sizeof *patterns->items);
    if (grown)
        patterns->items = grown;
    if (!grown || folded.failed || !pattern.kind.ptr || !pattern.phrase.ptr) {
        buf_release(&folded);
        return error_memory(error);
    }
    buf_release(&folded);
    if (pattern.phrase.len == 0)
        return records_refuse(records, "a phrase has at least one letter or digit", error);
    patterns->items[patterns->count++] = pattern;
    return URA_OK;
}

static enum ura_status
read_language(const struct ura_context *context, const char *language, struct reading *reading,
              struct patterns *patterns, struct ura_error *error)
{
    struct ura_error failure = {0};
    struct ura_records records;
    enum ura_status status;

    status = language_records(context, language, "layout.txt", &records, &failure);
    if (status == URA_NOT_FOUND)
        return URA_OK;
    if (status) {
        if (error)
            *error = failure;
        return status;
    }
    while (!(status = records_next(&records, error))) {
        if (records.field_count == 2 && ura_str_equal(records.fields[0], URA_STR("also"))) {
            if (reading->follow && !add_language(reading, records.fields[1]))
                status = records_refuse(&records, "also names a language, as in BCP 47", error);
        } else {
            status = add_pattern(patterns, &records, error);
        }
        if (status)
            break;
    }
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
patterns_get(struct ura_context *context, const char *language, const struct patterns **out,
             struct ura_error *error)
{
    struct reading reading = {.follow = strcmp(language, "und") == 0};
    struct patterns *patterns;
    enum ura_status status = URA_OK;
    char key[64];

    snprintf(key, sizeof key, "layout-patterns:%.32s", language);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    patterns = calloc(1, sizeof *patterns);
    if (!patterns)
        return error_memory(error);
    add_language(&reading, URA_STR("und"));
    add_language(&reading, URA_STR("en"));
    add_language(&reading, ura_str_from(language));
    for (size_t i = 0; !status && i < reading.count; i++)
        status = read_language(context, reading.names[i], &reading, patterns, error);
    if (status) {
        release(patterns);
        return status;
    }
    status = context_keep(context, key, patterns, release, error);
    if (!status)
        *out = patterns;
    return status;
}

/* Whether WORDS[AT] begins a word and PHRASE, whose last word ends there. */
static bool
stands_at(struct ura_str words, size_t at, struct ura_str phrase)
{
    return at + phrase.len <= words.len && words.ptr[at] == phrase.ptr[0] &&
           (at == 0 || words.ptr[at - 1] == ' ') &&
           memcmp(words.ptr + at, phrase.ptr, phrase.len) == 0 &&
           (at + phrase.len == words.len || words.ptr[at + phrase.len] == ' ');
}

static bool
stands_within(struct ura_str words, struct ura_str phrase)
{
    for (size_t at = 0; at + phrase.len <= words.len; at++) {
        const char *space;

        if (stands_at(words, at, phrase))
            return true;
        space = memchr(words.ptr + at, ' ', words.len - at);
        if (!space)
            return false;
        at = (size_t)(space - words.ptr);
    }
    return false;
}

bool
pattern_matches(const struct pattern *pattern, struct ura_str words)
{
    struct ura_str phrase = pattern->phrase;

    switch (pattern->place) {
    case PATTERN_WHOLE:
    case PATTERN_OPENS:
        return ura_str_equal(words, phrase) ||
               (words.len == phrase.len + 2 && stands_at(words, 0, phrase) &&
                words.ptr[words.len - 1] == ':');
    case PATTERN_START:
        return stands_at(words, 0, phrase);
    case PATTERN_END:
        return words.len >= phrase.len && stands_at(words, words.len - phrase.len, phrase);
    case PATTERN_WITHIN:
        return stands_within(words, phrase);
    case PATTERN_PLACES:
        break;
    }
    return false;
}
