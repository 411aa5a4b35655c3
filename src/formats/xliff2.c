/* xliff2.c - XLIFF 2.0 to 2.2, read as a stream. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

static const struct xliff_code codes[] = {
    {"cp", false, {"hex"}}, {"ph", false, {"id"}},       {"pc", false, {"id"}},
    {"sc", false, {"id"}},  {"ec", false, {NULL}},       {"mrk", false, {"id"}},
    {"sm", false, {"id"}},  {"em", false, {"startRef"}}, {NULL, false, {NULL}}};

static int
bid(struct ura_str head, const char *name)
{
    (void)name;
    return xliff_version(head) == 2 ? 80 : 0;
}

static bool
is_metadata(const struct xml *xml)
{
    return xml_is(xml, XML_START, "metadata") &&
           ura_str_equal(xml->space, URA_STR(XLIFF2_METADATA));
}

/* Whether the element is of the core, whose namespace is SPACE, and not of a module. */
static bool
is_core(const struct xml *xml, const char *name, struct ura_str space)
{
    return xml_is(xml, XML_START, name) && ura_str_equal(xml->space, space);
}

static enum ura_side
applies_to(struct xml *xml, struct ura_arena *arena)
{
    struct ura_str side = xml_attribute(xml, "appliesTo", arena);

    if (ura_str_equal(side, URA_STR("source")))
        return URA_SIDE_SOURCE;
    return ura_str_equal(side, URA_STR("target")) ? URA_SIDE_TARGET : URA_SIDE_UNIT;
}

/* mda:metadata, which has just begun: each meta is a property. */
static enum ura_status
take_metadata(struct xliff *xliff, struct ura_arena *arena, struct ura_error *error)
{
    struct xml *xml = &xliff->xml;
    int depth = xml->depth;
    enum ura_side side = URA_SIDE_UNIT;
    enum ura_status status;

    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        struct ura_str name;

        if (xml_is(xml, XML_START, "metaGroup"))
            side = applies_to(xml, arena);
        if (!xml_is(xml, XML_START, "meta"))
            continue;
        name = xml_attribute(xml, "type", arena);
        status = xliff_take_property(xliff, side, name.len ? name : URA_STR("x-untyped"), arena,
                                     error);
        if (status)
            return status;
    }
    return status;
}

/* The notes of a unit or file. */
static enum ura_status
take_notes(struct ura_units *units, struct ura_arena *arena, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    int depth = xml->depth;
    enum ura_status status;

    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        if (!xml_is(xml, XML_START, "note"))
            continue;
        if (xml_attribute(xml, "category", &xliff->unit).len)
            losses_add(&units->losses, "categories of notes", 1);
        status = xliff_take_property(xliff, applies_to(xml, &xliff->unit), URA_STR("note"),
                                     arena, error);
        if (status)
            return status;
    }
    return status;
}

/* originalData: what inline codes refer to, kept as it stands. */
static enum ura_status
take_original_data(struct xliff *xliff, struct ura_error *error)
{
    struct xml *xml = &xliff->xml;
    int depth = xml->depth;
    struct ura_buf data = {0};
    enum ura_status status;

    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        bool known = ura_str_equal(xml->name, URA_STR("data")) ||
                     ura_str_equal(xml->name, URA_STR("cp"));

        if (xml->event == XML_TEXT && xml->depth > depth + 1)
            buf_append_xml(&data, xml->text);
        else if (xml->event != XML_TEXT && known)
            xml_append_bare_tag(xml, &data);
        else if (xml->event == XML_START)
            status = xml_skip(xml, error);
        if (status)
            break;
    }
    if (!status && data.len &&
        !property_add(&xliff->properties, URA_SIDE_UNIT, URA_STR("originalData"),
                      arena_copy(&xliff->unit, buf_str(&data))))
        status = error_memory(error);
    buf_release(&data);
    return status;
}

/* A source or target inside of a segment or ignorable. */
struct sides {
    struct xliff_span source, target;
    bool has_target;
    struct ura_str source_language, target_language;
};

