/* corpus_split.c - ura corpus split: parts for training and trying, without leaks. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/corpus.h"

#include <stdio.h>
#include <stdlib.h>

static const char DEFAULT_PARTS[] = "train=0.98,dev=0.01,test=0.01";
static const double SHARE_SLACK = 1e-9; /* what decimals lose on the way to a sum of 1 */

/* A part and where it is written to. */
struct part {
    char *name; /* owned */
    char *path;
    struct outputs outputs;
};

struct split {
    struct corpus_job job;
    struct ura_corpus_split_options options;
    struct ura_corpus_part parts[URA_CORPUS_PARTS_MAX];
    struct part files[URA_CORPUS_PARTS_MAX];
    size_t count;
};

static bool
is_name(struct ura_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
            c != '-' && c != '_')
            return false;
    }
    return name.len > 0;
}

static char *
copy_text(struct ura_str text)
{
    struct ura_buf copy = {0};

    buf_append_str(&copy, text);
    buf_append_byte(&copy, '\0');
    if (copy.failed)
        buf_release(&copy);
    return copy.ptr;
}

/* Adds "dev=0.01". */
static int
add_part(struct split *split, struct ura_str text)
{
    const struct invocation *invocation = split->job.invocation;
    const char *equals = text.len ? memchr(text.ptr, '=', text.len) : NULL;
    struct ura_str name = {text.ptr, equals ? (size_t)(equals - text.ptr) : 0};
    double share;

    if (!equals || !is_name(name) ||
        !number_parse_real(ura_str_slice(text, name.len + 1, text.len), &share) || share <= 0)
        return usage_error(invocation,
                           "--parts takes NAME=SHARE with commas between, as %s, not %.*s",
                           DEFAULT_PARTS, (int)text.len, text.ptr);
    for (size_t i = 0; i < split->count; i++)
        if (ura_str_equal(name, ura_str_from(split->files[i].name)))
            return usage_error(invocation, "--parts names %s twice", split->files[i].name);
    if (split->count == URA_CORPUS_PARTS_MAX)
        return usage_error(invocation, "--parts takes at most %d parts", URA_CORPUS_PARTS_MAX);
    split->files[split->count].name = copy_text(name);
    split->parts[split->count].name = split->files[split->count].name;
    split->parts[split->count].share = share;
    split->count++;
    return split->parts[split->count - 1].name ? EXIT_DONE : EXIT_IO;
}

static int
find_parts(struct split *split)
{
    const struct invocation *invocation = split->job.invocation;
    const char *value = option_value(invocation, "parts");
    struct ura_str rest = ura_str_from(value ? value : DEFAULT_PARTS);
    double sum = 0;
    int code = EXIT_DONE;

    for (bool more = true; more && !code;) {
        const char *comma = rest.len ? memchr(rest.ptr, ',', rest.len) : NULL;
        size_t len = comma ? (size_t)(comma - rest.ptr) : rest.len;

        code = add_part(split, ura_str_slice(rest, 0, len));
        more = comma != NULL;
        if (more)
            rest = ura_str_slice(rest, len + 1, rest.len);
    }
    if (code)
        return code;
    if (split->count < 2)
        return usage_error(invocation, "--parts takes two parts or more");
    for (size_t i = 0; i < split->count; i++)
        sum += split->parts[i].share;
    if (sum < 1 - SHARE_SLACK || sum > 1 + SHARE_SLACK)
        return usage_error(invocation, "the shares of --parts make 1 together; these do not");
    return EXIT_DONE;
}

static int
find_options(struct split *split)
{
    const struct invocation *invocation = split->job.invocation;
    const char *output = option_value(invocation, "output");
    const char *by = option_value(invocation, "by");
    bool bad = false;

    if (!output || strcmp(output, "-") == 0)
        return usage_error(invocation, "needs -o NAME, what the names of the parts begin with");
    if (by && strcmp(by, "document") != 0 && strcmp(by, "pair") != 0)
        return usage_error(invocation, "--by takes document or pair, not %s", by);
    split->options.by_pair = by && strcmp(by, "pair") == 0;
    split->options.seed = option_size(invocation, "seed", 0, &bad);
    if (bad)
        return usage_error(invocation, "--seed takes a number, not %s",
                           option_value(invocation, "seed"));
    return EXIT_DONE;
}

