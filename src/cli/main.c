/* main.c - finds the command, parses its options, runs it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/data.h"

enum { LONG_ONLY = 256 }; /* getopt values of options from here on: LONG_ONLY + index */

/* Fills in the options that the command takes: the shared ones that it names, then its own. */
static void
gather_options(struct invocation *invocation)
{
    const struct command *command = invocation->command;

    for (const char *const *name = command->shared; name && *name; name++)
        invocation->options[invocation->option_count++] = *shared_option(*name);
    for (const struct option_spec *own = command->options; own && own->name; own++)
        invocation->options[invocation->option_count++] = *own;
}

/* The tables getopt_long wants. */
static void
make_getopt_tables(const struct invocation *invocation, struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (size_t i = 0; i < invocation->option_count; i++) {
        const struct option_spec *spec = &invocation->options[i];

        longs[i] = (struct option){spec->name, spec->argument ? required_argument : no_argument,
                                   NULL, LONG_ONLY + (int)i};
        if (spec->letter) {
            *shorts++ = spec->letter;
            if (spec->argument)
                *shorts++ = ':';
        }
    }
    longs[invocation->option_count] = (struct option){0};
    *shorts = '\0';
}

static int
unknown_option(const struct invocation *invocation, const char *word)
{
    const char *names[OPTIONS_MAX + 1] = {0}, *nearest;

    for (size_t i = 0; i < invocation->option_count; i++)
        names[i] = invocation->options[i].name;
    nearest = strncmp(word, "--", 2) == 0 ? nearest_name(word + 2, names) : NULL;
    if (nearest)
        return usage_error(invocation, "unknown option %s; did you mean --%s?", word, nearest);
    return usage_error(invocation, "unknown option %s", word);
}

static size_t
option_index(const struct invocation *invocation, int value)
{
    if (value >= LONG_ONLY)
        return (size_t)(value - LONG_ONLY);
    for (size_t i = 0; i < invocation->option_count; i++)
        if (invocation->options[i].letter == value)
            return i;
    return OPTIONS_MAX;
}

static int
parse_options(struct invocation *invocation, int count, char **words)
{
    struct option longs[OPTIONS_MAX + 1];
    char shorts[2 * OPTIONS_MAX + 2];
    int value;

    make_getopt_tables(invocation, longs, shorts);
    opterr = 0;
    optind = 1;
    while ((value = getopt_long(count, words, shorts, longs, NULL)) != -1) {
        size_t index;

        if (value == '?')
            return unknown_option(invocation, words[optind - 1]);
        if (value == ':')
            return usage_error(invocation, "option %s needs a value", words[optind - 1]);
        index = option_index(invocation, value);
        invocation->values[index] = invocation->options[index].argument ? optarg : "";
    }
    invocation->arguments = words + optind;
    invocation->argument_count = count - optind;
    return EXIT_DONE;
}

static int
check_arguments(const struct invocation *invocation)
{
    const struct command *command = invocation->command;

    if (invocation->argument_count < command->min_arguments)
        return usage_error(invocation, "needs %s", command->arguments);
    if (command->max_arguments >= 0 && invocation->argument_count > command->max_arguments)
        return usage_error(invocation, "takes %s and no more: %s",
                           command->max_arguments ? command->arguments : "no argument",
                           invocation->arguments[command->max_arguments]);
    return EXIT_DONE;
}

/* Notes are for people at work, warnings for everybody who did not ask for quiet. */
static void
tell(enum ura_report_level level, const char *text, void *user)
{
    const struct invocation *invocation = user;

    if (invocation->quiet)
        return;
    fprintf(stderr, "ura: %s%s\n", level == URA_REPORT_WARNING ? "warning: " : "", text);
}

static void
note_command_line(struct invocation *invocation, int count, char **words)
{
    size_t used = 0;

    for (int i = 0; i < count && used < sizeof invocation->line; i++) {
        int len = snprintf(invocation->line + used, sizeof invocation->line - used, "%s%s",
                           i ? " " : "", i ? words[i] : invocation->command->name);

        used += len > 0 ? (size_t)len : 0;
    }
}

static int
set_limits(struct invocation *invocation)
{
    bool bad = false;

    for (int limit = 0; limit < URA_LIMIT_COUNT; limit++) {
        const char *name = ura_limit_name((enum ura_limit)limit);

        ura_context_set_limit(
            invocation->context, (enum ura_limit)limit,
            option_size(invocation, name,
                        ura_context_limit(invocation->context, (enum ura_limit)limit), &bad));
        if (bad)
            return usage_error(invocation, "--%s takes a number of bytes, not %s", name,
                               option_value(invocation, name));
    }
    return EXIT_DONE;
}

static int
run_command(const struct command *command, int count, char **words)
{
    struct invocation invocation = {.command = command};
    struct ura_error error = {0};
    int code;

    note_command_line(&invocation, count, words);
    gather_options(&invocation);
    code = parse_options(&invocation, count, words);
    if (code)
        return code;
    if (option_given(&invocation, "help")) {
        print_help(command);
        return EXIT_DONE;
    }
    code = check_arguments(&invocation);
    if (code)
        return code;
    invocation.quiet = option_given(&invocation, "quiet");
    if (ura_context_new(data_folder(), &invocation.context, &error))
        return report_error(&error);
    ura_context_set_report(invocation.context, tell, &invocation);
    code = set_limits(&invocation);
    if (!code)
        code = command->run(&invocation);
    ura_context_free(invocation.context);
    return code;
}

/* Standard output that cannot take the last bytes (a full disk, a closed pipe) is an error. */
static int
close_stdout(int code)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    perror("ura: cannot write to standard output");
    return EXIT_IO;
}

int
main(int count, char **words)
{
    const struct command *command;
    int code = EXIT_DONE, used = 0;

    signal(SIGPIPE, SIG_IGN);
    if (count < 2) {
        fputs("ura: no command; see ura --help\n", stderr);
        return EXIT_USAGE;
    }
    command = command_of_words(count - 1, words + 1, &used);
    if (command)
        code = run_command(command, count - used, words + used);
    else if (group_exists(words[1]))
        code = group_answer(count - 1, words + 1);
    else if (strcmp(words[1], "--help") == 0 || strcmp(words[1], "-h") == 0)
        print_overview();
    else if (strcmp(words[1], "--version") == 0)
        printf("ura %s\nICU %s\ndata %s\n", ura_version(), ura_icu_version(), data_folder());
    else
        code = unknown_command(words[1]);
    return close_stdout(code);
}
