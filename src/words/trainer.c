/* trainer.c - sentence pairs in, a trained model of their words out. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/trainer.h"

#include <stdio.h>
#include <stdlib.h>

#include <ura/language.h>

#include "lexicon/known.h"

enum { LANGUAGE_SAMPLE = 16 << 10 }; /* bytes of a side that are enough to tell a language */

/* 16 bytes a token: with the words that stand together, about 2 GiB. */
static const size_t TOKENS_MAX = 64u << 20;

static bool
take_language(const char *language, char *out)
{
    size_t len = language ? strlen(language) : 0;

    if (len >= TRAINER_LANGUAGE_BYTES)
        return false;
    memcpy(out, language ? language : "", len + 1);
    return true;
}

enum ura_status
ura_trainer_new(struct ura_context *context, const struct ura_trainer_options *options,
                struct ura_trainer **out, struct ura_error *error)
{
    struct ura_trainer *trainer = calloc(1, sizeof *trainer);

    *out = NULL;
    if (!trainer)
        return error_memory(error);
    trainer->context = context;
    if (options)
        trainer->options = *options;
    if (!trainer->options.tokens_max || trainer->options.tokens_max > UINT32_MAX)
        trainer->options.tokens_max = TOKENS_MAX;
    if (!take_language(trainer->options.source_language, trainer->languages[0]) ||
        !take_language(trainer->options.target_language, trainer->languages[1])) {
        ura_trainer_free(trainer);
        return error_set(error, URA_BAD_ARGUMENT,
                         "a language code has at most %d letters; sq or en would be one",
                         TRAINER_LANGUAGE_BYTES - 1);
    }
    *out = trainer;
    return URA_OK;
}

void
ura_trainer_free(struct ura_trainer *trainer)
{
    if (!trainer)
        return;
    for (int side = 0; side < 2; side++) {
        if (trainer->open)
            reader_release(&trainer->readers[side]);
        vocabulary_release(&trainer->words[side]);
        buf_release(&trainer->waiting[side]);
        model_release(&trainer->models[side]);
    }
    pairs_release(&trainer->pairs);
    free(trainer->waiting_pairs);
    free(trainer);
}

enum ura_status
trainer_read(struct ura_trainer *trainer, const struct ura_str texts[2],
             struct ura_error *error)
{
    enum ura_status status = URA_OK;

    for (int side = 0; side < 2 && !status; side++) {
        trainer->readers[side].count = 0;
        status = reader_read(&trainer->readers[side], texts[side], error);
    }
    return status;
}

static enum ura_status
add_pair(struct ura_trainer *trainer, const struct ura_str texts[2], float weight,
         struct ura_error *error)
{
    enum ura_status status = trainer_read(trainer, texts, error);
    const struct reader *readers = trainer->readers;
    const uint32_t *tokens[2] = {readers[0].tokens, readers[1].tokens};
    size_t counts[2] = {readers[0].count, readers[1].count};
    uint64_t hashes[2] = {hash_bytes(texts[0].ptr, texts[0].len),
                          hash_bytes(texts[1].ptr, texts[1].len)};

    if (status)
        return status;
    if (!counts[0] || !counts[1] || counts[0] > PAIR_TOKENS_MAX ||
        counts[1] > PAIR_TOKENS_MAX) {
        trainer->passed_over++;
        return URA_OK;
    }
    if (!pairs_add(&trainer->pairs, tokens, counts, weight, hash_bytes(hashes, sizeof hashes),
                   trainer->options.tokens_max))
        return error_memory(error);
    return URA_OK;
}

static enum ura_status
find_language(struct ura_trainer *trainer, int side, struct ura_error *error)
{
    static const char *const albanian_and_english[] = {"sq", "en", NULL};
    struct ura_language_guess guess;
    enum ura_status status;

    status = ura_language_identify(trainer->context, buf_str(&trainer->waiting[side]),
                                   albanian_and_english, &guess, error);
    if (status)
        return status;
    snprintf(trainer->languages[side], TRAINER_LANGUAGE_BYTES, "%s", guess.code);
    context_report(trainer->context, URA_REPORT_NOTE,
                   "%s: language %s found; --languages names others",
                   side ? "target" : "source", guess.code);
    return URA_OK;
}

