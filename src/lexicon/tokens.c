/* tokens.c - the sentences of a document as numbers of types. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/tokens.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lang/fold.h"
#include "lang/numbers.h"
#include "lang/stems.h"

enum { CLOSING_MAX = 64 }; /* bytes at the end of a sentence that hold its closing marks */

/* What one document is read with. */
struct reading {
    const struct stems *stems;
    struct vocabulary *vocabulary;
    struct ura_intern forms; /* as they stand in the text: each is folded and stemmed once */
    uint32_t *type_of;       /* by form */
    size_t type_capacity;
    uint32_t *tokens;
    size_t count;
    size_t capacity;
    struct ura_buf folded;
    struct ura_buf key;
};

static bool
add_token(struct reading *reading, uint32_t type)
{
    uint32_t *grown;

    if (type == INTERN_NONE)
        return false;
    grown = array_grow(reading->tokens, &reading->capacity, reading->count + 1, sizeof *grown);
    if (!grown)
        return false;
    reading->tokens = grown;
    grown[reading->count++] = type;
    reading->vocabulary->words[type].count++;
    return true;
}

/* The type of a word as it stands in the text; folds and stems a form that is new. */
static bool
add_word(struct reading *reading, struct ura_str text)
{
    size_t known = reading->forms.count;
    uint32_t form = intern_take(&reading->forms, text);
    struct ura_str folded;
    uint32_t *grown;

    if (form == INTERN_NONE)
        return false;
    if (form < known)
        return add_token(reading, reading->type_of[form]);
    grown = array_grow(reading->type_of, &reading->type_capacity, known + 1, sizeof *grown);
    if (!grown)
        return false;
    reading->type_of = grown;
    buf_clear(&reading->folded);
    fold_append(&reading->folded, text);
    if (reading->folded.failed)
        return false;
    folded = buf_str(&reading->folded);
    grown[form] = vocabulary_take(
        reading->vocabulary, (struct ura_str){folded.ptr, stems_cut(reading->stems, folded)},
        folded, WORD_PLAIN);
    return add_token(reading, grown[form]);
}

static bool
add_number(struct reading *reading, const struct number *number)
{
    buf_clear(&reading->key);
    buf_append_byte(&reading->key, '#');
    number_append(&reading->key, number);
    if (reading->key.failed)
        return false;
    return add_token(reading, vocabulary_take(reading->vocabulary, buf_str(&reading->key),
                                              buf_str(&reading->key), WORD_NUMBER));
}

