/* pool.h - the worker processes of a run: started, fed, listened to, replaced. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_POOL_H
#define CORPUS_POOL_H

#include <sys/types.h>

#include "corpus/worker.h"

enum { QUEUE_MAX = 32 }; /* pairs that a worker may have before it at most */

struct worker {
    pid_t pid;                 /* 0: none */
    int socket;                /* -1: none */
    uint32_t queue[QUEUE_MAX]; /* pairs it was told to do, the one it is at first */
    size_t queued;
    size_t answered;
    double started; /* when it began with the first of the queue */
    struct ura_buf inbox;
    size_t taken; /* bytes of the inbox that were answers already taken */
};

struct pool {
    const struct ura_batch *batch;
    int folder; /* borrowed */
    long run;   /* the process that all are children of */
    struct worker *workers;
    size_t count;
};

/* JOBS, or as many as there are processors where that is 0. */
size_t pool_jobs(size_t jobs);
/* JOBS workers, or as many as there are processors; none is started. */
enum ura_status pool_init(struct pool *pool, const struct ura_batch *batch, int folder,
                          size_t jobs, struct ura_error *error);
/* Ends and forgets all. */
void pool_release(struct pool *pool);

/* Starts WORKER, of which no process must be left. */
enum ura_status pool_start(struct pool *pool, struct worker *worker, struct ura_error *error);
/* Kills its process, or where SOFTLY lets it end; returns how it ended, as waitpid has it. */
int pool_stop(struct worker *worker, bool softly);
/* Tells it to do pair INDEX. The queue must have room. */
void pool_order(struct worker *worker, uint32_t index, double now);
/* Reads what it sent; false once nothing more can come. */
bool pool_listen(struct worker *worker);
/*
 * Takes the next answer from the inbox: its record and message live until the worker is
 * listened to again. The pair leaves the queue. URA_END: none is complete.
 */
enum ura_status pool_take(struct worker *worker, double now, struct answer *out,
                          struct ura_str *record, struct ura_str *message);

#endif
