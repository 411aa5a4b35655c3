/* dictionary.c - the hand-written lexicon of a pair of languages, read from its files. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_parts.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "lang/fold.h"

enum {
    FILES_MAX = 128,   /* topics of one dictionary */
    NAME_BYTES = 64,   /* of a topic's file name */
    WORDS_MAX = 8,     /* of one headword or translation that are looked for */
    SHORT_LETTERS = 2, /* in an entry of several words, shorter ones are articles */
    KEY_LETTERS = 3,   /* of the shortest stem that an ending leaves */
};

/* How often a word of a text has the translation that the dictionary names, in all; fitted for
 * the prototype (alignment without a learned table), flat around it. */
static const float KNOWN = 0.5f;
/* The same of words that every text is full of: to meet one's partner says little. */
static const float KNOWN_COMMON = 0.08f;
/* The topic that those words are in. */
static const char FUNCTION_WORDS[] = "function.txt";

static void
free_dictionary(void *value)
{
    struct dictionary *dictionary = value;

    for (int i = 0; i < 2; i++) {
        intern_release(&dictionary->sides[i].words);
        intern_release(&dictionary->sides[i].keys);
        free(dictionary->sides[i].by_key);
    }
    free(dictionary->pairs);
    free(dictionary->starts);
    free(dictionary->reverse_starts);
    free(dictionary->reverse);
    free(dictionary);
}

static bool
add_key(struct side *side, struct ura_str text, uint32_t word)
{
    size_t known = side->keys.count;
    uint32_t number = intern_take(&side->keys, text);
    struct key *grown;

    if (number == INTERN_NONE)
        return false;
    grown = array_grow(side->by_key, &side->key_capacity, side->keys.count, sizeof *grown);
    if (!grown)
        return false;
    side->by_key = grown;
    if (number == known)
        grown[number].count = 0;
    for (size_t i = 0; i < grown[number].count; i++)
        if (grown[number].words[i] == word)
            return true;
    if (grown[number].count < KEY_WORDS)
        grown[number].words[grown[number].count++] = word;
    return true;
}

static bool
is_vowel(char letter)
{
    return letter && strchr("aeiouy", letter);
}

/*
 * The number of the word TEXT (folded). One cut leaves other stems of a word and of its forms:
 * "biznes" loses what looks like an ending, "bizneseve" a real one. So a word is found by its
 * stem, as it stands, and without its last vowel.
 */
static uint32_t
take_word(struct side *side, struct ura_str text)
{
    size_t known = side->words.count;
    uint32_t word = intern_take(&side->words, text);
    size_t shorter = text.len - 1;

    if (word == INTERN_NONE || word < known)
        return word;
    if (!add_key(side, text, word) ||
        !add_key(side, ura_str_slice(text, 0, stems_cut(side->stems, text)), word))
        return INTERN_NONE;
    if (shorter >= KEY_LETTERS && is_vowel(text.ptr[shorter]) &&
        !add_key(side, ura_str_slice(text, 0, shorter), word))
        return INTERN_NONE;
    return word;
}

/* TEXT without the article that adjectives and ordinals are named with: "i madh". */
static struct ura_str
skip_article(struct ura_str text)
{
    static const char *const articles[] = {"i ", "e ", "t\xc3\xab ", "s\xc3\xab "};

    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t len = strlen(articles[i]);

        if (text.len > len && memcmp(text.ptr, articles[i], len) == 0)
            return ura_str_slice(text, len, text.len);
    }
    return text;
}

/* The words of TEXT that say something, by number. */
static bool
take_words(struct side *side, struct ura_str text, struct ura_buf *folded, uint32_t *out,
           size_t *count)
{
    bool several;

    *count = 0;
    while (text.len && text.ptr[0] == ' ')
        text = ura_str_slice(text, 1, text.len);
    text = skip_article(text);
    several = text.len && memchr(text.ptr, ' ', text.len) != NULL;
    while (text.len && *count < WORDS_MAX) {
        size_t len = 0;

        while (len < text.len && !strchr(" -'.", text.ptr[len]))
            len++;
        buf_clear(folded);
        fold_append(folded, ura_str_slice(text, 0, len));
        text = ura_str_slice(text, len < text.len ? len + 1 : len, text.len);
        if (folded->failed)
            return false;
        if (!folded->len || (several && fold_letters(buf_str(folded)) <= SHORT_LETTERS))
            continue;
        out[*count] = take_word(side, buf_str(folded));
        if (out[(*count)++] == INTERN_NONE)
            return false;
    }
    return true;
}

