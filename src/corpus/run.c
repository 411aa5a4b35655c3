/* run.c - a batch as it runs: pairs handed out, answers taken, results made durable. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/corpus.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "corpus/commit.h"
#include "corpus/pool.h"

/*
 * Work that waits at each worker, so that none is idle while the parent syncs a group (some 10
 * ms); little enough that the end of a run, or a stop, is not felt.
 */
static const double QUEUE_SECONDS = 0.05;
static const double PROGRESS_SECONDS = 0.2; /* the watcher is told this often, or less */
static const double NANOSECONDS = 1e-9, MILLISECONDS = 1e3;

struct run {
    struct ura_batch *batch;
    const struct ura_batch_watch *watch;
    struct ura_batch_summary *summary;
    struct ura_error *error;
    enum ura_status status; /* of the run, not of a pair; once it is an error all ends */
    int folder;
    struct report report;
    struct commit commit;
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

static double
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * NANOSECONDS;
}

/* The run goes on after URA_OK only. */
static void
note(struct run *run, enum ura_status status)
{
    if (!run->status)
        run->status = status;
}

static bool
ending(const struct run *run)
{
    return run->summary->stopped || run->status;
}

static const struct ura_batch_pair *
pair_at(const struct run *run, uint32_t index)
{
    return &run->batch->list.pairs[index];
}

/* The next pair to hand out; there must be one. */
static uint32_t
next_pair(struct run *run)
{
    run->left--;
    if (run->again_count)
        return run->again[--run->again_count];
    while (pair_at(run, (uint32_t)run->cursor)->state == URA_BATCH_KEPT)
        run->cursor++;
    return (uint32_t)run->cursor++;
}

/* How many pairs a worker should have before it. */
static size_t
queue_length(const struct run *run)
{
    const struct ura_batch_progress *progress = &run->summary->progress;
    size_t finished = progress->done + progress->failed, wanted;
    double seconds = now() - run->began;

    if (!finished || seconds <= 0)
        return 1;
    wanted =
        (size_t)(QUEUE_SECONDS * (double)finished / (seconds * (double)run->pool.count)) + 1;
    if (wanted > run->left / (2 * run->pool.count) + 1)
        wanted = run->left / (2 * run->pool.count) + 1;
    return wanted < QUEUE_MAX ? wanted : QUEUE_MAX;
}

static void
hand_out(struct run *run)
{
    size_t wanted = queue_length(run);
    double time = now();

    for (size_t i = 0; i < run->pool.count && !ending(run); i++) {
        struct worker *worker = &run->pool.workers[i];

        if (run->left && !worker->pid)
            note(run, pool_start(&run->pool, worker, run->error));
        while (run->left && worker->pid && worker->queued < wanted)
            pool_order(worker, next_pair(run), time);
    }
}

static void
tell_failure(struct run *run, uint32_t index, enum ura_batch_reason reason,
             struct ura_str message)
{
    struct ura_buf text = {0};

    run->summary->progress.failed++;
    run->summary->reasons[reason]++;
    if (!run->watch->failed)
        return;
    buf_append_str(&text, message);
    buf_append_byte(&text, '\0');
    if (!text.failed)
        run->watch->failed(&(struct ura_batch_failure){pair_at(run, index), reason, text.ptr},
                           run->watch->user);
    buf_release(&text);
}

/* Starts WORKER anew; what it had before it goes to others. How the old process ended. */
static int
replace(struct run *run, struct worker *worker, bool softly)
{
    int ended = pool_stop(worker, softly);

    run->killed = true;
    while (worker->queued) {
        run->again[run->again_count++] = worker->queue[--worker->queued];
        run->left++;
    }
    if (!ending(run))
        note(run, pool_start(&run->pool, worker, run->error));
    return ended;
}

