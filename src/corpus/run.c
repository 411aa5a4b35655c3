/* run.c - a batch from beginning to end: what is learned first, then results, made durable. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/corpus.h"

#include <stdlib.h>
#include <unistd.h>

#include "corpus/commit.h"
#include "corpus/learning.h"
#include "corpus/loop.h"

struct run {
    struct ura_batch *batch;
    const struct ura_batch_watch *watch;
    struct ura_batch_summary *summary;
    struct ura_error *error;
    int folder;
    struct learning learning;
    struct report report;
    struct commit commit;
};

/* Counts a pair that failed and tells of it. */
static enum ura_status
tell_failure(struct run *run, const struct answer *answer, struct ura_str message,
             struct ura_error *error)
{
    const struct ura_batch_pair *pair = &run->batch->list.pairs[answer->index];
    struct ura_buf text = {0};

    run->summary->progress.failed++;
    run->summary->reasons[answer->reason]++;
    if (!run->watch->failed)
        return URA_OK;
    buf_append_str(&text, message);
    buf_append_byte(&text, '\0');
    if (text.failed)
        return error_memory(error);
    run->watch->failed(&(struct ura_batch_failure){pair, answer->reason, text.ptr},
                       run->watch->user);
    buf_release(&text);
    return URA_OK;
}

/* The second pass, as a sink of answers. */
static enum ura_status
take_answer(void *user, const struct answer *answer, struct ura_str record,
            struct ura_str message, double now, struct ura_error *error)
{
    struct run *run = user;
    enum ura_status status;

    if (answer->broken)
        /* The message is one line about the folder of results. */
        return error_set(error, URA_IO, "%.*s", (int)message.len, message.ptr);
    status = commit_add(&run->commit, answer->index, answer->failed, record, now, error);
    run->summary->warned += answer->warned;
    run->summary->strangers += answer->strangers;
    if (answer->failed)
        return status ? status : tell_failure(run, answer, message, error);
    run->summary->progress.done++;
    return status;
}

static double
wait_for_flush(void *user, double now)
{
    const struct run *run = user;

    return commit_wait(&run->commit, now);
}

static enum ura_status
flush(void *user, struct ura_error *error)
{
    struct run *run = user;

    return commit_flush(&run->commit, error);
}

/* Pairs that failed in the first pass have failed. */
static enum ura_status
take_failures(struct run *run, bool *skipped)
{
    enum ura_status status = URA_OK;

    for (size_t i = 0; i < run->learning.failure_count && !status; i++) {
        const struct learning_failure *failure = &run->learning.failures[i];

        if (skipped[failure->answer.index])
            continue;
        skipped[failure->answer.index] = true;
        status = take_answer(run, &failure->answer, buf_str(&failure->record),
                             buf_str(&failure->message), loop_now(), run->error);
    }
    return status;
}

/* Takes what was learned for the second pass; what an earlier one made with another table is to
 * be done again. */
static enum ura_status
take_table(struct run *run, struct ura_table *table, uint64_t hash)
{
    struct ura_batch *batch = run->batch;
    bool changed = hash != batch->learned_hash;
    enum ura_status status = batch_take_learned(batch, table, hash, run->error);

    if (!status && changed && batch->options.resume)
        status = batch_resume(batch, run->error);
    return status;
}

/* The first pass. */
static enum ura_status
learn(struct run *run)
{
    struct ura_batch *batch = run->batch;
    bool gathers = !batch->options.learn_only || !batch->shard.count;
    struct ura_batch_progress *progress = &run->summary->progress;
    struct ura_table *table = NULL;
    enum ura_status status;
    uint64_t hash = 0;

    status = learning_open(batch, run->folder, true, &run->learning, run->error);
    if (!status)
        status = folder_clear(run->folder, batch->shard, run->error);
    if (!status)
        status = learning_run(&run->learning, run->folder, run->watch, progress,
                              &run->summary->stopped, run->error);
    if (status || run->summary->stopped || !gathers)
        return status;
    status = learning_make_table(&run->learning, run->folder, &table, &hash, run->error);
    if (!status)
        status = take_table(run, table, hash);
    if (!status && batch->options.save_table && batch->learned)
        status = learning_save_copy(&run->learning, run->error);
    else if (!status && batch->options.save_table)
        context_report(batch->context, URA_REPORT_WARNING,
                       "the sure sentences are too few to learn from; %s is not written",
                       batch->options.save_table);
    return status;
}

