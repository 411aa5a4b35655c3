/* learning.h - the first pass of a batch: pairs are aligned, and their sure beads make a table.
 */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_LEARNING_H
#define CORPUS_LEARNING_H

#include "corpus/corpus.h"
#include "corpus/lessons.h"
#include "corpus/worker.h"

/* A pair that failed in the first pass; it is not tried again in the second. */
struct learning_failure {
    struct answer answer; /* its index is one of the batch's list */
    struct ura_buf record, message;
};

/* Zero, then learning_open; ends with learning_close. */
struct learning {
    struct ura_batch *batch;
    struct ura_batch pupils; /* the batch, with the pairs that teach for its list */
    uint64_t *keys;          /* by pair: of its lesson; 0 where its texts cannot be read */
    struct lessons lessons;
    size_t missing; /* pairs that have no lesson */
    uint64_t key;   /* of all lessons there are: what a table is made from */
    struct learning_failure *failures;
    size_t failure_count, failure_capacity;
};

/* Whether the batch is to learn: asked for, or worth it. */
bool learning_wanted(const struct ura_batch *batch);
/*
 * Chooses the pairs that teach, the same ones for every shard, and finds what lessons of theirs
 * stand in FOLDER (a descriptor). WRITING: to add others, and those of earlier runs count only
 * where the batch resumes.
 */
enum ura_status learning_open(struct ura_batch *batch, int folder, bool writing,
                              struct learning *out, struct ura_error *error);
/* The first pass: aligns the pairs that have no lesson. */
enum ura_status learning_run(struct learning *learning, int folder,
                             const struct ura_batch_watch *watch,
                             struct ura_batch_progress *progress, bool *stopped,
                             struct ura_error *error);
/* The table in the folder if it was made from these lessons; *OUT is NULL otherwise. */
enum ura_status learning_find_table(const struct learning *learning, struct ura_table **out,
                                    uint64_t *hash, struct ura_error *error);
/* The same; made and put there where it is not. *OUT is NULL where the lessons are too few. */
enum ura_status learning_make_table(struct learning *learning, int folder,
                                    struct ura_table **out, uint64_t *hash,
                                    struct ura_error *error);
/* Writes the table that the batch learned to the path that was asked for. */
enum ura_status learning_save_copy(const struct learning *learning, struct ura_error *error);
void learning_close(struct learning *learning);

/* The lesson of pair INDEX; NULL where it has none. */
const struct lesson_place *learning_lesson(struct learning *learning, size_t index);

#endif
