/* inputs.h - the texts that a command was given. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "cli/command.h"

/* The languages of source and target as the options have them; NULL: to be found. */
struct pair_languages {
    char source[16];
    char target[16];
};

/* Reads --languages, --source-language, --target-language. Returns EXIT_DONE or EXIT_USAGE. */
int find_languages(const struct invocation *invocation, struct pair_languages *out);

/* Sets *OUT to --min-confidence, 0 where it was not given. Returns EXIT_DONE or EXIT_USAGE. */
int find_min_confidence(const struct invocation *invocation, double *out);

/* Sets what --moved asks for. Returns EXIT_DONE or EXIT_USAGE. */
int find_moved(const struct invocation *invocation, struct ura_pair_options *out);
/* Sets *OUT to what --lexicon names, NULL where it was not given. Returns EXIT_DONE or
 * EXIT_USAGE. */
int find_lexicon(const struct invocation *invocation, const char **out);

/* Sets what --realign asks for: -1 off, 0 auto, 1 on. Returns EXIT_DONE or EXIT_USAGE. */
int find_realign(const struct invocation *invocation, int *out);

#endif
