/* corpus.c - what the actions of ura corpus share: files, losses, an end at a signal. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/corpus.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static const int stop_signals[] = {SIGTERM, SIGINT, SIGUSR1};
enum { STOP_SIGNALS = sizeof stop_signals / sizeof *stop_signals };

/* Where the signal handler leaves word; the corpus asks before each pair. */
static volatile sig_atomic_t stop_asked;

/* The first signal ends the run in order; after it the same ones end the program at once. */
static void
ask_to_stop(int number)
{
    (void)number;
    stop_asked = 1;
    for (int i = 0; i < STOP_SIGNALS; i++)
        signal(stop_signals[i], SIG_DFL);
}

static bool
is_stopped(void *user)
{
    (void)user;
    return stop_asked != 0;
}

/* A signal that this program was started to ignore stays ignored. */
static void
listen_for_signals(void)
{
    struct sigaction action = {.sa_handler = ask_to_stop}, before;

    for (int i = 0; i < STOP_SIGNALS; i++)
        if (sigaction(stop_signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(stop_signals[i], &action, NULL);
}

int
corpus_job_init(struct invocation *invocation, struct corpus_job *out)
{
    const char *from = option_value(invocation, "from");
    int code;

    *out = (struct corpus_job){
        .invocation = invocation,
        .options = {.encoding = option_value(invocation, "encoding"), .stopped = is_stopped},
        .writing = {.context = invocation->context, .command = invocation->line},
    };
    code = find_languages(invocation, &out->languages);
    if (!code && from)
        code = find_format_named(invocation, from, &out->options.from);
    if (code)
        return code;
    if (out->languages.source[0])
        out->options.source_language = out->languages.source;
    if (out->languages.target[0])
        out->options.target_language = out->languages.target;
    return EXIT_DONE;
}

int
corpus_job_find_format(struct corpus_job *job)
{
    int code = find_format(job->invocation, "tsv", &job->to);

    if (code)
        return code;
    if (!ura_format_writes_units(job->to) || !(job->to->room & URA_ROOM_TARGET))
        return usage_error(job->invocation, "%s holds no pairs of texts", job->to->name);
    return EXIT_DONE;
}

enum ura_status
corpus_job_open(struct corpus_job *job, const struct ura_corpus_file *files, size_t count,
                struct ura_error *error)
{
    struct invocation *invocation = job->invocation;

    if (!files) {
        count = (size_t)invocation->argument_count;
        job->named = array_new(count, sizeof *job->named);
        if (!job->named)
            return error_memory(error);
        for (size_t i = 0; i < count; i++)
            job->named[i].path = invocation->arguments[i];
        files = job->named;
    }
    job->options.files = files;
    job->options.file_count = count;
    listen_for_signals();
    return ura_corpus_open(invocation->context, &job->options, &job->corpus, error);
}

enum ura_status
corpus_job_write(struct corpus_job *job, struct ura_error *error)
{
    const struct ura_units_header *header = ura_corpus_header(job->corpus);
    enum ura_status status =
        outputs_open(job->invocation, job->to, header, &job->outputs, error);

    /* Files that a list names are inputs too. */
    for (size_t i = 0; !status && i < job->options.file_count; i++)
        status = outputs_refuse(&job->outputs, job->options.files[i].path, error);
    if (status)
        return status;
    return ura_unit_writer_open(job->invocation->context, job->to, header, &job->writing,
                                &job->outputs.set, &job->writer, error);
}

void
corpus_tell_losses(const struct invocation *invocation, const struct ura_loss *losses,
                   size_t count, const char *whose)
{
    for (size_t i = 0; !invocation->quiet && i < count; i++)
        fprintf(stderr, "ura: note: %zu %s %s\n", losses[i].count, losses[i].what, whose);
}

int
corpus_tell_stopped(void)
{
    fputs("ura: stopped before the end; nothing was written to files\n", stderr);
    return EXIT_CHECKPOINT;
}

int
corpus_job_finish(struct corpus_job *job, enum ura_status status, struct ura_error *error)
{
    const struct ura_loss *losses;
    char whose[96];
    size_t count;
    int code;

    if (!status && job->corpus) {
        losses = ura_corpus_losses(job->corpus, &count);
        corpus_tell_losses(job->invocation, losses, count, "were left behind");
    }
    if (!status && job->writer) {
        losses = ura_unit_writer_losses(job->writer, &count);
        snprintf(whose, sizeof whose, "have no place in %s", job->to->name);
        corpus_tell_losses(job->invocation, losses, count, whose);
    }
    status = ura_unit_writer_close(job->writer, status, error);
    if (status == URA_STOPPED) {
        outputs_abandon(&job->outputs);
        code = corpus_tell_stopped();
    } else {
        code = outputs_finish(&job->outputs, status, error);
    }
    corpus_job_close(job);
    return code;
}

void
corpus_job_close(struct corpus_job *job)
{
    ura_corpus_free(job->corpus);
    free(job->named);
}
