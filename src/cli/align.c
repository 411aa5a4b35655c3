/* align.c - ura align: two texts in, sentence pairs out. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/inputs.h"

#include <unistd.h>

static const char *const moved_names[] = {"off", "auto", "on", NULL};

/* Opens both texts and aligns them. */
static enum ura_status
align_texts(struct invocation *invocation, const struct ura_document_options *source_options,
            const struct ura_document_options *target_options,
            const struct ura_pair_options *options, const struct ura_format *format,
            struct ura_output *output, struct ura_error *error)
{
    struct ura_write_options writing = {
        .context = invocation->context,
        .keep_furniture = option_given(invocation, "keep-furniture"),
        .width = terminal_width(STDOUT_FILENO),
        .color = output->fd == STDOUT_FILENO && color_wanted(invocation, STDOUT_FILENO),
        .command = invocation->line,
    };
    struct ura_document *source = NULL, *target = NULL;
    struct ura_bitext *bitext = NULL;
    enum ura_status status;

    status = ura_document_open(invocation->context, invocation->arguments[0], source_options,
                               &source, error);
    if (!status)
        status = ura_document_open(invocation->context, invocation->arguments[1],
                                   target_options, &target, error);
    if (!status)
        status = ura_pair_align(invocation->context, source, target, options, &bitext, error);
    if (!status)
        status = format->write_bitext(bitext, &writing, output_write, output, error);
    ura_bitext_free(bitext);
    ura_document_free(target);
    ura_document_free(source);
    return status;
}

static int
find_moved(const struct invocation *invocation, struct ura_pair_options *out)
{
    const char *value = option_value(invocation, "moved");

    out->moved = 0;
    for (int i = 0; value && moved_names[i]; i++) {
        if (strcmp(value, moved_names[i]) == 0) {
            out->moved = i - 1;
            return EXIT_DONE;
        }
    }
    return value ? usage_error(invocation, "--moved takes auto, on or off, not %s", value)
                 : EXIT_DONE;
}

static int
run(struct invocation *invocation)
{
    struct ura_document_options source_options = {0}, target_options;
    struct ura_pair_options options;
    struct pair_languages languages;
    const struct ura_format *format;
    struct ura_output output;
    struct ura_error error = {0};
    int code;

    if (strcmp(invocation->arguments[0], "-") == 0 &&
        strcmp(invocation->arguments[1], "-") == 0)
        return usage_error(invocation, "only one of the two can be standard input");
    code = find_layout(invocation, &source_options.layout);
    if (!code)
        code = find_languages(invocation, &languages);
    if (!code)
        code = find_moved(invocation, &options);
    if (!code)
        code = find_format(invocation, "tsv", &format);
    if (!code)
        code = open_output(invocation, invocation->arguments, 2, &output);
    if (code)
        return code;
    source_options.encoding = option_value(invocation, "encoding");
    target_options = source_options;
    source_options.language = languages.source[0] ? languages.source : NULL;
    target_options.language = languages.target[0] ? languages.target : NULL;
    return finish_output(&output,
                         align_texts(invocation, &source_options, &target_options, &options,
                                     format, &output, &error),
                         &error);
}

static const struct option_spec options[] = {
    {"moved", 0, "WHEN", "find passages that changed places: auto (in wire layout), on, off"},
    {0},
};

static const char *const shared[] = {
    "help",     "output",         "quiet",     "verbose",         "color",
    "to",       "layout",         "languages", "source-language", "target-language",
    "encoding", "keep-furniture", "max-file",  "max-line",        NULL};

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
