/* clitics.c - reads dicts/<language>/clitics.txt. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/clitics.h"

#include <stdio.h>
#include <stdlib.h>

#include "lang/data.h"

enum { CLITICS_MAX = 64 }; /* forms of one kind; a language has a dozen or two */

static void
release(void *value)
{
    struct clitics *clitics = value;

    arena_release(&clitics->arena);
    free(clitics);
}

static enum ura_status
add(struct clitics *clitics, const struct ura_records *records, struct ura_error *error)
{
    struct ura_str form = records->fields[0];
    bool before = form.len > 1 && form.ptr[form.len - 1] == '\'';
    bool after = form.len > 1 && form.ptr[0] == '\'';
    size_t *count = before ? &clitics->before_count : &clitics->after_count;
    struct ura_str copy;

    if (before == after || records->field_count > 1)
        return records_refuse(records, "a clitic is one field, \"t'\" or \"'s\"", error);
    if (*count == CLITICS_MAX)
        return records_refuse(records, "a language has at most 64 clitics of a kind", error);
    copy = arena_copy(&clitics->arena, form);
    if (!copy.ptr)
        return error_memory(error);
    (before ? clitics->before : clitics->after)[(*count)++] = copy;
    return URA_OK;
}

static enum ura_status
load(struct ura_context *context, const char *language, struct clitics *clitics,
     struct ura_error *error)
{
    struct ura_error loading = {0};
    struct ura_records records;
    enum ura_status status;

    clitics->before = arena_new(&clitics->arena, CLITICS_MAX, sizeof *clitics->before);
    clitics->after = arena_new(&clitics->arena, CLITICS_MAX, sizeof *clitics->after);
    if (!clitics->before || !clitics->after)
        return error_memory(error);
    status = language_records(context, language, "clitics.txt", &records, &loading);
    if (status == URA_NOT_FOUND)
        return URA_OK;
    if (status && error)
        *error = loading;
    while (!status && !(status = records_next(&records, error)))
        status = add(clitics, &records, error);
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
clitics_find(struct ura_context *context, const char *language, const struct clitics **out,
             struct ura_error *error)
{
    struct clitics *clitics;
    enum ura_status status;
    char key[64];

    snprintf(key, sizeof key, "clitics:%.40s", language);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    clitics = calloc(1, sizeof *clitics);
    if (!clitics)
        return error_memory(error);
    status = load(context, language, clitics, error);
    if (status) {
        release(clitics);
        return status;
    }
    status = context_keep(context, key, clitics, release, error);
    if (!status)
        *out = clitics;
    return status;
}