static bool
add_pair(struct dictionary *dictionary, uint32_t first, uint32_t second, float probability)
{
    struct pair *grown = array_grow(dictionary->pairs, &dictionary->capacity,
                                    dictionary->count + 1, sizeof *grown);

    if (!grown)
        return false;
    dictionary->pairs = grown;
    grown[dictionary->count++] = (struct pair){first, second, probability};
    return true;
}

static size_t
count_translations(struct ura_str list)
{
    size_t count = 1;

    for (size_t i = 0; i < list.len; i++)
        count += list.ptr[i] == ';';
    return count;
}

/* All pairs of words of HEADWORD and each of its translations. */
static bool
add_entry(struct dictionary *dictionary, struct ura_str headword, struct ura_str translations,
          float known, struct ura_buf *folded)
{
    uint32_t firsts[WORDS_MAX], seconds[WORDS_MAX];
    size_t first_count, second_count;
    float each = known / (float)count_translations(translations);

    if (!take_words(&dictionary->sides[0], headword, folded, firsts, &first_count))
        return false;
    while (translations.len) {
        const char *end = memchr(translations.ptr, ';', translations.len);
        size_t len = end ? (size_t)(end - translations.ptr) : translations.len;
        size_t fewer;

        if (!take_words(&dictionary->sides[1], ura_str_slice(translations, 0, len), folded,
                        seconds, &second_count))
            return false;
        translations = ura_str_slice(translations, end ? len + 1 : len, translations.len);
        fewer = first_count < second_count ? first_count : second_count;
        for (size_t i = 0; i < first_count; i++)
            for (size_t k = 0; k < second_count; k++)
                if (!add_pair(dictionary, firsts[i], seconds[k], each / (float)fewer))
                    return false;
    }
    return true;
}

static enum ura_status
read_topic(struct dictionary *dictionary, const char *folder, const char *name,
           struct ura_buf *folded, struct ura_error *error)
{
    float known = strcmp(name, FUNCTION_WORDS) == 0 ? KNOWN_COMMON : KNOWN;
    struct ura_records records = {0};
    enum ura_status status = records_load(folder, name, &records, error);

    while (!status && !(status = records_next(&records, error))) {
        if (records.field_count != 2 || !records.fields[0].len || !records.fields[1].len)
            status = records_refuse(&records, "a headword, a tab, its translations", error);
        else if (!add_entry(dictionary, records.fields[0], records.fields[1], known, folded))
            status = error_memory(error);
    }
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

static int
compare_names(const void *first, const void *second)
{
    return strcmp(first, second);
}

/* The topics of FOLDER in the order of their names, which is not the file system's. */
static enum ura_status
list_topics(const char *folder, char (*names)[NAME_BYTES], size_t *count,
            struct ura_error *error)
{
    DIR *listing = opendir(folder);
    struct dirent *entry;

