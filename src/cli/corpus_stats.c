/* corpus_stats.c - ura corpus stats: a corpus counted. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/corpus.h"

#include <stdio.h>

/* Sets *OUT from --to. Returns EXIT_DONE or EXIT_USAGE. */
static int
find_style(const struct invocation *invocation, enum ura_corpus_stats_style *out)
{
    static const char *const names[] = {"text", "jsonl", "html", NULL};
    int choice =
        option_choice(invocation, "to", names, "counts are written as text, jsonl or html");

    *out = choice < 0 ? URA_CORPUS_STATS_TEXT : (enum ura_corpus_stats_style)choice;
    return choice < 0 ? EXIT_USAGE : EXIT_DONE;
}

static enum ura_status
count(struct corpus_job *job, enum ura_corpus_stats_style style, struct ura_output *output,
      struct ura_error *error)
{
    struct ura_corpus_stats *stats = NULL;
    enum ura_status status = corpus_job_open(job, NULL, 0, error);

    if (!status)
        status = ura_corpus_stats_read(job->corpus, &stats, error);
    if (!status)
        status =
            ura_corpus_stats_write(stats, style, &job->writing, output_write, output, error);
    ura_corpus_stats_free(stats);
    return status;
}

static int
run(struct invocation *invocation)
{
    enum ura_corpus_stats_style style;
    struct ura_error error = {0};
    struct ura_output output;
    struct corpus_job job;
    enum ura_status status;
    int code = corpus_job_init(invocation, &job);

    if (!code)
        code = find_style(invocation, &style);
    if (!code)
        code =
            open_output(invocation, invocation->arguments, invocation->argument_count, &output);
    if (code)
        return code;
    status = count(&job, style, &output, &error);
    if (status == URA_STOPPED) {
        output_abandon(&output);
        code = corpus_tell_stopped();
    } else {
        code = finish_output(&output, status, &error);
    }
    corpus_job_close(&job);
    return code;
}

static const struct option_spec options[] = {
    {"to", 't', "STYLE", "text (tables and bars), jsonl (everything) or html (a report)"},
    {0},
};

static const char *const shared[] = {"help",
                                     "output",
                                     "quiet",
                                     "from",
                                     "languages",
                                     "source-language",
                                     "target-language",
                                     "encoding",
                                     "max-file",
                                     "max-line",
                                     NULL};

const struct command command_corpus_stats = {
    .name = "corpus stats",
    .summary = "counts of bitexts: pairs, repetitions, lengths, confidence, provenance",
    .arguments = "FILE...",
    .min_arguments = 1,
    .max_arguments = -1,
    .options = options,
    .shared = shared,
    .description =
        "Counts the pairs of all FILEs together: how many, how many have an empty side, how many\n"
        "texts and pairs of texts are different ones, how long they are, how sure, in which\n"
        "languages, and where they come from.",
    .examples =
        {"ura align --to tmx corpora/demo-politics/source.txt corpora/demo-politics/target.txt | ura corpus stats -"},
    .run = run,
};
