/* context.h - the inside of struct ura_context: what rooms keep in it between calls. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_CONTEXT_H
#define BASE_CONTEXT_H

#include <ura/context.h>

/*
 * What a room has loaded once and keeps for the life of the context, by KEY (a string that the
 * room makes unique: "abbreviations:sq"). NULL if there is nothing.
 */
void *context_kept(const struct ura_context *context, const char *key);
/* Keeps VALUE under KEY; RELEASE is called on it in the end, and at once if memory is out. */
enum ura_status context_keep(struct ura_context *context, const char *key, void *value,
                             void (*release)(void *value), struct ura_error *error);
/* Tells the caller something. FORMAT as for printf. */
void context_report(struct ura_context *context, enum ura_report_level level,
                    const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