    *count = 0;
    if (!listing)
        return errno == ENOENT ? URA_NOT_FOUND : error_errno(error, "cannot read", errno);
    while ((entry = readdir(listing)) != NULL) {
        size_t len = strlen(entry->d_name);

        if (len < 5 || len >= NAME_BYTES || strcmp(entry->d_name + len - 4, ".txt") != 0 ||
            strncmp(entry->d_name, "good", 4) == 0 || *count == FILES_MAX)
            continue;
        memcpy(names[(*count)++], entry->d_name, len + 1);
    }
    closedir(listing);
    qsort(names, *count, sizeof *names, compare_names);
    return URA_OK;
}

static int
compare_pairs(const void *first, const void *second)
{
    const struct pair *a = first, *b = second;

    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    if (a->second != b->second)
        return a->second < b->second ? -1 : 1;
    return (a->probability < b->probability) - (a->probability > b->probability);
}

/* Each pair once, with the best of what topics say; then found from both sides. */
static bool
index_pairs(struct dictionary *dictionary)
{
    struct pair *pairs = dictionary->pairs;
    size_t firsts = dictionary->sides[0].words.count, kept = 0;
    size_t seconds = dictionary->sides[1].words.count;

    if (dictionary->count)
        qsort(pairs, dictionary->count, sizeof *pairs, compare_pairs);
    for (size_t i = 0; i < dictionary->count; i++)
        if (!kept || pairs[kept - 1].first != pairs[i].first ||
            pairs[kept - 1].second != pairs[i].second)
            pairs[kept++] = pairs[i];
    dictionary->count = kept;
    dictionary->starts = array_new(firsts + 1, sizeof *dictionary->starts);
    dictionary->reverse_starts = array_new(seconds + 2, sizeof *dictionary->reverse_starts);
    dictionary->reverse = array_new(kept + 1, sizeof *dictionary->reverse);
    if (!dictionary->starts || !dictionary->reverse_starts || !dictionary->reverse)
        return false;
    for (size_t i = 0, word = 0; word <= firsts; word++) {
        while (i < kept && pairs[i].first < word)
            i++;
        dictionary->starts[word] = i;
    }
    for (size_t i = 0; i < kept; i++)
        dictionary->reverse_starts[pairs[i].second + 2]++;
    for (size_t word = 2; word < seconds + 2; word++)
        dictionary->reverse_starts[word] += dictionary->reverse_starts[word - 1];
    for (size_t i = 0; i < kept; i++)
        dictionary->reverse[dictionary->reverse_starts[pairs[i].second + 1]++] = (uint32_t)i;
    return true;
}

static enum ura_status
read_dictionary(const char *folder, struct dictionary *dictionary, struct ura_error *error)
{
    char(*names)[NAME_BYTES] = array_new(FILES_MAX, sizeof *names);
    struct ura_buf folded = {0};
    enum ura_status status = URA_OK;
    size_t count = 0;

    if (!names)
        return error_memory(error);
    status = list_topics(folder, names, &count, error);
    for (size_t i = 0; i < count && !status; i++)
        status = read_topic(dictionary, folder, names[i], &folded, error);
    if (!status && !index_pairs(dictionary))
        status = error_memory(error);
    buf_release(&folded);
    free(names);
    return status;
}

/* LANGUAGE without script and country; false if it is none. */
static bool
take_language(const char *language, char *out)
{
    size_t len = strcspn(language, "-_");

    if (len == 0 || len >= LANGUAGE_BYTES)
        return false;
    memcpy(out, language, len);
    out[len] = '\0';
    return true;
}

/* Reads dicts/FIRST-SECOND; *OUT is NULL if there is none. */
static enum ura_status
open_dictionary(struct ura_context *context, const char *first, const char *second,
                struct dictionary **out, struct ura_error *error)
{
    struct dictionary *dictionary = calloc(1, sizeof *dictionary);
    enum ura_status status = URA_OK;
    char folder[512];

    *out = NULL;
    if (!dictionary)
        return error_memory(error);
    snprintf(folder, sizeof folder, "%s/%s-%s", ura_context_data_folder(context), first,
             second);
    snprintf(dictionary->sides[0].language, LANGUAGE_BYTES, "%s", first);
    snprintf(dictionary->sides[1].language, LANGUAGE_BYTES, "%s", second);
    for (int i = 0; i < 2 && !status; i++) {
        struct side *side = &dictionary->sides[i];

        status = stems_get(context, side->language, &side->stems, error);
        if (!status)
            status = forms_get(context, side->language, &side->forms, error);
    }
    if (!status)
        status = read_dictionary(folder, dictionary, error);
    if (status) {
        free_dictionary(dictionary);
        return status == URA_NOT_FOUND ? URA_OK : status;
    }
    *out = dictionary;
    return URA_OK;
}

/* A pair of languages that has no dictionary is asked for again with every pair of texts. */
static const struct dictionary no_dictionary;

static void
free_nothing(void *value)
{
    (void)value;
}

enum ura_status
dictionary_get(struct ura_context *context, const char *source, const char *target,
               const struct dictionary **out, struct ura_error *error)
{
    char codes[2][LANGUAGE_BYTES], key[32];
    struct dictionary *dictionary = NULL;
    const struct dictionary *kept;
    enum ura_status status;

    *out = NULL;
    if (!take_language(source, codes[0]) || !take_language(target, codes[1]))
        return URA_OK;
    snprintf(key, sizeof key, "dictionary:%s:%s", codes[0], codes[1]);
    kept = context_kept(context, key);
    if (kept) {
        *out = kept == &no_dictionary ? NULL : kept;
        return URA_OK;
    }
    status = open_dictionary(context, codes[0], codes[1], &dictionary, error);
    if (!status && !dictionary)
        status = open_dictionary(context, codes[1], codes[0], &dictionary, error);
    if (status)
        return status;
    status = dictionary
                 ? context_keep(context, key, dictionary, free_dictionary, error)
                 : context_keep(context, key, (void *)&no_dictionary, free_nothing, error);
    if (!status)
        *out = dictionary;
    return status;
}

bool
dictionary_is_reversed(const struct dictionary *dictionary, const char *source)
{
    char code[LANGUAGE_BYTES];

    return take_language(source, code) && strcmp(dictionary->sides[0].language, code) != 0;
}
