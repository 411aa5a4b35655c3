/* unit_writer.c - streams of units that are written, and bitexts through them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <stdlib.h>

bool
ura_format_writes_units(const struct ura_format *format)
{
    return format->write != NULL;
}

size_t
ura_format_outputs(const struct ura_format *format)
{
    size_t count = 0;

    while (count < URA_OUTPUTS_MAX && format->output_suffixes[count])
        count++;
    return count ? count : 1;
}

enum ura_status
ura_unit_writer_open(struct ura_context *context, const struct ura_format *format,
                     const struct ura_units_header *header,
                     const struct ura_write_options *options, const struct ura_outputs *outputs,
                     struct ura_unit_writer **out, struct ura_error *error)
{
    struct ura_unit_writer *writer;
    enum ura_status status;

    *out = NULL;
    if (!format->write)
        return error_set(error, URA_BAD_ARGUMENT, "%s cannot be written from units",
                         format->name);
    writer = calloc(1, sizeof *writer);
    if (!writer)
        return error_memory(error);
    writer->context = context;
    writer->format = format;
    writer->header = header;
    writer->options = options;
    writer->output_count = ura_format_outputs(format);
    for (size_t i = 0; i < writer->output_count; i++)
        writer->outputs[i] =
            (struct writer){.sink = outputs->sink, .user = outputs->users[i], .error = error};
    if (!(format->room & URA_ROOM_PROPERTIES))
        losses_add(&writer->losses, "properties of the file", header->property_count);
    status = format->begin ? format->begin(writer, error) : URA_OK;
    if (status)
        return ura_unit_writer_close(writer, status, error);
    *out = writer;
    return URA_OK;
}

static bool
has_line_end(struct ura_str text)
{
    return text.len && (memchr(text.ptr, '\n', text.len) || memchr(text.ptr, '\r', text.len) ||
                        memchr(text.ptr, '\t', text.len));
}

/* Counts what UNIT has and the format has no room for. */
static void
count_losses(struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    unsigned room = writer->format->room;
    struct losses *losses = &writer->losses;
    bool markup = unit->source_markup.ptr || unit->target_markup.ptr;
    bool same = (room & URA_ROOM_ANY_MARKUP) ||
                strcmp(writer->header->format, writer->format->name) == 0;

    if (!(room & URA_ROOM_TARGET))
        losses_add(losses, "translations", unit->has_target && unit->target.len);
    if (!(room & URA_ROOM_ID))
        losses_add(losses, "ids", unit->id.len > 0);
    if (!(room & URA_ROOM_STATE))
        losses_add(losses, "states", unit->state != URA_STATE_NONE);
    if (!(room & URA_ROOM_SCORE))
        losses_add(losses, "scores", unit->has_score);
    if (!(room & URA_ROOM_PLACE))
        losses_add(losses, "sentence numbers", unit->has_place);
    if (!(room & URA_ROOM_PROPERTIES))
        losses_add(losses, "notes and properties", unit->property_count);
    if (!(room & URA_ROOM_LINES))
        losses_add(losses, "line ends and tabs inside texts",
                   has_line_end(unit->source) || has_line_end(unit->target));
    if (!(room & URA_ROOM_FURNITURE))
        losses_add(losses, "kinds of furniture", unit->kind == URA_BLOCK_FURNITURE);
    if (!(room & URA_ROOM_MARKUP) || !same)
        losses_add(losses, "texts with inline codes", markup);
}

static enum ura_status
put_unit(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    enum ura_status status = writer->format->write(writer, unit, error);

    if (status)
        return status;
    writer->count++;
    for (size_t i = 0; !status && i < writer->output_count; i++) {
        writer->outputs[i].error = error;
        status = writer_step(&writer->outputs[i]);
    }
    return status;
}

enum ura_status
ura_unit_writer_write(struct ura_unit_writer *writer, const struct ura_unit *unit,
                      struct ura_error *error)
{
    enum ura_status status = put_unit(writer, unit, error);

    if (!status)
        count_losses(writer, unit);
    return status;
}

const struct ura_loss *
ura_unit_writer_losses(const struct ura_unit_writer *writer, size_t *count)
{
    *count = writer->losses.count;
    return writer->losses.items;
}

enum ura_status
ura_unit_writer_close(struct ura_unit_writer *writer, enum ura_status status,
                      struct ura_error *error)
{
    enum ura_status ended = URA_OK;

