/* corpus.h - what the actions of ura corpus share: files, losses, an end at a signal. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_CORPUS_H
#define CLI_CORPUS_H

#include "cli/inputs.h"
#include "cli/outputs.h"

/* Zero, then corpus_job_open, then corpus_job_finish or corpus_job_close. */
struct corpus_job {
    struct invocation *invocation;
    struct ura_corpus_options options;
    struct pair_languages languages;
    struct ura_corpus_file *named; /* the arguments as files; NULL: other ones were given */
    struct ura_corpus *corpus;
    const struct ura_format *to;
    struct ura_write_options writing;
    struct outputs outputs;
    struct ura_unit_writer *writer;
};

/* Options that all actions take, from the command line. Returns EXIT_DONE or EXIT_USAGE. */
int corpus_job_init(struct invocation *invocation, struct corpus_job *out);
/*
 * Opens FILES, COUNT of them, or the arguments where FILES is NULL. From here on SIGTERM,
 * SIGINT and SIGUSR1 end the reading with URA_STOPPED.
 */
enum ura_status corpus_job_open(struct corpus_job *job, const struct ura_corpus_file *files,
                                size_t count, struct ura_error *error);
/* Sets `to` from --to, "tsv" if it is not given. Returns EXIT_DONE or EXIT_USAGE. */
int corpus_job_find_format(struct corpus_job *job);
/* Opens -o and a writer for pairs in `to`. */
enum ura_status corpus_job_write(struct corpus_job *job, struct ura_error *error);
/* Says what LOSSES were, unless quiet; WHOSE: "were left behind". */
void corpus_tell_losses(const struct invocation *invocation, const struct ura_loss *losses,
                        size_t count, const char *whose);
/* "ura: stopped; nothing was written"; returns EXIT_CHECKPOINT. */
int corpus_tell_stopped(void);
/* Ends writer and outputs; tells what was lost; frees all; returns the exit code. */
int corpus_job_finish(struct corpus_job *job, enum ura_status status, struct ura_error *error);
/* Frees what is left. */
void corpus_job_close(struct corpus_job *job);

#endif
