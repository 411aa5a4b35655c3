/* reader.c - texts of one language into types of a vocabulary. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/reader.h"

#include <stdlib.h>

#include "lang/dates.h"
#include "lang/fold.h"
#include "lexicon/marks.h"
#include "lexicon/quantities.h"

enum ura_status
reader_open(struct ura_context *context, const char *language, struct vocabulary *vocabulary,
            struct reader *reader, struct ura_error *error)
{
    enum ura_status status;

    *reader = (struct reader){.vocabulary = vocabulary};
    status = segmenter_new(context, language, &reader->segmenter, error);
    if (!status)
        status = stems_get(context, language, &reader->stems, error);
    if (!status)
        status = spellout_get(context, language, &reader->spellout, error);
    if (status)
        reader_release(reader);
    return status;
}

void
reader_release(struct reader *reader)
{
    segmenter_free(reader->segmenter);
    intern_release(&reader->forms);
    free(reader->form_items);
    free(reader->pieces.items);
    free(reader->piece_forms);
    free(reader->tokens);
    free(reader->spans);
    buf_release(&reader->key);
    *reader = (struct reader){0};
}

bool
reader_count(struct reader *reader)
{
    struct vocabulary *vocabulary = reader->vocabulary;
    uint32_t *counts = array_new(vocabulary->keys.count + 1, sizeof *counts);

    if (!counts)
        return false;
    for (size_t i = 0; i < reader->count; i++)
        counts[reader->tokens[i]]++;
    for (size_t i = 0; i < vocabulary->keys.count; i++)
        vocabulary->words[i].count = counts[i];
    vocabulary->tokens = reader->count;
    free(counts);
    return true;
}

static bool
add_token(struct reader *reader, uint32_t type)
{
    uint32_t *grown;

    if (type == INTERN_NONE)
        return false;
    grown = array_grow(reader->tokens, &reader->capacity, reader->count + 1, sizeof *grown);
    if (!grown)
        return false;
    reader->tokens = grown;
    grown[reader->count++] = type;
    return true;
}

/* The number of the word TEXT as it stands; folds it where it is new. */
static uint32_t
take_form(struct reader *reader, struct ura_str text)
{
    size_t known = reader->forms.count;
    uint32_t form = intern_take(&reader->forms, text);
    struct reader_form *grown;
    struct ura_str folded;

    if (form == INTERN_NONE || form < known)
        return form;
    grown = array_grow(reader->form_items, &reader->form_capacity, known + 1, sizeof *grown);
    if (!grown)
        return INTERN_NONE;
    reader->form_items = grown;
    buf_clear(&reader->key);
    fold_append(&reader->key, text);
    folded = arena_copy(&reader->forms.arena, buf_str(&reader->key));
    if (reader->key.failed || !folded.ptr)
        return INTERN_NONE;
    grown[form] = (struct reader_form){INTERN_NONE, spellout_find(reader->spellout, folded),
                                       stems_is_hyphened(reader->stems, folded), folded};
    return form;
}

static bool
add_word(struct reader *reader, struct reader_form *form)
{
    if (!form->folded.len)
        return true;
    if (form->type == INTERN_NONE) {
        struct ura_str stem = {form->folded.ptr, stems_cut(reader->stems, form->folded)};

        form->type = vocabulary_take(reader->vocabulary, stem, form->folded, WORD_PLAIN);
    }
    return add_token(reader, form->type);
}

static bool
add_number(struct reader *reader, const struct number *number)
{
    buf_clear(&reader->key);
    buf_append_byte(&reader->key, '#');
    number_append(&reader->key, number);
    if (reader->key.failed)
        return false;
    return add_token(reader, vocabulary_take(reader->vocabulary, buf_str(&reader->key),
                                             buf_str(&reader->key), WORD_NUMBER));
}

static bool
add_mark(struct reader *reader, struct ura_str text)
{
    struct ura_str key = mark_find(text);

    return add_token(reader, vocabulary_take(reader->vocabulary, key, key, WORD_MARK));
}

bool
reader_add_month(struct reader *reader, uint32_t month)
{
    struct ura_str key;

    buf_clear(&reader->key);
    buf_append_text(&reader->key, "#month");
    buf_append_unsigned(&reader->key, month);
    key = buf_str(&reader->key);
    return !reader->key.failed &&
           add_token(reader, vocabulary_take(reader->vocabulary, key, key, WORD_NUMBER));
}

static bool
add_date(struct reader *reader, const struct date *date)
{
    struct number day = number_from(date->day), year = number_from(date->year);

    return reader_add_month(reader, date->month) && add_number(reader, &day) &&
           add_number(reader, &year);
}

