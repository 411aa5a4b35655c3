/* worker.c - a process that does pairs: takes their numbers, gives records back. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/worker.h"

#include "corpus/lesson.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif

static const double KIB_PER_MIB = 1024, NANOSECONDS = 1e-9;

struct worker_state {
    const struct ura_batch *batch;
    int folder;
    long run;
    int peak_reset; /* descriptor that takes the peak back to what is held now, or -1 */
    struct ura_buf path, scratch; /* of a text; its bytes */
};

/* The file of a pair's result while it is written. */
struct result {
    int fd;
    int failed; /* errno of what went wrong in writing */
    size_t bytes;
};

static int
write_result(const void *bytes, size_t len, void *user)
{
    struct result *result = user;

    if (!result->failed)
        result->failed = file_write(result->fd, bytes, len);
    result->bytes += len;
    return result->failed;
}

void
worker_result_name(const struct ura_batch *batch, long run, uint32_t index, char *out)
{
    folder_temporary_name(batch->shard, run, index, out);
}

/* Takes warnings down for the record; notes are for people at a terminal. */
static void
take_report(enum ura_report_level level, const char *text, void *user)
{
    struct pair_record *record = user;

    if (level != URA_REPORT_WARNING)
        return;
    if (record->warning_count++)
        buf_append_byte(&record->warnings, ',');
    buf_append_json(&record->warnings, ura_str_from(text));
}

static void
describe(const struct ura_document *document, struct record_side *side)
{
    side->read = true;
    snprintf(side->language, sizeof side->language, "%s", document->language);
    snprintf(side->encoding, sizeof side->encoding, "%s", document->encoding);
    side->layout = document->layout;
    side->sentences = document->sentence_count;
}

/* The one place where a batch opens a text. */
static enum ura_status
open_text(const struct worker_state *state, const char *path,
          const struct ura_document_options *options, struct ura_document **out,
          struct ura_error *error)
{
    return ura_format_open_document(state->batch->context, path, state->batch->options.from,
                                    options, 0, out, error);
}

/* Opens the text that the list calls PATH. Its bytes are hashed first: should they change in
 * between, the next run sees it. */
static enum ura_status
open_side(struct worker_state *state, const char *path, const char *language,
          struct record_side *side, struct ura_document **out, struct ura_error *error)
{
    const struct ura_batch_options *options = &state->batch->options;
    struct ura_document_options reading = {.name = path,
                                           .language = language,
                                           .encoding = options->encoding,
                                           .layout = options->layout};
    enum ura_status status;

    if (!list_resolve(&state->batch->list, path, &state->path))
        return error_memory(error);
    side->hashed =
        resume_hash_file(state->path.ptr, &state->scratch, &side->hash, &side->bytes);
    status = open_text(state, state->path.ptr, &reading, out, error);
    if (status)
        error_set_file(error, path);
    else
        describe(*out, side);
    return status;
}

static void
count_beads(const struct ura_bitext *bitext, struct pair_record *record)
{
    double sum = 0;

    for (size_t i = 0; i < bitext->bead_count; i++) {
        const struct ura_bead *bead = &bitext->beads[i];

        if (bead->moved)
            record->moved++;
        else if (bead->source_count && bead->target_count)
            record->pairs++;
        else
            record->nulls++;
        record->one_to_one += bead->source_count == 1 && bead->target_count == 1;
        sum += (double)bead->probability;
    }
    record->confidence = bitext->bead_count ? sum / (double)bitext->bead_count : 0;
    record->translation = (double)bitext->translation;
    record->strangers = record->source.sentences && record->target.sentences &&
                        !ura_bitext_is_translation(bitext);
}

/* Writes the result into its temporary file. */
static enum ura_status
write_pair(struct worker_state *state, uint32_t index, const struct ura_bitext *bitext,
           struct result *result, struct ura_error *error)
{
    const struct ura_batch *batch = state->batch;
    struct ura_write_options writing = {.context = batch->context,
                                        .keep_furniture = batch->options.keep_furniture,
                                        .command = batch->settings.ptr};
    struct ura_outputs outputs = {write_result, {result}};
    char name[FOLDER_NAME_SIZE];
    enum ura_status status;

    worker_result_name(batch, state->run, index, name);
    result->fd = openat(state->folder, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (result->fd < 0) {
        result->failed = errno;
        return error_errno(error, "cannot write the result", errno);
    }
    status = ura_format_write_bitext(batch->context, batch->options.format, bitext, &writing,
                                     &outputs, error);
    if (close(result->fd) && !status) {
        result->failed = errno;
        status = error_errno(error, "cannot write the result", errno);
    }
    if (status)
        unlinkat(state->folder, name, 0);
    return status;
}

/* One pair from its files to its result or, where the batch is learning, to its LESSON:
 * everything that a batch does for a pair. */
static enum ura_status
run_pair(struct worker_state *state, uint32_t index, struct pair_record *record,
         struct result *result, struct ura_buf *lesson)
{
    const struct ura_batch *batch = state->batch;
    const struct ura_batch_pair *pair = &batch->list.pairs[index];
    struct ura_document *source = NULL, *target = NULL;
    struct ura_bitext *bitext = NULL;
    struct ura_error *error = &record->error;
    enum ura_status status;

