/* corpus_sample.c - ura corpus sample: pairs chosen by seed. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/corpus.h"

#include <stdio.h>

static int
find_sample(const struct invocation *invocation, struct ura_corpus_sample_options *out)
{
    const char *share = option_value(invocation, "share");
    const char *pairs = option_value(invocation, "pairs");
    bool bad = false;

    if ((share != NULL) == (pairs != NULL))
        return usage_error(invocation, "needs --pairs or --share, and not both");
    out->count = option_size(invocation, "pairs", 0, &bad);
    if (bad || (pairs && !out->count))
        return usage_error(invocation, "--pairs takes a number over 0, not %s", pairs);
    if (share && (!number_parse_real(ura_str_from(share), &out->share) ||
                  !(out->share > 0 && out->share <= 1)))
        return usage_error(invocation, "--share takes a number over 0 and at most 1, not %s",
                           share);
    out->seed = option_size(invocation, "seed", 0, &bad);
    if (bad)
        return usage_error(invocation, "--seed takes a number, not %s",
                           option_value(invocation, "seed"));
    return EXIT_DONE;
}

static int
run(struct invocation *invocation)
{
    struct ura_corpus_sample_options sample = {0};
    struct ura_corpus_summary summary = {0};
    struct ura_error error = {0};
    struct corpus_job job;
    enum ura_status status;
    int code = corpus_job_init(invocation, &job);

    if (!code)
        code = corpus_job_find_format(&job);
    if (!code)
        code = find_sample(invocation, &sample);
    if (code)
        return code;
    status = corpus_job_open(&job, NULL, 0, &error);
    if (!status)
        status = corpus_job_write(&job, &error);
    if (!status)
        status = ura_corpus_sample(job.corpus, &sample, job.writer, &summary, &error);
    if (!status && !invocation->quiet && summary.written < sample.count)
        fprintf(stderr, "ura: note: there are only %llu pairs\n",
                (unsigned long long)summary.written);
    return corpus_job_finish(&job, status, &error);
}

static const struct option_spec options[] = {
    {"pairs", 'n', "N", "so many pairs; they are held in memory"},
    {"share", 0, "PART", "or this part of all, as 0.01; nothing is held"},
    {"seed", 0, "NUMBER", "another number gives another sample; 0 unless said"},
    {0},
};

static const char *const shared[] = {
    "help",     "output",    "quiet",           "from",
    "to",       "languages", "source-language", "target-language",
    "encoding", "max-file",  "max-line",        NULL};

const struct command command_corpus_sample = {
    .name = "corpus sample",
    .summary = "some pairs of bitexts, chosen by seed",
    .arguments = "FILE...",
    .min_arguments = 1,
    .max_arguments = -1,
    .options = options,
    .shared = shared,
    .description =
        "Chooses pairs of all FILEs together, each as likely as any other, and writes them in\n"
        "their order. The same files and the same seed give the same sample.",
    .examples =
        {"ura align --to tmx corpora/demo-politics/source.txt corpora/demo-politics/target.txt | ura corpus sample --pairs 3 --seed 7 -"},
    .run = run,
};
