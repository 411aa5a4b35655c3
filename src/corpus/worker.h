/* worker.h - a process that does pairs: takes their numbers, gives records back. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_WORKER_H
#define CORPUS_WORKER_H

#include "corpus/corpus.h"

/*
 * Follows its record (`record` bytes, a line; where the batch is learning and it did not fail,
 * its lesson) and, of a pair that failed, a message (`message` bytes) over the socket.
 */
struct answer {
    uint32_t index; /* of the pair */
    bool failed;
    bool warned;
    bool strangers; /* the texts look like no translations */
    bool broken;    /* the result could not be written: no pair's fault, the run cannot go on */
    enum ura_batch_reason reason;
    uint32_t record;
    uint32_t message;
};

/* The file that the result of pair INDEX is in until it is durable, in a run of process RUN. */
void worker_result_name(const struct ura_batch *batch, long run, uint32_t index, char *out);

/*
 * What a forked process does until SOCKET is closed at the other end: reads numbers of pairs
 * (uint32_t), does each, answers. Results are written into FOLDER for the run of process RUN.
 */
void worker_serve(const struct ura_batch *batch, int folder, long run, int socket);

#endif
