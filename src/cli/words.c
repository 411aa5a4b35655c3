/* words.c - what the actions of ura words share: pairs read from one file or two. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/words.h"

#include <stdio.h>
#include <unistd.h>

enum { JOBS_MAX = 256 };

static int
find_jobs(const struct invocation *invocation, size_t *out)
{
    bool bad = false;
    long processors;

    *out = option_size(invocation, "jobs", 1, &bad);
    if (bad || *out > JOBS_MAX)
        return usage_error(invocation, "--jobs takes a number up to %d, not %s", JOBS_MAX,
                           option_value(invocation, "jobs"));
    if (*out == 0) {
        processors = sysconf(_SC_NPROCESSORS_ONLN);
        *out = processors > 0 ? (size_t)processors : 1;
    }
    return EXIT_DONE;
}

int
words_job_init(struct invocation *invocation, struct words_job *out)
{
    const char *from = option_value(invocation, "from");
    int code;

    *out = (struct words_job){
        .invocation = invocation,
        .reading = {.encoding = option_value(invocation, "encoding")},
    };
    if (invocation->argument_count > 1) {
        if (strcmp(invocation->arguments[0], "-") == 0 &&
            strcmp(invocation->arguments[1], "-") == 0)
            return usage_error(invocation, "only one of the two can be standard input");
        out->reading.companions[0] = invocation->arguments[1];
        out->reading.companion_count = 1;
    }
    code = find_languages(invocation, &out->languages);
    if (!code)
        code = find_jobs(invocation, &out->options.jobs);
    if (!code && from)
        code = find_format_named(invocation, from, &out->from);
    if (code)
        return code;
    if (out->languages.source[0])
        out->reading.source_language = out->languages.source;
    if (out->languages.target[0])
        out->reading.target_language = out->languages.target;
    return EXIT_DONE;
}

static enum ura_status
find_source_format(struct words_job *job, struct ura_error *error)
{
    if (job->from)
        return URA_OK;
    if (job->reading.companion_count) {
        job->from = ura_format_find("moses");
        return URA_OK;
    }
    return ura_format_guess(job->input, false, &job->from, error);
}

/* Asked for, else as the file has it; where neither says, the trainer finds it. */
static void
take_languages(struct words_job *job)
{
    const struct ura_units_header *header = ura_units_header(job->units);
    struct ura_str found[2] = {header->source_language, header->target_language};
    char *codes[2] = {job->languages.source, job->languages.target};
    size_t sizes[2] = {sizeof job->languages.source, sizeof job->languages.target};

    for (int side = 0; side < 2; side++)
        if (!codes[side][0] && found[side].len < sizes[side])
            snprintf(codes[side], sizes[side], "%.*s", (int)found[side].len,
                     found[side].ptr ? found[side].ptr : "");
    job->options.source_language = job->languages.source[0] ? job->languages.source : NULL;
    job->options.target_language = job->languages.target[0] ? job->languages.target : NULL;
}

enum ura_status
words_job_open(struct words_job *job, struct ura_error *error)
{
    struct ura_context *context = job->invocation->context;
    const char *path = job->invocation->arguments[0];
    enum ura_status status = ura_input_open(path, NULL, &job->input, error);

    if (!status)
        status = find_source_format(job, error);
    if (!status)
        status =
            ura_units_open(context, job->input, job->from, &job->reading, &job->units, error);
    if (!status && ura_units_header(job->units)->content != URA_CONTENT_PAIRS) {
        status = error_set(error, URA_BAD_INPUT,
                           "is %s and holds no pairs of texts; ura align makes them of two "
                           "texts",
                           job->from->name);
        error_set_file(error, path);
    }
    if (status)
        return status;
    take_languages(job);
    return ura_trainer_new(context, &job->options, &job->trainer, error);
}

enum ura_status
words_job_next(struct words_job *job, struct ura_unit *out, struct ura_error *error)
{
    enum ura_status status;

    do
        status = ura_units_next(job->units, out, error);
    while (!status && out->furniture != URA_FURNITURE_NONE);
    return status;
}

void
words_job_tell(const struct words_job *job)
{
    struct ura_trainer_facts facts;

    ura_trainer_describe(job->trainer, &facts);
    if (job->invocation->quiet)
        return;
    if (facts.passed_over)
        fprintf(stderr,
                "ura: note: %llu pairs teach nothing: a side without words, or over 1,000\n",
                (unsigned long long)facts.passed_over);
    if (facts.used < facts.pairs)
        fprintf(stderr, "ura: note: learned from %llu of %llu pairs; --max-tokens takes more\n",
                (unsigned long long)facts.used, (unsigned long long)facts.pairs);
}

void
words_job_close(struct words_job *job)
{
    ura_trainer_free(job->trainer);
    ura_units_free(job->units);
    ura_input_free(job->input);
}
