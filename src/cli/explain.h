/* explain.h - why a bead was chosen, for ura align --explain. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/command.h"

/* Writes EXPLANATION of bead NUMBER (from 1) of SOURCE and TARGET to OUTPUT: as an object, or
 * to read. */
enum ura_status explain_write(const struct ura_explanation *explanation, size_t number,
                              const struct ura_document *source,
                              const struct ura_document *target, bool object,
                              struct ura_output *output, struct ura_error *error);

#endif
