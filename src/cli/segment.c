/* segment.c - ura segment: one sentence a line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <unistd.h>

enum {
    WINDOW = 1 << 20
}; /* bytes: larger windows are no faster, smaller ones are laid out worse */

static enum ura_status
segment_text(struct invocation *invocation, const struct ura_format *from,
             const struct ura_document_options *options, const struct ura_format *format,
             struct ura_output *output, struct ura_error *error)
{
    struct ura_write_options writing = {
        .context = invocation->context,
        .keep_furniture = option_given(invocation, "keep-furniture"),
        .color = output->fd == STDOUT_FILENO && color_wanted(invocation, STDOUT_FILENO),
        .command = invocation->line,
    };
    struct ura_document *document;
    enum ura_status status;

    status = ura_format_open_document(invocation->context, invocation->arguments[0], from,
                                      options, WINDOW, &document, error);
    while (!status) {
        writing.unfinished = !ura_document_is_last(document);
        status = format->write_sentences(document, &writing, output_write, output, error);
        writing.follows = true;
        if (!status)
            status = ura_document_next(document, error);
    }
    ura_document_free(document);
    return status == URA_END ? URA_OK : status;
}

static int
run(struct invocation *invocation)
{
    struct ura_document_options options = {0};
    const struct ura_format *from = NULL, *format;
    const char *name = option_value(invocation, "from");
    struct ura_output output;
    struct ura_segment_rules *rules = NULL;
    struct ura_error error = {0};
    enum ura_status status = URA_OK;
    int code;

    code = find_layout(invocation, &options.layout);
    if (!code && name)
        code = find_format_named(invocation, name, &from);
    if (!code)
        code = find_format(invocation, "tsv", &format);
    if (!code && !format->write_sentences)
        return usage_error(invocation, "format %s holds pairs only", format->name);
    if (!code)
        code = open_output(invocation, invocation->arguments, 1, &output);
    if (code)
        return code;
    options.language = option_value(invocation, "language");
    options.encoding = option_value(invocation, "encoding");
    if (option_given(invocation, "srx"))
        status = ura_segment_rules_open(invocation->context, option_value(invocation, "srx"),
                                        &rules, &error);
    options.rules = rules;
    if (!status)
        status = segment_text(invocation, from, &options, format, &output, &error);
    ura_segment_rules_free(rules);
    return finish_output(&output, status, &error);
}

static const struct option_spec options[] = {
    {"srx", 0, "FILE", "cut by the rules in FILE (SRX 1.0 or 2.0) instead of ours"},
    {0},
};

static const char *const shared[] = {
    "help",   "output",   "quiet",    "verbose",        "color",    "from",     "to",
    "layout", "language", "encoding", "keep-furniture", "max-file", "max-line", NULL};

const struct command command_segment = {
    .name = "segment",
    .summary = "one sentence a line",
    .arguments = "FILE",
    .min_arguments = 1,
    .max_arguments = 1,
    .options = options,
    .shared = shared,
    .description =
        "Cuts FILE into sentences, one a line; with --to jsonl with their byte spans.",
    .examples = {"ura segment corpora/demo-politics/source.txt",
                 "ura segment --to jsonl corpora/demo-politics/target.txt"},
    .run = run,
};
