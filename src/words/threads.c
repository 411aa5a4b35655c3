/* threads.c - one job done by several threads, each its part. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/threads.h"

#include <pthread.h>
#include <stdlib.h>

struct part {
    threads_work *work;
    void *user;
    size_t number;
    pthread_t thread;
    bool started;
};

static void *
run_part(void *argument)
{
    struct part *part = argument;

    part->work(part->user, part->number);
    return NULL;
}

void
threads_run(size_t parts, threads_work *work, void *user)
{
    struct part *items = parts > 1 ? array_new(parts, sizeof *items) : NULL;

    for (size_t i = 1; items && i < parts; i++) {
        items[i] = (struct part){.work = work, .user = user, .number = i};
        items[i].started = pthread_create(&items[i].thread, NULL, run_part, &items[i]) == 0;
    }
    work(user, 0);
    for (size_t i = 1; i < parts; i++) {
        if (items && items[i].started)
            pthread_join(items[i].thread, NULL);
        else
            work(user, i);
    }
    free(items);
}
