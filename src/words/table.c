/* table.c - tables for those outside: what was learned is written, and looked up again. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/table.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "words/trainer.h"

/* Of each count, what chance brings: a pair that stood together once says nothing. */
static const float DISCOUNT = 0.5f;
/* A translation that neither word has so often is not worth its place. */
static const float CHANCE_MIN = 0.01f;
/* Nor is one that is no likelier than chance makes it; evidence under 1.75 is dropped anyway.
 */
static const float RATIO_MIN = 2.0f;

/* P(target | s) as far as the counts can be trusted. */
static float
find_chance(const struct model *model, uint32_t s, uint32_t target)
{
    size_t cell = model_find_cell(model, s, target);

    return cell == SIZE_MAX ? 0
                            : fmaxf(0, model->counts[cell] - DISCOUNT) / (model->totals[s] + 1);
}

static float
find_share(const struct vocabulary *words, uint32_t type)
{
    return (float)words->words[type].count / (float)(words->tokens + 1);
}

/* Whether a link of plain words is worth its place. */
static bool
is_worth_keeping(const struct ura_trainer *trainer, const struct table_link *link)
{
    const struct vocabulary *source = &trainer->words[0], *target = &trainer->words[1];

    if (source->words[link->source].kind != WORD_PLAIN ||
        target->words[link->target].kind != WORD_PLAIN ||
        (link->forward < CHANCE_MIN && link->backward < CHANCE_MIN))
        return false;
    return link->forward >= RATIO_MIN * find_share(target, link->target) ||
           link->backward >= RATIO_MIN * find_share(source, link->source);
}

/* The links of SOURCE, which either direction may have; with OUT NULL they are counted. */
static size_t
collect_links(const struct ura_trainer *trainer, struct table_link *out)
{
    const struct model *forward = &trainer->models[0], *backward = &trainer->models[1];
    size_t count = 0;

    for (uint32_t s = 0; s < forward->types; s++)
        for (size_t i = forward->first[s]; i < forward->first[s + 1]; i++) {
            uint32_t t = forward->targets[i];
            struct table_link link = {s, t, find_chance(forward, s, t),
                                      find_chance(backward, t, s)};

            if (!is_worth_keeping(trainer, &link))
                continue;
            if (out)
                out[count] = link;
            count++;
        }
    /* What only the other direction has kept. */
    for (uint32_t t = 0; t < backward->types; t++)
        for (size_t i = backward->first[t]; i < backward->first[t + 1]; i++) {
            uint32_t s = backward->targets[i];
            struct table_link link = {s, t, 0, find_chance(backward, t, s)};

            if (model_find_cell(forward, s, t) != SIZE_MAX || !is_worth_keeping(trainer, &link))
                continue;
            if (out)
                out[count] = link;
            count++;
        }
    return count;
}

void
ura_trainer_describe(const struct ura_trainer *trainer, struct ura_trainer_facts *out)
{
    *out = (struct ura_trainer_facts){
        .source_language = trainer->languages[0],
        .target_language = trainer->languages[1],
        .pairs = trainer->pairs.added,
        .used = trainer->pairs.count,
        .passed_over = trainer->passed_over,
        .source_words = trainer->words[0].keys.count,
        .target_words = trainer->words[1].keys.count,
        .links = trainer->trained ? collect_links(trainer, NULL) : 0,
    };
}

static struct table_word *
list_words(const struct vocabulary *words)
{
    struct table_word *list = array_new(words->keys.count + 1, sizeof *list);

    for (uint32_t i = 0; list && i < words->keys.count; i++)
        list[i] = (struct table_word){words->words[i].key, words->words[i].form,
                                      find_share(words, i)};
    return list;
}

enum ura_status
ura_trainer_write(struct ura_trainer *trainer, const char *note, ura_sink *sink, void *user,
                  struct ura_error *error)
{
    struct table_draft draft = {
        .languages = {trainer->languages[0], trainer->languages[1]},
        .pairs = trainer->pairs.added,
        .types = {trainer->words[0].keys.count, trainer->words[1].keys.count},
        .note = ura_str_from(note)};
    struct ura_buf out = {0};
    enum ura_status status;
    int failed;

    if (!trainer->trained)
        return error_set(error, URA_BAD_ARGUMENT, "the trainer has not been trained");
    draft.words[0] = list_words(&trainer->words[0]);
    draft.words[1] = list_words(&trainer->words[1]);
    draft.link_count = collect_links(trainer, NULL);
    draft.links = array_new(draft.link_count + 1, sizeof *draft.links);
    if (draft.words[0] && draft.words[1] && draft.links) {
        collect_links(trainer, draft.links);
        status = table_write(&draft, &out, error);
    } else {
        status = error_memory(error);
    }
    if (!status) {
        failed = sink(out.ptr, out.len, user);
        if (failed)
            status = error_errno(error, "cannot write", failed);
    }
    free((void *)draft.words[0]);
    free((void *)draft.words[1]);
    free(draft.links);
    buf_release(&out);
    return status;
}
