/* data.c - where the program's data lies. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/data.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Places of the data, from the folder that the program lies in; .libs is libtool's. */
static const char *const places[] = {"dicts", "../dicts", "../share/ura/dicts"};

/* Whether PATH is a folder of data. Built elsewhere than in the source tree, ura has one beside
 * it that holds only what was made of data. */
static bool
is_data(const char *path)
{
    char file[PATH_MAX + sizeof "/../share/ura/dicts/letters.tsv"];

    snprintf(file, sizeof file, "%s/letters.tsv", path);
    return access(file, R_OK) == 0;
}

/* The folder of the running program into OUT; false where the system does not tell. */
static bool
program_folder(char *out, size_t size)
{
    ssize_t len = readlink("/proc/self/exe", out, size - 1);
    char *slash;

    if (len <= 0)
        return false;
    out[len] = '\0';
    slash = strrchr(out, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

const char *
data_folder(void)
{
    static char found[PATH_MAX + sizeof "/../share/ura/dicts"];
    const char *named = getenv("URA_DATA");
    char program[PATH_MAX];

    if (named && *named)
        return named;
    if (program_folder(program, sizeof program)) {
        for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
            snprintf(found, sizeof found, "%s/%s", program, places[i]);
            if (is_data(found))
                return found;
        }
    }
    return PACKAGE_DATA_FOLDER;
}
