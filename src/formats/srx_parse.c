/* srx_parse.c - an SRX file as rules and language maps. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/srx.h"

#include <stdlib.h>

struct parser {
    struct xml xml;
    struct srx *srx;
    struct ura_str set; /* the languagerule at hand */
};

/* "no" and "yes"; FALLBACK where it is neither. */
static bool
is_yes(struct ura_str value, bool fallback)
{
    if (ura_str_equal(value, URA_STR("yes")))
        return true;
    return ura_str_equal(value, URA_STR("no")) ? false : fallback;
}

static enum ura_status
take_text(struct parser *parser, struct ura_str *out, struct ura_error *error)
{
    struct ura_buf text = {0};
    enum ura_status status = xml_take_text(&parser->xml, &text, error);

    *out = arena_copy(&parser->srx->arena, text.ptr ? buf_str(&text) : URA_STR(""));
    buf_release(&text);
    return !status && !out->ptr ? error_memory(error) : status;
}

/* A rule, which has just begun. */
static enum ura_status
take_rule(struct parser *parser, struct ura_error *error)
{
    struct srx *srx = parser->srx;
    struct xml *xml = &parser->xml;
    struct ura_segment_rule *grown,
        rule = {
            .set = parser->set, .before = URA_STR(""), .after = URA_STR(""), .line = xml->line};
    enum ura_status status = URA_OK;

    if (srx->rule_count == SRX_RULES_MAX)
        return xml_refuse(xml, "more than 100000 rules; no set of rules has so many", error);
    rule.breaks = is_yes(xml_attribute(xml, "break", &srx->arena), true);
    while (!status && !(status = xml_next(xml, error)) && !xml_is(xml, XML_END, "rule")) {
        if (xml_is(xml, XML_START, "beforebreak"))
            status = take_text(parser, &rule.before, error);
        else if (xml_is(xml, XML_START, "afterbreak"))
            status = take_text(parser, &rule.after, error);
        else if (xml->event == XML_START)
            status = xml_skip(xml, error);
    }
    if (status)
        return status;
    grown = array_grow(srx->rules, &srx->rule_capacity, srx->rule_count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    srx->rules = grown;
    grown[srx->rule_count++] = rule;
    return URA_OK;
}

static enum ura_status
add_property(struct srx *srx, const char *prefix, struct ura_str name, struct ura_str value,
             struct ura_error *error)
{
    struct ura_buf whole = {0};
    struct ura_str kept;

    buf_append_text(&whole, prefix);
    buf_append_str(&whole, name);
    kept = arena_copy(&srx->arena, buf_str(&whole));
    buf_release(&whole);
    return property_add(&srx->properties, URA_SIDE_UNIT, kept, value) ? URA_OK
                                                                      : error_memory(error);
}

static enum ura_status
take_map(struct parser *parser, struct ura_error *error)
{
    struct srx *srx = parser->srx;
    struct xml *xml = &parser->xml;
    struct ura_segment_map *grown, map = {.line = xml->line};

    map.pattern = xml_attribute(xml, "languagepattern", &srx->arena);
    map.set = xml_attribute(xml, "languagerulename", &srx->arena);
    if (!map.pattern.ptr || !map.set.ptr)
        return xml_refuse(xml, "this languagemap lacks its languagepattern or languagerulename",
                          error);
    if (srx->map_count == SRX_MAPS_MAX)
        return xml_refuse(xml, "more than 10000 language maps; no set of rules has so many",
                          error);
    grown = array_grow(srx->maps, &srx->map_capacity, srx->map_count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    srx->maps = grown;
    grown[srx->map_count++] = map;
    return add_property(srx, SRX_MAP, map.set, map.pattern, error);
}

static enum ura_status
take_header(struct parser *parser, struct ura_error *error)
{
    static const char *const names[] = {"segmentsubflows", "cascade"};
    struct srx *srx = parser->srx;
    enum ura_status status = URA_OK;

    srx->cascade = is_yes(xml_attribute(&parser->xml, "cascade", &srx->arena), false);
    for (size_t i = 0; !status && i < 2; i++) {
        struct ura_str value = xml_attribute(&parser->xml, names[i], &srx->arena);

        if (value.ptr)
            status = add_property(srx, "", ura_str_from(names[i]), value, error);
    }
    return status;
}

static enum ura_status
take_element(struct parser *parser, struct ura_error *error)
{
    struct xml *xml = &parser->xml;
    struct srx *srx = parser->srx;

    if (xml_is(xml, XML_START, "header"))
        return take_header(parser, error);
    if (xml_is(xml, XML_START, "formathandle")) {
        struct ura_str type = xml_attribute(xml, "type", &srx->arena);
        struct ura_str include = xml_attribute(xml, "include", &srx->arena);

        return type.ptr && include.ptr ? add_property(srx, SRX_HANDLE, type, include, error)
                                       : URA_OK;
    }
    if (xml_is(xml, XML_START, "languagerule")) {
        parser->set = xml_attribute(xml, "languagerulename", &srx->arena);
        if (!parser->set.ptr)
            return xml_refuse(xml, "this languagerule lacks its languagerulename", error);
        return URA_OK;
    }
    if (xml_is(xml, XML_START, "rule")) {
        if (!parser->set.ptr)
            return xml_refuse(xml, "a rule outside of a languagerule", error);
        return take_rule(parser, error);
    }
    return xml_is(xml, XML_START, "languagemap") ? take_map(parser, error) : URA_OK;
}

enum ura_status
srx_parse(struct ura_context *context, struct ura_input *input, const char *encoding,
          struct srx *out, struct ura_error *error)
{
    struct parser parser = {.srx = out};
    enum ura_status status = xml_open(context, input, encoding, &parser.xml, error);

    *out = (struct srx){0};
    if (!status)
        status = xml_next(&parser.xml, error);
    if (status == URA_END || (!status && !xml_is(&parser.xml, XML_START, "srx")))
        status = xml_refuse(&parser.xml, "is no SRX: its root must be srx", error);
    while (!status && !(status = xml_next(&parser.xml, error)))
        if (parser.xml.event == XML_START)
            status = take_element(&parser, error);
    xml_close(&parser.xml);
    return status == URA_END ? URA_OK : status;
}

void
srx_release(struct srx *srx)
{
    free(srx->rules);
    free(srx->maps);
    property_release(&srx->properties);
    arena_release(&srx->arena);
    *srx = (struct srx){0};
}
