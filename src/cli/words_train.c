/* words_train.c - ura words train: a table of translations learned from sentence pairs. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/words.h"

#include <stdio.h>

static enum ura_status
read_pairs(struct words_job *job, struct ura_error *error)
{
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = words_job_next(job, &unit, error))) {
        if (!unit.has_target)
            continue;
        status = ura_trainer_add(job->trainer, unit.source, unit.target, 1, error);
        if (status)
            return status;
    }
    return status == URA_END ? URA_OK : status;
}

/* What the table says of where it comes from, where --note does not. */
static const char *
find_note(const struct invocation *invocation)
{
    const char *note = option_value(invocation, "note");

    return note ? note : "";
}

static void
tell(const struct words_job *job)
{
    struct ura_trainer_facts facts;

    ura_trainer_describe(job->trainer, &facts);
    words_job_tell(job);
    if (!job->invocation->quiet)
        fprintf(stderr, "ura: note: %llu pairs, %zu and %zu words, %zu translations\n",
                (unsigned long long)facts.pairs, facts.source_words, facts.target_words,
                facts.links);
}

static enum ura_status
train(struct words_job *job, struct ura_output *output, struct ura_error *error)
{
    enum ura_status status = words_job_open(job, error);

    if (!status)
        status = read_pairs(job, error);
    if (!status)
        status = ura_trainer_train(job->trainer, error);
    if (!status)
        status = ura_trainer_write(job->trainer, find_note(job->invocation), output_write,
                                   output, error);
    if (!status)
        tell(job);
    return status;
}

static int
run(struct invocation *invocation)
{
    struct ura_error error = {0};
    struct ura_output output;
    struct words_job job;
    enum ura_status status;
    bool bad = false;
    int code = words_job_init(invocation, &job);

    if (code)
        return code;
    if (!option_given(invocation, "output"))
        return usage_error(invocation, "a table is no text; name a file for it with -o");
    job.options.knows = option_given(invocation, "known");
    job.options.tokens_max = option_size(invocation, "max-tokens", 0, &bad);
    if (bad)
        return usage_error(invocation, "--max-tokens takes a number, not %s",
                           option_value(invocation, "max-tokens"));
    code = open_output(invocation, invocation->arguments, invocation->argument_count, &output);
    if (code)
        return code;
    status = train(&job, &output, &error);
    if (status)
        error_set_file(&error, invocation->arguments[0]);
    code = finish_output(&output, status, &error);
    words_job_close(&job);
    return code;
}

static const struct option_spec options[] = {
    {"note", 0, "TEXT", "written into the table: where its text comes from"},
    {"known", 0, NULL, "begin with what is known of the languages: dictionary, names, table"},
    {"max-tokens", 0, "N", "learn from so many tokens at most, 64 million unless said"},
    {0},
};

static const char *const shared[] = {
    "help",      "output",          "quiet",           "from",
    "languages", "source-language", "target-language", "encoding",
    "jobs",      "max-file",        "max-line",        NULL};

const struct command command_words_train = {
    .name = "words train",
    .summary = "a table of translations learned from sentence pairs",
    .arguments = "SOURCE [TARGET]",
    .min_arguments = 1,
    .max_arguments = 2,
    .options = options,
    .shared = shared,
    .description =
        "Learns which words translate each other from two texts, line by line, or from one\n"
        "file of pairs in any format, and writes a table with -o.",
    .examples =
        {"ura words train --languages sq,en -o table.bin corpora/links/source.txt corpora/links/target.txt",
         "ura words show --table table.bin qeveria"},
    .run = run,
};
