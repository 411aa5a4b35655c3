/* words.h - what the actions of ura words share: pairs read from one file or two. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include "cli/inputs.h"

/* Zero, then words_job_init, then words_job_open; ends with words_job_close. */
struct words_job {
    struct invocation *invocation;
    const struct ura_format *from;
    struct ura_units_options reading;
    struct pair_languages languages;
    struct ura_trainer_options options;
    struct ura_input *input;
    struct ura_units *units;
    struct ura_trainer *trainer;
};

/* What is asked for on the command line. Returns EXIT_DONE or EXIT_USAGE. */
int words_job_init(struct invocation *invocation, struct words_job *out);
/* Opens the pairs: two texts line by line, or one file of a format that holds pairs. */
enum ura_status words_job_open(struct words_job *job, struct ura_error *error);
/* The next pair with its translation; URA_END after the last. */
enum ura_status words_job_next(struct words_job *job, struct ura_unit *out,
                               struct ura_error *error);
/* Says how much was passed over, unless quiet. */
void words_job_tell(const struct words_job *job);
void words_job_close(struct words_job *job);

#endif
