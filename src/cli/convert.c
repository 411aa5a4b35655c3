/* convert.c - ura convert: one format into another; what is lost is said. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/inputs.h"
#include "cli/outputs.h"

#include <stdio.h>

/* One conversion: what is read, what is written. */
struct conversion {
    struct invocation *invocation;
    const struct ura_format *from, *to;
    struct ura_units_options reading;
    struct ura_write_options writing;
    struct pair_languages languages;
    struct ura_input *input;
    struct ura_units *units;
    struct outputs outputs;
    struct ura_unit_writer *writer;
};

/* Sets `from`: asked for, or found by looking. */
static enum ura_status
find_source_format(struct conversion *conversion, struct ura_error *error)
{
    if (conversion->from)
        return URA_OK;
    /* Two files and no other word are the two sides of a pair of texts. */
    if (conversion->reading.companion_count == 1) {
        conversion->from = ura_format_find("moses");
        return URA_OK;
    }
    return ura_format_guess(conversion->input, false, &conversion->from, error);
}

static enum ura_status
open_source(struct conversion *conversion, struct ura_error *error)
{
    struct invocation *invocation = conversion->invocation;
    enum ura_status status =
        ura_input_open(invocation->arguments[0], NULL, &conversion->input, error);

    if (!status)
        status = find_source_format(conversion, error);
    if (!status)
        status = ura_units_open(invocation->context, conversion->input, conversion->from,
                                &conversion->reading, &conversion->units, error);
    return status;
}

/* A format of pairs takes no document, a pointer needs sentence numbers. */
static enum ura_status
check_direction(const struct conversion *conversion, struct ura_error *error)
{
    bool pairs = ura_units_header(conversion->units)->content != URA_CONTENT_DOCUMENT;
    const struct ura_format *to = conversion->to;

    if (!ura_format_writes_units(to))
        return error_set(error, URA_BAD_ARGUMENT, "convert does not write %s", to->name);
    if (pairs || (to->room & URA_ROOM_TARGET) == 0 || strcmp(to->name, "tsv") == 0 ||
        strcmp(to->name, "jsonl") == 0)
        return URA_OK;
    return error_set(error, URA_BAD_ARGUMENT,
                     "%s has one text and %s holds pairs; ura align makes pairs of two texts",
                     conversion->from->name, to->name);
}

static enum ura_status
copy_units(struct conversion *conversion, struct ura_error *error)
{
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = ura_units_next(conversion->units, &unit, error))) {
        status = ura_unit_writer_write(conversion->writer, &unit, error);
        if (status)
            return status;
    }
    return status == URA_END ? URA_OK : status;
}

/* Tells what was lost; returns how much there was. */
static size_t
tell_losses(const struct conversion *conversion, const struct ura_loss *losses, size_t count,
            bool strict, const char *whose)
{
    size_t lost = 0;

    for (size_t i = 0; i < count; i++) {
        if (strict || !conversion->invocation->quiet)
            fprintf(stderr, "ura: %s%s: %zu %s %s\n",
                    strict ? "" : "note: ", conversion->invocation->arguments[0],
                    losses[i].count, losses[i].what, whose);
        lost += losses[i].count;
    }
    return lost;
}

/* Whether something was lost that --strict forbids. */
static enum ura_status
judge_losses(const struct conversion *conversion, struct ura_error *error)
{
    bool strict = option_given(conversion->invocation, "strict");
    const struct ura_loss *losses;
    char whose[96];
    size_t count, lost;

    losses = ura_units_losses(conversion->units, &count);
    lost = tell_losses(conversion, losses, count, strict, "were left behind");
    losses = ura_unit_writer_losses(conversion->writer, &count);
    snprintf(whose, sizeof whose, "have no place in %s", conversion->to->name);
    lost += tell_losses(conversion, losses, count, strict, whose);
    if (!strict || !lost)
        return URA_OK;
    error_set(error, URA_BAD_INPUT, "not everything can be kept; without --strict it is done");
    return URA_BAD_INPUT;
}

static enum ura_status
convert(struct conversion *conversion, struct ura_error *error)
{
    struct ura_context *context = conversion->invocation->context;
    enum ura_status status = open_source(conversion, error);

    if (!status)
        status = check_direction(conversion, error);
    if (!status)
        status = outputs_open(conversion->invocation, conversion->to,
                              ura_units_header(conversion->units), &conversion->outputs, error);
    if (!status)
        outputs_name(&conversion->outputs, &conversion->writing);
    if (!status)
        status = ura_unit_writer_open(context, conversion->to,
                                      ura_units_header(conversion->units), &conversion->writing,
                                      &conversion->outputs.set, &conversion->writer, error);
    if (status)
        return status;
    status = copy_units(conversion, error);
    if (!status)
        status = judge_losses(conversion, error);
    return ura_unit_writer_close(conversion->writer, status, error);
}

static int
run(struct invocation *invocation)
{
    struct conversion conversion = {
        .invocation = invocation,
        .writing = {.keep_furniture = option_given(invocation, "keep-furniture"),
                    .command = invocation->line},
    };
    const char *from = option_value(invocation, "from");
    struct ura_error error = {0};
    enum ura_status status;
    int code = find_languages(invocation, &conversion.languages);

    if (!code && from)
        code = find_format_named(invocation, from, &conversion.from);
    if (!code)
        code = find_format(invocation, "tsv", &conversion.to);
    if (code)
        return code;
    conversion.reading.encoding = option_value(invocation, "encoding");
    if (conversion.languages.source[0])
        conversion.reading.source_language = conversion.languages.source;
    if (conversion.languages.target[0])
        conversion.reading.target_language = conversion.languages.target;
    conversion.reading.companion_count = (size_t)invocation->argument_count - 1;
    for (size_t i = 0; i < conversion.reading.companion_count; i++)
        conversion.reading.companions[i] = invocation->arguments[i + 1];
    status = convert(&conversion, &error);
    code = outputs_finish(&conversion.outputs, status, &error);
    ura_units_free(conversion.units);
    ura_input_free(conversion.input);
    return code;
}

static const struct option_spec options[] = {
    {"strict", 0, NULL, "what the new format has no room for is an error"},
    {0},
};

static const char *const shared[] = {
    "help",     "output",         "quiet",           "from",
    "to",       "languages",      "source-language", "target-language",
    "encoding", "keep-furniture", "max-file",        "max-line",
    NULL};

const struct command command_convert = {
    .name = "convert",
    .summary = "one format into another",
    .arguments = "FILE [SOURCE TARGET]",
    .min_arguments = 1,
    .max_arguments = 3,
    .options = options,
    .shared = shared,
    .description =
        "Reads FILE in any format that ura reads and writes it in another. Documents give one\n"
        "paragraph or cue a line. Formats that only point (ladder, vecalign, ces) take the two\n"
        "texts after them; moses takes its two files. What the new format has no room for is\n"
        "said, and is an error with --strict.",
    .examples =
        {"ura align --to tmx corpora/demo-politics/source.txt corpora/demo-politics/target.txt | ura convert --to tsv -",
         "ura convert --to txt corpora/demo-politics/source.txt"},
    .run = run,
};
