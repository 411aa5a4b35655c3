/* guess.c - the eight-bit encoding that makes most sense of some bytes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/guess.h"

#include <math.h>
#include <stdlib.h>

#include <ura/document.h>

#include <unicode/uchar.h>

#include "text/charset.h"
#include "text/letters.h"
#include "text/symbols.h"

enum {
    TOKENS_MAX = 2000, /* tokens with high bytes that are looked at: far more than decide */
    PLAIN_LETTERS_MAX = 20000 /* ASCII letters that tell the language */
};

/* The encodings that are told apart; of two that read alike the earlier one is named. BIAS is
 * the logarithm of how much rarer than the first each is: a guess, which decides only where the
 * text does not. */
static const struct candidate {
    const char *name;
    float bias;
} candidates[] = {
    {"CP1252", 0},      {"CP1250", -0.5F},    {"ISO-8859-1", -1}, {"ISO-8859-15", -1.5F},
    {"ISO-8859-2", -1}, {"ISO-8859-16", -2},  {"CP1254", -1},     {"MacRoman", -1.5F},
    {"CP852", -1.5F},   {"CP850", -2},        {"CP437", -3},      {"CP1251", -2},
    {"CP1253", -2},     {"ISO-8859-7", -3},   {"KOI8-R", -3},     {"CP866", -3},
    {"ISO-8859-5", -4}, {"MAC-CYRILLIC", -5},
};

/* A word is of the main language of its text this often; else it is a name, a quotation. */
static const float SHARE_OF_MAIN = 0.97F;
/* A single word in another script than its text, as a logarithm: who writes both has Unicode.
 */
static const float OTHER_SCRIPT = -6.0F;
/* Logarithms for capitals: a word that begins with one, a capital behind a small letter, a
 * small letter behind two capitals. */
static const float CAPITAL_FIRST = -1.5F, CAPITAL_INSIDE = -9.0F, SMALL_AFTER_CAPITALS = -6.0F;

struct weigher {
    const struct letters *letters;
    struct ura_str sample;
    struct ura_span *tokens; /* runs of letters and high bytes that hold a high byte */
    size_t token_count;
    bool used[256]; /* bytes that the sample holds */
    double
        plain[LETTERS_LANGUAGES]; /* how the ASCII words and the caller speak for a language */
    float main_log;
    float other_log;
};

/* What has been read of a token in one encoding. */
struct reading {
    const struct charset *charset;
    double words[LETTERS_LANGUAGES]; /* if that is the main language */
    double rest;                     /* capitals and marks: for any language */
    float word[LETTERS_LANGUAGES];   /* the word at work */
    size_t word_len;
    size_t capitals; /* that the word at work began with */
};