static enum ura_status
take_sides(struct ura_units *units, struct ura_str space, struct sides *out,
           struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    int depth = xml->depth;
    bool has_source = false;
    enum ura_status status;

    *out = (struct sides){.has_target = false};
    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        if (xml->event != XML_START)
            continue;
        if (is_core(xml, "source", space) && !has_source) {
            has_source = true;
            out->source_language = xml_attribute_in(xml, "lang", XML_NAMESPACE, &xliff->unit);
            status = xliff_take_text(units, &out->source, error);
        } else if (is_core(xml, "target", space) && !out->has_target) {
            out->has_target = true;
            out->target_language = xml_attribute_in(xml, "lang", XML_NAMESPACE, &xliff->unit);
            xliff_take_attributes(xliff, xliff2_order_attribute, URA_SIDE_TARGET, &xliff->unit);
            status = xliff_take_text(units, &out->target, error);
        } else {
            losses_add(&units->losses, "entries of modules", 1);
            status = xml_skip(xml, error);
        }
        if (status)
            return status;
    }
    return status;
}

static struct ura_str
kept_text(struct xliff *xliff, const struct xliff_span *span)
{
    return arena_copy(&xliff->unit,
                      ura_str_slice(buf_str(&xliff->text), span->text, span->text_end));
}

/* What stands between segments is a property of the segment before it, or of the first. */
static enum ura_status
take_ignorable(struct ura_units *units, struct ura_str space, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct ura_str name =
        xliff->segment_count ? URA_STR("ignorable") : URA_STR("ignorable-before");
    struct sides sides;
    enum ura_status status = take_sides(units, space, &sides, error);

    if (status)
        return status;
    if (sides.source.codes || sides.target.codes)
        losses_add(&units->losses, "inline codes between segments", 1);
    property_add(&xliff->properties, URA_SIDE_SOURCE, name, kept_text(xliff, &sides.source));
    if (sides.has_target)
        property_add(&xliff->properties, URA_SIDE_TARGET, name,
                     kept_text(xliff, &sides.target));
    return URA_OK;
}

/* Whether a subState is the writer's own word for a state that XLIFF 2 has not. */
static bool
is_ours(struct ura_str substate)
{
    size_t prefix = strlen(XLIFF2_STATE_OF);

    return substate.len > prefix && memcmp(substate.ptr, XLIFF2_STATE_OF, prefix) == 0;
}

/* STATE is absent where the file says none; "initial" with a target is a draft. */
static enum ura_state
state_from(struct ura_str state, struct ura_str substate)
{
    if (is_ours(substate))
        return state_from_name(ura_str_slice(substate, strlen(XLIFF2_STATE_OF), substate.len));
    if (ura_str_equal(state, URA_STR("initial")))
        return URA_STATE_DRAFT;
    return state_from_name(state);
}

static enum ura_status
take_segment(struct ura_units *units, struct ura_str space, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    struct xliff_segment *segment = xliff_add_segment(units);
    struct ura_str id, substate;
    struct sides sides;
    enum ura_status status;

    if (!segment)
        return error_memory(error);
    id = xml_attribute(xml, "id", &xliff->unit);
    substate = xml_attribute(xml, "subState", &xliff->unit);
    segment->id = id;
    segment->state = state_from(xml_attribute(xml, "state", &xliff->unit), substate);
    if (id.len)
        property_add(&xliff->properties, URA_SIDE_UNIT, URA_STR("segment"), id);
    xliff_take_attributes(xliff, xliff2_source_attributes, URA_SIDE_SOURCE, &xliff->unit);
    if (substate.len && !is_ours(substate))
        property_add(&xliff->properties, URA_SIDE_TARGET, URA_STR("subState"), substate);
    status = take_sides(units, space, &sides, error);
    if (status)
        return status;
    segment = &xliff->segments[xliff->segment_count - 1];
    segment->source = sides.source;
    segment->target = sides.target;
    segment->has_target = sides.has_target;
    segment->source_language = sides.source_language;
    segment->target_language = sides.target_language;
    return URA_OK;
}

/* The id of a unit, for its only segment; else with a colon and that of the segment. */
static enum ura_status
set_ids(struct xliff *xliff, struct ura_str unit, struct ura_error *error)
{
    for (size_t i = 0; i < xliff->segment_count; i++) {
        struct xliff_segment *segment = &xliff->segments[i];
        struct ura_buf id = {0};

        buf_append_str(&id, unit);
        if (xliff->segment_count > 1) {
            buf_append_text(&id, segment->id.len ? ":" : ":#");
            buf_append_str(&id, segment->id);
            if (!segment->id.len)
                buf_append_unsigned(&id, i + 1);
        }
        segment->id = arena_copy(&xliff->unit, buf_str(&id));
        if (id.failed || !segment->id.ptr)
            xliff->properties.failed = true;
        buf_release(&id);
    }
    return xliff->properties.failed ? error_memory(error) : URA_OK;
}

