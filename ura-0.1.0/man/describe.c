/* describe.c - manual pages and completions, made from the tables that the program runs by. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "describe.h"

#include <stdio.h>
#include <stdlib.h>

/* The text before the first dot of the last part of PATH: "ura-align" of
 * "man/ura-align.1.roff". */
static struct ura_str
page_name(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

    return (struct ura_str){name, strcspn(name, ".")};
}

int
main(int count, char **words)
{
    const char *what = count > 1 ? words[1] : "";
    int code = EXIT_FAILURE;

    if (strcmp(what, "bash") == 0)
        code = describe_bash();
    else if (strcmp(what, "zsh") == 0)
        code = describe_zsh();
    else if (strcmp(what, "page") == 0 && count == 3)
        code = describe_page(page_name(words[2]), words[2]);
    else
        fputs("usage: describe bash | zsh | page FILE.SECTION.roff\n", stderr);
    if (fflush(stdout) || ferror(stdout)) {
        perror("describe");
        code = EXIT_FAILURE;
    }
    return code;
}
