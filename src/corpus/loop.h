/* loop.h - pairs handed out to workers and their answers taken, until all are done or the run
 * ends. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_LOOP_H
#define CORPUS_LOOP_H

#include "corpus/pool.h"

/* What becomes of answers. */
struct loop_sink {
    /* A pair is finished; RECORD and MESSAGE die with the call. */
    enum ura_status (*take)(void *user, const struct answer *answer, struct ura_str record,
                            struct ura_str message, double now, struct ura_error *error);
    /* Seconds until what was taken is to be flushed, 0 or less where that is due. */
    double (*wait)(void *user, double now);
    /* Makes what was taken durable. */
    enum ura_status (*flush)(void *user, struct ura_error *error);
    void *user;
};

/* What a loop is about. */
struct loop_job {
    const struct ura_batch *batch;
    const struct ura_batch_watch *watch;
    const struct loop_sink *sink;
    const bool *skipped; /* by pair: nothing is to be done of it */
    int folder;
    struct ura_batch_progress *progress; /* its `done` and `failed` are the sink's to count */
};

/*
 * Does all pairs that are not skipped. What was finished is flushed also where it fails: with
 * URA_IO and URA_NO_MEMORY, of the run and not of a pair. STOPPED: watch->stop came first.
 */
enum ura_status loop_run(const struct loop_job *job, bool *stopped, struct ura_error *error);

/* Seconds of a clock that only goes forward. */
double loop_now(void);

#endif
