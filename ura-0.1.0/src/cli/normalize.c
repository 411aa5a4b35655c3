/* normalize.c - ura normalize: any text as clean UTF-8. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <stdio.h>

enum { WINDOW = 1 << 20 }; /* bytes of text that are held at a time */

/* What --report has gathered of the line it is at. */
struct report {
    const char *file;
    size_t line;
    size_t counts[URA_CHANGE_COUNT];
    size_t offsets[URA_CHANGE_COUNT]; /* of the first change of each kind */
};

/* One line for each kind of change in a line of the file. */
static void
write_report(struct report *report)
{
    for (int change = 0; change < URA_CHANGE_COUNT; change++) {
        if (!report->counts[change])
            continue;
        fprintf(stderr, "%s:%zu: %s: %zu from byte %zu\n", report->file, report->line,
                ura_change_name((enum ura_change)change), report->counts[change],
                report->offsets[change]);
        report->counts[change] = 0;
    }
}

static void
note_change(enum ura_change change, size_t offset, size_t line, void *user)
{
    struct report *report = user;

    if (line != report->line)
        write_report(report);
    report->line = line;
    if (report->counts[change]++ == 0)
        report->offsets[change] = offset;
}

static enum ura_status
normalize_text(struct invocation *invocation, const struct ura_reader_options *options,
               struct ura_output *output, struct ura_error *error)
{
    struct ura_reader *reader;
    struct ura_chunk chunk;
    enum ura_status status =
        ura_reader_open(invocation->context, invocation->arguments[0], options, &reader, error);

    if (status)
        return status;
    while (!(status = ura_reader_next(reader, &chunk, error))) {
        if (output_write(chunk.text.ptr, chunk.text.len, output)) {
            status = error_errno(error, "cannot write", output->failed);
            break;
        }
    }
    ura_reader_free(reader);
    return status == URA_END ? URA_OK : status;
}

static int
run(struct invocation *invocation)
{
    const char *path = invocation->arguments[0];
    struct report report = {.file = strcmp(path, "-") ? path : "-"};
    struct ura_reader_options options = {
        .window = WINDOW,
        .encoding = option_value(invocation, "encoding"),
        .language = option_value(invocation, "language"),
        .unify_quotes = option_given(invocation, "quotes"),
        .unify_dashes = option_given(invocation, "dashes"),
        .unify_apostrophes = option_given(invocation, "apostrophes"),
        .user = &report,
    };
    struct ura_output output;
    struct ura_error error = {0};
    enum ura_status status;
    int code;

    if (option_given(invocation, "report"))
        options.changed = note_change;
    code = open_output(invocation, invocation->arguments, 1, &output);
    if (code)
        return code;
    status = normalize_text(invocation, &options, &output, &error);
    write_report(&report);
    return finish_output(&output, status, &error);
}

static const char *const shared[] = {"help",     "output",   "quiet",    "verbose", "color",
                                     "language", "encoding", "max-line", NULL};

static const struct option_spec options[] = {
    {"report", 0, NULL, "say on standard error what was changed, line by line"},
    {"quotes", 0, NULL, "make all quotation marks \" and '"},
    {"dashes", 0, NULL, "make all dashes \xe2\x80\x93 and all hyphens -"},
    {"apostrophes", 0, NULL, "make all apostrophes '"},
    {0},
};

const struct command command_normalize = {
    .name = "normalize",
    .summary = "any text as clean UTF-8",
    .arguments = "FILE",
    .min_arguments = 1,
    .max_arguments = 1,
    .shared = shared,
    .options = options,
    .description =
        "Writes FILE as clean UTF-8: encodings, letters that were decoded wrongly, letters in "
        "parts (NFC), line ends, odd spaces, invisible characters. Lines stay lines, and only "
        "what is certain is changed; --report says what, where (line and byte) and how often.",
    .examples = {"ura normalize corpora/demo-politics/source.txt",
                 "ura normalize --report --quotes corpora/demo-politics/source.txt"},
    .run = run,
};
