/* companions.c - the two texts beside a file that only points into them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/companions.h"
#include "formats/raw_lines.h"

#include <stdlib.h>

bool
numbers_add(struct numbers *numbers, size_t number)
{
    size_t *grown =
        array_grow(numbers->items, &numbers->capacity, numbers->count + 1, sizeof *grown);

    if (!grown)
        return false;
    numbers->items = grown;
    grown[numbers->count++] = number;
    return true;
}

bool
numbers_set_range(struct numbers *numbers, size_t first, size_t end)
{
    numbers->count = 0;
    for (size_t i = first; i < end; i++)
        if (!numbers_add(numbers, i))
            return false;
    return true;
}

void
numbers_release(struct numbers *numbers)
{
    free(numbers->items);
    *numbers = (struct numbers){0};
}

enum ura_status
companion_add(struct companion *companion, struct ura_str text, size_t limit,
              struct ura_error *error)
{
    size_t *grown =
        array_grow(companion->ends, &companion->capacity, companion->count + 1, sizeof *grown);

    if (!grown)
        return error_memory(error);
    companion->ends = grown;
    buf_append_str(&companion->text, text);
    grown[companion->count++] = companion->text.len;
    if (companion->text.failed)
        return error_memory(error);
    if (companion->text.len > limit)
        return error_set(error, URA_TOO_LARGE,
                         "holds more than %zu bytes of text; raise --%s to read it", limit,
                         ura_limit_name(URA_LIMIT_FILE));
    return URA_OK;
}

enum ura_status
companion_open(struct ura_units *units, const char *path, struct companion *out,
               struct ura_error *error)
{
    size_t limit = ura_context_limit(units->context, URA_LIMIT_FILE);
    struct raw_lines lines = {0};
    struct ura_input *input;
    struct ura_str line;
    enum ura_status status = ura_input_open(path, NULL, &input, error);

    if (!status)
        status =
            raw_lines_open_input(units, input, path, units->options.encoding, &lines, error);
    while (!status && !(status = raw_lines_next(&lines, &line, error)))
        status = companion_add(out, line, limit, error);
    if (status < 0)
        error_set_file(error, path);
    raw_lines_close(&lines);
    ura_input_free(input);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
companions_open(struct ura_units *units, struct companions *out, struct ura_error *error)
{
    const char *const *paths = units->options.companions;
    enum ura_status status;

    *out = (struct companions){0};
    if (units->options.places_only) {
        out->source.absent = out->target.absent = true;
        return URA_OK;
    }
    status = companion_open(units, paths[0], &out->source, error);
    if (!status)
        status = companion_open(units, paths[1], &out->target, error);
    units->header.original = ura_str_from(paths[0]);
    units->header.target_original = ura_str_from(paths[1]);
    units->header.source_language = ura_str_from(units->options.source_language);
    units->header.target_language = ura_str_from(units->options.target_language);
    return status;
}

struct ura_str
companion_sentence(const struct companion *companion, size_t index)
{
    return ura_str_slice(buf_str(&companion->text), index ? companion->ends[index - 1] : 0,
                         companion->ends[index]);
}

void
companion_release(struct companion *companion)
{
    buf_release(&companion->text);
    free(companion->ends);
    free(companion->by_id);
    intern_release(&companion->ids);
    *companion = (struct companion){0};
}

void
companions_release(struct companions *companions)
{
    companion_release(&companions->source);
    companion_release(&companions->target);
}

/* Whether NUMBERS are in a row. */
static bool
is_range(const struct numbers *numbers)
{
    for (size_t i = 1; i < numbers->count; i++)
        if (numbers->items[i] != numbers->items[0] + i)
            return false;
    return true;
}

static enum ura_status
take_side(const struct companion *companion, const struct numbers *numbers, const char *side,
          struct ura_arena *arena, struct ura_str *text, struct ura_str **sentences,
          struct ura_error *error)
{
    size_t len = 0, at = 0;
    char *joined;

    *sentences = NULL;
    *text = URA_STR("");
    if (companion->absent)
        return URA_OK;
    *sentences = arena_new(arena, numbers->count, sizeof **sentences);
    if (!*sentences)
        return error_memory(error);
    for (size_t i = 0; i < numbers->count; i++) {
        if (numbers->items[i] >= companion->count)
            return error_set(error, URA_SYNTAX,
                             "points to line %zu of the %s text, which has %zu; is it the text "
                             "that this was made from?",
                             numbers->items[i] + 1, side, companion->count);
        (*sentences)[i] = companion_sentence(companion, numbers->items[i]);
        len += (*sentences)[i].len + 1;
    }
    if (numbers->count == 1) {
        *text = (*sentences)[0];
        return URA_OK;
    }
    joined = arena_new(arena, len + 1, 1);
    if (!joined)
        return error_memory(error);
    for (size_t i = 0; i < numbers->count; i++) {
        struct ura_str sentence = (*sentences)[i];

        if (i)
            joined[at++] = ' ';
        if (sentence.len)
            memcpy(joined + at, sentence.ptr, sentence.len);
        at += sentence.len;
    }
    *text = (struct ura_str){joined, at};
    return URA_OK;
}

enum ura_status
companions_take(const struct companions *companions, const struct numbers *source,
                const struct numbers *target, struct moves *before, struct ura_arena *arena,
                struct ura_unit *out, struct ura_error *error)
{
    struct ura_str *source_sentences, *target_sentences;
    enum ura_status status = take_side(&companions->source, source, "source", arena,
                                       &out->source, &source_sentences, error);

    if (!status)
        status = take_side(&companions->target, target, "target", arena, &out->target,
                           &target_sentences, error);
    if (status)
        return status;
    out->has_target = true;
    out->source_numbers = (struct ura_numbers){source->items, source->count};
    out->target_numbers = (struct ura_numbers){target->items, target->count};
    out->has_place = is_range(source) && is_range(target);
    if (!out->has_place)
        return URA_OK;
    out->place =
        (struct ura_place){source->count ? source->items[0] : before->source, source->count,
                           target->count ? target->items[0] : before->target, target->count};
    out->source_sentences = source_sentences;
    out->target_sentences = target_sentences;
    before->source = out->place.source_first + out->place.source_count;
    before->target = out->place.target_first + out->place.target_count;
    return URA_OK;
}

enum ura_status
require_place(const struct ura_unit_writer *writer, const struct ura_unit *unit,
              struct ura_error *error)
{
    if (unit->has_place)
        return URA_OK;
    return error_set(
        error, URA_BAD_ARGUMENT,
        "%s is made of sentence numbers, and unit %zu has none; ura align finds them",
        writer->format->name, writer->count + 1);
}