/* A pair that ended its process, or had to be ended with it. */
static void
fail_pair(struct run *run, uint32_t index, enum ura_batch_reason reason, double seconds,
          const char *message)
{
    struct pair_record record = {.failed = true, .reason = reason, .seconds = seconds};
    struct ura_buf line = {0};

    error_set(&record.error, URA_IO, "%s", message);
    record_append(&line, pair_at(run, index), &record);
    note(run, line.failed
                  ? error_memory(run->error)
                  : commit_add(&run->commit, index, true, buf_str(&line), now(), run->error));
    tell_failure(run, index, reason, ura_str_from(message));
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
mourn(struct run *run, struct worker *worker)
{
    bool at_work = worker->queued > 0;
    uint32_t index = at_work ? drop_current(worker) : 0;
    double seconds = now() - worker->started;
    int ended = replace(run, worker, true);
    char message[128];

    if (!at_work)
        return;
    if (!WIFSIGNALED(ended)) {
        fail_pair(run, index, URA_BATCH_MEMORY, seconds, "memory ran out in its process");
        return;
    }
    describe_signal(WTERMSIG(ended), message, sizeof message);
    fail_pair(run, index, URA_BATCH_CRASH, seconds, message);
}

/* Whether the answer is that memory ran out in a worker that had done other pairs before: then
 * it is asked again in a fresh one, so that the answer does not depend on those. */
static bool
is_to_be_tried_again(const struct run *run, const struct worker *worker,
                     const struct answer *answer)
{
    return answer->failed && answer->reason == URA_BATCH_MEMORY && worker->answered > 1 &&
           !run->fresh_tried[answer->index];
}

static void
take_answer(struct run *run, const struct answer *answer, struct ura_str record,
            struct ura_str message, double time)
{
    if (answer->broken) {
        /* The message is one line about the folder of results. */
        note(run, error_set(run->error, URA_IO, "%.*s", (int)message.len, message.ptr));
        return;
    }
    note(run,
         commit_add(&run->commit, answer->index, answer->failed, record, time, run->error));
    run->summary->warned += answer->warned;
    run->summary->strangers += answer->strangers;
    if (answer->failed)
        tell_failure(run, answer->index, answer->reason, message);
    else
        run->summary->progress.done++;
}

static void
listen(struct run *run, struct worker *worker)
{
    bool alive = pool_listen(worker);
    double time = now();
    struct ura_str record, message;
    struct answer answer;

    while (!run->status && !pool_take(worker, time, &answer, &record, &message)) {
        if (is_to_be_tried_again(run, worker, &answer)) {
            run->fresh_tried[answer.index] = true;
            replace(run, worker, false);
            if (worker->pid)
                pool_order(worker, answer.index, time);
            return;
        }
        take_answer(run, &answer, record, message, time);
        if (answer.failed && answer.reason == URA_BATCH_MEMORY) {
            replace(run, worker, false);
            return;
        }
    }
    if (!alive)
        mourn(run, worker);
}

/* Seconds until the next pair is over its time. */
static double
end_overdue(struct run *run)
{
    double limit = run->batch->options.timeout, time = now(), next = PROGRESS_SECONDS;

    for (size_t i = 0; limit > 0 && i < run->pool.count; i++) {
        struct worker *worker = &run->pool.workers[i];
        double left = worker->started + limit - time;

        if (!worker->pid || !worker->queued)
            continue;
        if (left <= 0) {
            uint32_t index = drop_current(worker);

            replace(run, worker, false);
            fail_pair(run, index, URA_BATCH_TIMEOUT, time - worker->started,
                      "took longer than --timeout allows");
        } else if (left < next) {
            next = left;
        }
    }
    return next;
}

static void
tell_progress(struct run *run)
{
    struct ura_batch_progress *progress = &run->summary->progress;
    size_t finished = progress->done + progress->failed;
    double time = now();

    progress->seconds = time - run->began;
    progress->left = finished ? progress->seconds / (double)finished *
                                    (double)(progress->pairs - progress->kept - finished)
                              : 0;
    if (!run->watch->progress || time - run->told < PROGRESS_SECONDS)
        return;
    run->told = time;
    run->watch->progress(progress, run->watch->user);
}

/* Whether a worker has something to do. */
static bool
is_busy(const struct run *run)
{
    for (size_t i = 0; i < run->pool.count; i++)
        if (run->pool.workers[i].pid && run->pool.workers[i].queued)
            return true;
    return false;
}

/* Waits until something happens, SECONDS at most, and sees to it. */
static void
wait_and_listen(struct run *run, double seconds)
{
    size_t count = run->pool.count;

    for (size_t i = 0; i < count; i++)
        run->polls[i] = (struct pollfd){.fd = run->pool.workers[i].socket, .events = POLLIN};
    run->polls[count] =
        (struct pollfd){.fd = run->summary->stopped ? -1 : run->watch->stop, .events = POLLIN};
    if (poll(run->polls, (nfds_t)count + 1,
             seconds > 0 ? (int)(seconds * MILLISECONDS) + 1 : 0) < 0)
        return; /* a signal; what it wants comes through the descriptor */
    if (run->polls[count].revents)
        run->summary->stopped = true;
    for (size_t i = 0; i < count && !run->status; i++)
        if (run->polls[i].revents)
            listen(run, &run->pool.workers[i]);
}

static void
loop(struct run *run)
{
    for (;;) {
        double wait, until_flush;

        hand_out(run);
        if (run->status || !is_busy(run))
            break;
        wait = end_overdue(run);
        until_flush = commit_wait(&run->commit, now());
        if (until_flush <= 0) {
            note(run, commit_flush(&run->commit, run->error));
            continue;
        }
        wait_and_listen(run, until_flush < wait ? until_flush : wait);
        tell_progress(run);
    }
    if (!run->left)
        run->summary->stopped = false; /* it came too late to change anything */
}

/* What is finished is made durable even where the run cannot go on; its first error counts. */
static void
finish(struct run *run)
{
    struct ura_error second = {0};
    enum ura_status status = commit_flush(&run->commit, run->status ? &second : run->error);

    note(run, status);
    if (!run->status && !run->summary->stopped)
        note(run, report_finish(&run->report, run->error));
    pool_release(&run->pool);
    if (run->killed || run->status)
        folder_clear(run->folder, run->batch->shard, NULL);
}

static enum ura_status
prepare(struct run *run)
{
    struct ura_batch *batch = run->batch;
    enum ura_status status = report_open(batch, run->folder, &run->report, run->error);

    if (!status)
        status = folder_clear(run->folder, batch->shard, run->error);
    if (status)
        return status;
    batch_drop_kept(batch);
    status = pool_init(&run->pool, batch, run->folder, batch->options.jobs, run->error);
    if (status)
        return status;
    run->commit = (struct commit){
        .batch = batch, .report = &run->report, .folder = run->folder, .run = run->pool.run};
    run->polls = array_new(run->pool.count + 1, sizeof *run->polls);
    run->again = array_new(batch->list.count + 1, sizeof *run->again);
    run->fresh_tried = array_new(batch->list.count + 1, sizeof *run->fresh_tried);
    if (!run->polls || !run->again || !run->fresh_tried)
        return error_memory(run->error);
    return URA_OK;
}

enum ura_status
ura_batch_run(struct ura_batch *batch, const struct ura_batch_watch *watch,
              struct ura_batch_summary *summary, struct ura_error *error)
{
    struct run run = {
        .batch = batch, .watch = watch, .summary = summary, .error = error, .folder = -1};

    *summary = (struct ura_batch_summary){
        .progress = {.pairs = batch->list.count, .kept = batch->kept_count}};
    run.left = batch->list.count - batch->kept_count;
    run.began = now();
    if (batch->complete && !run.left)
        return URA_OK;
    run.report.fd = -1;
    run.status = folder_open(batch->options.folder, &run.folder, error);
    if (!run.status)
        note(&run, prepare(&run));
    if (!run.status) {
        loop(&run);
        finish(&run);
        tell_progress(&run);
    }
    report_close(&run.report);
    commit_release(&run.commit);
    free(run.polls);
    free(run.again);
    free(run.fresh_tried);
    if (run.folder >= 0)
        close(run.folder);
    return run.status;
}
