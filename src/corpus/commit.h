/* commit.h - finished pairs become durable in groups: first results, then their records. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_COMMIT_H
#define CORPUS_COMMIT_H

#include "corpus/corpus.h"

/* A pair that is finished. */
struct commit_entry {
    uint32_t index;
    bool failed;
    size_t start, len; /* of its record in `text` */
};

/* The group that is being gathered. */
struct commit {
    const struct ura_batch *batch;
    struct report *report; /* borrowed, as the folder */
    int folder;
    long run;
    struct commit_entry *entries;
    size_t count, capacity;
    struct ura_buf text;
    double oldest; /* when the first of the group was added */
};

/* Adds pair INDEX with its RECORD, at the time NOW. */
enum ura_status commit_add(struct commit *commit, uint32_t index, bool failed,
                           struct ura_str record, double now, struct ura_error *error);
/* Seconds from NOW until the group is to be flushed, 0 or less where that is due; an hour where
 * nothing is gathered. */
double commit_wait(const struct commit *commit, double now);
/*
 * Makes the group durable: bytes of the results, their names, then the records. Killed in
 * between, there are results without a record, which the next run makes again.
 */
enum ura_status commit_flush(struct commit *commit, struct ura_error *error);
void commit_release(struct commit *commit);

#endif
