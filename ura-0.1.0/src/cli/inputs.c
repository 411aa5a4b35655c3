/* inputs.c - the texts that a command was given. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/inputs.h"

#include <stdio.h>

static bool
take_code(char *out, size_t size, const char *code, size_t len)
{
    if (len == 0 || len >= size)
        return false;
    memcpy(out, code, len);
    out[len] = '\0';
    return true;
}

int
find_languages(const struct invocation *invocation, struct pair_languages *out)
{
    const char *both = option_value(invocation, "languages");
    const char *source = option_value(invocation, "source-language");
    const char *target = option_value(invocation, "target-language");
    const char *comma = both ? strchr(both, ',') : NULL;

    *out = (struct pair_languages){{0}, {0}};
    if (both &&
        (!comma || !take_code(out->source, sizeof out->source, both, (size_t)(comma - both)) ||
         !take_code(out->target, sizeof out->target, comma + 1, strlen(comma + 1))))
        return usage_error(invocation, "--languages takes two codes as sq,en, not %s", both);
    if (source && !take_code(out->source, sizeof out->source, source, strlen(source)))
        return usage_error(invocation, "%s is no language code; sq or en would be one", source);
    if (target && !take_code(out->target, sizeof out->target, target, strlen(target)))
        return usage_error(invocation, "%s is no language code; sq or en would be one", target);
    return EXIT_DONE;
}
