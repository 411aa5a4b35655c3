/* error.c - filling in a struct ura_error. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *
ura_status_text(enum ura_status status)
{
    switch (status) {
    case URA_OK:
        return "done";
    case URA_END:
        return "no more items";
    case URA_STOPPED:
        return "stopped";
    case URA_NO_MEMORY:
        return "out of memory";
    case URA_IO:
        return "reading or writing failed";
    case URA_BAD_INPUT:
        return "bad input";
    case URA_SYNTAX:
        return "syntax error";
    case URA_TOO_LARGE:
        return "a limit was reached";
    case URA_BAD_ARGUMENT:
        return "bad argument";
    case URA_NOT_FOUND:
        return "not found";
    }
    return "unknown status";
}

static void
fill(struct ura_error *error, enum ura_status status, const char *format, va_list arguments)
{
    memset(error, 0, sizeof *error);
    error->status = status;
    vsnprintf(error->message, sizeof error->message, format, arguments);
}

enum ura_status
error_set(struct ura_error *error, enum ura_status status, const char *format, ...)
{
    va_list arguments;

    if (!error)
        return status;
    va_start(arguments, format);
    fill(error, status, format, arguments);
    va_end(arguments);
    return status;
}

enum ura_status
error_at(struct ura_error *error, enum ura_status status, uint64_t line, uint64_t offset,
         const char *format, ...)
{
    va_list arguments;

    if (!error)
        return status;
    va_start(arguments, format);
    fill(error, status, format, arguments);
    va_end(arguments);
    error->line = line;
    error->offset = offset;
    error->has_offset = 1;
    return status;
}

enum ura_status
error_errno(struct ura_error *error, const char *doing, int errno_value)
{
    return error_set(error, URA_IO, "%s: %s", doing, strerror(errno_value));
}

enum ura_status
error_memory(struct ura_error *error)
{
    return error_set(error, URA_NO_MEMORY, "out of memory");
}

void
error_set_file(struct ura_error *error, const char *file)
{
    if (error && file && !error->file[0])
        snprintf(error->file, sizeof error->file, "%s", file);
}
