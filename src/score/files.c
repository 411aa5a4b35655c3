/* files.c - an answer and its gold as files: what they are, read and counted. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/format.h>
#include <ura/text.h>

#include <stdlib.h>

#include "score/links.h"

enum { LOOKED_AT = 16 << 10 }; /* bytes that say what a file is */

/* The beads of a file. */
struct bead_list {
    struct ura_arena arena; /* their numbers */
    struct ura_score_bead *items;
    size_t count, capacity;
};

static void
release_beads(struct bead_list *beads)
{
    arena_release(&beads->arena);
    free(beads->items);
}

/* Into OUT the numbers of a side: those that are listed, or COUNT from FIRST. */
static bool
take_side(struct bead_list *beads, struct ura_numbers listed, size_t first, size_t count,
          struct ura_score_side *out)
{
    size_t *numbers =
        arena_new(&beads->arena, listed.count ? listed.count : count, sizeof *numbers);

    if (!numbers)
        return false;
    if (listed.count)
        count = listed.count;
    for (size_t i = 0; i < count; i++)
        numbers[i] = listed.count ? listed.items[i] : first + i;
    *out = (struct ura_score_side){numbers, count};
    return true;
}

static enum ura_status
add_bead(struct bead_list *beads, const struct ura_unit *unit, struct ura_error *error)
{
    const struct ura_place *place = &unit->place;
    struct ura_score_bead *grown =
        array_grow(beads->items, &beads->capacity, beads->count + 1, sizeof *grown);

    if (!grown)
        return error_memory(error);
    beads->items = grown;
    if (!take_side(beads, unit->source_numbers, place->source_first, place->source_count,
                   &grown[beads->count].source) ||
        !take_side(beads, unit->target_numbers, place->target_first, place->target_count,
                   &grown[beads->count].target))
        return error_memory(error);
    beads->count++;
    return URA_OK;
}

static bool
has_numbers(const struct ura_unit *unit)
{
    return unit->has_place || unit->source_numbers.count || unit->target_numbers.count;
}

static enum ura_status
read_units(struct ura_units *units, struct bead_list *out, struct ura_error *error)
{
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = ura_units_next(units, &unit, error))) {
        if (unit.kind == URA_BLOCK_FURNITURE)
            continue;
        if (has_numbers(&unit))
            status = add_bead(out, &unit, error);
        else
            status = error_set(error, URA_BAD_INPUT,
                               "this does not say which sentences it has; beads of vecalign or "
                               "of ura align --to jsonl would");
        if (status && error)
            error->line = unit.line;
        if (status)
            break;
    }
    return status == URA_END ? URA_OK : status;
}

/* Whether beads are read from FORMAT. */
static bool
has_beads(const struct ura_format *format)
{
    return format->open &&
           (format->content == URA_CONTENT_LINKS || (format->room & URA_ROOM_PLACE) != 0);
}

static enum ura_status
read_beads(struct ura_context *context, struct ura_input *input,
           const struct ura_format *format, const char *encoding, struct bead_list *out,
           struct ura_error *error)
{
    struct ura_units_options reading = {.encoding = encoding, .places_only = true};
    struct ura_units *units = NULL;
    enum ura_status status = URA_OK;

    if (!format)
        status = ura_format_guess(input, false, &format, error);
    if (!status && !has_beads(format))
        status = error_set(error, URA_BAD_INPUT,
                           "is %s, which does not say which sentences belong together; "
                           "vecalign, ladder, jsonl, ces or intertext would",
                           format->name);
    if (!status)
        status = ura_units_open(context, input, format, &reading, &units, error);
    if (!status)
        status = read_units(units, out, error);
    ura_units_free(units);
    return status;
}

/* All of INPUT as clean text, behind what OUT holds. */
static enum ura_status
read_text(struct ura_context *context, struct ura_input *input, const char *encoding,
          struct ura_buf *out, struct ura_error *error)
{
    const struct ura_reader_options options = {.encoding = encoding, .window = 1 << 20};
    struct ura_reader *reader;
    struct ura_chunk chunk;
    enum ura_status status = ura_reader_open_input(context, input, &options, &reader, error);

    if (status)
        return status;
    while (!(status = ura_reader_next(reader, &chunk, error)))
        buf_append_str(out, chunk.text);
    ura_reader_free(reader);
    if (status != URA_END)
        return status;
    return out->failed ? error_memory(error) : URA_OK;
}

/* What the file at INPUT is; only a format is set that was found. */
static enum ura_status
find_kind(struct ura_input *input, const struct ura_format **format, enum ura_score_kind *out,
          struct ura_error *error)
{
    struct ura_str head;
    enum ura_status status = ura_input_peek(input, LOOKED_AT, &head, error);

    if (status)
        return status;
    if (links_look_so(head)) {
        *out = URA_SCORE_LINKS;
        return URA_OK;
    }
    status = ura_format_guess(input, false, format, error);
    if (status)
        return status;
    if (has_beads(*format))
        *out = URA_SCORE_BEADS;
    else if (strcmp((*format)->name, "txt") == 0)
        *out = URA_SCORE_BOUNDARIES;
    else
        return error_set(error, URA_BAD_INPUT,
                         "is %s; beads with sentence numbers, text a sentence a line, or word "
                         "links would be right",
                         (*format)->name);
    return URA_OK;
}

