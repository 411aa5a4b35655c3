/* job.h - one whole job of the library, as fault tests run it again and again. */
/* SPDX-License-Identifier: MIT */
#ifndef FAULTS_JOB_H
#define FAULTS_JOB_H

#include <ura/ura.h>

#include "base/base.h"

/*
 * Opens corpus NAME of $URA_SOURCE in a context of its own, aligns it and appends the result in
 * the format FORMAT to OUT. On failure OUT holds what was written so far.
 */
enum ura_status job_align(const char *name, const char *format, struct ura_buf *out,
                          struct ura_error *error);

#endif
