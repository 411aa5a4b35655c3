/* corpus.h - the door of the room of many pairs. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_CORPUS_H
#define CORPUS_CORPUS_H

#include <ura/batch.h>

#include "corpus/folder.h"
#include "corpus/list.h"
#include "corpus/report.h"
#include "corpus/settings.h"

/* A list that was read, and what is to be done of it. */
struct ura_batch {
    struct ura_context *context;
    struct ura_batch_options options;
    struct shard shard;
    struct list list;
    char suffix[32];         /* of results: "." and the format's name */
    struct ura_buf settings; /* the options that matter, as a command line; terminated */
    uint64_t data_hash;
    uint64_t brought_hash; /* of what the user brought, a word list */
    uint64_t lesson_hash;  /* of the settings before anything is learned */
    uint64_t settings_hash;
    struct report_texts texts; /* of earlier runs; released once they are taken over */
    struct ura_str *kept;      /* a pair: its record there, where it is still good */
    size_t kept_count;
    bool learning;             /* its workers give lessons and write no results */
    struct ura_table *table;   /* options.table, opened */
    uint64_t table_hash;       /* of its bytes */
    struct ura_table *learned; /* of the first pass; NULL: none */
    uint64_t learned_hash;     /* 0: none */
    struct ura_batch_learned learned_facts;
    bool unsure;   /* the first pass may change what is to be done */
    bool complete; /* this shard's report is as it should be: nothing is to be written */
};

/* Fills in what is kept, and states, from the reports in the folder, if there is one. */
enum ura_status resume_read(struct ura_batch *batch, struct ura_error *error);
/* The key of a result of PAIR, made from texts with these hashes. */
uint64_t resume_key(const struct ura_batch *batch, const struct ura_batch_pair *pair,
                    uint64_t source_hash, uint64_t target_hash);
/*
 * Sets *OUT and *BYTES to hash and size of the file at PATH; false where it cannot be read or
 * is no regular file, which may give other bytes the next time. SCRATCH is memory to use.
 */
bool resume_hash_file(const char *path, struct ura_buf *scratch, uint64_t *out, size_t *bytes);

/* Finds out anew, with the settings as they are now, what earlier runs did. */
enum ura_status batch_resume(struct ura_batch *batch, struct ura_error *error);
/* Pairs are aligned with TABLE from here on, which has HASH and becomes the batch's; NULL and
 * 0: nothing was learned. */
enum ura_status batch_take_learned(struct ura_batch *batch, struct ura_table *table,
                                   uint64_t hash, struct ura_error *error);
/* Frees the reports of earlier runs, once the new one holds what is kept. */
void batch_drop_kept(struct ura_batch *batch);
/* Writes the result's file name of PAIR to OUT, which has room for it. */
void result_name(const struct ura_batch *batch, const struct ura_batch_pair *pair, char *out);
enum { RESULT_NAME_SIZE = 256 };

#endif
