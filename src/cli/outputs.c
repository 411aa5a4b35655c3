/* outputs.c - where a command writes: one file, or as many as the format has. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/outputs.h"

#include <stdlib.h>

/*
 * BASE, a dot, and SUFFIX with the languages in it, or with "source" and "target" where they
 * are not known or the same. The caller frees it; NULL: out of memory.
 */
static char *
output_path(const char *base, const char *suffix, const struct ura_units_header *header)
{
    bool known = !ura_str_equal(header->source_language, header->target_language);
    struct ura_buf path = {0};

    buf_append_text(&path, base);
    buf_append_byte(&path, '.');
    for (; *suffix; suffix++) {
        struct ura_str language;

        if (*suffix != '%') {
            buf_append_byte(&path, *suffix);
            continue;
        }
        suffix++;
        language = *suffix == 's' ? header->source_language : header->target_language;
        buf_append_str(&path, language.len && known ? language
                              : *suffix == 's'      ? URA_STR("source")
                                                    : URA_STR("target"));
    }
    buf_append_byte(&path, '\0');
    if (path.failed)
        buf_release(&path);
    return path.ptr;
}

static enum ura_status
open_one(const struct invocation *invocation, const char *path, struct outputs *out,
         struct ura_error *error)
{
    enum ura_status status = URA_OK;

    for (int i = 0; path && i < invocation->argument_count && !status; i++)
        if (file_same(path, invocation->arguments[i]))
            status = error_set(error, URA_BAD_INPUT, "is an input too; write to another file");
    if (!status)
        status = output_open(path, &out->items[out->count], error);
    if (status) {
        error_set_file(error, path);
        return status;
    }
    out->set.users[out->count] = &out->items[out->count];
    out->count++;
    return URA_OK;
}

enum ura_status
outputs_open(const struct invocation *invocation, const struct ura_format *format,
             const struct ura_units_header *header, struct outputs *out,
             struct ura_error *error)
{
    return outputs_open_path(invocation, option_value(invocation, "output"), format, header,
                             out, error);
}

enum ura_status
outputs_open_path(const struct invocation *invocation, const char *path,
                  const struct ura_format *format, const struct ura_units_header *header,
                  struct outputs *out, struct ura_error *error)
{
    size_t count = ura_format_outputs(format);
    enum ura_status status = URA_OK;

    *out = (struct outputs){.set = {.sink = output_write}};
    if (count == 1)
        return open_one(invocation, path, out, error);
    if (!path || strcmp(path, "-") == 0)
        return error_set(error, URA_BAD_ARGUMENT,
                         "%s is %zu files; -o NAME says how their names begin", format->name,
                         count);
    for (size_t i = 0; i < count && !status; i++) {
        out->paths[i] = output_path(path, format->output_suffixes[i], header);
        status = out->paths[i] ? open_one(invocation, out->paths[i], out, error)
                               : error_memory(error);
    }
    return status;
}

enum ura_status
outputs_refuse(const struct outputs *outputs, const char *input, struct ura_error *error)
{
    for (size_t i = 0; i < outputs->count; i++) {
        if (!outputs->items[i].name || !file_same(outputs->items[i].name, input))
            continue;
        error_set(error, URA_BAD_INPUT, "is an input too; write to another file");
        error_set_file(error, outputs->items[i].name);
        return URA_BAD_INPUT;
    }
    return URA_OK;
}

void
outputs_abandon(struct outputs *outputs)
{
    for (size_t i = 0; i < outputs->count; i++)
        output_abandon(&outputs->items[i]);
    outputs->count = 0;
    for (size_t i = 0; i < URA_OUTPUTS_MAX; i++) {
        free(outputs->paths[i]);
        outputs->paths[i] = NULL;
    }
}

void
outputs_name(const struct outputs *outputs, struct ura_write_options *out)
{
    for (size_t i = 0; i < URA_OUTPUTS_MAX; i++)
        out->names[i] = outputs->paths[i];
}

int
outputs_finish(struct outputs *outputs, enum ura_status status, struct ura_error *error)
{
    const char *name = outputs->count ? outputs->items[0].name : NULL;

    for (size_t i = 0; i < outputs->count; i++) {
        if (!status) {
            name = outputs->items[i].name;
            status = output_close(&outputs->items[i], error);
        } else {
            output_abandon(&outputs->items[i]);
        }
    }
    if (status == URA_IO)
        error_set_file(error, name);
    for (size_t i = 0; i < URA_OUTPUTS_MAX; i++)
        free(outputs->paths[i]);
    return status ? report_error(error) : EXIT_DONE;
}
