/* sources.h - the inside of struct ura_corpus_sources. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_SOURCES_H
#define CORPUS_SOURCES_H

#include <ura/corpus.h>

#include "base/base.h"

struct ura_corpus_sources {
    struct ura_context *context;
    struct ura_arena arena; /* for all texts */
    struct ura_corpus_file *files;
    size_t count, capacity;
    struct ura_intern names; /* none may stand twice: ids are made of them */
};

/*
 * Adds FILE, whose texts live in the arena. URA_BAD_INPUT where its name was there before;
 * URA_NO_MEMORY also where its path is NULL.
 */
enum ura_status sources_add(struct ura_corpus_sources *sources,
                            const struct ura_corpus_file *file, struct ura_error *error);

#endif