/* One of the two files. INPUT is NULL where it is an empty answer. */
struct side {
    const char *path;
    struct ura_input *input;
    const struct ura_format *format;
};

static enum ura_status
open_side(const char *path, const struct ura_score_options *options, struct side *out,
          struct ura_error *error)
{
    struct ura_str head;
    enum ura_status status;

    *out = (struct side){.path = path, .format = options->from};
    if (!path)
        return URA_OK;
    status = ura_input_open(path, NULL, &out->input, error);
    if (!status)
        status = ura_input_peek(out->input, 1, &head, error);
    if (status)
        error_set_file(error, path);
    if (!status && head.len == 0) {
        ura_input_free(out->input);
        out->input = NULL;
    }
    return status;
}

static enum ura_status
score_beads(struct ura_context *context, struct side *sides, const char *encoding,
            struct ura_score_beads *out, struct ura_error *error)
{
    struct bead_list lists[2] = {{.count = 0}, {.count = 0}};
    enum ura_status status = URA_OK;

    for (int side = 0; side < 2 && !status; side++) {
        if (sides[side].input)
            status = read_beads(context, sides[side].input, sides[side].format, encoding,
                                &lists[side], error);
        if (status)
            error_set_file(error, sides[side].path);
    }
    if (!status)
        status = ura_score_add_beads(lists[0].items, lists[0].count, lists[1].items,
                                     lists[1].count, NULL, out, error);
    release_beads(&lists[0]);
    release_beads(&lists[1]);
    return status;
}

static enum ura_status
score_links(struct ura_str gold, struct ura_str system, const struct side *sides,
            struct ura_score_links *out, struct ura_error *error)
{
    struct word_links wanted, given = {0};
    enum ura_status status = links_parse(gold, &wanted, error);

    if (status) {
        error_set_file(error, sides[0].path);
        return status;
    }
    status = links_parse(system, &given, error);
    /* No answer at all is one without links. */
    if (!status && !sides[1].input)
        given.lines = wanted.lines;
    if (!status)
        status = links_count(&wanted, &given, out, error);
    if (status)
        error_set_file(error, sides[1].path);
    links_release(&wanted);
    links_release(&given);
    return status;
}

/* Sentence ends of an empty answer: none were found, and all that the gold has are missed. */
static enum ura_status
score_boundaries(struct ura_str gold, struct ura_str system, const struct side *sides,
                 struct ura_score_boundaries *out, struct ura_error *error)
{
    struct ura_score_boundaries all = {0};
    enum ura_status status;

    if (sides[1].input) {
        status = ura_score_add_boundaries(gold, system, out, error);
        if (status)
            error_set_file(error, sides[1].path);
        return status;
    }
    status = ura_score_add_boundaries(gold, gold, &all, error);
    out->gold += all.gold;
    return status;
}

static enum ura_status
score_texts(struct ura_context *context, struct side *sides, const char *encoding,
            struct ura_score *total, struct ura_error *error)
{
    struct ura_buf texts[2] = {{.ptr = NULL}, {.ptr = NULL}};
    enum ura_status status = URA_OK;

    for (int side = 0; side < 2 && !status; side++) {
        if (sides[side].input)
            status = read_text(context, sides[side].input, encoding, &texts[side], error);
        if (status)
            error_set_file(error, sides[side].path);
    }
    if (!status && total->kind == URA_SCORE_LINKS)
        status =
            score_links(buf_str(&texts[0]), buf_str(&texts[1]), sides, &total->links, error);
    else if (!status)
        status = score_boundaries(buf_str(&texts[0]), buf_str(&texts[1]), sides,
                                  &total->boundaries, error);
    buf_release(&texts[0]);
    buf_release(&texts[1]);
    return status;
}

enum ura_status
ura_score_add_files(struct ura_context *context, const char *gold, const char *system,
                    const struct ura_score_options *options, struct ura_score *total,
                    struct ura_error *error)
{
    static const struct ura_score_options defaults = {.from = NULL};
    struct side sides[2] = {{.path = NULL}, {.path = NULL}};
    struct ura_score sum = *total;
    enum ura_status status;

    if (!options)
        options = &defaults;
    if (!sum.kind)
        sum.kind = options->kind ? options->kind : options->from ? URA_SCORE_BEADS : sum.kind;
    status = open_side(gold, options, &sides[0], error);
    if (!status)
        status = open_side(system, options, &sides[1], error);
    if (!status && !sides[0].input) {
        status = error_set(error, URA_BAD_INPUT,
                           "is empty; a gold that holds something "
                           "would be right");
        error_set_file(error, gold);
    }
    if (!status && !sum.kind) {
        status = find_kind(sides[0].input, &sides[0].format, &sum.kind, error);
        if (status)
            error_set_file(error, gold);
    }
    if (!status && sum.kind == URA_SCORE_BEADS)
        status = score_beads(context, sides, options->encoding, &sum.beads, error);
    else if (!status)
        status = score_texts(context, sides, options->encoding, &sum, error);
    if (!status) {
        sum.pairs++;
        *total = sum;
    }
    ura_input_free(sides[0].input);
    ura_input_free(sides[1].input);
    return status;
}
