/* help.c - help out of the tables. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <stdio.h>

enum { NAME_COLUMN = 14, OPTION_COLUMN = 28, HELP_WIDTH = 96 };

static void
print_option(const struct option_spec *spec)
{
    char left[64];

    snprintf(left, sizeof left, "  %c%c%c --%s%s%s", spec->letter ? '-' : ' ',
             spec->letter ? spec->letter : ' ', spec->letter ? ',' : ' ', spec->name,
             spec->argument ? " " : "", spec->argument ? spec->argument : "");
    printf("%-*s  %s\n", OPTION_COLUMN, left, spec->help);
}

/* TEXT in lines of at most HELP_WIDTH bytes; a line end in it is a blank. */
static void
print_wrapped(const char *text)
{
    size_t column = 0;

    while (*text) {
        size_t len = strcspn(text, " \n");

        if (column && column + 1 + len > HELP_WIDTH) {
            putchar('\n');
            column = 0;
        }
        column += (size_t)printf("%s%.*s", column ? " " : "", (int)len, text);
        text += len;
        text += strspn(text, " \n");
    }
    putchar('\n');
}

void
print_help(const struct command *command)
{
    printf("usage: ura %s [OPTIONS]%s%s\n\n", command->name, *command->arguments ? " " : "",
           command->arguments);
    print_wrapped(command->description);
    printf("\noptions:\n");
    for (const char *const *name = command->shared; name && *name; name++)
        print_option(shared_option(*name));
    for (const struct option_spec *own = command->options; own && own->name; own++)
        print_option(own);
    printf("\nexamples:\n");
    for (size_t i = 0; i < EXAMPLES_MAX && command->examples[i]; i++)
        printf("  %s\n", command->examples[i]);
}

void
print_overview(void)
{
    printf("usage: ura COMMAND [OPTIONS] [FILES]\n\n"
           "Aligns two texts sentence by sentence, agency copy first of all.\n\ncommands:\n");
    for (size_t i = 0; command_at(i); i++)
        printf("  %-*s  %s\n", NAME_COLUMN, command_at(i)->name, command_at(i)->summary);
    printf("\n`ura COMMAND --help` tells more. `ura --version` names versions and data.\n");
}