    if (!writer)
        return status;
    if (writer->format->end)
        ended = writer->format->end(writer, status == URA_OK, status ? NULL : error);
    if (!status)
        status = ended;
    for (size_t i = 0; i < writer->output_count; i++) {
        writer->outputs[i].error = error;
        status = writer_close(&writer->outputs[i], status);
    }
    free(writer);
    return status;
}

/* The sentences of one side in ARENA, and with blanks between them in *TEXT; NULL: no memory.
 */
static const struct ura_str *
take_sentences(const struct ura_document *document, size_t first, size_t count,
               struct ura_arena *arena, struct ura_str *text)
{
    struct ura_str *sentences = arena_new(arena, count, sizeof *sentences);
    size_t len = 0, at = 0;
    char *joined;

    if (!sentences)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        sentences[i] = ura_document_text(document, document->sentences[first + i].flow);
        len += sentences[i].len + 1;
    }
    *text = count == 1 ? sentences[0] : URA_STR("");
    if (count < 2)
        return sentences;
    joined = arena_new(arena, len, 1);
    if (!joined)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (i)
            joined[at++] = ' ';
        memcpy(joined + at, sentences[i].ptr, sentences[i].len);
        at += sentences[i].len;
    }
    *text = (struct ura_str){joined, at};
    return sentences;
}

/* Bead INDEX of BITEXT, its texts in ARENA; false when out of memory. */
static bool
bead_unit(const struct ura_bitext *bitext, size_t index, struct ura_arena *arena,
          struct ura_unit *out)
{
    const struct ura_bead *bead = &bitext->beads[index];

    *out = (struct ura_unit){
        .has_target = true,
        .has_score = true,
        .score = (double)bead->probability,
        .has_place = true,
        .place = {bead->source_first, bead->source_count, bead->target_first,
                  bead->target_count},
        .moved = bead->moved,
    };
    out->source_sentences = take_sentences(bitext->source, bead->source_first,
                                           bead->source_count, arena, &out->source);
    out->target_sentences = take_sentences(bitext->target, bead->target_first,
                                           bead->target_count, arena, &out->target);
    return out->source_sentences && out->target_sentences;
}

/* What a format has no room for at all is no loss here: it was asked for. What it would have
 * room for and cannot put (a passage that moved, in a ladder) is. */
static void
tell_losses(struct ura_context *context, const struct ura_unit_writer *writer)
{
    for (size_t i = 0; i < writer->losses.count; i++)
        context_report(context, URA_REPORT_WARNING, "%zu %s have no place in %s",
                       writer->losses.items[i].count, writer->losses.items[i].what,
                       writer->format->name);
}

static enum ura_status
write_beads(struct ura_unit_writer *writer, const struct ura_bitext *bitext,
            struct ura_error *error)
{
    struct ura_arena arena = {0};
    enum ura_status status = URA_OK;

    for (size_t i = 0; !status && i < bitext->bead_count; i++) {
        struct ura_unit unit;

        arena_clear(&arena);
        status = bead_unit(bitext, i, &arena, &unit) ? put_unit(writer, &unit, error)
                                                     : error_memory(error);
    }
    arena_release(&arena);
    if (!status && writer->context)
        tell_losses(writer->context, writer);
    return status;
}

enum ura_status
ura_format_write_bitext(struct ura_context *context, const struct ura_format *format,
                        const struct ura_bitext *bitext,
                        const struct ura_write_options *options,
                        const struct ura_outputs *outputs, struct ura_error *error)
{
    struct ura_units_header header = {
        .format = "",
        .source_language = ura_str_from(bitext->source->language),
        .target_language = ura_str_from(bitext->target->language),
        .original = ura_str_from(bitext->source->name),
        .target_original = ura_str_from(bitext->target->name),
        .content = URA_CONTENT_PAIRS,
    };
    struct ura_unit_writer *writer;
    enum ura_status status;

    if (format->write_bitext)
        return format->write_bitext(bitext, options, outputs->sink, outputs->users[0], error);
    if (!format->write || !(format->room & (URA_ROOM_TARGET | URA_ROOM_PLACE)))
        return error_set(error, URA_BAD_ARGUMENT, "%s does not hold pairs", format->name);
    status = ura_unit_writer_open(context, format, &header, options, outputs, &writer, error);
    if (status)
        return status;
    return ura_unit_writer_close(writer, write_beads(writer, bitext, error), error);
}
