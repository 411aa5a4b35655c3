/* identify_set.c - every language that has tables of its own, kept with the context. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/identify_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/base.h"

static const char KEPT_AS[] = "lang/identify";

static void
release_set(void *value)
{
    struct identify_set *set = value;

    for (size_t i = 0; i < set->count; i++) {
        for (size_t k = 0; k < set->languages[i].dialect_count; k++)
            dialect_free(set->languages[i].dialects[k]);
        model_free(set->languages[i].model);
    }
    free(set);
}

/* Copies field INDEX of the record, a code. */
static enum ura_status
get_code(const struct ura_records *records, size_t index, char (*out)[16],
         struct ura_error *error)
{
    struct ura_str field = records->fields[index];

    if (field.len == 0 || field.len >= sizeof *out || memchr(field.ptr, '/', field.len))
        return records_refuse(records, "expected the codes of a language and its dialects",
                              error);
    memcpy(*out, field.ptr, field.len);
    (*out)[field.len] = '\0';
    return URA_OK;
}

/* The language of the current record, with its dialects. */
static enum ura_status
add_language(struct identify_set *set, const struct ura_context *context,
             const struct ura_records *records, struct ura_error *error)
{
    char code[16], dialect[16];
    enum ura_status status;
    size_t at = set->count;

    if (at == MODELS_MAX)
        return error_set(error, URA_TOO_LARGE, "identify.txt lists more than %d languages",
                         MODELS_MAX);
    status = get_code(records, 0, &code, error);
    if (!status)
        status = model_load(context, code, &set->languages[at].model, error);
    if (status)
        return status;
    set->count++;
    for (size_t i = 1; !status && i < records->field_count; i++) {
        status = get_code(records, i, &dialect, error);
        if (!status)
            status = dialect_load(context, code, dialect, &set->languages[at].dialects[i - 1],
                                  error);
        set->languages[at].dialect_count += !status;
    }
    return status;
}

static enum ura_status
load_set(struct identify_set *set, const struct ura_context *context, struct ura_error *error)
{
    struct ura_records records;
    enum ura_status status =
        records_load(ura_context_data_folder(context), "identify.txt", &records, error);

    if (status)
        return status;
    while (!status && (status = records_next(&records, error)) == URA_OK)
        status = add_language(set, context, &records, error);
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
identify_set_get(struct ura_context *context, struct identify_set **out,
                 struct ura_error *error)
{
    struct identify_set *set = context_kept(context, KEPT_AS);
    enum ura_status status;

    *out = set;
    if (set)
        return URA_OK;
    set = array_new(1, sizeof *set);
    if (!set)
        return error_memory(error);
    status = load_set(set, context, error);
    if (status) {
        release_set(set);
        return status;
    }
    status = context_keep(context, KEPT_AS, set, release_set, error);
    if (!status)
        *out = set;
    return status;
}
