/* outputs.h - where a command writes: one file, or as many as the format has. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "cli/command.h"

/* Zero, then outputs_open, then outputs_finish. */
struct outputs {
    struct ura_outputs set; /* for the format's writer */
    struct ura_output items[URA_OUTPUTS_MAX];
    char *paths[URA_OUTPUTS_MAX];
    size_t count;
};

/*
 * Opens -o, or standard output. A format with several files takes -o as the beginning of their
 * names: NAME.sq, NAME.en; HEADER has the languages. Refuses every file that is an argument of
 * the command. Fails with URA_BAD_ARGUMENT, URA_BAD_INPUT, URA_IO.
 */
enum ura_status outputs_open(const struct invocation *invocation,
                             const struct ura_format *format,
                             const struct ura_units_header *header, struct outputs *out,
                             struct ura_error *error);
/* The same for PATH instead of -o; it outlives the outputs. */
enum ura_status outputs_open_path(const struct invocation *invocation, const char *path,
                                  const struct ura_format *format,
                                  const struct ura_units_header *header, struct outputs *out,
                                  struct ura_error *error);
/* URA_BAD_INPUT where one of them is the file INPUT. */
enum ura_status outputs_refuse(const struct outputs *outputs, const char *input,
                               struct ura_error *error);
/* Drops all of them; says nothing. */
void outputs_abandon(struct outputs *outputs);
/* Tells OUT the names of OUTPUTS, where they are several. */
void outputs_name(const struct outputs *outputs, struct ura_write_options *out);
/* Makes all of them appear or, where STATUS is an error, none; reports; returns the exit code.
 */
int outputs_finish(struct outputs *outputs, enum ura_status status, struct ura_error *error);

#endif
