/* inputs.c - the texts that a command was given. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/inputs.h"

#include <stdio.h>

/* What an option that may be left to the program takes. */
static const char *const when_names[] = {"off", "auto", "on", NULL};

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

/* Sets *OUT to -1, 0 or 1 for what option NAME says. */
static int
find_when(const struct invocation *invocation, const char *name, int *out)
{
    const char *value = option_value(invocation, name);

    *out = 0;
    for (int i = 0; value && when_names[i]; i++) {
        if (strcmp(value, when_names[i]) == 0) {
            *out = i - 1;
            return EXIT_DONE;
        }
    }
    return value ? usage_error(invocation, "--%s takes auto, on or off, not %s", name, value)
                 : EXIT_DONE;
}

int
find_lexicon(const struct invocation *invocation, const char **out)
{
    *out = option_value(invocation, "lexicon");
    return *out && strcmp(*out, "-") == 0
               ? usage_error(invocation, "--lexicon takes a file, not standard input")
               : EXIT_DONE;
}

int
find_min_confidence(const struct invocation *invocation, double *out)
{
    const char *value = option_value(invocation, "min-confidence");

    *out = 0;
    if (value && (!number_parse_real(ura_str_from(value), out) || *out < 0 || *out > 1))
        return usage_error(invocation,
                           "--min-confidence takes a probability from 0 to 1, as 0.9, not %s",
                           value);
    return EXIT_DONE;
}

int
find_moved(const struct invocation *invocation, struct ura_pair_options *out)
{
    return find_when(invocation, "moved", &out->moved);
}

int
find_realign(const struct invocation *invocation, int *out)
{
    return find_when(invocation, "realign", out);
}