static bool
is_ascii_letter(unsigned char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static uint32_t
character_at(const struct weigher *weigher, const struct charset *charset, size_t at)
{
    return charset->characters[(unsigned char)weigher->sample.ptr[at]];
}

static void
end_word(const struct weigher *weigher, struct reading *reading)
{
    size_t count = weigher->letters->count;
    const bool *latin = weigher->letters->latin;
    float best[2] = {-INFINITY, -INFINITY}; /* in other letters and in Latin ones */

    if (reading->word_len == 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (reading->word[i] > best[latin[i]])
            best[latin[i]] = reading->word[i];
    for (size_t i = 0; i < count; i++) {
        float as_main = reading->word[i] + weigher->main_log;
        float same = best[latin[i]], different = best[!latin[i]] + OTHER_SCRIPT;
        float other = (same > different ? same : different) + weigher->other_log;

        reading->words[i] += (double)(as_main > other ? as_main : other);
    }
    memset(reading->word, 0, sizeof reading->word);
    reading->word_len = 0;
    reading->capitals = 0;
}

/* What the case of the letter that comes next says. */
static float
case_log(const struct reading *reading, bool capital, bool before_is_capital)
{
    if (capital && reading->word_len == 0)
        return CAPITAL_FIRST;
    if (capital && !before_is_capital)
        return CAPITAL_INSIDE;
    return !capital && reading->capitals > 1 && reading->capitals == reading->word_len
               ? SMALL_AFTER_CAPITALS
               : 0;
}

static void
read_letter(const struct weigher *weigher, struct reading *reading, uint32_t c, uint32_t before)
{
    uint32_t small = (uint32_t)u_tolower((UChar32)c);
    bool capital = small != c;

    reading->rest +=
        (double)case_log(reading, capital, reading->word_len && u_isupper((UChar32)before));
    for (size_t i = 0; i < weigher->letters->count; i++)
        reading->word[i] +=
            small < LETTERS_END ? weigher->letters->logs[small][i] : letters_foreign();
    if (capital && reading->capitals == reading->word_len)
        reading->capitals++;
    reading->word_len++;
}

static void
read_token(const struct weigher *weigher, struct reading *reading, struct ura_span token)
{
    for (size_t at = token.start; at < token.end; at++) {
        uint32_t c = character_at(weigher, reading->charset, at);
        uint32_t before = at ? character_at(weigher, reading->charset, at - 1) : 0;
        uint32_t after =
            at + 1 < weigher->sample.len ? character_at(weigher, reading->charset, at + 1) : 0;

        if (symbol_is_letter(c)) {
            read_letter(weigher, reading, c, before);
        } else {
            end_word(weigher, reading);
            reading->rest += (double)symbol_log(c, before, after);
        }
    }
    end_word(weigher, reading);
}

/* How well CHARSET reads; minus infinity if it leaves a byte without a meaning. */
static double
weigh(const struct weigher *weigher, const struct charset *charset)
{
    struct reading reading = {.charset = charset};
    double best = -INFINITY;

    for (int byte = 0x80; byte < 256; byte++)
        if (weigher->used[byte] && charset->characters[byte] == CHARSET_UNDEFINED)
            return best;
    for (size_t i = 0; i < weigher->token_count; i++)
        read_token(weigher, &reading, weigher->tokens[i]);
    for (size_t i = 0; i < weigher->letters->count; i++)
        if (reading.words[i] + weigher->plain[i] > best)
            best = reading.words[i] + weigher->plain[i];
    return best + reading.rest;
}

/* Cuts the sample into tokens; those without a high byte only tell the language. */
static void
cut_tokens(struct weigher *weigher)
{
    struct ura_str sample = weigher->sample;
    size_t plain_letters = 0;

    for (size_t at = 0; at < sample.len;) {
        size_t start = at;
        bool high = false;

        for (; at < sample.len; at++) {
            unsigned char byte = (unsigned char)sample.ptr[at];

            weigher->used[byte] = true;
            if (byte < 0x80 && !is_ascii_letter(byte))
                break;
            high |= byte >= 0x80;
        }
        if (high && weigher->token_count < TOKENS_MAX)
            weigher->tokens[weigher->token_count++] = (struct ura_span){start, at};
        for (size_t i = start; !high && i < at && plain_letters < PLAIN_LETTERS_MAX; i++) {
            unsigned char small = (unsigned char)sample.ptr[i] | 0x20;

            plain_letters++;
            for (size_t k = 0; k < weigher->letters->count; k++)
                weigher->plain[k] += (double)weigher->letters->logs[small][k];
        }
        at += at == start;
    }
}

/* LANGUAGE is ten times likelier than any other; where it is not known Albanian is, since this
 * program is mostly given that. */
static void
favour_language(struct weigher *weigher, const char *language)
{
    const char *favourite = language ? language : "sq";
    size_t len = strcspn(favourite, "-_");

    for (size_t i = 0; i < weigher->letters->count; i++)
        if (strlen(weigher->letters->codes[i]) == len &&
            memcmp(weigher->letters->codes[i], favourite, len) == 0)
            weigher->plain[i] += log(10);
}

enum ura_status
guess_encoding(struct ura_context *context, struct ura_str sample, const char *language,
               const char **out, struct ura_error *error)
{
    struct weigher weigher = {.sample = sample};
    const struct charset *charset;
    enum ura_status status = letters_get(context, &weigher.letters, error);
    double best = -INFINITY;

    *out = NULL;
    weigher.tokens = array_new(TOKENS_MAX, sizeof *weigher.tokens);
    if (!status && !weigher.tokens)
        status = error_memory(error);
    if (!status) {
        weigher.main_log = logf(SHARE_OF_MAIN);
        weigher.other_log = logf((1 - SHARE_OF_MAIN) / (float)weigher.letters->count);
        cut_tokens(&weigher);
        favour_language(&weigher, language);
    }
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates && !status; i++) {
        char room[32];
        double score;

        status = charset_get(context, charset_iconv_name(candidates[i].name, room, sizeof room),
                             &charset, error);
        if (status || !charset)
            continue;
        score = weigh(&weigher, charset) + (double)candidates[i].bias;
        if (score > best) {
            best = score;
            *out = candidates[i].name;
        }
    }
    free(weigher.tokens);
    return status;
}
