/* threads.h - one job done by several threads, each its part. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_THREADS_H
#define WORDS_THREADS_H

#include "base/base.h"

/* Does part PART (from 0) of what USER is about. */
typedef void threads_work(void *user, size_t part);

/*
 * Calls WORK for PARTS parts, one in each thread, and returns when all are done. A thread that
 * the system does not give is no failure: its part is done in this one.
 */
void threads_run(size_t parts, threads_work *work, void *user);

#endif
