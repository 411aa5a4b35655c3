/* corpus_merge.c - ura corpus merge: several bitexts as one, with provenance. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/corpus.h"

#include <stdio.h>

static enum ura_status
read_sources(struct invocation *invocation, struct ura_corpus_sources **out,
             struct ura_error *error)
{
    enum ura_status status = ura_corpus_sources_new(invocation->context, out, error);

    for (int i = 0; !status && i < invocation->argument_count; i++)
        status = ura_corpus_sources_add_list(*out, invocation->arguments[i], error);
    return status;
}

static int
run(struct invocation *invocation)
{
    struct ura_corpus_sources *sources = NULL;
    struct ura_corpus_summary summary = {0};
    struct ura_error error = {0};
    struct corpus_job job;
    enum ura_status status;
    int code = corpus_job_init(invocation, &job);
    size_t count;

    if (!code)
        code = corpus_job_find_format(&job);
    if (code)
        return code;
    status = read_sources(invocation, &sources, &error);
    if (!status) {
        const struct ura_corpus_file *files = ura_corpus_sources_files(sources, &count);

        status = corpus_job_open(&job, files, count, &error);
    }
    if (!status)
        status = corpus_job_write(&job, &error);
    if (!status)
        status = ura_corpus_merge(job.corpus, job.writer, &summary, &error);
    if (!status && !invocation->quiet)
        fprintf(stderr, "ura: %llu pairs of %zu bitext%s\n",
                (unsigned long long)summary.written, count, count == 1 ? "" : "s");
    code = corpus_job_finish(&job, status, &error);
    ura_corpus_sources_free(sources);
    return code;
}

static const char *const shared[] = {
    "help",     "output",    "quiet",           "from",
    "to",       "languages", "source-language", "target-language",
    "encoding", "max-file",  "max-line",        NULL};

const struct command command_corpus_merge = {
    .name = "corpus merge",
    .summary = "several bitexts as one, with an id and the provenance of every pair",
    .arguments = "LIST...",
    .min_arguments = 1,
    .max_arguments = -1,
    .shared = shared,
    .description =
        "Writes the pairs of all bitexts that the LISTs name. A list has a line a bitext: file,\n"
        "name, source, licence and address, with tabs between them. Every pair gets an id that\n"
        "stays the same, and these as properties.",
    .examples = {"ura corpus merge --to tmx -o all.tmx bitexts.list"},
    .run = run,
};