/* A child of a unit, which has just begun. */
static enum ura_status
take_part(struct ura_units *units, struct ura_str space, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;

    if (is_core(xml, "segment", space))
        return take_segment(units, space, error);
    if (is_core(xml, "ignorable", space))
        return take_ignorable(units, space, error);
    if (is_core(xml, "notes", space))
        return take_notes(units, &xliff->unit, error);
    if (is_core(xml, "originalData", space))
        return take_original_data(xliff, error);
    if (is_metadata(xml))
        return take_metadata(xliff, &xliff->unit, error);
    losses_add(&units->losses, "entries of modules", 1);
    return xml_skip(xml, error);
}

/* A unit, which has just begun. */
static enum ura_status
take_unit(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    int depth = xml->depth;
    struct ura_str space, id;
    enum ura_status status = xliff_begin_unit(units, error);

    if (status)
        return status;
    space = arena_copy(&xliff->unit, xml->space);
    id = xml_attribute(xml, "id", &xliff->unit);
    xliff_take_attributes(xliff, xliff2_unit_attributes, URA_SIDE_UNIT, &xliff->unit);
    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        if (xml->event == XML_START)
            status = take_part(units, space, error);
        if (status)
            return status;
    }
    if (!status)
        status = set_ids(xliff, id, error);
    if (!status && !xliff->segment_count)
        losses_add(&units->losses, "units without a segment", 1);
    return status ? status : xliff_end_unit(units, error);
}

/* What stands outside of units, and has just begun. */
static enum ura_status
take_outside(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;

    if (xml_is(xml, XML_START, "file")) {
        xliff_begin_file(units, xliff->root_source, xliff->root_target);
        return URA_OK;
    }
    if (xml_is(xml, XML_START, "group")) {
        losses_add(&units->losses, "groups", 1);
        return URA_OK;
    }
    if (xml_is(xml, XML_START, "notes") && xliff_in_header(xliff))
        return take_notes(units, &units->header_arena, error);
    if (is_metadata(xml) && xliff_in_header(xliff))
        return take_metadata(xliff, &units->header_arena, error);
    losses_add(&units->losses,
               xml_is(xml, XML_START, "skeleton") ? "skeletons" : "entries of files and groups",
               1);
    return xml_skip(xml, error);
}

static enum ura_status
read_unit(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    enum ura_status status;

    while (!(status = xml_next(xml, error))) {
        if (xml_is(xml, XML_START, "unit"))
            return take_unit(units, error);
        if (xml->event == XML_START)
            status = take_outside(units, error);
        if (status)
            return status;
    }
    return status;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    return xliff_give(units, read_unit, out, error);
}

static enum ura_status
open_xliff2(struct ura_units *units, struct ura_error *error)
{
    enum ura_status status = xliff_open(units, 2, codes, error);
    struct xliff *xliff = units->state;

    if (status)
        return status;
    xliff->root_source = xml_attribute(&xliff->xml, "srcLang", &units->header_arena);
    xliff->root_target = xml_attribute(&xliff->xml, "trgLang", &units->header_arena);
    return xliff_look_ahead(units, read_unit, error);
}

const struct ura_format format_xliff2 = {
    .name = "xliff2",
    .summary = "XLIFF 2.0 (2.1 and 2.2 are read)",
    .holds =
        "pairs, segments, languages, ids, notes, properties, states, inline codes of XLIFF 2",
    .loses = "sentence numbers, groups, skeletons, modules but metadata, further languages",
    .room = URA_ROOM_TARGET | URA_ROOM_ID | URA_ROOM_LANGUAGE | URA_ROOM_STATE |
            URA_ROOM_SCORE | URA_ROOM_PROPERTIES | URA_ROOM_LINES | URA_ROOM_MARKUP,
    .content = URA_CONTENT_PAIRS,
    .bid = bid,
    .open = open_xliff2,
    .next = next,
    .close = xliff_close,
    .begin = xliff2_write_begin,
    .write = xliff2_write_unit,
    .end = xliff2_write_end,
};
