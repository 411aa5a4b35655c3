/* xliff.c - XLIFF 1.0 to 1.2 and its dialects (sdlxliff, mqxliff, mxliff), read as a stream. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff_parts.h"

static const struct xliff_code codes[] = {
    {"g", false, {"id"}},      {"x", false, {"id"}},        {"bx", false, {"id"}},
    {"ex", false, {"id"}},     {"bpt", true, {"id"}},       {"ept", true, {"id"}},
    {"ph", true, {"id"}},      {"it", true, {"id", "pos"}}, {"sub", false, {NULL}},
    {"mrk", false, {"mtype"}}, {NULL, false, {NULL}}};

static int
bid(struct ura_str head, const char *name)
{
    (void)name;
    return xliff_version(head) == 1 ? 80 : 0;
}

static enum ura_side
side_of_note(struct xliff *xliff)
{
    struct ura_str annotates = xml_attribute(&xliff->xml, "annotates", &xliff->unit);

    if (ura_str_equal(annotates, URA_STR("source")))
        return URA_SIDE_SOURCE;
    return ura_str_equal(annotates, URA_STR("target")) ? URA_SIDE_TARGET : URA_SIDE_UNIT;
}

/* A note of the unit at hand, or of the header; there `from` may name a property. */
static enum ura_status
take_note(struct ura_units *units, struct ura_arena *arena, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct ura_str from = xml_attribute(&xliff->xml, "from", arena);
    struct ura_str name = URA_STR("note");
    size_t prefix = strlen(XLIFF_NOTE_OF);

    if (from.len > prefix && memcmp(from.ptr, XLIFF_NOTE_OF, prefix) == 0)
        name = ura_str_slice(from, prefix, from.len);
    else if (from.len)
        losses_add(&units->losses, "authors of notes", 1);
    return xliff_take_property(xliff, side_of_note(xliff), name, arena, error);
}

/* The header of a file: notes of the first are kept, what Trados packs there is passed over. */
static enum ura_status
take_header(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    int depth = xliff->xml.depth;
    enum ura_status status;

    while (!(status = xml_next(&xliff->xml, error)) &&
           !(xliff->xml.event == XML_END && xliff->xml.depth == depth)) {
        if (xliff->xml.event != XML_START)
            continue;
        if (xml_is(&xliff->xml, XML_START, "note") && xliff_in_header(xliff)) {
            status = take_note(units, &units->header_arena, error);
        } else {
            losses_add(&units->losses, "entries of headers", 1);
            status = xml_skip(&xliff->xml, error);
        }
        if (status)
            return status;
    }
    return status;
}

/* The side and name that the writer put into a context's type; the type itself otherwise. */
static enum ura_side
split_context_type(struct ura_str *type)
{
    static const struct {
        const char *prefix;
        enum ura_side side;
    } prefixes[] = {{"x-unit:", URA_SIDE_UNIT},
                    {"x-source:", URA_SIDE_SOURCE},
                    {"x-target:", URA_SIDE_TARGET}};

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t len = strlen(prefixes[i].prefix);

        if (type->len > len && memcmp(type->ptr, prefixes[i].prefix, len) == 0) {
            *type = ura_str_slice(*type, len, type->len);
            return prefixes[i].side;
        }
    }
    return URA_SIDE_UNIT;
}

/* A context-group (or, in 1.0 and 1.1, a prop-group): each entry is a property. */
static enum ura_status
take_contexts(struct xliff *xliff, struct ura_error *error)
{
    int depth = xliff->xml.depth;
    enum ura_status status;

    while (!(status = xml_next(&xliff->xml, error)) &&
           !(xliff->xml.event == XML_END && xliff->xml.depth == depth)) {
        bool prop = xml_is(&xliff->xml, XML_START, "prop");
        struct ura_str type;
        enum ura_side side;

        if (!prop && !xml_is(&xliff->xml, XML_START, "context"))
            continue;
        type = xml_attribute(&xliff->xml, prop ? "prop-type" : "context-type", &xliff->unit);
        if (!type.len)
            type = URA_STR("x-untyped");
        side = split_context_type(&type);
        status = xliff_take_property(xliff, side, type, &xliff->unit, error);
        if (status)
            return status;
    }
    return status;
}

/* sdl:seg-defs: how far each segment is, and where it came from. */
static enum ura_status
take_definitions(struct xliff *xliff, struct xliff_parts *parts, struct ura_error *error)
{
    int depth = xliff->xml.depth;
    struct ura_arena *arena = &xliff->unit;
    enum ura_status status;

    while (!(status = xml_next(&xliff->xml, error)) &&
           !(xliff->xml.event == XML_END && xliff->xml.depth == depth)) {
        struct xliff_definition *definition;

        if (!xml_is(&xliff->xml, XML_START, "seg") || xliff->xml.depth != depth + 1)
            continue;
        definition = arena_new(arena, 1, sizeof *definition);
        if (!definition)
            return error_memory(error);
        *definition =
            (struct xliff_definition){.next = parts->definitions,
                                      .id = xml_attribute(&xliff->xml, "id", arena),
                                      .conf = xml_attribute(&xliff->xml, "conf", arena),
                                      .origin = xml_attribute(&xliff->xml, "origin", arena),
                                      .percent = xml_attribute(&xliff->xml, "percent", arena)};
        parts->definitions = definition;
    }
    return status;
}

static enum ura_status
take_source(struct ura_units *units, struct xliff_parts *parts, struct ura_error *error)
{
    struct xliff *xliff = units->state;

    parts->has_source = true;
    parts->source_language = xml_attribute_in(&xliff->xml, "lang", XML_NAMESPACE, &xliff->unit);
    if (!parts->has_segmented)
        parts->source_first = xliff->piece_count;
    return xliff_take_text(units, &parts->source, error);
}

