/* xliff_segments.c - a trans-unit of XLIFF 1 taken apart into its segments. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff_parts.h"

/* Whether the text outside of its segments is only white space. */
static bool
is_all_segments(const struct xliff *xliff, const struct xliff_span *whole, size_t first,
                size_t end)
{
    struct xliff_span between = {.text = whole->text};

    for (size_t i = first; i < end; i++) {
        between.text_end = xliff->pieces[i].span.text;
        if (!xliff_is_blank(xliff, &between))
            return false;
        between.text = xliff->pieces[i].span.text_end;
    }
    between.text_end = whole->text_end;
    return xliff_is_blank(xliff, &between);
}

/*
 * A unit is given segment by segment where nothing is lost by it: all its words are in them,
 * and its target is empty, has segments too, or belongs to the only one.
 */
static bool
can_split(const struct xliff *xliff, const struct xliff_parts *parts)
{
    const struct xliff_span *source = parts->has_segmented ? &parts->segmented : &parts->source;
    size_t count = parts->source_end - parts->source_first;
    bool marked = parts->target_end > parts->target_first;

    if (!count || !is_all_segments(xliff, source, parts->source_first, parts->source_end))
        return false;
    if (marked)
        return is_all_segments(xliff, &parts->target, parts->target_first, parts->target_end);
    return count == 1 || xliff_is_blank(xliff, &parts->target);
}

/* The segment of the target that belongs to source segment INDEX; NULL if there is none. */
static struct xliff_piece *
find_target(struct xliff *xliff, const struct xliff_parts *parts, size_t index)
{
    struct ura_str mid = xliff->pieces[index].mid;
    size_t place = parts->target_first + (index - parts->source_first);

    for (size_t i = parts->target_first; mid.len && i < parts->target_end; i++)
        if (!xliff->pieces[i].taken && ura_str_equal(mid, xliff->pieces[i].mid))
            return &xliff->pieces[i];
    if (!mid.len && place < parts->target_end && !xliff->pieces[place].mid.len)
        return &xliff->pieces[place];
    return NULL;
}

/* What Trados says of segment MID; the other properties and its state. */
static void
define_segment(struct xliff *xliff, const struct xliff_parts *parts, struct ura_str mid,
               struct xliff_segment *segment)
{
    const struct xliff_definition *definition = parts->definitions;

    while (definition && !ura_str_equal(definition->id, mid))
        definition = definition->next;
    if (!definition)
        return;
    if (definition->conf.len)
        property_add(&xliff->properties, URA_SIDE_TARGET, URA_STR("conf"), definition->conf);
    if (definition->origin.len)
        property_add(&xliff->properties, URA_SIDE_TARGET, URA_STR("origin"),
                     definition->origin);
    if (definition->percent.len)
        property_add(&xliff->properties, URA_SIDE_TARGET, URA_STR("percent"),
                     definition->percent);
    if (segment->state == URA_STATE_NONE)
        segment->state = xliff_state_from(definition->conf);
}

static struct xliff_segment *
add_segment(struct ura_units *units, const struct xliff_parts *parts)
{
    struct xliff *xliff = units->state;
    struct xliff_segment *segment = xliff_add_segment(units);

    if (!segment)
        return NULL;
    segment->id = parts->id;
    segment->source_language = parts->source_language;
    segment->target_language = parts->target_language;
    segment->state = xliff_state_from(parts->state);
    if (xliff->segment_count > 1 && parts->state.len)
        property_add(&xliff->properties, URA_SIDE_TARGET, URA_STR("state"), parts->state);
    return segment;
}

/* Segment MID of a unit that has several: the id of its unit, a colon, and its own. */
static struct ura_str
segment_id(struct xliff *xliff, struct ura_str unit, struct ura_str mid)
{
    struct ura_buf id = {0};
    struct ura_str kept;

    buf_append_str(&id, unit);
    buf_append_byte(&id, ':');
    if (mid.len)
        buf_append_str(&id, mid);
    else
        buf_append_unsigned(&id, xliff->segment_count);
    kept = arena_copy(&xliff->unit, buf_str(&id));
    buf_release(&id);
    return kept;
}

/* Source piece and target piece, either of which may be missing, as a segment. */
static enum ura_status
add_pieces(struct ura_units *units, const struct xliff_parts *parts,
           const struct xliff_piece *source, struct xliff_piece *target,
           struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xliff_segment *segment = add_segment(units, parts);
    struct ura_str mid = source ? source->mid : target->mid;

    if (!segment)
        return error_memory(error);
    if (parts->source_end - parts->source_first > 1 || !source)
        segment->id = segment_id(xliff, parts->id, mid);
    if (source)
        segment->source = source->span;
    if (target) {
        target->taken = true;
        segment->target = target->span;
        segment->has_target = true;
    } else if (parts->target_first == parts->target_end) {
        segment->target = parts->target;
        segment->has_target = parts->has_target;
    }
    define_segment(xliff, parts, mid, segment);
    return URA_OK;
}

static enum ura_status
add_split(struct ura_units *units, const struct xliff_parts *parts, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    enum ura_status status = URA_OK;

    for (size_t i = parts->source_first; !status && i < parts->source_end; i++)
        status =
            add_pieces(units, parts, &xliff->pieces[i], find_target(xliff, parts, i), error);
    for (size_t i = parts->target_first; !status && i < parts->target_end; i++)
        if (!xliff->pieces[i].taken && !xliff_is_empty(&xliff->pieces[i].span))
            status = add_pieces(units, parts, NULL, &xliff->pieces[i], error);
    return status;
}

static enum ura_status
add_whole(struct ura_units *units, const struct xliff_parts *parts, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xliff_segment *segment = add_segment(units, parts);

    if (!segment)
        return error_memory(error);
    segment->source = parts->has_source ? parts->source : parts->segmented;
    segment->target = parts->target;
    segment->has_target = parts->has_target;
    if (parts->definitions)
        define_segment(xliff, parts, parts->definitions->id, segment);
    return URA_OK;
}

/* What `approved` says where nothing else does. */
static void
apply_approved(struct xliff *xliff, struct ura_str approved)
{
    for (size_t i = 0; i < xliff->segment_count; i++) {
        struct xliff_segment *segment = &xliff->segments[i];

        if (segment->state != URA_STATE_NONE)
            continue;
        if (ura_str_equal(approved, URA_STR("yes")))
            segment->state = URA_STATE_FINAL;
        else if (ura_str_equal(approved, URA_STR("no")))
            segment->state = URA_STATE_DRAFT;
    }
}

enum ura_status
xliff_add_parts(struct ura_units *units, const struct xliff_parts *parts,
                struct ura_error *error)
{
    enum ura_status status = can_split(units->state, parts) ? add_split(units, parts, error)
                                                            : add_whole(units, parts, error);

    if (!status)
        apply_approved(units->state, parts->approved);
    return status;
}
