/* loop.c - pairs handed out to workers and their answers taken, until all are done or the run
 * ends. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * Work that waits at each worker, so that none is idle while the parent syncs a group (some 10
 * ms); little enough that the end of a run, or a stop, is not felt.
 */
static const double QUEUE_SECONDS = 0.05;
static const double PROGRESS_SECONDS = 0.2; /* the watcher is told this often, or less */
static const double NANOSECONDS = 1e-9, MILLISECONDS = 1e3;

struct loop {
    const struct loop_job *job;
    struct ura_error *error;
    enum ura_status status; /* of the run, not of a pair; once it is an error all ends */
    bool stopped;
    struct pool pool;
    struct pollfd *polls;
    size_t cursor; /* the first pair that was not looked at yet */
    size_t left;   /* pairs that are to be handed out */
    uint32_t
        *again; /* pairs to be handed out once more: their worker died before it got there */
    size_t again_count;
    bool
        *fresh_tried; /* by pair: memory ran out, and a worker that did nothing else is at it */
    bool killed;      /* a worker was, so that half a result may lie about */
    double began, told;
};

double
loop_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * NANOSECONDS;
}

/* The run goes on after URA_OK only. */
static void
note(struct loop *loop, enum ura_status status)
{
    if (!loop->status)
        loop->status = status;
}

static bool
ending(const struct loop *loop)
{
    return loop->stopped || loop->status;
}

/* The next pair to hand out; there must be one. */
static uint32_t
next_pair(struct loop *loop)
{
    loop->left--;
    if (loop->again_count)
        return loop->again[--loop->again_count];
    while (loop->job->skipped[loop->cursor])
        loop->cursor++;
    return (uint32_t)loop->cursor++;
}

/* How many pairs a worker should have before it. */
static size_t
queue_length(const struct loop *loop)
{
    const struct ura_batch_progress *progress = loop->job->progress;
    size_t finished = progress->done + progress->failed, wanted;
    double seconds = loop_now() - loop->began;

    if (!finished || seconds <= 0)
        return 1;
    wanted =
        (size_t)(QUEUE_SECONDS * (double)finished / (seconds * (double)loop->pool.count)) + 1;
    if (wanted > loop->left / (2 * loop->pool.count) + 1)
        wanted = loop->left / (2 * loop->pool.count) + 1;
    return wanted < QUEUE_MAX ? wanted : QUEUE_MAX;
}

static void
hand_out(struct loop *loop)
{
    size_t wanted = queue_length(loop);
    double time = loop_now();

    for (size_t i = 0; i < loop->pool.count && !ending(loop); i++) {
        struct worker *worker = &loop->pool.workers[i];

        if (loop->left && !worker->pid)
            note(loop, pool_start(&loop->pool, worker, loop->error));
        while (loop->left && worker->pid && worker->queued < wanted)
            pool_order(worker, next_pair(loop), time);
    }
}

/* Hands a finished pair on. */
static void
finish_pair(struct loop *loop, const struct answer *answer, struct ura_str record,
            struct ura_str message, double time)
{
    const struct loop_sink *sink = loop->job->sink;

    note(loop, sink->take(sink->user, answer, record, message, time, loop->error));
}

/* Starts WORKER anew; what it had before it goes to others. How the old process ended. */
static int
replace(struct loop *loop, struct worker *worker, bool softly)
{
    int ended = pool_stop(worker, softly);

    loop->killed = true;
    while (worker->queued) {
        loop->again[loop->again_count++] = worker->queue[--worker->queued];
        loop->left++;
    }
    if (!ending(loop))
        note(loop, pool_start(&loop->pool, worker, loop->error));
    return ended;
}

/* A pair that ended its process, or had to be ended with it. */
static void
fail_pair(struct loop *loop, uint32_t index, enum ura_batch_reason reason, double seconds,
          const char *message)
{
    struct pair_record record = {.failed = true, .reason = reason, .seconds = seconds};
    struct answer answer = {.index = index, .failed = true, .reason = reason};
    struct ura_buf line = {0};

    error_set(&record.error, URA_IO, "%s", message);
    record_append(&line, &loop->job->batch->list.pairs[index], &record);
    if (line.failed)
        note(loop, error_memory(loop->error));
    else
        finish_pair(loop, &answer, buf_str(&line), ura_str_from(message), loop_now());
    buf_release(&line);
}

