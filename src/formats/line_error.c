/* line_error.c - errors that have a line and no byte. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/line_error.h"

#include <stdio.h>

enum ura_status
error_on_line(struct ura_error *error, enum ura_status status, uint64_t line,
              const char *format, ...)
{
    va_list arguments;
    char message[sizeof error->message];

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_set(error, status, "%s", message);
    if (error)
        error->line = line;
    return status;
}
