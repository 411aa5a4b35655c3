/* dictionary_builder.c - entries of words into the image of a dictionary. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_builder.h"

#include <stdlib.h>

#include "lang/fold.h"

enum {
    WORDS_MAX = 8,     /* of one headword or translation that are looked for */
    SHORT_LETTERS = 2, /* in an entry of several words, shorter ones are articles */
    SHORT_BYTES = 4,   /* of those; two letters of a script of syllables are a word */
    KEY_LETTERS = 3,   /* of the shortest stem that an ending leaves */
};

enum ura_status
builder_open(struct ura_context *context, const char *const languages[2], struct builder *out,
             struct ura_error *error)
{
    enum ura_status status = URA_OK;

    *out = (struct builder){0};
    for (int i = 0; i < 2 && !status; i++) {
        status = stems_get(context, languages[i], &out->sides[i].stems, error);
        if (!status)
            status = forms_get(context, languages[i], &out->sides[i].forms, error);
    }
    return status;
}

enum ura_status
builder_segment(struct ura_context *context, const char *const languages[2],
                struct builder *builder, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    for (int i = 0; i < 2 && !status; i++)
        status = segmenter_new(context, languages[i], &builder->sides[i].segmenter, error);
    return status;
}

void
builder_release(struct builder *builder)
{
    for (int i = 0; i < 2; i++) {
        segmenter_free(builder->sides[i].segmenter);
        intern_release(&builder->sides[i].words);
        intern_release(&builder->sides[i].keys);
        free(builder->sides[i].by_key);
    }
    free(builder->pairs);
    free(builder->tokens.items);
    buf_release(&builder->folded);
    *builder = (struct builder){0};
}

static bool
add_key(struct builder_side *side, struct ura_str text, uint32_t word)
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
take_word(struct builder_side *side, struct ura_str text)
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

/* Cuts TEXT where blanks and marks inside words stand. */
static bool
cut_by_blanks(struct ura_str text, struct token_list *out)
{
    for (size_t at = 0; at < text.len;) {
        struct token *grown;
        size_t end = at;

        while (end < text.len && !strchr(" -'.", text.ptr[end]))
            end++;
        grown = array_grow(out->items, &out->capacity, out->count + 1, sizeof *grown);
        if (!grown)
            return false;
        out->items = grown;
        grown[out->count++] = (struct token){at, end, TOKEN_WORD, false};
        at = end + 1;
    }
    return true;
}

/* The words of TEXT that say something, by number. */
static enum ura_status
take_words(struct builder *builder, struct builder_side *side, struct ura_str text,
           uint32_t *out, size_t *count, struct ura_error *error)
{
    struct token_list *tokens = &builder->tokens;
    struct ura_buf *folded = &builder->folded;
    bool several;

    *count = 0;
    while (text.len && text.ptr[0] == ' ')
        text = ura_str_slice(text, 1, text.len);
    text = skip_article(text);
    several = text.len && memchr(text.ptr, ' ', text.len) != NULL;
    tokens->count = 0;
    if (side->segmenter) {
        enum ura_status status = segmenter_tokens(side->segmenter, text, tokens, error);

        if (status)
            return status;
    } else if (!cut_by_blanks(text, tokens)) {
        return error_memory(error);
    }
    for (size_t i = 0; i < tokens->count && *count < WORDS_MAX; i++) {
        const struct token *token = &tokens->items[i];

        if (token->kind != TOKEN_WORD)
            continue;
        buf_clear(folded);
        fold_append(folded, ura_str_slice(text, token->start, token->end));
        if (folded->failed)
            return error_memory(error);
        if (!folded->len || (several && folded->len <= SHORT_BYTES &&
                             fold_letters(buf_str(folded)) <= SHORT_LETTERS))
            continue;
        out[*count] = take_word(side, buf_str(folded));
        if (out[(*count)++] == INTERN_NONE)
            return error_memory(error);
    }
    return URA_OK;
}

static bool
add_pair(struct builder *builder, uint32_t first, uint32_t second, float probability)
{
    struct pair *grown =
        array_grow(builder->pairs, &builder->capacity, builder->count + 1, sizeof *grown);

    if (!grown)
        return false;
    builder->pairs = grown;
    grown[builder->count++] = (struct pair){first, second, probability};
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

/* All pairs of words of the headword and each of its translations. */
enum ura_status
builder_add(struct builder *builder, struct ura_str headword, struct ura_str translations,
            float known, struct ura_error *error)
{
    uint32_t firsts[WORDS_MAX], seconds[WORDS_MAX];
    size_t first_count, second_count;
    float each = known / (float)count_translations(translations);
    enum ura_status status =
        take_words(builder, &builder->sides[0], headword, firsts, &first_count, error);

    while (!status && translations.len) {
        const char *end = memchr(translations.ptr, ';', translations.len);
        size_t len = end ? (size_t)(end - translations.ptr) : translations.len;
        size_t fewer;

        status = take_words(builder, &builder->sides[1], ura_str_slice(translations, 0, len),
                            seconds, &second_count, error);
        if (status)
            break;
        translations = ura_str_slice(translations, end ? len + 1 : len, translations.len);
        fewer = first_count < second_count ? first_count : second_count;
        for (size_t i = 0; i < first_count; i++)
            for (size_t k = 0; k < second_count; k++)
                if (!add_pair(builder, firsts[i], seconds[k], each / (float)fewer))
                    return error_memory(error);
    }
    return status;
}
