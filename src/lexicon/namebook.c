/* namebook.c - the names of one language, read into words. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/namebook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/names.h"
#include "lexicon/reader.h"

enum {
    NAME_WORDS = 5, /* longer names are descriptions */
    WORD_BYTES = 3, /* shorter words count in names of one word only */
};

static void
free_book(void *value)
{
    struct namebook *book = value;

    vocabulary_release(&book->words);
    intern_release(&book->beginnings);
    arena_release(&book->concepts);
    free(book->begun);
    free(book->tokens);
    free(book->items);
    free(book);
}

size_t
namebook_beginning(const struct word *word, uint32_t count)
{
    size_t len = word->key.len;

    if (word->letters < count + NAME_BEGINNING_LETTERS)
        return 0;
    while (count) {
        len--;
        count -= ((uint8_t)word->key.ptr[len] & 0xC0) != 0x80;
    }
    return len;
}

static bool
add_beginning(struct namebook *book, struct ura_str beginning, uint32_t word)
{
    size_t known = book->beginnings.count;
    uint32_t number = intern_take(&book->beginnings, beginning);
    uint32_t *grown;

    if (number == INTERN_NONE)
        return false;
    if (number < known) {
        if (book->begun[number] != word)
            book->begun[number] = INTERN_NONE;
        return true;
    }
    grown = array_grow(book->begun, &book->begun_capacity, known + 1, sizeof *grown);
    if (!grown)
        return false;
    book->begun = grown;
    grown[number] = word;
    return true;
}

static bool
add_beginnings(struct namebook *book)
{
    for (uint32_t i = 0; i < book->words.keys.count; i++) {
        const struct word *word = &book->words.words[i];

        if (word->kind != WORD_PLAIN)
            continue;
        for (uint32_t count = 1; count <= NAME_ENDING_LETTERS; count++) {
            size_t len = namebook_beginning(word, count);

            if (len && !add_beginning(book, (struct ura_str){word->key.ptr, len}, i))
                return false;
        }
    }
    return true;
}

/* Whether a token of a name says something: no mark and no short word, unless it is all. */
static bool
counts(const struct word *word)
{
    return word->kind == WORD_NUMBER ||
           (word->kind == WORD_PLAIN && word->key.len >= WORD_BYTES);
}

/* A symbol that in most texts is another word: "a" is a year, or an article. */
static bool
is_letter(const struct word *word)
{
    return word->kind == WORD_PLAIN && word->key.len == 1;
}

/* Keeps the words from FIRST that count; 0 for a name that gives nothing. */
static size_t
choose(struct reader *reader, size_t first)
{
    size_t kept = first;

    if (reader->count == first + 1 &&
        !is_letter(&reader->vocabulary->words[reader->tokens[first]]))
        return 1;
    for (size_t i = first; i < reader->count; i++)
        if (counts(&reader->vocabulary->words[reader->tokens[i]]))
            reader->tokens[kept++] = reader->tokens[i];
    reader->count = kept;
    if (kept - first > NAME_WORDS)
        reader->count = first;
    return reader->count - first;
}

/* The tokens from FIRST are a name of CONCEPT. */
static bool
add_named(struct namebook *book, const struct reader *reader, struct ura_str concept,
          size_t first)
{
    struct named *grown =
        array_grow(book->items, &book->capacity, book->count + 1, sizeof *grown);

    if (!grown)
        return false;
    book->items = grown;
    grown[book->count] = (struct named){arena_copy(&book->concepts, concept), (uint32_t)first,
                                        (uint32_t)(reader->count - first)};
    return grown[book->count++].concept.ptr != NULL;
}

/* Months as dates in figures have them are names of them too. */
static bool
add_months(struct namebook *book, struct reader *reader)
{
    for (uint32_t month = 1; month <= 12; month++) {
        char concept[32];

        snprintf(concept, sizeof concept, "month/%u", (unsigned)month - 1);
        if (!reader_add_month(reader, month) ||
            !add_named(book, reader, ura_str_from(concept), reader->count - 1))
            return false;
    }
    return true;
}

static enum ura_status
read_name(struct namebook *book, struct reader *reader, const struct name *name,
          struct ura_buf *text, struct ura_error *error)
{
    size_t first = reader->count;
    enum ura_status status;

    buf_clear(text);
    for (size_t i = 0; i < name->text.len; i++) {
        if (name->text.ptr[i] == '{' && i + 2 < name->text.len) {
            i += 2; /* where a number goes */
            buf_append_byte(text, ' ');
        } else {
            buf_append_byte(text, name->text.ptr[i]);
        }
    }
    if (text->failed)
        return error_memory(error);
    status = reader_read(reader, buf_str(text), error);
    if (status)
        return status;
    if (!choose(reader, first))
        return URA_OK;
    return add_named(book, reader, name->concept, first) ? URA_OK : error_memory(error);
}

static int
compare_named(const void *first, const void *second)
{
    const struct named *a = first, *b = second;
    int order = strcmp(a->concept.ptr, b->concept.ptr);

    return order ? order : a->first < b->first ? -1 : a->first > b->first;
}

static bool
same_words(const struct namebook *book, const struct named *a, const struct named *b)
{
    return a->count == b->count && memcmp(book->tokens + a->first, book->tokens + b->first,
                                          a->count * sizeof *book->tokens) == 0;
}

/* Puts the names in order, and once each. */
static void
sort_names(struct namebook *book)
{
    size_t kept = 0, start = 0;

    if (book->count)
        qsort(book->items, book->count, sizeof *book->items, compare_named);
    for (size_t i = 0; i < book->count; i++) {
        struct named *item = &book->items[i];
        bool known = false;

        if (!kept || !ura_str_equal(book->items[kept - 1].concept, item->concept))
            start = kept;
        for (size_t j = start; j < kept && !known; j++)
            known = same_words(book, &book->items[j], item);
        if (!known)
            book->items[kept++] = *item;
    }
    book->count = kept;
}

static enum ura_status
read_names(struct ura_context *context, const char *language, struct namebook *book,
           struct ura_error *error)
{
    struct names names;
    struct reader reader;
    struct ura_buf text = {0};
    enum ura_status status = names_read(language, &names, error);

    if (status)
        return status;
    status = reader_open(context, language, &book->words, &reader, error);
    for (size_t i = 0; !status && i < names.count; i++)
        status = read_name(book, &reader, &names.items[i], &text, error);
    if (!status && !add_months(book, &reader))
        status = error_memory(error);
    if (!status) {
        book->tokens = reader.tokens;
        reader.tokens = NULL;
        sort_names(book);
        if (!add_beginnings(book))
            status = error_memory(error);
    }
    reader_release(&reader);
    names_release(&names);
    buf_release(&text);
    return status;
}

enum ura_status
namebook_get(struct ura_context *context, const char *language, const struct namebook **out,
             struct ura_error *error)
{
    char key[64];
    struct namebook *book;
    enum ura_status status;

    snprintf(key, sizeof key, "namebook:%s", language);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    book = calloc(1, sizeof *book);
    if (!book)
        return error_memory(error);
    status = read_names(context, language, book, error);
    if (status) {
        free_book(book);
        return status;
    }
    status = context_keep(context, key, book, free_book, error);
    if (!status)
        *out = book;
    return status;
}