/* Now that the languages are known, or can be found: opens the readers, reads what waits. */
static enum ura_status
open_readers(struct ura_trainer *trainer, struct ura_error *error)
{
    enum ura_status status = URA_OK;
    size_t at[2] = {0, 0};

    for (int side = 0; side < 2 && !status; side++)
        if (!trainer->languages[side][0])
            status = find_language(trainer, side, error);
    trainer->open = !status;
    for (int side = 0; side < 2 && !status; side++)
        status = reader_open(trainer->context, trainer->languages[side], &trainer->words[side],
                             &trainer->readers[side], error);
    for (size_t i = 0; i < trainer->waiting_count && !status; i++) {
        const struct waiting *pair = &trainer->waiting_pairs[i];
        struct ura_str texts[2];

        for (int side = 0; side < 2; side++) {
            texts[side] = ura_str_slice(buf_str(&trainer->waiting[side]), at[side],
                                        at[side] + pair->lens[side]);
            at[side] += pair->lens[side];
        }
        status = add_pair(trainer, texts, pair->weight, error);
    }
    buf_release(&trainer->waiting[0]);
    buf_release(&trainer->waiting[1]);
    trainer->waiting_count = 0;
    return status;
}

/* Puts a pair aside until enough is there to tell the languages. */
static enum ura_status
wait_for_more(struct ura_trainer *trainer, const struct ura_str texts[2], float weight,
              struct ura_error *error)
{
    struct waiting *grown = array_grow(trainer->waiting_pairs, &trainer->waiting_capacity,
                                       trainer->waiting_count + 1, sizeof *grown);

    if (!grown)
        return error_memory(error);
    trainer->waiting_pairs = grown;
    grown[trainer->waiting_count++] = (struct waiting){{texts[0].len, texts[1].len}, weight};
    for (int side = 0; side < 2; side++) {
        buf_append_str(&trainer->waiting[side], texts[side]);
        if (trainer->waiting[side].failed)
            return error_memory(error);
    }
    return URA_OK;
}

enum ura_status
ura_trainer_add(struct ura_trainer *trainer, struct ura_str source, struct ura_str target,
                double weight, struct ura_error *error)
{
    const struct ura_str texts[2] = {source, target};
    enum ura_status status;

    if (!(weight > 0 && weight <= 1))
        return error_set(error, URA_BAD_ARGUMENT, "a pair weighs more than 0 and at most 1");
    if (!trainer->open && (!trainer->languages[0][0] || !trainer->languages[1][0])) {
        status = wait_for_more(trainer, texts, (float)weight, error);
        if (status || trainer->waiting[0].len < LANGUAGE_SAMPLE ||
            trainer->waiting[1].len < LANGUAGE_SAMPLE)
            return status;
        return open_readers(trainer, error);
    }
    if (!trainer->open) {
        status = open_readers(trainer, error);
        if (status)
            return status;
    }
    return add_pair(trainer, texts, (float)weight, error);
}

/* Occurrences of each word in the pairs. */
static void
count_words(struct ura_trainer *trainer)
{
    for (int side = 0; side < 2; side++) {
        struct vocabulary *words = &trainer->words[side];
        const struct pairs_side *tokens = &trainer->pairs.sides[side];

        for (size_t i = 0; i < words->keys.count; i++)
            words->words[i].count = 0;
        for (size_t i = 0; i < tokens->token_count; i++)
            words->words[tokens->tokens[i]].count++;
        words->tokens = tokens->token_count;
    }
}

static enum ura_status
find_known(struct ura_trainer *trainer, struct candidates *out, struct ura_error *error)
{
    static const struct lexicon_options no_list = {0};
    struct known known;
    enum ura_status status;

    if (!trainer->options.knows)
        return URA_OK;
    status = known_get(trainer->context, &no_list, trainer->languages[0], trainer->languages[1],
                       &known, error);
    if (status)
        return status;
    if (!known_find(&known, &trainer->words[0], &trainer->words[1], out))
        return error_memory(error);
    candidates_merge(out);
    return URA_OK;
}

enum ura_status
ura_trainer_train(struct ura_trainer *trainer, struct ura_error *error)
{
    struct candidates known = {0};
    enum ura_status status = URA_OK;
    size_t types[2];

    if (!trainer->open)
        status = open_readers(trainer, error);
    if (!status && !trainer->pairs.count)
        status = error_set(error, URA_BAD_INPUT,
                           "there is no pair with words on both sides to learn from");
    if (!status) {
        count_words(trainer);
        status = find_known(trainer, &known, error);
    }
    types[0] = trainer->words[0].keys.count;
    types[1] = trainer->words[1].keys.count;
    for (int side = 0; side < 2 && !status; side++) {
        struct model_known before = {known.items, known.count, side == 1};

        model_release(&trainer->models[side]);
        trainer->models[side].sparse = trainer->options.links;
        if (!model_train(&trainer->pairs, side == 1, types, &before, trainer->options.jobs,
                         &trainer->models[side]))
            status = error_memory(error);
    }
    candidates_release(&known);
    trainer->trained = !status;
    return status;
}
