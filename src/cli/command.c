/* command.c - the list of commands, the options they share, and what those mean. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FORMATS_MAX = 64 }; /* names that a wrong one is compared with */
enum { DEFAULT_COLUMNS = 80, NEAR = 3, WORD_MAX = 32 }; /* NEAR: edits a typing error takes */

static const struct command *const commands[] = {
#define COMMAND(symbol) &command_##symbol,
#include "cli/commands.def"
#undef COMMAND
};

static const struct option_spec shared_options[] = {
    {"help", 'h', NULL, "show this help"},
    {"output", 'o', "FILE",
     "write there instead of standard output; appears whole or not at all"},
    {"quiet", 'q', NULL, "no notes and warnings"},
    {"verbose", 'v', NULL, "more notes"},
    {"color", 0, "WHEN", "auto, always or never"},
    {"from", 'f', "FORMAT", "what the input is; found by looking at it if not given"},
    {"to", 't', "FORMAT", "how to write the result; see ura formats"},
    {"layout", 'l', "LAYOUT", "wire, plain, lines or auto"},
    {"language", 0, "CODE", "language of the text, as sq or en; found if not given"},
    {"languages", 0, "CODE,CODE", "languages of source and target; found if not given"},
    {"source-language", 0, "CODE", "language of the source"},
    {"target-language", 0, "CODE", "language of the target"},
    {"encoding", 0, "NAME", "encoding of the input; found if not given"},
    {"keep-furniture", 0, NULL, "write what was set aside, in its place"},
    {"jobs", 'j', "N", "processes at work, 1 unless said; 0: one a processor"},
    {"max-file", 0, "BYTES", "refuse larger files"},
    {"max-line", 0, "BYTES", "refuse longer lines"},
    {0},
};

const struct command *
command_at(size_t index)
{
    return index < sizeof commands / sizeof *commands ? commands[index] : NULL;
}

const struct command *
command_find(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

const struct command *
command_of_words(int count, char *const *words, int *used)
{
    for (size_t i = 0; count > 0 && i < sizeof commands / sizeof *commands; i++) {
        const char *name = commands[i]->name;
        size_t len = strcspn(name, " ");

        if (strncmp(words[0], name, len) != 0 || words[0][len])
            continue;
        *used = name[len] ? 2 : 1;
        if (!name[len] || (count > 1 && strcmp(words[1], name + len + 1) == 0))
            return commands[i];
    }
    return NULL;
}

const struct option_spec *
shared_option(const char *name)
{
    for (const struct option_spec *spec = shared_options; spec->name; spec++)
        if (strcmp(spec->name, name) == 0)
            return spec;
    abort();
}

const char *
option_value(const struct invocation *invocation, const char *name)
{
    for (size_t i = 0; i < invocation->option_count; i++)
        if (strcmp(invocation->options[i].name, name) == 0)
            return invocation->values[i];
    return NULL;
}

int
usage_error(const struct invocation *invocation, const char *format, ...)
{
    va_list arguments;

    fprintf(stderr, "ura: %s: ", invocation->command->name);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, " (see ura %s --help)\n", invocation->command->name);
    return EXIT_USAGE;
}

int
report_error(const struct ura_error *error)
{
    fputs("ura: ", stderr);
    if (error->file[0])
        fprintf(stderr, "%s:", error->file);
    if (error->line)
        fprintf(stderr, "%llu:", (unsigned long long)error->line);
    if (error->file[0] || error->line)
        fputc(' ', stderr);
    fputs(error->message, stderr);
    if (error->has_offset)
        fprintf(stderr, " (byte %llu)", (unsigned long long)error->offset);
    fputc('\n', stderr);
    switch (error->status) {
    case URA_IO:
    case URA_NO_MEMORY:
        return EXIT_IO;
    case URA_BAD_ARGUMENT:
        return EXIT_USAGE;
    default:
        return EXIT_BAD_INPUT;
    }
}

size_t
option_size(const struct invocation *invocation, const char *name, size_t default_value,
            bool *bad)
{
    const char *value = option_value(invocation, name);
    unsigned long long number;

    if (!value)
        return default_value;
    if (number_parse_unsigned(ura_str_from(value), &number) && number <= SIZE_MAX)
        return (size_t)number;
    *bad = true;
    return default_value;
}

bool
color_wanted(const struct invocation *invocation, int fd)
{
    const char *when = option_value(invocation, "color"), *no_color = getenv("NO_COLOR");

    if (when && strcmp(when, "always") == 0)
        return true;
    if ((when && strcmp(when, "never") == 0) || (no_color && *no_color))
        return false;
    return isatty(fd);
}

