/* complete.c - completion for bash and zsh: commands, their options, the words these take. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "describe.h"

#include <stdio.h>
#include <stdlib.h>

/* How a command is called where one word stands for it: "corpus-stats". */
static void
put_key(const struct command *command)
{
    for (const char *c = command->name; *c; c++)
        putchar(*c == ' ' ? '-' : *c);
}

/* Whether command INDEX is the first whose name begins with its word. */
static bool
is_first_of_word(size_t index)
{
    const char *name = command_at(index)->name;
    size_t len = strcspn(name, " ");

    for (size_t i = 0; i < index; i++)
        if (strncmp(command_at(i)->name, name, len) == 0 && command_at(i)->name[len] == ' ')
            return false;
    return true;
}

/* Calls PUT with each command that is two words and begins with that of GROUP. */
static void
visit_actions(const struct command *group, void (*put)(const struct command *command))
{
    size_t len = strcspn(group->name, " ") + 1;

    for (size_t i = 0; command_at(i); i++)
        if (strncmp(command_at(i)->name, group->name, len) == 0)
            put(command_at(i));
}

/* Calls PUT with the first action of each group. */
static void
visit_groups(void (*put)(const struct command *command))
{
    for (size_t i = 0; command_at(i); i++)
        if (strchr(command_at(i)->name, ' ') && is_first_of_word(i))
            put(command_at(i));
}

/* Called for every option that COMMAND takes. */
typedef void option_visitor(const struct option_spec *spec);

static void
visit_options(const struct command *command, option_visitor *visit)
{
    for (const char *const *shared = command->shared; shared && *shared; shared++)
        visit(shared_option(*shared));
    for (const struct option_spec *own = command->options; own && own->name; own++)
        visit(own);
}

/* The words that the value of SPEC can be, with blanks between; none: anything. */
static void
put_values(const struct option_spec *spec)
{
    if (strcmp(spec->argument, "FORMAT") == 0) {
        for (size_t i = 0; ura_format_at(i); i++)
            printf("%s%s", i ? " " : "", ura_format_at(i)->name);
    } else if (strcmp(spec->argument, "LAYOUT") == 0) {
        for (int layout = URA_LAYOUT_AUTO; layout <= URA_LAYOUT_LINES; layout++)
            printf("%s%s", layout ? " " : "", ura_layout_name((enum ura_layout)layout));
    } else if (strcmp(spec->name, "color") == 0) {
        fputs("auto always never", stdout);
    } else if (strcmp(spec->argument, "WHEN") == 0) {
        fputs("auto on off", stdout);
    }
}

static void
put_bash_option(const struct option_spec *spec)
{
    printf(" --%s", spec->name);
}

static void
put_bash_values(const struct option_spec *spec)
{
    if (!spec->argument)
        return;
    fputs("        --", stdout);
    fputs(spec->name, stdout);
    if (spec->letter)
        printf(" | -%c", spec->letter);
    fputs(") values='", stdout);
    put_values(spec);
    fputs("' ;;\n", stdout);
}

static void
put_bash_action(const struct command *command)
{
    printf("%s ", strchr(command->name, ' ') + 1);
}

/* The case that completes the second word of a group, and makes one word of both. */
static void
put_bash_group(const struct command *group)
{
    printf("    %.*s)\n        if ((COMP_CWORD == 2)); then\n"
           "            mapfile -t COMPREPLY < <(compgen -W '",
           (int)strcspn(group->name, " "), group->name);
    visit_actions(group, put_bash_action);
    fputs("--help' -- \"$word\")\n            return\n        fi\n"
          "        command=$command-${COMP_WORDS[2]}\n        ;;\n",
          stdout);
}

