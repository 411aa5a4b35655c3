/* record.h - what a report says of a pair. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_RECORD_H
#define CORPUS_RECORD_H

#include <ura/batch.h>

#include "base/base.h"

/* What is known of one text of a pair. */
struct record_side {
    bool hashed; /* hash and bytes are known */
    uint64_t hash;
    size_t bytes;
    bool read; /* what follows is known */
    char language[16];
    char encoding[32];
    enum ura_layout layout;
    size_t sentences;
};

/* Zero is a pair of which nothing is known yet. */
struct pair_record {
    bool failed;
    enum ura_batch_reason reason; /* where it failed */
    struct ura_error error;
    uint64_t key; /* of the result, where it is done */
    char result[256];
    size_t result_bytes;
    struct record_side source, target;
    size_t pairs, nulls, moved; /* beads by kind */
    size_t one_to_one;          /* of `pairs` and `moved` */
    double confidence;          /* mean probability of the beads */
    double translation;         /* probability that the texts are translations */
    size_t left_out;            /* beads that were not sure enough */
    bool strangers;             /* they look like none */
    struct ura_buf warnings;    /* JSON strings with commas between */
    size_t warning_count;
    double seconds;
    double peak; /* MiB */
};

void record_release(struct pair_record *record);
/* Appends the record of PAIR as one line. */
void record_append(struct ura_buf *buf, const struct ura_batch_pair *pair,
                   const struct pair_record *record);
/* Appends "FILE:LINE: MESSAGE (byte N)", what is known of it. */
void record_append_error(struct ura_buf *buf, const struct ura_error *error);

/* What a line of a report says, as far as a later run needs it. */
struct record_line {
    bool is_pair;
    struct ura_str name; /* lives until the scratch is used again */
    uint64_t key;
    bool done;
    size_t result_bytes;
    struct ura_str suffix; /* of its result, from the last full stop on; lives in the line */
    bool is_head;          /* the first line of a report */
    size_t pairs;          /* that the report is to have, in a head */
};

/* Reads LINE; false where it is no object. SCRATCH holds the name. */
bool record_scan(struct ura_str line, struct ura_buf *scratch, struct record_line *out);

#endif
