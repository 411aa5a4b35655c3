/* learning.c - the first pass of a batch: pairs that teach are chosen, and aligned. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/learning.h"

#include <stdlib.h>

#include "corpus/loop.h"

/*
 * Pairs that teach at most; chosen, not fitted: their sentences are about TOKENS_MAX tokens.
 * So the first pass of a long list is short, its lessons take some 20 MB on disk, and each
 * shard could make all of them.
 */
enum { PUPILS_MAX = 2048 };
/* Pairs from which on learning is tried without being asked for; learning_table.c says how many
 * of their sentences it takes. */
enum { PAIRS_MIN = 8 };
static const double GROUP_SECONDS = 1; /* of work that a killed run loses, as in commit.c */

bool
learning_wanted(const struct ura_batch *batch)
{
    int realign = batch->options.realign;

    return realign ? realign > 0 : batch->list.all_count >= PAIRS_MIN;
}

/* A pair of the list and what it is drawn by. */
struct ticket {
    uint64_t hash;
    size_t index;
};

static int
compare_tickets(const void *first, const void *second)
{
    const struct ticket *one = first, *other = second;

    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    return (one->index > other->index) - (one->index < other->index);
}

static int
compare_indexes(const void *first, const void *second)
{
    const struct ticket *one = first, *other = second;

    return (one->index > other->index) - (one->index < other->index);
}

/* Draws the pupils by a hash of their names, and puts them in the order of the list. */
static bool
choose_pupils(struct learning *learning)
{
    const struct list *list = &learning->batch->list;
    struct list *chosen = &learning->pupils.list;
    struct ticket *tickets = array_new(list->all_count + 1, sizeof *tickets);
    size_t count = list->all_count < PUPILS_MAX ? list->all_count : PUPILS_MAX;

    *chosen = (struct list){.folder = list->folder};
    chosen->pairs = array_new(count + 1, sizeof *chosen->pairs);
    learning->keys = array_new(count + 1, sizeof *learning->keys);
    if (!tickets || !chosen->pairs || !learning->keys) {
        free(tickets);
        return false;
    }
    for (size_t i = 0; i < list->all_count; i++) {
        const char *name = list->all[i].name;

        tickets[i] = (struct ticket){hash_bytes(name, strlen(name)), i};
    }
    qsort(tickets, list->all_count, sizeof *tickets, compare_tickets);
    qsort(tickets, count, sizeof *tickets, compare_indexes);
    for (size_t i = 0; i < count; i++)
        chosen->pairs[chosen->count++] = list->all[tickets[i].index];
    free(tickets);
    return true;
}

/* The keys under which lessons of these texts are kept. */
static enum ura_status
find_keys(struct learning *learning, struct ura_error *error)
{
    const struct ura_batch *batch = &learning->pupils;
    struct ura_buf path = {0}, bytes = {0};
    enum ura_status status = URA_OK;

    for (size_t i = 0; i < batch->list.count && !status; i++) {
        const struct ura_batch_pair *pair = &batch->list.pairs[i];
        uint64_t hashes[2];
        size_t size;
        bool read = true;

        for (int side = 0; side < 2 && read && !status; side++) {
            if (!list_resolve(&batch->list, side ? pair->target : pair->source, &path))
                status = error_memory(error);
            else
                read = resume_hash_file(path.ptr, &bytes, &hashes[side], &size);
        }
        if (!status && read)
            learning->keys[i] = resume_key(batch, pair, hashes[0], hashes[1]);
    }
    buf_release(&path);
    buf_release(&bytes);
    return status;
}

const struct lesson_place *
learning_lesson(struct learning *learning, size_t index)
{
    return learning->keys[index] ? lessons_find(&learning->lessons, learning->keys[index])
                                 : NULL;
}

/* What the lessons that there are amount to. */
static enum ura_status
take_stock(struct learning *learning, struct ura_error *error)
{
    struct hash_stream *stream = hash_stream_new();
    bool asked = learning->batch->options.realign > 0;

    if (!stream)
        return error_memory(error);
    learning->missing = 0;
    hash_stream_add(stream, &asked, sizeof asked);
    for (size_t i = 0; i < learning->pupils.list.count; i++) {
        if (learning_lesson(learning, i))
            hash_stream_add(stream, &learning->keys[i], sizeof learning->keys[i]);
        else
            learning->missing++;
    }
    learning->key = hash_stream_value(stream);
    hash_stream_free(stream);
    return URA_OK;
}

enum ura_status
learning_open(struct ura_batch *batch, int folder, bool writing, struct learning *out,
              struct ura_error *error)
{
    enum ura_status status;

