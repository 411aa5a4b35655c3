/* score.c - ura score: answers held against gold. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/score_report.h"

#include <stdio.h>

/* One scoring. */
struct scoring {
    struct invocation *invocation;
    struct ura_score_options options;
    enum score_form form;
    struct ura_score_pairs pairs;
    struct ura_score total;
    struct ura_buf rows; /* of single pairs */
    size_t missing;
};

/* The place of WORD, the value of option NAME, in NAMES; -1 and a usage error if it is none. */
static int
find_word(const struct invocation *invocation, const char *name, const char *const *names)
{
    const char *word = option_value(invocation, name), *nearest;

    for (int i = 0; word && names[i]; i++)
        if (strcmp(word, names[i]) == 0)
            return i;
    if (!word)
        return 0;
    nearest = nearest_name(word, names);
    usage_error(invocation, "--%s takes no \"%s\"%s%s", name, word,
                nearest ? "; did you mean " : "; ura score --help lists what there is",
                nearest ? nearest : "");
    return -1;
}

static int
find_options(struct scoring *scoring)
{
    static const char *const forms[] = {"text", "tsv", "jsonl", NULL};
    static const char *const kinds[] = {"auto", "beads", "boundaries", "links", NULL};
    struct invocation *invocation = scoring->invocation;
    const char *from = option_value(invocation, "from");
    int form = find_word(invocation, "to", forms), kind;

    if (form < 0)
        return EXIT_USAGE;
    kind = find_word(invocation, "kind", kinds);
    if (kind < 0)
        return EXIT_USAGE;
    scoring->form = (enum score_form)form;
    scoring->options.kind = (enum ura_score_kind)kind;
    scoring->options.encoding = option_value(invocation, "encoding");
    if (from)
        return find_format_named(invocation, from, &scoring->options.from);
    return EXIT_DONE;
}

static enum ura_status
score_pair(struct scoring *scoring, const struct ura_score_pair *pair, struct ura_error *error)
{
    struct ura_score one = {.kind = scoring->total.kind};
    enum ura_status status;

    status = ura_score_add_files(scoring->invocation->context, pair->gold, pair->system,
                                 &scoring->options, &one, error);
    if (status)
        return status;
    scoring->total.kind = one.kind;
    if (!pair->system) {
        fprintf(stderr, "ura: %s: there is no answer to this; it counts as an empty one\n",
                pair->gold);
        scoring->missing++;
    }
    if (option_given(scoring->invocation, "each"))
        score_report_add(&scoring->rows, scoring->form, pair->gold, &one);
    ura_score_merge(&scoring->total, &one);
    return URA_OK;
}

static enum ura_status
score_all(struct scoring *scoring, struct ura_output *output, struct ura_error *error)
{
    const struct invocation *invocation = scoring->invocation;
    struct ura_buf report = {0};
    enum ura_status status = URA_OK;
    int failed = 0;

    for (int i = 0; i < invocation->argument_count && !status; i += 2)
        status = ura_score_find_pairs(invocation->arguments[i], invocation->arguments[i + 1],
                                      option_value(invocation, "only"), &scoring->pairs, error);
    for (size_t i = 0; i < scoring->pairs.count && !status; i++)
        status = score_pair(scoring, &scoring->pairs.items[i], error);
    if (status)
        return status;
    score_report_begin(&report, scoring->form, scoring->total.kind);
    buf_append_str(&report, buf_str(&scoring->rows));
    score_report_add(&report, scoring->form, "total", &scoring->total);
    if (report.failed || scoring->rows.failed)
        status = URA_NO_MEMORY;
    else
        failed = output_write(report.ptr, report.len, output);
    buf_release(&report);
    if (status)
        return error_memory(error);
    return failed ? error_errno(error, "cannot write", failed) : URA_OK;
}

static int
run(struct invocation *invocation)
{
    struct scoring scoring = {.invocation = invocation};
    struct ura_error error = {0};
    struct ura_output output;
    enum ura_status status;
    int code = find_options(&scoring);

    if (!code && invocation->argument_count % 2)
        code = usage_error(invocation, "takes pairs, GOLD SYSTEM; %s has no partner",
                           invocation->arguments[invocation->argument_count - 1]);
    if (!code)
        code =
            open_output(invocation, invocation->arguments, invocation->argument_count, &output);
    if (code)
        return code;
    status = score_all(&scoring, &output, &error);
    code = finish_output(&output, status, &error);
    ura_score_pairs_release(&scoring.pairs);
    buf_release(&scoring.rows);
    return code == EXIT_DONE && scoring.missing ? EXIT_PARTLY : code;
}

static const struct option_spec options[] = {
    {"to", 't', "FORM", "text (to read, the default), tsv (a row) or jsonl (an object)"},
    {"kind", 0, "KIND", "beads, boundaries or links; auto (the default): as the gold looks"},
    {"each", 0, NULL, "also each pair of files by itself, not only their sum"},
    {"only", 0, "SUFFIX", "of folders only files whose names end so, as .align"},
    {0},
};

static const char *const shared[] = {"help",     "output",   "quiet",    "verbose", "from",
                                     "encoding", "max-file", "max-line", NULL};

const struct command command_score = {
    .name = "score",
    .summary = "answers held against gold: beads, sentence ends, word links",
    .arguments = "GOLD SYSTEM [GOLD SYSTEM]...",
    .min_arguments = 2,
    .max_arguments = -1,
    .options = options,
    .shared = shared,
    .description =
        "Says how much of SYSTEM, an answer, is right by GOLD: precision, recall and F1 of beads\n"
        "(strict, lax, and of sentences alone, as Vecalign counts them), of sentence ends (a\n"
        "sentence a line), or of word links with their alignment error rate. Several pairs are\n"
        "summed up; two folders are all pairs of files of the same path.",
    .examples =
        {"ura score corpora/links/links.txt corpora/links/links.txt",
         "ura score --to jsonl corpora/demo-politics/source.txt corpora/demo-politics/source.txt"},
    .run = run,
};