/* What is said of the first pass where there is no other: pairs that failed in it. */
static enum ura_status
tell_failures(struct run *run)
{
    enum ura_status status = URA_OK;

    run->summary->progress.failed = 0;
    for (size_t i = 0; i < run->learning.failure_count && !status; i++)
        status = tell_failure(run, &run->learning.failures[i].answer,
                              buf_str(&run->learning.failures[i].message), run->error);
    return status;
}

static enum ura_status
prepare(struct run *run, bool *skipped)
{
    struct ura_batch *batch = run->batch;
    enum ura_status status = report_open(batch, run->folder, &run->report, run->error);

    if (!status)
        status = folder_clear(run->folder, batch->shard, run->error);
    if (status)
        return status;
    batch_drop_kept(batch);
    run->commit = (struct commit){
        .batch = batch, .report = &run->report, .folder = run->folder, .run = (long)getpid()};
    for (size_t i = 0; i < batch->list.count; i++)
        skipped[i] = batch->list.pairs[i].state == URA_BATCH_KEPT;
    return take_failures(run, skipped);
}

/* The second pass. */
static enum ura_status
align(struct run *run)
{
    struct ura_batch *batch = run->batch;
    struct loop_sink sink = {take_answer, wait_for_flush, flush, run};
    bool *skipped = array_new(batch->list.count + 1, sizeof *skipped);
    struct loop_job job = {.batch = batch,
                           .watch = run->watch,
                           .sink = &sink,
                           .skipped = skipped,
                           .folder = run->folder,
                           .progress = &run->summary->progress};
    enum ura_status status;

    run->summary->progress =
        (struct ura_batch_progress){.pairs = batch->list.count, .kept = batch->kept_count};
    if (!skipped)
        return error_memory(run->error);
    status = prepare(run, skipped);
    if (!status)
        status = loop_run(&job, &run->summary->stopped, run->error);
    if (!status && !run->summary->stopped)
        status = report_finish(&run->report, run->error);
    free(skipped);
    return status;
}

/* Nothing is to be done: not even the report would be another. */
static bool
is_complete(const struct ura_batch *batch)
{
    return batch->complete && batch->kept_count == batch->list.count;
}

static enum ura_status
run_passes(struct run *run)
{
    struct ura_batch *batch = run->batch;
    enum ura_status status = folder_open(batch->options.folder, &run->folder, run->error);

    if (!status && learning_wanted(batch))
        status = learn(run);
    run->summary->learned = batch->learned_facts;
    if (status || run->summary->stopped)
        return status;
    if (batch->options.learn_only)
        return tell_failures(run);
    if (is_complete(batch)) {
        run->summary->progress =
            (struct ura_batch_progress){.pairs = batch->list.count, .kept = batch->kept_count};
        return URA_OK;
    }
    return align(run);
}

enum ura_status
ura_batch_run(struct ura_batch *batch, const struct ura_batch_watch *watch,
              struct ura_batch_summary *summary, struct ura_error *error)
{
    struct run run = {.batch = batch,
                      .watch = watch,
                      .summary = summary,
                      .error = error,
                      .folder = -1,
                      .learning = {.lessons = {.fd = -1}},
                      .report = {.fd = -1}};
    enum ura_status status = URA_OK;

    *summary = (struct ura_batch_summary){
        .progress = {.pairs = batch->list.count, .kept = batch->kept_count},
        .learned = batch->learned_facts};
    if (!is_complete(batch) || batch->unsure || batch->options.learn_only ||
        batch->options.save_table)
        status = run_passes(&run);
    report_close(&run.report);
    commit_release(&run.commit);
    learning_close(&run.learning);
    if (run.folder >= 0)
        close(run.folder);
    return status;
}