    *out = (struct learning){.batch = batch, .pupils = *batch, .lessons = {.fd = -1}};
    out->pupils.learning = true;
    out->pupils.settings_hash = batch->lesson_hash;
    out->pupils.options.pair.tables[0] = batch->table;
    out->pupils.options.pair.tables[1] = NULL;
    if (!choose_pupils(out))
        return error_memory(error);
    status = writing ? lessons_open(folder, batch->shard, batch->options.resume, &out->lessons,
                                    error)
                     : lessons_look(folder, &out->lessons, error);
    if (!status)
        status = find_keys(out, error);
    return status ? status : take_stock(out, error);
}

/* Remembers what came of a pair of this shard, for the second pass to report. */
static enum ura_status
note_failure(struct learning *learning, const struct answer *answer, struct ura_str record,
             struct ura_str message, struct ura_error *error)
{
    const char *name = learning->pupils.list.pairs[answer->index].name;
    uint32_t index = list_find(&learning->batch->list, ura_str_from(name));
    struct learning_failure *failure;

    if (index == INTERN_NONE)
        return URA_OK;
    failure = array_grow(learning->failures, &learning->failure_capacity,
                         learning->failure_count + 1, sizeof *failure);
    if (!failure)
        return error_memory(error);
    learning->failures = failure;
    failure += learning->failure_count++;
    *failure = (struct learning_failure){.answer = *answer};
    failure->answer.index = index;
    buf_append_str(&failure->record, record);
    buf_append_str(&failure->message, message);
    return failure->record.failed || failure->message.failed ? error_memory(error) : URA_OK;
}

/* The first pass, as a sink of answers. */
struct pass {
    struct learning *learning;
    struct ura_batch_progress *progress;
    double oldest; /* when the first lesson that is not flushed came; negative: there is none */
};

static enum ura_status
take_answer(void *user, const struct answer *answer, struct ura_str record,
            struct ura_str message, double now, struct ura_error *error)
{
    struct pass *pass = user;
    struct learning *learning = pass->learning;

    if (answer->failed) {
        pass->progress->failed++;
        return note_failure(learning, answer, record, message, error);
    }
    pass->progress->done++;
    if (pass->oldest < 0)
        pass->oldest = now;
    /* Texts that no hash was found of may be others the next time. */
    if (!learning->keys[answer->index])
        return URA_OK;
    return lessons_add(&learning->lessons, learning->keys[answer->index], record, error);
}

static double
wait_for_flush(void *user, double now)
{
    const struct pass *pass = user;

    return pass->oldest < 0 ? GROUP_SECONDS : pass->oldest + GROUP_SECONDS - now;
}

static enum ura_status
flush(void *user, struct ura_error *error)
{
    struct pass *pass = user;

    pass->oldest = -1;
    return lessons_flush(&pass->learning->lessons, error);
}

/* Whether pair INDEX is to be aligned by this run: the other shards' are theirs where all that
 * is asked for is to learn. */
static bool
is_to_be_done(struct learning *learning, size_t index)
{
    const struct ura_batch *batch = learning->batch;
    const char *name = learning->pupils.list.pairs[index].name;

    return !learning_lesson(learning, index) &&
           (!batch->options.learn_only ||
            list_find(&batch->list, ura_str_from(name)) != INTERN_NONE);
}

enum ura_status
learning_run(struct learning *learning, int folder, const struct ura_batch_watch *watch,
             struct ura_batch_progress *progress, bool *stopped, struct ura_error *error)
{
    size_t count = learning->pupils.list.count;
    struct pass pass = {learning, progress, -1};
    struct loop_sink sink = {take_answer, wait_for_flush, flush, &pass};
    bool *skipped = array_new(count + 1, sizeof *skipped);
    struct loop_job job = {.batch = &learning->pupils,
                           .watch = watch,
                           .sink = &sink,
                           .skipped = skipped,
                           .folder = folder,
                           .progress = progress};
    enum ura_status status = URA_OK;

    *stopped = false;
    if (!skipped)
        return error_memory(error);
    *progress = (struct ura_batch_progress){.learning = true, .pairs = count};
    for (size_t i = 0; i < count; i++) {
        skipped[i] = !is_to_be_done(learning, i);
        progress->kept += skipped[i];
    }
    if (progress->kept < count)
        status = loop_run(&job, stopped, error);
    free(skipped);
    return status || *stopped ? status : take_stock(learning, error);
}

void
learning_close(struct learning *learning)
{
    for (size_t i = 0; i < learning->failure_count; i++) {
        buf_release(&learning->failures[i].record);
        buf_release(&learning->failures[i].message);
    }
    free(learning->failures);
    free(learning->keys);
    free(learning->pupils.list.pairs);
    lessons_close(&learning->lessons);
    *learning = (struct learning){.lessons = {.fd = -1}};
}