int
describe_bash(void)
{
    fputs("# ura - completion for bash; made from the program's own tables.\n"
          "_ura()\n{\n"
          "    local command=${COMP_WORDS[1]}\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
          "    local options='' values=''\n"
          "    COMPREPLY=()\n"
          "    if ((COMP_CWORD == 1)); then\n        mapfile -t COMPREPLY < <(compgen -W '",
          stdout);
    for (size_t i = 0; command_at(i); i++)
        if (is_first_of_word(i))
            printf("%.*s ", (int)strcspn(command_at(i)->name, " "), command_at(i)->name);
    fputs("--help --version' -- \"$word\")\n        return\n    fi\n"
          "    case $command in\n",
          stdout);
    visit_groups(put_bash_group);
    fputs("    esac\n    case $command in\n", stdout);
    for (size_t i = 0; command_at(i); i++) {
        fputs("    ", stdout);
        put_key(command_at(i));
        fputs(")\n        options='", stdout);
        visit_options(command_at(i), put_bash_option);
        fputs("'\n        case $before in\n", stdout);
        visit_options(command_at(i), put_bash_values);
        fputs("        esac\n        ;;\n", stdout);
    }
    fputs("    esac\n"
          "    if [[ -n $values ]]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$word\")\n"
          "    elif [[ $word == -* ]]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
          "    fi\n}\n"
          "complete -o default -F _ura ura\n",
          stdout);
    return EXIT_SUCCESS;
}

/* TEXT inside single quotes and brackets of a zsh argument. */
static void
put_zsh_text(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else if (strchr("[]:\\", *text))
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

static void
put_zsh_option(const struct option_spec *spec)
{
    fputs("            ", stdout);
    if (spec->letter)
        printf("'(-%c --%s)'{-%c,--%s%s}'[", spec->letter, spec->name, spec->letter, spec->name,
               spec->argument ? "=" : "");
    else
        printf("'--%s%s[", spec->name, spec->argument ? "=" : "");
    put_zsh_text(spec->help);
    putchar(']');
    if (spec->argument) {
        putchar(':');
        put_zsh_text(spec->argument);
        putchar(':');
        if (strcmp(spec->argument, "FILE") == 0) {
            fputs("_files", stdout);
        } else {
            putchar('(');
            put_values(spec);
            putchar(')');
        }
    }
    fputs("' \\\n", stdout);
}

static void
put_zsh_action(const struct command *command)
{
    printf("            '%s:", strchr(command->name, ' ') + 1);
    put_zsh_text(command->summary);
    fputs("'\n", stdout);
}

/* The same as for bash: the second word, then one word for both. */
static void
put_zsh_group(const struct command *group)
{
    printf("    %.*s)\n        commands=(\n", (int)strcspn(group->name, " "), group->name);
    visit_actions(group, put_zsh_action);
    fputs("        )\n        if ((CURRENT == 2)); then\n"
          "            _describe action commands\n            return\n        fi\n"
          "        command=$command-$words[2]\n        shift words\n        ((CURRENT--))\n"
          "        ;;\n",
          stdout);
}

/* The command, or the group that it is the first of. */
static void
put_zsh_command(const struct command *command)
{
    size_t len = strcspn(command->name, " ");

    printf("        '%.*s:", (int)len, command->name);
    put_zsh_text(command->name[len] ? "actions on many bitexts" : command->summary);
    fputs("'\n", stdout);
}

int
describe_zsh(void)
{
    fputs("#compdef ura\n# _ura - completion for zsh; made from the program's own tables.\n"
          "_ura()\n{\n    local -a commands\n    commands=(\n",
          stdout);
    for (size_t i = 0; command_at(i); i++)
        if (is_first_of_word(i))
            put_zsh_command(command_at(i));
    fputs("    )\n"
          "    if ((CURRENT == 2)); then\n        _describe command commands\n        return\n"
          "    fi\n    local command=$words[2]\n    shift words\n    ((CURRENT--))\n"
          "    case $command in\n",
          stdout);
    visit_groups(put_zsh_group);
    fputs("    esac\n    case $command in\n", stdout);
    for (size_t i = 0; command_at(i); i++) {
        fputs("    ", stdout);
        put_key(command_at(i));
        fputs(")\n        _arguments -s \\\n", stdout);
        visit_options(command_at(i), put_zsh_option);
        fputs("            '*:file:_files'\n        ;;\n", stdout);
    }
    fputs("    esac\n}\n_ura \"$@\"\n", stdout);
    return EXIT_SUCCESS;
}
