/* trainer.h - the inside of struct ura_trainer, for the files of this room. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_TRAINER_H
#define WORDS_TRAINER_H

#include <ura/words.h>

#include "base/base.h"
#include "base/context.h"
#include "lexicon/reader.h"
#include "words/model.h"
#include "words/pairs.h"

enum { TRAINER_LANGUAGE_BYTES = 16 };

struct ura_trainer {
    struct ura_context *context;
    struct ura_trainer_options options;
    char languages[2][TRAINER_LANGUAGE_BYTES]; /* "": not known yet */
    bool open;                                 /* the readers are */
    struct reader readers[2];
    struct vocabulary words[2];
    struct pairs pairs;
    uint64_t passed_over;
    /* Pairs that came before the languages were known: texts one after another. */
    struct ura_buf waiting[2];
    struct waiting {
        size_t lens[2];
        float weight;
    } * waiting_pairs;
    size_t waiting_count, waiting_capacity;
    bool trained;
    struct model models[2]; /* P(target | source), P(source | target) */
};

/* Reads a pair of texts into the readers' tokens, from the first. */
enum ura_status trainer_read(struct ura_trainer *trainer, const struct ura_str texts[2],
                             struct ura_error *error);

#endif
