/* verdicts.c - what libcld2 says of each line of standard input, for train.py. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "lang/identify_cld2.h"

int
main(void)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t len;

    while ((len = getline(&line, &capacity, stdin)) >= 0) {
        struct cld2_verdict verdict;

        if (len && line[len - 1] == '\n')
            len--;
        if (!cld2_detect(line, (size_t)len, &verdict))
            return EXIT_FAILURE;
        printf("%s\t%d\t%.0f\n", verdict.codes[0], verdict.sure, verdict.score);
    }
    free(line);
    return ferror(stdin) || fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