/* Takes the pair that WORKER is at out of its queue. */
static uint32_t
drop_current(struct worker *worker)
{
    uint32_t index = worker->queue[0];

    worker->queued--;
    memmove(worker->queue, worker->queue + 1, worker->queued * sizeof *worker->queue);
    return index;
}

/* What to say of a process that SIGNAL ended. */
static void
describe_signal(int signal, char *out, size_t size)
{
    static const struct {
        int signal;
        const char *name;
    } names[] = {
        {SIGSEGV, " (SIGSEGV)"}, {SIGABRT, " (SIGABRT)"}, {SIGBUS, " (SIGBUS)"},
        {SIGFPE, " (SIGFPE)"},   {SIGILL, " (SIGILL)"},   {SIGKILL, " (SIGKILL)"},
        {SIGXCPU, " (SIGXCPU)"},
    };
    const char *name = "";

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].signal == signal)
            name = names[i].name;
    snprintf(out, size, "its process was ended by signal %d%s", signal, name);
}

/* WORKER is gone, and nobody sent it away. */
static void
mourn(struct loop *loop, struct worker *worker)
{
    bool at_work = worker->queued > 0;
    uint32_t index = at_work ? drop_current(worker) : 0;
    double seconds = loop_now() - worker->started;
    int ended = replace(loop, worker, true);
    char message[128];

    if (!at_work)
        return;
    if (!WIFSIGNALED(ended)) {
        fail_pair(loop, index, URA_BATCH_MEMORY, seconds, "memory ran out in its process");
        return;
    }
    describe_signal(WTERMSIG(ended), message, sizeof message);
    fail_pair(loop, index, URA_BATCH_CRASH, seconds, message);
}

/* Whether the answer is that memory ran out in a worker that had done other pairs before: then
 * it is asked again in a fresh one, so that the answer does not depend on those. */
static bool
is_to_be_tried_again(const struct loop *loop, const struct worker *worker,
                     const struct answer *answer)
{
    return answer->failed && answer->reason == URA_BATCH_MEMORY && worker->answered > 1 &&
           !loop->fresh_tried[answer->index];
}

static void
take_answer(struct loop *loop, const struct answer *answer, struct ura_str record,
            struct ura_str message, double time)
{
    if (answer->broken) {
        /* The message is one line about the folder of results. */
        note(loop, error_set(loop->error, URA_IO, "%.*s", (int)message.len, message.ptr));
        return;
    }
    finish_pair(loop, answer, record, message, time);
}

static void
listen(struct loop *loop, struct worker *worker)
{
    bool alive = pool_listen(worker);
    double time = loop_now();
    struct ura_str record, message;
    struct answer answer;

    while (!loop->status && !pool_take(worker, time, &answer, &record, &message)) {
        if (is_to_be_tried_again(loop, worker, &answer)) {
            loop->fresh_tried[answer.index] = true;
            replace(loop, worker, false);
            if (worker->pid)
                pool_order(worker, answer.index, time);
            return;
        }
        take_answer(loop, &answer, record, message, time);
        if (answer.failed && answer.reason == URA_BATCH_MEMORY) {
            replace(loop, worker, false);
            return;
        }
    }
    if (!alive)
        mourn(loop, worker);
}

/* Seconds until the next pair is over its time. */
static double
end_overdue(struct loop *loop)
{
    double limit = loop->job->batch->options.timeout, time = loop_now(),
           next = PROGRESS_SECONDS;

    for (size_t i = 0; limit > 0 && i < loop->pool.count; i++) {
        struct worker *worker = &loop->pool.workers[i];
        double left = worker->started + limit - time;

        if (!worker->pid || !worker->queued)
            continue;
        if (left <= 0) {
            uint32_t index = drop_current(worker);

            replace(loop, worker, false);
            fail_pair(loop, index, URA_BATCH_TIMEOUT, time - worker->started,
                      "took longer than --timeout allows");
        } else if (left < next) {
            next = left;
        }
    }
    return next;
}

