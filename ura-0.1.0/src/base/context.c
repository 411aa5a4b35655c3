/* context.c - what a caller sets once, and what rooms keep between calls. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/context.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/error.h"

struct kept {
    struct kept *next;
    const char *key;
    void *value;
    void (*release)(void *value);
};

struct ura_context {
    struct ura_arena arena;
    const char *data_folder;
    size_t limits[URA_LIMIT_COUNT];
    ura_report_callback *report;
    void *report_user;
    struct kept *kept;
};

/* The longest file that is held whole: far over any book, far under what exhausts a server. */
static const size_t DEFAULT_FILE_LIMIT = sizeof(size_t) > 4 ? (size_t)4 << 30 : SIZE_MAX / 2;
static const size_t DEFAULT_LINE_LIMIT = (size_t)64 << 20;

enum { REPORT_LINE = 1024 }; /* bytes of one note; longer ones name long files */

static bool
is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

enum ura_status
ura_context_new(const char *data_folder, struct ura_context **out, struct ura_error *error)
{
    struct ura_context *context;

    *out = NULL;
    if (!data_folder)
        data_folder = PACKAGE_DATA_FOLDER;
    if (!is_folder(data_folder))
        return error_set(error, URA_NOT_FOUND,
                         "data folder %s is missing; install ura or name it in URA_DATA",
                         data_folder);
    context = calloc(1, sizeof *context);
    if (!context)
        return error_memory(error);
    context->limits[URA_LIMIT_FILE] = DEFAULT_FILE_LIMIT;
    context->limits[URA_LIMIT_LINE] = DEFAULT_LINE_LIMIT;
    context->data_folder = arena_copy(&context->arena, ura_str_from(data_folder)).ptr;
    if (!context->data_folder) {
        ura_context_free(context);
        return error_memory(error);
    }
    *out = context;
    return URA_OK;
}

void
ura_context_free(struct ura_context *context)
{
    if (!context)
        return;
    for (struct kept *kept = context->kept; kept; kept = kept->next)
        if (kept->release)
            kept->release(kept->value);
    arena_release(&context->arena);
    free(context);
}

void
ura_context_set_report(struct ura_context *context, ura_report_callback *callback, void *user)
{
    context->report = callback;
    context->report_user = user;
}

void
ura_context_set_limit(struct ura_context *context, enum ura_limit limit, size_t value)
{
    context->limits[limit] = value;
}

size_t
ura_context_limit(const struct ura_context *context, enum ura_limit limit)
{
    return context->limits[limit];
}

const char *
ura_limit_name(enum ura_limit limit)
{
    return limit == URA_LIMIT_FILE ? "max-file" : "max-line";
}

const char *
ura_context_data_folder(const struct ura_context *context)
{
    return context->data_folder;
}

const char *
ura_version(void)
{
    return PACKAGE_VERSION;
}

void *
context_kept(const struct ura_context *context, const char *key)
{
    for (const struct kept *kept = context->kept; kept; kept = kept->next)
        if (strcmp(kept->key, key) == 0)
            return kept->value;
    return NULL;
}

enum ura_status
context_keep(struct ura_context *context, const char *key, void *value,
             void (*release)(void *value), struct ura_error *error)
{
    struct kept *kept = arena_new(&context->arena, 1, sizeof *kept);
    struct ura_str copy = arena_copy(&context->arena, ura_str_from(key));

    if (!kept || !copy.ptr) {
        if (release)
            release(value);
        return error_memory(error);
    }
    *kept = (struct kept){context->kept, copy.ptr, value, release};
    context->kept = kept;
    return URA_OK;
}

void
context_report(struct ura_context *context, enum ura_report_level level, const char *format,
               ...)
{
    char line[REPORT_LINE];
    va_list arguments;

    if (!context->report)
        return;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    context->report(level, line, context->report_user);
}
