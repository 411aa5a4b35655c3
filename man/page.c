/* page.c - manual pages: prose from a file, lists from the tables. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "describe.h"

#include <stdio.h>
#include <stdlib.h>

enum { LINE_SIZE = 1024, NAME_SIZE = 64 }; /* bytes of a line of prose, of a page's name */

/* The character of more than one byte at TEXT by its number, which roff reads in any locale;
 * returns its last byte. */
static const char *
put_character(const char *text)
{
    unsigned lead = (unsigned char)*text;
    unsigned value = lead & (lead >= 0xf0 ? 0x07 : lead >= 0xe0 ? 0x0f : 0x1f);

    for (; ((unsigned char)text[1] & 0xc0) == 0x80; text++)
        value = value << 6 | ((unsigned char)text[1] & 0x3f);
    printf("\\[u%04X]", value);
    return text;
}

/* TEXT so that roff shows it as it is. */
static void
put_text(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else if ((unsigned char)*text >= 0x80)
            text = put_character(text);
        else
            putchar(*text);
        if (*text == '\n' && (text[1] == '.' || text[1] == '\''))
            fputs("\\&", stdout);
    }
}

static void
put_title(const char *name, const char *section)
{
    fputs(".TH ", stdout);
    for (const char *c = name; *c; c++)
        putchar(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
    printf(" %s \"\" \"ura %s\" \"ura manual\"\n", section, ura_version());
}

static void
put_option(const struct option_spec *spec)
{
    fputs(".TP\n", stdout);
    if (spec->letter)
        printf("\\fB\\-%c\\fR, ", spec->letter);
    fputs("\\fB\\-\\-", stdout);
    put_text(spec->name);
    fputs("\\fR", stdout);
    if (spec->argument)
        printf(" \\fI%s\\fR", spec->argument);
    putchar('\n');
    put_text(spec->help);
    fputs(".\n", stdout);
}

/* "ura\\-corpus\\-stats". */
static void
put_page_name(const struct command *command)
{
    fputs("ura\\-", stdout);
    for (const char *c = command->name; *c; c++) {
        if (*c == ' ')
            fputs("\\-", stdout);
        else
            putchar(*c);
    }
}

static void
put_command(const char *name, const struct command *command)
{
    put_title(name, "1");
    fputs(".SH NAME\n", stdout);
    put_page_name(command);
    printf(" \\- %s\n", command->summary);
    printf(".SH SYNOPSIS\n\\fBura %s\\fR [\\fIOPTIONS\\fR]", command->name);
    if (*command->arguments)
        printf(" \\fI%s\\fR", command->arguments);
    fputs("\n.SH DESCRIPTION\n", stdout);
    put_text(command->description);
    fputs("\n.SH OPTIONS\n", stdout);
    for (const char *const *shared = command->shared; shared && *shared; shared++)
        put_option(shared_option(*shared));
    for (const struct option_spec *own = command->options; own && own->name; own++)
        put_option(own);
}

static void
put_examples(const struct command *command)
{
    fputs(".SH EXAMPLES\n.EX\n", stdout);
    for (size_t i = 0; i < EXAMPLES_MAX && command->examples[i]; i++) {
        put_text(command->examples[i]);
        putchar('\n');
    }
    fputs(".EE\n", stdout);
}

static void
put_exit_codes(void)
{
    static const struct {
        enum exit_code code;
        const char *meaning;
    } codes[] = {
        {EXIT_DONE, "Done; warnings, if there were any, stand on standard error."},
        {EXIT_USAGE, "The command line is wrong."},
        {EXIT_BAD_INPUT, "An input is not what it should be, or cannot be opened."},
        {EXIT_IO, "Reading or writing failed: a full disk, a closed pipe."},
    };

    fputs(".SH EXIT STATUS\n", stdout);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        printf(".TP\n%d\n", (int)codes[i].code);
        put_text(codes[i].meaning);
        putchar('\n');
    }
}

static void
put_commands(void)
{
    for (size_t i = 0; command_at(i); i++) {
        fputs(".TP\n\\fB", stdout);
        put_page_name(command_at(i));
        fputs("\\fR(1)\n", stdout);
        put_text(command_at(i)->summary);
        fputs(".\n", stdout);
    }
}

static void
put_formats(void)
{
    for (size_t i = 0; ura_format_at(i); i++) {
        const struct ura_format *format = ura_format_at(i);

        printf(".SS %s\n", format->name);
        put_text(format->summary);
        fputs(".\n.TP\nHolds\n", stdout);
        put_text(format->holds);
        fputs(".\n.TP\nLoses\n", stdout);
        put_text(format->loses);
        fputs(".\n", stdout);
    }
}

/* Writes what the mark LINE stands for; false if it is none. COMMAND may be NULL. */
static bool
put_mark(const char *name, const struct command *command, const char *line)
{
    if (strncmp(line, "@TITLE ", 7) == 0)
        put_title(name, line + 7);
    else if (strcmp(line, "@COMMAND") == 0 && command)
        put_command(name, command);
    else if (strcmp(line, "@EXAMPLES") == 0 && command)
        put_examples(command);
    else if (strcmp(line, "@EXIT") == 0)
        put_exit_codes();
    else if (strcmp(line, "@COMMANDS") == 0)
        put_commands();
    else if (strcmp(line, "@FORMATS") == 0)
        put_formats();
    else
        return false;
    return true;
}

/* The command of the page ura-NAME; what is two words to the program is one name there. */
static const struct command *
find_command(const char *name)
{
    char words[NAME_SIZE];
    size_t len = strcspn(name, "-");

    snprintf(words, sizeof words, "%s", name);
    if (words[len])
        words[len] = ' ';
    return command_find(words);
}

int
describe_page(struct ura_str name, const char *path)
{
    static const char prefix[] = "ura-";
    const struct command *command = NULL;
    char line[LINE_SIZE], page[NAME_SIZE];
    int code = EXIT_SUCCESS;
    FILE *file = fopen(path, "r");

    if (!file) {
        perror(path);
        return EXIT_FAILURE;
    }
    snprintf(page, sizeof page, "%.*s", (int)name.len, name.ptr);
    if (strncmp(page, prefix, sizeof prefix - 1) == 0)
        command = find_command(page + sizeof prefix - 1);
    while (!code && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (*line != '@') {
            puts(line);
        } else if (!put_mark(page, command, line)) {
            fprintf(stderr, "%s: no such mark: %s\n", path, line);
            code = EXIT_FAILURE;
        }
    }
    fclose(file);
    return code;
}
