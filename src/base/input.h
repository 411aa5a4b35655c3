/* input.h - what stands behind a struct ura_input: a function that gives bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include <ura/input.h>

#include "base/base.h"

/* Gives up to SIZE bytes; *GOT is 0 only at the end. */
typedef enum ura_status input_read_function(void *user, void *bytes, size_t size, size_t *got,
                                            struct ura_error *error);

/*
 * An input over READ. FREE_USER is called on USER with the input's end, and at once where this
 * fails (URA_NO_MEMORY).
 */
enum ura_status input_new(const char *name, input_read_function *read,
                          void (*free_user)(void *user), void *user, struct ura_input **out,
                          struct ura_error *error);
/* Says that the plain regular file PATH is what INPUT reads. */
void input_set_path(struct ura_input *input, const char *path);
/* Reads what is left, so that hash and offset are those of the whole. */
enum ura_status input_drain(struct ura_input *input, struct ura_error *error);

#endif