static enum ura_status
take_segmented(struct ura_units *units, struct xliff_parts *parts, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    enum ura_status status;

    parts->has_segmented = true;
    parts->source_first = xliff->piece_count;
    status = xliff_take_text(units, &parts->segmented, error);
    parts->source_end = xliff->piece_count;
    return status;
}

static enum ura_status
take_target(struct ura_units *units, struct xliff_parts *parts, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    enum ura_status status;

    parts->has_target = true;
    parts->target_language = xml_attribute_in(&xliff->xml, "lang", XML_NAMESPACE, &xliff->unit);
    parts->state = xml_attribute(&xliff->xml, "state", &xliff->unit);
    xliff_take_attributes(xliff, xliff_target_attributes, URA_SIDE_TARGET, &xliff->unit);
    parts->target_first = xliff->piece_count;
    status = xliff_take_text(units, &parts->target, error);
    parts->target_end = xliff->piece_count;
    return status;
}

/* A child of a trans-unit, which has just begun. */
static enum ura_status
take_part(struct ura_units *units, struct xliff_parts *parts, struct ura_str space,
          struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    enum ura_status status;

    if (xml_is(xml, XML_START, "seg-defs"))
        return take_definitions(xliff, parts, error);
    if (!ura_str_equal(xml->space, space)) {
        losses_add(&units->losses, "entries of other tools", 1);
        return xml_skip(xml, error);
    }
    if (xml_is(xml, XML_START, "source") && !parts->has_source) {
        status = take_source(units, parts, error);
        if (!parts->has_segmented)
            parts->source_end = xliff->piece_count;
        return status;
    }
    if (xml_is(xml, XML_START, "seg-source") && !parts->has_segmented)
        return take_segmented(units, parts, error);
    if (xml_is(xml, XML_START, "target") && !parts->has_target)
        return take_target(units, parts, error);
    if (xml_is(xml, XML_START, "note"))
        return take_note(units, &xliff->unit, error);
    if (xml_is(xml, XML_START, "context-group") || xml_is(xml, XML_START, "prop-group"))
        return take_contexts(xliff, error);
    if (xml_is(xml, XML_START, "alt-trans"))
        losses_add(&units->losses, "proposals", 1);
    else
        losses_add(&units->losses, "further entries of units", 1);
    return xml_skip(xml, error);
}

/* A trans-unit, which has just begun. */
static enum ura_status
take_unit(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    int depth = xml->depth;
    struct xliff_parts parts = {0};
    struct ura_str space;
    enum ura_status status = xliff_begin_unit(units, error);

    if (status)
        return status;
    space = arena_copy(&xliff->unit, xml->space);
    parts.id = xml_attribute(xml, "id", &xliff->unit);
    parts.approved = xml_attribute(xml, "approved", &xliff->unit);
    xliff_take_attributes(xliff, xliff_unit_attributes, URA_SIDE_UNIT, &xliff->unit);
    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        if (xml->event == XML_START)
            status = take_part(units, &parts, space, error);
        if (status)
            return status;
    }
    if (!status)
        status = xliff_add_parts(units, &parts, error);
    return status ? status : xliff_end_unit(units, error);
}

static void
take_file(struct ura_units *units)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;

    xliff_begin_file(units, xml_attribute(xml, "source-language", &xliff->unit),
                     xml_attribute(xml, "target-language", &xliff->unit));
    if (xliff_in_header(xliff))
        xliff_take_attributes(xliff, xliff_file_attributes, URA_SIDE_UNIT,
                              &units->header_arena);
}

static enum ura_status
read_unit(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    enum ura_status status;

    while (!(status = xml_next(xml, error))) {
        if (xml_is(xml, XML_START, "trans-unit"))
            return take_unit(units, error);
        if (xml_is(xml, XML_START, "file")) {
            take_file(units);
        } else if (xml_is(xml, XML_START, "header")) {
            status = take_header(units, error);
        } else if (xml_is(xml, XML_START, "bin-unit")) {
            losses_add(&units->losses, "binary units", 1);
            status = xml_skip(xml, error);
        } else if (xml_is(xml, XML_START, "note")) {
            losses_add(&units->losses, "notes of groups", 1);
        } else if (xml_is(xml, XML_START, "group")) {
            losses_add(&units->losses, "groups", 1);
        }
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
open_xliff(struct ura_units *units, struct ura_error *error)
{
    enum ura_status status = xliff_open(units, 1, codes, error);

    return status ? status : xliff_look_ahead(units, read_unit, error);
}

const struct ura_format format_xliff = {
    .name = "xliff",
    .summary = "XLIFF 1.2 (1.0, 1.1 and the dialects of Trados, memoQ, Phrase are read)",
    .holds =
        "pairs, segments, languages, ids, notes, properties, states, inline codes of XLIFF",
    .loses = "sentence numbers, proposals, groups, skeletons, phases",
    .room = URA_ROOM_TARGET | URA_ROOM_ID | URA_ROOM_LANGUAGE | URA_ROOM_STATE |
            URA_ROOM_SCORE | URA_ROOM_PROPERTIES | URA_ROOM_LINES | URA_ROOM_MARKUP,
    .content = URA_CONTENT_PAIRS,
    .bid = bid,
    .open = open_xliff,
    .next = next,
    .close = xliff_close,
    .begin = xliff_write_begin,
    .write = xliff_write_unit,
    .end = xliff_write_end,
};