/* Marks that do one job in different texts, and the one that stands for them. */
static const char *
find_mark(UChar32 mark)
{
    if (mark == '"' || mark == 0xAB || mark == 0xBB || (mark >= 0x201C && mark <= 0x201F) ||
        (mark >= 0x300C && mark <= 0x300F))
        return "\"";
    if (mark == '-' || (mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212)
        return "-";
    switch (mark) {
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
        return "'";
    case 0x3002:
        return ".";
    case 0xFF0C:
    case 0x3001:
        return ",";
    case 0xFF1F:
    case 0x037E:
        return "?";
    case 0xFF01:
        return "!";
    case 0xFF1A:
        return ":";
    case 0xFF1B:
    case 0x0387:
        return ";";
    case 0xFF08:
        return "(";
    case 0xFF09:
        return ")";
    case 0xFF05:
        return "%";
    default:
        return NULL;
    }
}

static bool
add_mark(struct reading *reading, struct ura_str text, UChar32 mark)
{
    const char *same = find_mark(mark);
    struct ura_str key = same ? ura_str_from(same) : text;

    return add_token(reading, vocabulary_take(reading->vocabulary, key, key, WORD_MARK));
}

static bool
is_word_letter(UChar32 letter)
{
    return letter < 0x80 ? (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z'
                         : u_isalnum(letter) || (U_GET_GC_MASK(letter) & U_GC_M_MASK);
}

static bool
is_ideograph(UChar32 letter)
{
    return letter >= 0x2E80 && u_hasBinaryProperty(letter, UCHAR_IDEOGRAPHIC);
}

/* Reads the token at *AT of TEXT and goes past it. */
static bool
take_token(struct reading *reading, struct ura_str text, size_t *at)
{
    size_t start = *at, next = *at, used;
    struct number number;
    UChar32 letter;

    U8_NEXT((const uint8_t *)text.ptr, next, text.len, letter);
    if (letter < 0 || u_isUWhiteSpace(letter)) {
        *at = next;
        return true;
    }
    if (number_read(ura_str_slice(text, start, text.len), &number, &used)) {
        *at = start + used;
        return add_number(reading, &number);
    }
    *at = next;
    if (!is_word_letter(letter))
        return add_mark(reading, ura_str_slice(text, start, next), letter);
    while (!is_ideograph(letter) && next < text.len) {
        U8_NEXT((const uint8_t *)text.ptr, next, text.len, letter);
        if (letter < 0 || !(is_word_letter(letter) || (letter >= '0' && letter <= '9')) ||
            is_ideograph(letter))
            break;
        *at = next;
    }
    return add_word(reading, ura_str_slice(text, start, *at));
}

/* Letters and digits; the length of a sentence. */
static float
measure(struct ura_str text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.len;) {
        uint8_t byte = (uint8_t)text.ptr[at];
        UChar32 letter;

        if (byte < 0x80) {
            at++;
            count +=
                (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
            continue;
        }
        U8_NEXT((const uint8_t *)text.ptr, at, text.len, letter);
        count += letter >= 0 && u_isalnum(letter);
    }
    return (float)count;
}

/* Whether TEXT ends without a closing mark, quotes and brackets apart. */
static bool
is_open(struct ura_str text)
{
    size_t start = text.len > CLOSING_MAX ? text.len - CLOSING_MAX : 0;
    const uint8_t *tail = (const uint8_t *)text.ptr + start;
    int32_t at = (int32_t)(text.len - start);

    while (at > 0) {
        UChar32 letter;

        U8_PREV(tail, 0, at, letter);
        if (letter < 0 || u_isUWhiteSpace(letter) || letter == '"' || letter == '\'')
            continue;
        switch (u_charType(letter)) {
        case U_END_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:
        case U_START_PUNCTUATION:
            continue;
        case U_OTHER_PUNCTUATION:
        case U_DASH_PUNCTUATION:
            return letter == '%';
        default:
            return true;
        }
    }
    return true;
}

static bool
read_sentences(const struct ura_document *document, struct reading *reading,
               struct evidence_side *out)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct ura_sentence *sentence = &document->sentences[i];
        struct ura_str text = ura_document_text(document, sentence->flow);

        out->first[i] = (uint32_t)reading->count;
        out->length[i] = measure(text);
        out->flags[i] = is_open(text) ? EVIDENCE_OPEN : 0;
        if (!i || document->blocks[sentence->block].paragraph !=
                      document->blocks[document->sentences[i - 1].block].paragraph)
            out->flags[i] |= EVIDENCE_PARAGRAPH;
        for (size_t at = 0; at < text.len;)
            if (!take_token(reading, text, &at))
                return false;
    }
    return true;
}

static void
release_reading(struct reading *reading)
{
    intern_release(&reading->forms);
    free(reading->type_of);
    free(reading->tokens);
    buf_release(&reading->folded);
    buf_release(&reading->key);
}

enum ura_status
tokens_read(struct ura_context *context, const struct ura_document *document,
            struct ura_arena *arena, struct vocabulary *vocabulary, struct evidence_side *out,
            struct ura_error *error)
{
    struct reading reading = {.vocabulary = vocabulary};
    enum ura_status status = stems_get(context, document->language, &reading.stems, error);
    bool done;

    if (status)
        return status;
    out->count = document->sentence_count;
    out->first = arena_new(arena, out->count + 1, sizeof *out->first);
    out->length = arena_new(arena, out->count, sizeof *out->length);
    out->flags = arena_new(arena, out->count, sizeof *out->flags);
    done = out->first && out->length && out->flags && read_sentences(document, &reading, out);
    if (done) {
        out->tokens = arena_new(arena, reading.count, sizeof *out->tokens);
        done = out->tokens != NULL;
    }
    if (done) {
        if (reading.count)
            memcpy(out->tokens, reading.tokens, reading.count * sizeof *out->tokens);
        out->first[out->count] = (uint32_t)reading.count;
        out->type_count = vocabulary->keys.count;
        vocabulary->tokens = reading.count;
    }
    release_reading(&reading);
    return done ? URA_OK : error_memory(error);
}