size_t
terminal_width(int fd)
{
    const char *columns = getenv("COLUMNS");
    unsigned long long number;
    struct winsize size;

    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    if (columns && number_parse_unsigned(ura_str_from(columns), &number) && number > 0 &&
        number < 10000)
        return (size_t)number;
    return DEFAULT_COLUMNS;
}

/* Returns EXIT_DONE, or reports that PATH, which is to be written, is INPUT. */
static int
refuse_input(const char *path, const char *input)
{
    struct ura_error error = {0};

    if (!path || !input || !file_same(path, input))
        return EXIT_DONE;
    error_set(&error, URA_BAD_INPUT, "is an input too; write to another file");
    error_set_file(&error, path);
    return report_error(&error);
}

int
refuse_own_input(const struct invocation *invocation, const char *option)
{
    static const char *const reading[] = {"lexicon", "anchors", "table", NULL};
    const char *path = option_value(invocation, option);
    int code = EXIT_DONE;

    for (int i = 0; !code && i < invocation->argument_count; i++)
        code = refuse_input(path, invocation->arguments[i]);
    for (int i = 0; !code && reading[i]; i++)
        code = refuse_input(path, option_value(invocation, reading[i]));
    return code;
}

int
open_output(const struct invocation *invocation, char *const *inputs, int count,
            struct ura_output *out)
{
    const char *path = option_value(invocation, "output");
    struct ura_error error = {0};

    for (int i = 0; i < count; i++) {
        int code = refuse_input(path, inputs[i]);

        if (code)
            return code;
    }
    if (output_open(path, out, &error)) {
        error_set_file(&error, path);
        return report_error(&error);
    }
    return EXIT_DONE;
}

int
finish_output(struct ura_output *output, enum ura_status status, struct ura_error *error)
{
    const char *name = output->name;

    if (!status)
        status = output_close(output, error);
    else
        output_abandon(output);
    if (status == URA_IO)
        error_set_file(error, name);
    return status ? report_error(error) : EXIT_DONE;
}

int
option_choice(const struct invocation *invocation, const char *name, const char *const *names,
              const char *right)
{
    const char *value = option_value(invocation, name), *nearest;

    for (int i = 0; value && names[i]; i++)
        if (strcmp(value, names[i]) == 0)
            return i;
    if (!value)
        return 0;
    nearest = nearest_name(value, names);
    usage_error(invocation, "%s, not %s%s%s", right, value, nearest ? "; did you mean " : "",
                nearest ? nearest : "");
    return -1;
}

int
find_format_named(const struct invocation *invocation, const char *name,
                  const struct ura_format **out)
{
    const char *names[FORMATS_MAX + 1] = {0}, *nearest;

    *out = ura_format_find(name);
    if (*out)
        return EXIT_DONE;
    for (size_t i = 0; i < FORMATS_MAX && ura_format_at(i); i++)
        names[i] = ura_format_at(i)->name;
    nearest = nearest_name(name, names);
    if (nearest)
        return usage_error(invocation, "unknown format %s; did you mean %s?", name, nearest);
    return usage_error(invocation, "unknown format %s; ura formats lists them", name);
}

int
find_format(const struct invocation *invocation, const char *default_name,
            const struct ura_format **out)
{
    const char *name = option_value(invocation, "to");

    return find_format_named(invocation, name ? name : default_name, out);
}

int
find_layout(const struct invocation *invocation, enum ura_layout *out)
{
    const char *name = option_value(invocation, "layout");

    *out = URA_LAYOUT_AUTO;
    if (!name || ura_layout_find(name, out))
        return EXIT_DONE;
    return usage_error(invocation, "unknown layout %s; wire, plain, lines or auto", name);
}

/* Edits (one letter in, out or other) from FIRST to SECOND; more than NEAR is all the same. */
static size_t
edit_distance(const char *first, const char *second)
{
    size_t row[WORD_MAX + 1], len = strlen(second);

    if (len > WORD_MAX || strlen(first) > WORD_MAX)
        return NEAR + 1;
    for (size_t k = 0; k <= len; k++)
        row[k] = k;
    for (size_t i = 1; first[i - 1]; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t k = 1; k <= len; k++) {
            size_t best = diagonal + (first[i - 1] != second[k - 1]);

            diagonal = row[k];
            if (row[k] + 1 < best)
                best = row[k] + 1;
            if (row[k - 1] + 1 < best)
                best = row[k - 1] + 1;
            row[k] = best;
        }
    }
    return row[len];
}

const char *
nearest_name(const char *word, const char *const *names)
{
    size_t best = NEAR;
    const char *nearest = NULL;

    for (; *names; names++) {
        size_t distance = edit_distance(word, *names);

        if (distance < best && distance < strlen(*names)) {
            best = distance;
            nearest = *names;
        }
    }
    return nearest;
}
