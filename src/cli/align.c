/* align.c - ura align: two texts in, sentence pairs out. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/anchors.h"
#include "cli/explain.h"
#include "cli/inputs.h"
#include "cli/outputs.h"

#include <stdio.h>
#include <unistd.h>

/* What an alignment is made of. */
struct job {
    struct invocation *invocation;
    const struct ura_format *from, *to; /* FROM is NULL where it is to be found */
    struct ura_document_options source_options, target_options;
    struct ura_pair_options options;
    double min_confidence;
    size_t explain; /* the number of a bead, from 1; 0: none */
    struct anchors anchors;
    const char *save; /* where what was learned goes; NULL: nowhere */
};

static enum ura_status
write_bitext(const struct job *job, const struct ura_bitext *bitext, struct outputs *outputs,
             struct ura_error *error)
{
    struct invocation *invocation = job->invocation;
    struct ura_units_header header = {.source_language = ura_str_from(bitext->source->language),
                                      .target_language =
                                          ura_str_from(bitext->target->language)};
    struct ura_write_options writing = {
        .context = invocation->context,
        .keep_furniture = option_given(invocation, "keep-furniture"),
        .width = terminal_width(STDOUT_FILENO),
        .command = invocation->line,
    };
    enum ura_status status = URA_OK;

    if (outputs->count == 0)
        status = outputs_open(invocation, job->to, &header, outputs, error);
    if (status)
        return status;
    outputs_name(outputs, &writing);
    writing.color =
        outputs->items[0].fd == STDOUT_FILENO && color_wanted(invocation, STDOUT_FILENO);
    return ura_format_write_bitext(invocation->context, job->to, bitext, &writing,
                                   &outputs->set, error);
}

/* Leaves out what is not sure enough, and says how much that is. */
static void
drop_doubtful(const struct job *job, struct ura_bitext *bitext)
{
    size_t all = bitext->bead_count;
    size_t dropped = ura_bitext_drop_doubtful(bitext, job->min_confidence);

    if (dropped && !job->invocation->quiet)
        fprintf(stderr, "ura: note: %zu of %zu beads are less probable than %s; left out\n",
                dropped, all, option_value(job->invocation, "min-confidence"));
}

static enum ura_status
explain(const struct job *job, const struct ura_document *source,
        const struct ura_document *target, struct outputs *outputs, struct ura_error *error)
{
    struct ura_explanation *explanation;
    enum ura_status status =
        ura_pair_explain(job->invocation->context, source, target, &job->options,
                         job->explain - 1, &explanation, error);

    if (status)
        return status;
    status = explain_write(explanation, job->explain, source, target,
                           strcmp(job->to->name, "jsonl") == 0, &outputs->items[0], error);
    ura_explanation_free(explanation);
    return status;
}

/* Writes what the beads teach as a table. */
static enum ura_status
save_table(const struct job *job, const struct ura_bitext *bitext, struct ura_error *error)
{
    struct ura_trainer_options options = {.source_language = bitext->source->language,
                                          .target_language = bitext->target->language,
                                          .knows = true};
    struct ura_trainer *trainer;
    struct ura_output output;
    enum ura_status status =
        ura_trainer_new(job->invocation->context, &options, &trainer, error);

    if (status)
        return status;
    status = ura_pair_teach(bitext, trainer, error);
    if (!status)
        status = ura_trainer_train(trainer, error);
    if (!status)
        status = output_open(job->save, &output, error);
    if (!status) {
        status =
            ura_trainer_write(trainer, job->invocation->line, output_write, &output, error);
        if (!status)
            status = output_close(&output, error);
        output_abandon(&output);
    }
    ura_trainer_free(trainer);
    return status;
}

/* Opens both texts, aligns them, writes. */
static enum ura_status
align_texts(const struct job *job, struct outputs *outputs, struct ura_error *error)
{
    struct ura_context *context = job->invocation->context;
    char **paths = job->invocation->arguments;
    struct ura_document *source = NULL, *target = NULL;
    struct ura_bitext *bitext = NULL;
    enum ura_status status;

    status = ura_format_open_document(context, paths[0], job->from, &job->source_options, 0,
                                      &source, error);
    if (!status)
        status = ura_format_open_document(context, paths[1], job->from, &job->target_options, 0,
                                          &target, error);
    if (!status)
        status = anchors_check(&job->anchors, source, target, error);
    if (!status && job->explain)
        status = explain(job, source, target, outputs, error);
    else if (!status)
        status = ura_pair_align(context, source, target, &job->options, &bitext, error);
    if (!status && bitext && job->save)
        status = save_table(job, bitext, error);
    if (!status && bitext) {
        drop_doubtful(job, bitext);
        status = write_bitext(job, bitext, outputs, error);
    }
    ura_bitext_free(bitext);
    ura_document_free(target);
    ura_document_free(source);
    return status;
}

