/* group.c - commands of two words: what their first word alone, or with a wrong one, says. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <stdio.h>

enum { COMMANDS_MAX = 64, WORD_SIZE = 32, ACTION_COLUMN = 12 };

/* What stands behind GROUP and a blank in NAME; NULL where it begins with another word. */
static const char *
action_of(const char *name, const char *group)
{
    size_t len = strlen(group);

    return strncmp(name, group, len) == 0 && name[len] == ' ' ? name + len + 1 : NULL;
}

bool
group_exists(const char *name)
{
    for (size_t i = 0; command_at(i); i++)
        if (action_of(command_at(i)->name, name))
            return true;
    return false;
}

static void
print_actions(FILE *file, const char *group)
{
    fprintf(file, "usage: ura %s ACTION [OPTIONS] [FILES]\n\nactions:\n", group);
    for (size_t i = 0; command_at(i); i++) {
        const char *action = action_of(command_at(i)->name, group);

        if (action)
            fprintf(file, "  %-*s  %s\n", ACTION_COLUMN, action, command_at(i)->summary);
    }
    fprintf(file, "\n`ura %s ACTION --help` tells more.\n", group);
}

static int
unknown_action(const char *group, const char *word)
{
    const char *names[COMMANDS_MAX + 1] = {0}, *nearest;
    size_t count = 0;

    for (size_t i = 0; count < COMMANDS_MAX && command_at(i); i++) {
        names[count] = action_of(command_at(i)->name, group);
        count += names[count] != NULL;
    }
    nearest = nearest_name(word, names);
    fprintf(stderr, "ura: %s: unknown action %s; ", group, word);
    if (nearest)
        fprintf(stderr, "did you mean %s?\n", nearest);
    else
        fprintf(stderr, "see ura %s --help\n", group);
    return EXIT_USAGE;
}

int
group_answer(int count, char *const *words)
{
    const char *group = words[0];

    if (count == 1) {
        fprintf(stderr, "ura: %s: no action\n", group);
        print_actions(stderr, group);
        return EXIT_USAGE;
    }
    if (strcmp(words[1], "--help") != 0 && strcmp(words[1], "-h") != 0)
        return unknown_action(group, words[1]);
    print_actions(stdout, group);
    return EXIT_DONE;
}

int
unknown_command(const char *word)
{
    char words[COMMANDS_MAX][WORD_SIZE];
    const char *names[COMMANDS_MAX + 1] = {0}, *nearest;

    for (size_t i = 0; i < COMMANDS_MAX && command_at(i); i++) {
        const char *name = command_at(i)->name;

        snprintf(words[i], WORD_SIZE, "%.*s", (int)strcspn(name, " "), name);
        names[i] = words[i];
    }
    nearest = nearest_name(word, names);
    fprintf(stderr, "ura: unknown command %s; ", word);
    if (nearest)
        fprintf(stderr, "did you mean %s?\n", nearest);
    else
        fprintf(stderr, "see ura --help\n");
    return EXIT_USAGE;
}