/* Opens NAME.train and its like, and their writers. */
static enum ura_status
open_parts(struct split *split, struct ura_error *error)
{
    struct corpus_job *job = &split->job;
    const struct ura_units_header *header = ura_corpus_header(job->corpus);
    enum ura_status status = URA_OK;

    for (size_t i = 0; !status && i < split->count; i++) {
        struct part *file = &split->files[i];
        struct ura_buf path = {0};

        buf_append_text(&path, option_value(job->invocation, "output"));
        buf_append_byte(&path, '.');
        buf_append_text(&path, file->name);
        file->path = path.failed ? NULL : copy_text(buf_str(&path));
        buf_release(&path);
        if (!file->path)
            return error_memory(error);
        status = outputs_open_path(job->invocation, file->path, job->to, header, &file->outputs,
                                   error);
        if (!status)
            status =
                ura_unit_writer_open(job->invocation->context, job->to, header, &job->writing,
                                     &file->outputs.set, &split->parts[i].writer, error);
    }
    return status;
}

static void
tell_parts(const struct split *split)
{
    uint64_t documents = 0;

    for (size_t i = 0; i < split->count; i++) {
        const struct ura_corpus_part *part = &split->parts[i];

        documents += part->documents;
        fprintf(stderr, "ura: %s: %llu pairs", split->files[i].path,
                (unsigned long long)part->pairs);
        if (!split->options.by_pair)
            fprintf(stderr, " of %llu document%s", (unsigned long long)part->documents,
                    part->documents == 1 ? "" : "s");
        if (part->left_out)
            fprintf(stderr, "; %llu left out that stand in another part",
                    (unsigned long long)part->left_out);
        fputc('\n', stderr);
    }
    if (documents == 1 && !split->options.by_pair)
        fputs("ura: warning: all pairs are of one document, which is never divided; --by pair "
              "splits without documents\n",
              stderr);
}

/* Makes all parts appear or, where STATUS is no OK, none. */
static int
finish(struct split *split, enum ura_status status, struct ura_error *error)
{
    int code = EXIT_DONE;
    const struct ura_loss *losses;
    size_t count;

    if (!status && !split->job.invocation->quiet) {
        tell_parts(split);
        losses = ura_corpus_losses(split->job.corpus, &count);
        corpus_tell_losses(split->job.invocation, losses, count, "were left behind");
    }
    for (size_t i = 0; i < split->count; i++)
        status = ura_unit_writer_close(split->parts[i].writer, status, error);
    for (size_t i = 0; i < split->count && !status && !code; i++) {
        code = outputs_finish(&split->files[i].outputs, status, error);
        split->files[i].outputs.count = 0;
    }
    if (status == URA_STOPPED)
        code = corpus_tell_stopped();
    else if (status)
        code = report_error(error);
    for (size_t i = 0; i < split->count; i++)
        outputs_abandon(&split->files[i].outputs);
    return code;
}

static int
split_corpus(struct split *split)
{
    struct ura_error error = {0};
    enum ura_status status = corpus_job_open(&split->job, NULL, 0, &error);

    if (!status)
        status = open_parts(split, &error);
    if (!status)
        status = ura_corpus_split(split->job.corpus, &split->options, split->parts,
                                  split->count, &error);
    return finish(split, status, &error);
}

static int
run(struct invocation *invocation)
{
    struct split split = {.count = 0};
    int code = corpus_job_init(invocation, &split.job);

    if (!code)
        code = corpus_job_find_format(&split.job);
    if (!code)
        code = find_parts(&split);
    if (!code)
        code = find_options(&split);
    if (!code)
        code = split_corpus(&split);
    corpus_job_close(&split.job);
    for (size_t i = 0; i < split.count; i++) {
        free(split.files[i].name);
        free(split.files[i].path);
    }
    return code;
}

static const struct option_spec options[] = {
    {"output", 'o', "NAME", "what the files begin with: NAME.train, NAME.dev, NAME.test"},
    {"parts", 0, "LIST", "names and shares, as train=0.98,dev=0.01,test=0.01 (the default)"},
    {"by", 0, "UNIT", "what is never divided: document (the default), or pair"},
    {"seed", 0, "NUMBER", "another number gives other parts; 0 unless said"},
    {0},
};

static const char *const shared[] = {
    "help",     "quiet",    "from",     "to", "languages", "source-language", "target-language",
    "encoding", "max-file", "max-line", NULL};

const struct command command_corpus_split = {
    .name = "corpus split",
    .summary = "bitexts in parts for training and trying, without leaks",
    .arguments = "FILE...",
    .min_arguments = 1,
    .max_arguments = -1,
    .options = options,
    .shared = shared,
    .description =
        "Writes the pairs of all FILEs to parts, by documents: none is divided, and no pair of\n"
        "texts stands in two parts. Which part a document goes to is decided by its name and the\n"
        "seed alone, so that it stays where it is when data is added.",
    .examples =
        {"ura align --to tmx -o politics.tmx corpora/demo-politics/source.txt corpora/demo-politics/target.txt",
         "ura corpus split --by pair --parts train=0.8,test=0.2 -o politics politics.tmx"},
    .run = run,
};