    status = open_side(state, pair->source, batch->options.source_language, &record->source,
                       &source, error);
    if (!status)
        status = open_side(state, pair->target, batch->options.target_language, &record->target,
                           &target, error);
    if (!status)
        status = ura_pair_align(batch->context, source, target, &batch->options.pair, &bitext,
                                error);
    if (!status && batch->learning) {
        lesson_append(lesson, bitext);
        status = lesson->failed ? error_memory(error) : URA_OK;
    } else if (!status) {
        count_beads(bitext, record);
        record->left_out = ura_bitext_drop_doubtful(bitext, batch->options.min_confidence);
        status = write_pair(state, index, bitext, result, error);
    }
    ura_bitext_free(bitext);
    ura_document_free(target);
    ura_document_free(source);
    return status;
}

static enum ura_batch_reason
reason_for(enum ura_status status)
{
    switch (status) {
    case URA_BAD_INPUT:
    case URA_SYNTAX:
        return URA_BATCH_BAD_INPUT;
    case URA_TOO_LARGE:
        return URA_BATCH_LIMIT;
    case URA_NO_MEMORY:
        return URA_BATCH_MEMORY;
    case URA_IO:
        return URA_BATCH_IO;
    default:
        return URA_BATCH_OTHER;
    }
}

static double
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * NANOSECONDS;
}

/* From here on the peak is that of what follows, where the system can do that. */
static void
reset_peak(const struct worker_state *state)
{
    static const char peak_resident[] = "5"; /* proc(5), /proc/PID/clear_refs */

    if (state->peak_reset >= 0)
        (void)!pwrite(state->peak_reset, peak_resident, 1, 0);
}

static double
peak_memory(void)
{
    struct rusage usage;

    return getrusage(RUSAGE_SELF, &usage) ? 0 : (double)usage.ru_maxrss / KIB_PER_MIB;
}

/* Does pair INDEX; OUT gets the answer as it goes over the socket. */
static void
answer_pair(struct worker_state *state, uint32_t index, struct ura_buf *out)
{
    const struct ura_batch *batch = state->batch;
    const struct ura_batch_pair *pair = &batch->list.pairs[index];
    struct pair_record record = {.failed = false};
    struct result result = {.fd = -1};
    struct ura_buf lesson = {0};
    struct answer answer = {.index = index};
    double began = now();
    enum ura_status status;

    reset_peak(state);
    ura_context_set_report(batch->context, take_report, &record);
    status = run_pair(state, index, &record, &result, &lesson);
    ura_context_set_report(batch->context, NULL, NULL);
    record.failed = status < 0;
    record.reason = reason_for(status);
    record.seconds = now() - began;
    record.peak = peak_memory();
    if (record.source.hashed && record.target.hashed)
        record.key = resume_key(batch, pair, record.source.hash, record.target.hash);
    result_name(batch, pair, record.result);
    record.result_bytes = result.bytes;
    answer.failed = record.failed;
    answer.warned = record.warning_count > 0;
    answer.strangers = !record.failed && record.strangers;
    answer.broken = result.failed != 0;
    answer.reason = record.reason;
    buf_clear(out);
    buf_append(out, &answer, sizeof answer);
    if (batch->learning && !record.failed)
        buf_append_str(out, buf_str(&lesson));
    else
        record_append(out, pair, &record);
    answer.record = (uint32_t)(out->len - sizeof answer);
    if (record.failed)
        record_append_error(out, &record.error);
    answer.message = (uint32_t)(out->len - sizeof answer - answer.record);
    if (!out->failed)
        memcpy(out->ptr, &answer, sizeof answer);
    record_release(&record);
    buf_release(&lesson);
}

/* Signals that end a run are the parent's to read; a worker ends when its socket does. */
static void
settle(const struct ura_batch *batch)
{
    size_t bytes = batch->options.max_memory << 20;
    struct rlimit limit = {bytes, bytes};

    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGUSR1, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
#ifdef HAVE_SYS_PRCTL_H
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (batch->options.max_memory)
        setrlimit(RLIMIT_DATA, &limit);
}

void
worker_serve(const struct ura_batch *batch, int folder, long run, int socket)
{
    struct worker_state state = {
        .batch = batch,
        .folder = folder,
        .run = run,
        .peak_reset = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC),
    };
    struct ura_buf out = {0};
    uint32_t index;
    size_t got;

    settle(batch);
    if (getppid() != (pid_t)run)
        return; /* the parent died before it could be noticed */
    while (!file_read(socket, &index, sizeof index, &got, NULL) && got == sizeof index) {
        answer_pair(&state, index, &out);
        if (out.failed || file_write(socket, out.ptr, out.len))
            break;
    }
    buf_release(&out);
    buf_release(&state.path);
    buf_release(&state.scratch);
}
