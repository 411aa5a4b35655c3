/* formats.c - ura formats: what can be read and written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <stdio.h>

static int
run(struct invocation *invocation)
{
    (void)invocation;
    for (size_t i = 0; ura_format_at(i); i++) {
        const struct ura_format *format = ura_format_at(i);

        printf("%-9s %s\n          holds %s\n          loses %s\n", format->name,
               format->summary, format->holds, format->loses);
    }
    return EXIT_DONE;
}

static const char *const shared[] = {"help", NULL};

const struct command command_formats = {
    .name = "formats",
    .summary = "the formats that results are written in",
    .arguments = "",
    .shared = shared,
    .description = "Lists every format with what it can hold and what it loses.",
    .examples = {"ura formats", "ura formats | grep jsonl"},
    .run = run,
};
