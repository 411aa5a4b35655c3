/* corpus_merge.c - ura corpus merge: several bitexts as one, with provenance. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/corpus.h"

#include <stdio.h>
#include <sys/stat.h>

static bool
is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Adds what the argument PATH names: a list, or the results of a batch. */
static enum ura_status
add_source(struct invocation *invocation, const char *path, struct ura_corpus_sources *sources,
           struct ura_error *error)
{
    struct ura_corpus_results results;
    enum ura_status status;

    if (!is_folder(path))
        return ura_corpus_sources_add_list(sources, path, error);
    status = ura_corpus_sources_add_results(sources, path, &results, error);
    if (!status && results.failed && !invocation->quiet)
        fprintf(stderr, "ura: warning: %s: %zu of %zu pairs failed; its report says why\n",
                path, results.failed, results.failed + results.merged);
    return status;
}

static enum ura_status
read_sources(struct invocation *invocation, struct ura_corpus_sources **out,
             struct ura_error *error)
{
    enum ura_status status = ura_corpus_sources_new(invocation->context, out, error);

    for (int i = 0; !status && i < invocation->argument_count; i++)
        status = add_source(invocation, invocation->arguments[i], *out, error);
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
    .arguments = "LIST...|FOLDER...",
    .min_arguments = 1,
    .max_arguments = -1,
    .shared = shared,
    .description =
        "Writes the pairs of all bitexts that the LISTs name, and of the results of ura batch in\n"
        "the FOLDERs. A list has a line a bitext: file, name, source, licence and address, with\n"
        "tabs between them. Every pair gets an id that stays the same, and these as properties.",
    .examples = {"ura corpus merge --to tmx -o all.tmx bitexts.list",
                 "ura corpus merge --to jsonl -o all.jsonl results"},
    .run = run,
};
