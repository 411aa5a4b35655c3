/* command.h - what a command declares of itself, and what it is given when it runs. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <ura/ura.h>

#include "base/base.h"

/* Exit codes, as CLI.md has them. */
enum exit_code {
    EXIT_DONE = 0,
    EXIT_FINDINGS = 1,
    EXIT_USAGE = 2,
    EXIT_BAD_INPUT = 3,
    EXIT_PARTLY = 4,
    EXIT_IO = 74,
    EXIT_CHECKPOINT = 75,
};

enum { OPTIONS_MAX = 32, EXAMPLES_MAX = 3 };

/* One option. A list of them ends with a zero. */
struct option_spec {
    const char *name;     /* without the dashes */
    char letter;          /* 0: none */
    const char *argument; /* as help shows it, "FORMAT"; NULL: a flag */
    const char *help;     /* one line */
};

struct invocation;

/* One command: at the end of the file that implements it, and one line in commands.def. */
struct command {
    const char *name;      /* one word, or a group's and an action's: "corpus stats" */
    const char *summary;   /* one line, no full stop */
    const char *arguments; /* "SOURCE TARGET" */
    int min_arguments;
    int max_arguments;                 /* -1: any number */
    const struct option_spec *options; /* its own; the shared ones come in front */
    const char *const *shared; /* names of the shared options it takes, NULL-terminated */
    const char *description;   /* a paragraph for help and the manual */
    const char *examples[EXAMPLES_MAX]; /* command lines that work in the source tree */
    int (*run)(struct invocation *invocation);
};

/* One run of a command. */
struct invocation {
    const struct command *command;
    struct ura_context *context;
    char **arguments;
    int argument_count;
    struct option_spec options[OPTIONS_MAX]; /* shared and own */
    const char *values[OPTIONS_MAX];         /* "" for a flag that was given, NULL if not */
    size_t option_count;
    bool quiet;
    char line[512]; /* the command line, for provenance */
};

/* The value of option NAME, "" for a flag, NULL if it was not given. */
const char *option_value(const struct invocation *invocation, const char *name);
static inline bool
option_given(const struct invocation *invocation, const char *name)
{
    return option_value(invocation, name) != NULL;
}

/* Says on stderr what is wrong with the usage; returns EXIT_USAGE. */
int usage_error(const struct invocation *invocation, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Says "ura: FILE:LINE: MESSAGE" on stderr and returns the exit code for it. */
int report_error(const struct ura_error *error);

/* The number that option NAME has, DEFAULT_VALUE if it was not given; *BAD is set if it is
 * none. */
size_t option_size(const struct invocation *invocation, const char *name, size_t default_value,
                   bool *bad);
/*
 * The place in NAMES (NULL-terminated) of what option NAME has, 0 if it was not given. Where it
 * has something else: -1, after a usage error that says RIGHT ("counts are written as text or
 * jsonl") and the nearest name.
 */
int option_choice(const struct invocation *invocation, const char *name,
                  const char *const *names, const char *right);
/* Whether to use colour on file descriptor FD, after --color and NO_COLOR. */
bool color_wanted(const struct invocation *invocation, int fd);
/* Columns of the terminal on FD, or of $COLUMNS; 80 if there is neither. */
size_t terminal_width(int fd);

/* Opens -o, refusing each of the INPUTS (COUNT of them). Returns EXIT_DONE or an exit code. */
int open_output(const struct invocation *invocation, char *const *inputs, int count,
                struct ura_output *out);
/* Returns EXIT_DONE, or reports where the file that OPTION names is one that this run reads:
 * an argument, or what another option names. */
int refuse_own_input(const struct invocation *invocation, const char *option);
/* Closes or, where STATUS is an error, abandons it; reports; returns the exit code. */
int finish_output(struct ura_output *output, enum ura_status status, struct ura_error *error);

/* Sets *OUT from --to, else to DEFAULT_NAME. Returns EXIT_DONE or EXIT_USAGE. */
int find_format(const struct invocation *invocation, const char *default_name,
                const struct ura_format **out);
/* Sets *OUT to the format called NAME. Returns EXIT_DONE or EXIT_USAGE. */
int find_format_named(const struct invocation *invocation, const char *name,
                      const struct ura_format **out);
/* Sets *OUT from --layout. Returns EXIT_DONE or EXIT_USAGE. */
int find_layout(const struct invocation *invocation, enum ura_layout *out);
/* The nearest of NAMES (NULL-terminated) to WORD, NULL if none is near. */
const char *nearest_name(const char *word, const char *const *names);

/* Every command, NULL at the end. */
const struct command *command_at(size_t index);
const struct command *command_find(const char *name);
/*
 * The command that WORDS, COUNT of them, begin with, and how many of them are its name; NULL
 * where there is none.
 */
const struct command *command_of_words(int count, char *const *words, int *used);
/* The shared option called NAME. */
const struct option_spec *shared_option(const char *name);

void print_help(const struct command *command);
void print_overview(void);

/* Whether there are commands of two words that begin with NAME. */
bool group_exists(const char *name);
/* Answers WORDS, a group and what is no action of it: with help, or what is wrong. */
int group_answer(int count, char *const *words);
/* Says which command the unknown WORD is near to; returns EXIT_USAGE. */
int unknown_command(const char *word);

#define COMMAND(symbol) extern const struct command command_##symbol;
#include "cli/commands.def"
#undef COMMAND

#endif
