/* units.c - streams of units: opened, read, freed; what is the same for every format. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <stdlib.h>

static const char *const state_names[URA_STATE_COUNT] = {
    [URA_STATE_NONE] = "none",         [URA_STATE_UNTRANSLATED] = "untranslated",
    [URA_STATE_DRAFT] = "draft",       [URA_STATE_TRANSLATED] = "translated",
    [URA_STATE_REVIEWED] = "reviewed", [URA_STATE_FINAL] = "final",
    [URA_STATE_REJECTED] = "rejected",
};

const char *
ura_state_name(enum ura_state state)
{
    return state < URA_STATE_COUNT ? state_names[state] : state_names[URA_STATE_NONE];
}

static enum ura_status
check_companions(const struct ura_units *units, struct ura_error *error)
{
    const struct ura_format *format = units->format;
    size_t given = units->options.companion_count;

    bool alone = units->options.places_only && format->content == URA_CONTENT_LINKS;

    if (given == (alone ? 0 : format->companions))
        return URA_OK;
    if (format->companions == 0)
        return error_set(error, URA_BAD_ARGUMENT, "%s is one file; %zu more were named",
                         format->name, given);
    return error_set(error, URA_BAD_ARGUMENT,
                     format->companions == 1 ? "%s is two files: name the target's after this"
                                             : "%s only points: name both texts after this",
                     format->name);
}

enum ura_status
ura_units_open(struct ura_context *context, struct ura_input *input,
               const struct ura_format *format, const struct ura_units_options *options,
               struct ura_units **out, struct ura_error *error)
{
    struct ura_units *units;
    enum ura_status status;

    *out = NULL;
    if (!format->open)
        return error_set(error, URA_BAD_ARGUMENT, "%s is only written, not read", format->name);
    units = calloc(1, sizeof *units);
    if (!units)
        return error_memory(error);
    units->context = context;
    units->input = input;
    units->format = format;
    if (options)
        units->options = *options;
    if (!units->options.name)
        units->options.name = ura_input_name(input);
    units->header.format = format->name;
    units->header.content = format->content;
    status = check_companions(units, error);
    if (!status)
        status = format->open(units, error);
    if (!status && !units->header.source_language.len)
        units->header.source_language = ura_str_from(units->options.source_language);
    if (!status && !units->header.target_language.len)
        units->header.target_language = ura_str_from(units->options.target_language);
    if (status) {
        error_set_file(error, units->options.name);
        ura_units_free(units);
        return status;
    }
    *out = units;
    return URA_OK;
}

const struct ura_units_header *
ura_units_header(const struct ura_units *units)
{
    return &units->header;
}

enum ura_status
ura_units_next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    enum ura_status status;

    arena_clear(&units->unit_arena);
    *out = (struct ura_unit){0};
    status = units->format->next(units, out, error);
    if (status < 0)
        error_set_file(error, units->options.name);
    return status;
}

const struct ura_loss *
ura_units_losses(const struct ura_units *units, size_t *count)
{
    *count = units->losses.count;
    return units->losses.items;
}

void
ura_units_free(struct ura_units *units)
{
    if (!units)
        return;
    if (units->format->close)
        units->format->close(units);
    arena_release(&units->header_arena);
    arena_release(&units->unit_arena);
    free(units);
}

struct ura_str
language_or(struct ura_str language, struct ura_str of_header, struct ura_str fallback)
{
    if (language.len)
        return language;
    return of_header.len ? of_header : fallback;
}

static char
folded(char c)
{
    if (c == '_')
        return '-';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* How much of CODE is its language, without script and country. */
static size_t
language_len(struct ura_str code)
{
    size_t len = 0;

    while (len < code.len && folded(code.ptr[len]) != '-')
        len++;
    return len;
}

int
language_match(struct ura_str code, struct ura_str wanted)
{
    size_t len = language_len(code), i = 0;

    while (i < code.len && i < wanted.len && folded(code.ptr[i]) == folded(wanted.ptr[i]))
        i++;
    if (i == code.len && i == wanted.len)
        return 2;
    return len == language_len(wanted) && i >= len;
}