/* --explain N goes with text, which it is without --to, and jsonl. */
static int
find_explain(struct job *job)
{
    const struct invocation *invocation = job->invocation;
    bool bad = false;

    job->explain = option_size(invocation, "explain", 0, &bad);
    if (bad || (option_given(invocation, "explain") && !job->explain))
        return usage_error(invocation, "--explain takes the number of a bead, from 1, not %s",
                           option_value(invocation, "explain"));
    if (job->explain && strcmp(job->to->name, "text") != 0 &&
        strcmp(job->to->name, "jsonl") != 0)
        return usage_error(invocation, "--explain writes text or jsonl, not %s", job->to->name);
    return EXIT_DONE;
}

static int
run(struct invocation *invocation)
{
    struct job job = {.invocation = invocation};
    const char *from = option_value(invocation, "from");
    const char *anchors = option_value(invocation, "anchors");
    struct outputs outputs = {0};
    struct pair_languages languages;
    struct ura_error error = {0};
    enum ura_status status = URA_OK;
    const char *known = option_value(invocation, "table");
    struct ura_table *table = NULL;
    int code;

    if (strcmp(invocation->arguments[0], "-") == 0 &&
        strcmp(invocation->arguments[1], "-") == 0)
        return usage_error(invocation, "only one of the two can be standard input");
    code = find_layout(invocation, &job.source_options.layout);
    if (!code)
        code = find_languages(invocation, &languages);
    if (!code)
        code = find_moved(invocation, &job.options);
    if (!code)
        code = find_lexicon(invocation, &job.options.lexicon);
    if (!code)
        code = find_min_confidence(invocation, &job.min_confidence);
    if (!code)
        code = find_realign(invocation, &job.options.realign);
    if (!code && from)
        code = find_format_named(invocation, from, &job.from);
    if (!code)
        code = find_format(invocation, option_given(invocation, "explain") ? "text" : "tsv",
                           &job.to);
    if (!code)
        code = find_explain(&job);
    if (!code)
        code = refuse_own_input(invocation, "save-table");
    if (!code)
        code = refuse_own_input(invocation, "output");
    if (code)
        return code;
    job.source_options.encoding = option_value(invocation, "encoding");
    job.target_options = job.source_options;
    job.source_options.language = languages.source[0] ? languages.source : NULL;
    job.target_options.language = languages.target[0] ? languages.target : NULL;
    job.options.paragraphs = option_given(invocation, "paragraphs");
    if (anchors)
        status = anchors_read(anchors, &job.anchors, &error);
    job.options.anchors = job.anchors.items;
    job.options.anchor_count = job.anchors.count;
    job.save = option_value(invocation, "save-table");
    if (!status && known)
        status = ura_table_open(invocation->context, known, &table, &error);
    job.options.tables[0] = table;
    /* Where the result can't be written is told before the work; a name may hold a language. */
    if (!status && ura_format_outputs(job.to) == 1)
        status = outputs_open(invocation, job.to, NULL, &outputs, &error);
    if (!status)
        status = align_texts(&job, &outputs, &error);
    anchors_release(&job.anchors);
    ura_table_free(table);
    return outputs_finish(&outputs, status, &error);
}

static const struct option_spec options[] = {
    {"lexicon", 0, "FILE",
     "add a word list: source word TAB translations, \"; \" between them"},
    {"moved", 0, "WHEN", "find passages that changed places: auto (in wire layout), on, off"},
    {"explain", 0, "N", "instead of the beads, why bead N was chosen, from 1: text or jsonl"},
    {"min-confidence", 0, "P", "leave out beads that are less probable than P, from 0 to 1"},
    {"paragraphs", 0, NULL, "align paragraphs first, then sentences within them"},
    {"anchors", 0, "FILE",
     "pairs of sentences that belong together: numbers from 1, a tab between"},
    {"realign", 0, "WHEN",
     "learn words from the text and align again: auto (where it helps), on, off"},
    {"table", 0, "FILE", "a table of words learned earlier, used beside that which ships"},
    {"save-table", 0, "FILE", "write what the sure beads teach, for --table or ura words show"},
    {0},
};

static const char *const shared[] = {"help",
                                     "output",
                                     "quiet",
                                     "verbose",
                                     "color",
                                     "from",
                                     "to",
                                     "layout",
                                     "languages",
                                     "source-language",
                                     "target-language",
                                     "encoding",
                                     "keep-furniture",
                                     "max-file",
                                     "max-line",
                                     NULL};

const struct command command_align = {
    .name = "align",
    .summary = "sentence pairs of two texts",
    .arguments = "SOURCE TARGET",
    .min_arguments = 2,
    .max_arguments = 2,
    .options = options,
    .shared = shared,
    .description =
        "Cuts SOURCE and TARGET into sentences and writes which belong together. Agency copy is\n"
        "recognised; its furniture (sluglines, bylines, datelines, end marks) is set aside.",
    .examples = {"ura align corpora/demo-politics/source.txt corpora/demo-politics/target.txt",
                 "ura align --to text corpora/demo-politics/source.txt "
                 "corpora/demo-politics/target.txt"},
    .run = run,
};