/* All numbers in TEXT, of which some marks make several: "2-1". */
static bool
add_numbers(struct reader *reader, struct ura_str text)
{
    struct number number;
    size_t used;

    while (text.len) {
        if (number_read(text, &number, &used)) {
            if (!add_number(reader, &number))
                return false;
        } else {
            used = 1;
        }
        text = ura_str_slice(text, used, text.len);
    }
    return true;
}

static const struct token *
find_piece(const struct reader *reader, size_t i)
{
    return i < reader->pieces.count ? &reader->pieces.items[i] : NULL;
}

/* A hyphen that makes one word of two: "Nju-Jork", "NATO-s", "36-të". */
static bool
is_inner_hyphen(const struct reader *reader, struct ura_str text, size_t i)
{
    const struct token *piece = find_piece(reader, i), *next = find_piece(reader, i + 1);

    return piece->joined && next && next->joined && i &&
           reader->pieces.items[i - 1].kind != TOKEN_PUNCTUATION &&
           next->kind != TOKEN_PUNCTUATION &&
           ura_str_equal(mark_find(ura_str_slice(text, piece->start, piece->end)),
                         ura_str_from("-"));
}

/* Adds piece I, and those after it that are one with it; returns how many, 0 for no memory. */
static size_t
add_piece(struct reader *reader, struct ura_str text, size_t i)
{
    const struct token *piece = find_piece(reader, i);
    struct ura_str here = ura_str_slice(text, piece->start, piece->end);
    struct reader_form *form = reader->piece_forms[i] == INTERN_NONE
                                   ? NULL
                                   : &reader->form_items[reader->piece_forms[i]];
    struct number number;
    struct date date;
    size_t used;

    if (form && form->spelled.kind == SPELLED_NONE && !quantity_ended(reader, i))
        return add_word(reader, form) ? 1 : 0;
    if (piece->kind == TOKEN_NUMBER && date_read(here, &date))
        return add_date(reader, &date) ? 1 : 0;
    used = quantity_read(reader, text, i, &number);
    if (used)
        return add_number(reader, &number) ? used : 0;
    if (piece->kind == TOKEN_NUMBER)
        return add_numbers(reader, here) ? 1 : 0;
    if (piece->kind == TOKEN_PUNCTUATION) {
        if (!is_inner_hyphen(reader, text, i))
            return add_mark(reader, here) ? 1 : 0;
        return reader->piece_forms[i + 1] != INTERN_NONE &&
                       reader->form_items[reader->piece_forms[i + 1]].ending
                   ? 2
                   : 1;
    }
    used = quantity_percent(reader, i);
    if (used)
        return add_mark(reader, ura_str_from("%")) ? used : 0;
    return add_word(reader, form) ? 1 : 0;
}

/* Says that the tokens from FIRST on are what COUNT pieces from I stand for. */
static bool
place_tokens(struct reader *reader, size_t first, size_t i, size_t count)
{
    size_t added = reader->count - first;
    struct ura_span *grown = array_grow(reader->spans, &reader->span_capacity,
                                        reader->span_count + added + 1, sizeof *grown);

    if (!grown)
        return false;
    reader->spans = grown;
    while (added--)
        grown[reader->span_count++] = (struct ura_span){
            reader->pieces.items[i].start, reader->pieces.items[i + count - 1].end};
    return true;
}

enum ura_status
reader_read(struct reader *reader, struct ura_str text, struct ura_error *error)
{
    enum ura_status status;
    uint32_t *grown;
    size_t used = 1;

    reader->pieces.count = 0;
    reader->span_count = 0;
    status = segmenter_tokens(reader->segmenter, text, &reader->pieces, error);
    if (status)
        return status;
    grown = array_grow(reader->piece_forms, &reader->piece_capacity, reader->pieces.count + 1,
                       sizeof *grown);
    if (!grown)
        return error_memory(error);
    reader->piece_forms = grown;
    for (size_t i = 0; i < reader->pieces.count; i++) {
        const struct token *piece = &reader->pieces.items[i];

        grown[i] = INTERN_NONE;
        if (piece->kind != TOKEN_WORD && piece->kind != TOKEN_ADDRESS)
            continue;
        grown[i] = take_form(reader, ura_str_slice(text, piece->start, piece->end));
        if (grown[i] == INTERN_NONE)
            return error_memory(error);
    }
    for (size_t i = 0; used && i < reader->pieces.count; i += used) {
        size_t first = reader->count;

        used = add_piece(reader, text, i);
        if (used && !place_tokens(reader, first, i, used))
            used = 0;
    }
    return used ? URA_OK : error_memory(error);
}
