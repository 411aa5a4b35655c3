/* line_error.h - errors that have a line and no byte. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_LINE_ERROR_H
#define FORMATS_LINE_ERROR_H

#include "base/base.h"

/* As error_set; LINE from 1, 0: not known. */
enum ura_status error_on_line(struct ura_error *error, enum ura_status status, uint64_t line,
                              const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