static void
tell_progress(struct loop *loop)
{
    struct ura_batch_progress *progress = loop->job->progress;
    size_t finished = progress->done + progress->failed;
    double time = loop_now();

    progress->seconds = time - loop->began;
    progress->left = finished ? progress->seconds / (double)finished *
                                    (double)(progress->pairs - progress->kept - finished)
                              : 0;
    if (!loop->job->watch->progress || time - loop->told < PROGRESS_SECONDS)
        return;
    loop->told = time;
    loop->job->watch->progress(progress, loop->job->watch->user);
}

/* Whether a worker has something to do. */
static bool
is_busy(const struct loop *loop)
{
    for (size_t i = 0; i < loop->pool.count; i++)
        if (loop->pool.workers[i].pid && loop->pool.workers[i].queued)
            return true;
    return false;
}

/* Waits until something happens, SECONDS at most, and sees to it. */
static void
wait_and_listen(struct loop *loop, double seconds)
{
    size_t count = loop->pool.count;

    for (size_t i = 0; i < count; i++)
        loop->polls[i] = (struct pollfd){.fd = loop->pool.workers[i].socket, .events = POLLIN};
    loop->polls[count] =
        (struct pollfd){.fd = loop->stopped ? -1 : loop->job->watch->stop, .events = POLLIN};
    if (poll(loop->polls, (nfds_t)count + 1,
             seconds > 0 ? (int)(seconds * MILLISECONDS) + 1 : 0) < 0)
        return; /* a signal; what it wants comes through the descriptor */
    if (loop->polls[count].revents)
        loop->stopped = true;
    for (size_t i = 0; i < count && !loop->status; i++)
        if (loop->polls[i].revents)
            listen(loop, &loop->pool.workers[i]);
}

static void
go_on(struct loop *loop)
{
    const struct loop_sink *sink = loop->job->sink;

    for (;;) {
        double wait, until_flush;

        hand_out(loop);
        if (loop->status || !is_busy(loop))
            break;
        wait = end_overdue(loop);
        until_flush = sink->wait(sink->user, loop_now());
        if (until_flush <= 0) {
            note(loop, sink->flush(sink->user, loop->error));
            continue;
        }
        wait_and_listen(loop, until_flush < wait ? until_flush : wait);
        tell_progress(loop);
    }
    if (!loop->left)
        loop->stopped = false; /* it came too late to change anything */
}

static enum ura_status
prepare(struct loop *loop)
{
    const struct loop_job *job = loop->job;
    enum ura_status status =
        pool_init(&loop->pool, job->batch, job->folder, job->batch->options.jobs, loop->error);

    if (status)
        return status;
    loop->polls = array_new(loop->pool.count + 1, sizeof *loop->polls);
    loop->again = array_new(job->batch->list.count + 1, sizeof *loop->again);
    loop->fresh_tried = array_new(job->batch->list.count + 1, sizeof *loop->fresh_tried);
    return loop->polls && loop->again && loop->fresh_tried ? URA_OK : error_memory(loop->error);
}

/* What is finished is made durable even where the run cannot go on; its first error counts. */
static void
finish(struct loop *loop)
{
    const struct loop_sink *sink = loop->job->sink;
    struct ura_error second = {0};

    note(loop, sink->flush(sink->user, loop->status ? &second : loop->error));
    pool_release(&loop->pool);
    if (loop->killed || loop->status)
        folder_clear(loop->job->folder, loop->job->batch->shard, NULL);
}

enum ura_status
loop_run(const struct loop_job *job, bool *stopped, struct ura_error *error)
{
    struct loop loop = {.job = job, .error = error, .began = loop_now()};

    for (size_t i = 0; i < job->batch->list.count; i++)
        loop.left += !job->skipped[i];
    loop.status = prepare(&loop);
    if (!loop.status) {
        go_on(&loop);
        finish(&loop);
        tell_progress(&loop);
    }
    *stopped = loop.stopped;
    free(loop.polls);
    free(loop.again);
    free(loop.fresh_tried);
    return loop.status;
}
