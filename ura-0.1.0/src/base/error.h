/* error.h - filling in a struct ura_error. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdint.h>

#include <ura/status.h>

/* Sets ERROR (may be NULL) and returns STATUS: `return error_set(error, URA_SYNTAX, "...")`. */
enum ura_status error_set(struct ura_error *error, enum ura_status status, const char *format,
                          ...) __attribute__((format(printf, 3, 4)));
/* The same with a place: LINE from 1 or 0, OFFSET in bytes. */
enum ura_status error_at(struct ura_error *error, enum ura_status status, uint64_t line,
                         uint64_t offset, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* URA_IO with what ERRNO_VALUE means. DOING: "cannot read", "cannot write". */
enum ura_status error_errno(struct ura_error *error, const char *doing, int errno_value);
enum ura_status error_memory(struct ura_error *error);
/* Names the file an error belongs to, if it has no name yet. */
void error_set_file(struct ura_error *error, const char *file);

#endif
