/* tmx.c - translation memories, TMX 1.1 to 1.4b, read as a stream. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/tmx_read.h"

#include <stdlib.h>

static int
bid(struct ura_str head, const char *name)
{
    struct xml_root root;

    (void)name;
    return xml_find_root(head, &root) && strcmp(root.name, "tmx") == 0 ? 80 : 0;
}

/* Attributes of an element that are not properties; ptr NULL: it has none. */
struct attributes {
    struct ura_str language; /* TMX 1.1 calls it "lang", not "xml:lang" */
    struct ura_str tuid, srclang;
};

/* The name in LIST that is NAME, or NULL. */
static const char *
find_name(const char *const *list, struct ura_str name)
{
    for (; *list; list++)
        if (**list == *name.ptr && ura_str_equal(name, ura_str_from(*list)))
            return *list;
    return NULL;
}

/* Those of the element that has just begun; what is in LIST becomes a property. */
static struct attributes
take_attributes(struct tmx *tmx, const char *const *list, enum ura_side side,
                struct ura_arena *arena)
{
    struct attributes taken = {0};
    struct xml_attribute attribute;

    while (xml_next_attribute(&tmx->xml, &attribute)) {
        struct ura_str value = arena_copy(arena, attribute.value);
        const char *name = find_name(list, attribute.name);
        bool xml = ura_str_equal(attribute.space, URA_STR(XML_NAMESPACE));

        if (!value.ptr)
            tmx->properties.failed = true;
        if (ura_str_equal(attribute.name, URA_STR("lang")) && (xml || !taken.language.ptr))
            taken.language = value;
        else if (ura_str_equal(attribute.name, URA_STR("tuid")))
            taken.tuid = value;
        else if (ura_str_equal(attribute.name, URA_STR("srclang")))
            taken.srclang = value;
        if (name)
            property_add(&tmx->properties, side, ura_str_from(name), value);
    }
    return taken;
}

/* A note or prop, which has just begun. */
static enum ura_status
take_property(struct tmx *tmx, enum ura_side side, struct ura_arena *arena,
              struct ura_error *error)
{
    struct ura_str name = URA_STR("note");
    struct ura_buf value = {0};
    enum ura_status status;

    if (xml_is(&tmx->xml, XML_START, "prop")) {
        name = xml_attribute(&tmx->xml, "type", arena);
        if (!name.len)
            name = URA_STR("x-untyped");
    }
    status = xml_take_text(&tmx->xml, &value, error);
    if (!status &&
        !property_add(&tmx->properties, side, name, arena_copy(arena, buf_str(&value))))
        status = error_memory(error);
    buf_release(&value);
    return status;
}

static enum ura_status
take_header(struct ura_units *units, struct ura_error *error)
{
    struct tmx *tmx = units->state;
    struct ura_arena *arena = &units->header_arena;
    struct ura_str srclang =
        take_attributes(tmx, tmx_header_attributes, URA_SIDE_UNIT, arena).srclang;
    enum ura_status status = URA_OK;

    if (!ura_str_equal(srclang, URA_STR("*all*")))
        units->header.source_language = srclang;
    while (!status && !(status = xml_next(&tmx->xml, error)) &&
           !xml_is(&tmx->xml, XML_END, "header")) {
        if (xml_is(&tmx->xml, XML_START, "note") || xml_is(&tmx->xml, XML_START, "prop"))
            status = take_property(tmx, URA_SIDE_UNIT, arena, error);
    }
    if (!status)
        status = property_keep(&tmx->properties, arena, &units->header.properties,
                               &units->header.property_count, error);
    return status;
}

/* Whether the element holds native code, not text. */
static bool
is_code(struct ura_str name)
{
    static const char *const codes[] = {"bpt", "ept", "ph", "it", "ut"};

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (ura_str_equal(name, ura_str_from(codes[i])))
            return true;
    return false;
}

/* The text of a seg that has just begun into both buffers: plain, and with its inline codes. */
static enum ura_status
take_seg(struct ura_units *units, struct variant *variant, struct ura_error *error)
{
    struct tmx *tmx = units->state;
    struct xml *xml = &tmx->xml;
    int depth = xml->depth, code_depth = 0;
    bool codes = false;
    enum ura_status status;

    variant->text = tmx->text.len;
    variant->markup = tmx->markup.len;
    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        if (xml->event == XML_TEXT) {
            if (!code_depth)
                buf_append_str(&tmx->text, xml->text);
            if (codes)
                buf_append_xml(&tmx->markup, xml->text);
            continue;
        }
        /* Most texts have no codes: what came before the first one is escaped only then. */
        if (!codes)
            buf_append_xml(&tmx->markup,
                           ura_str_slice(buf_str(&tmx->text), variant->text, tmx->text.len));
        codes = true;
        if (xml->event == XML_START) {
            if (code_depth == 0 && is_code(xml->name))
                code_depth = xml->depth;
            else if (code_depth && ura_str_equal(xml->name, URA_STR("sub")))
                losses_add(&units->losses, "texts inside inline codes", 1);
        } else if (xml->depth == code_depth) {
            code_depth = 0;
        }
        xml_append_tag(xml, &tmx->markup);
    }
    variant->text_len = tmx->text.len - variant->text;
    variant->markup_len = codes ? tmx->markup.len - variant->markup : 0;
    return !status && (tmx->text.failed || tmx->markup.failed) ? error_memory(error) : status;
}

static void
note_language(struct ura_units *units, struct ura_str language)
{
    struct tmx *tmx = units->state;

    for (size_t i = 0; i < tmx->language_count; i++)
        if (language_match(tmx->languages[i], language) == 2)
            return;
    if (tmx->language_count < LANGUAGES_MAX)
        tmx->languages[tmx->language_count++] = arena_copy(&units->header_arena, language);
}

static enum ura_status
take_variant(struct ura_units *units, struct ura_error *error)
{
    struct tmx *tmx = units->state;
    struct ura_arena *arena = &units->unit_arena;
    struct variant *grown, variant = {.property_first = tmx->properties.count};
    enum ura_status status = URA_OK;

    variant.language =
        take_attributes(tmx, tmx_unit_attributes, URA_SIDE_SOURCE, arena).language;
    if (!variant.language.len)
        return xml_refuse(&tmx->xml, "this tuv says no language; give it xml:lang", error);
    note_language(units, variant.language);
    while (!status && !(status = xml_next(&tmx->xml, error)) &&
           !xml_is(&tmx->xml, XML_END, "tuv")) {
        if (xml_is(&tmx->xml, XML_START, "seg"))
            status = take_seg(units, &variant, error);
        else if (xml_is(&tmx->xml, XML_START, "note") || xml_is(&tmx->xml, XML_START, "prop"))
            status = take_property(tmx, URA_SIDE_SOURCE, arena, error);
    }
    variant.property_count = tmx->properties.count - variant.property_first;
    grown = array_grow(tmx->variants, &tmx->variant_capacity, tmx->variant_count + 1,
                       sizeof *grown);
    if (!grown)
        return error_memory(error);
    tmx->variants = grown;
    grown[tmx->variant_count++] = variant;
    return status;
}

/* A tu, which has just begun. */
static enum ura_status
take_tu(struct ura_units *units, bool *wanted, struct ura_unit *out, struct ura_error *error)
{
    struct tmx *tmx = units->state;
    struct ura_arena *arena = &units->unit_arena;
    struct attributes attributes;
    enum ura_status status = URA_OK;

    arena_clear(arena);
    *out = (struct ura_unit){.line = tmx->xml.line};
    buf_clear(&tmx->text);
    buf_clear(&tmx->markup);
    tmx->variant_count = tmx->properties.count = 0;
    attributes = take_attributes(tmx, tmx_unit_attributes, URA_SIDE_UNIT, arena);
    out->id = attributes.tuid;
    if (ura_str_equal(attributes.srclang, URA_STR("*all*")))
        attributes.srclang = (struct ura_str){NULL, 0};
    while (!status && !(status = xml_next(&tmx->xml, error)) &&
           !xml_is(&tmx->xml, XML_END, "tu")) {
        if (xml_is(&tmx->xml, XML_START, "tuv"))
            status = take_variant(units, error);
        else if (xml_is(&tmx->xml, XML_START, "note") || xml_is(&tmx->xml, XML_START, "prop"))
            status = take_property(tmx, URA_SIDE_UNIT, arena, error);
    }
    if (status)
        return status;
    if (tmx->properties.failed)
        return error_memory(error);
    *wanted = tmx_make_unit(units, attributes.srclang, out);
    return URA_OK;
}

/* Says which languages there are where none that was asked for was found. */
static enum ura_status
refuse_languages(const struct tmx *tmx, struct ura_error *error)
{
    struct ura_buf list = {0};
    enum ura_status status;

    for (size_t i = 0; i < tmx->language_count; i++) {
        buf_append_text(&list, i ? ", " : "");
        buf_append_str(&list, tmx->languages[i]);
    }
    status = error_set(error, URA_BAD_ARGUMENT,
                       "has no unit in the languages asked for; it holds %.*s", (int)list.len,
                       list.ptr ? list.ptr : "");
    buf_release(&list);
    return status;
}

static enum ura_status
read_unit(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct tmx *tmx = units->state;
    enum ura_status status;

    while (!(status = xml_next(&tmx->xml, error))) {
        bool wanted = false;

        if (!xml_is(&tmx->xml, XML_START, "tu"))
            continue;
        status = take_tu(units, &wanted, out, error);
        if (status || wanted)
            return status;
    }
    if (status == URA_END && tmx->seen && !tmx->matched)
        return refuse_languages(tmx, error);
    return status;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct tmx *tmx = units->state;

    if (tmx->ended)
        return URA_END;
    if (tmx->has_pending) {
        *out = tmx->pending;
        tmx->has_pending = false;
        return URA_OK;
    }
    return read_unit(units, out, error);
}

/* Reads the first unit, which says more of the languages than the header does. */
static enum ura_status
look_ahead(struct ura_units *units, struct ura_error *error)
{
    struct tmx *tmx = units->state;
    struct ura_arena *arena = &units->header_arena;
    enum ura_status status = read_unit(units, &tmx->pending, error);

    if (status == URA_END) {
        tmx->ended = true;
        return URA_OK;
    }
    if (status)
        return status;
    tmx->has_pending = true;
    if (tmx->pending.source_language.len)
        units->header.source_language = arena_copy(arena, tmx->pending.source_language);
    if (tmx->pending.target_language.len)
        units->header.target_language = arena_copy(arena, tmx->pending.target_language);
    return URA_OK;
}

static enum ura_status
open_tmx(struct ura_units *units, struct ura_error *error)
{
    struct tmx *tmx = calloc(1, sizeof *tmx);
    enum ura_status status;

    units->state = tmx;
    if (!tmx)
        return error_memory(error);
    status = xml_open(units->context, units->input, units->options.encoding, &tmx->xml, error);
    if (!status)
        status = xml_next(&tmx->xml, error);
    if (status == URA_END || (!status && !xml_is(&tmx->xml, XML_START, "tmx")))
        return xml_refuse(&tmx->xml, "is no TMX: its root must be tmx", error);
    while (!status && !(status = xml_next(&tmx->xml, error)) &&
           !xml_is(&tmx->xml, XML_START, "body")) {
        if (xml_is(&tmx->xml, XML_START, "header"))
            status = take_header(units, error);
    }
    if (status == URA_END)
        return xml_refuse(&tmx->xml, "is no TMX: it has no body", error);
    return status ? status : look_ahead(units, error);
}

static void
close_tmx(struct ura_units *units)
{
    struct tmx *tmx = units->state;

    if (!tmx)
        return;
    xml_close(&tmx->xml);
    buf_release(&tmx->text);
    buf_release(&tmx->markup);
    property_release(&tmx->properties);
    free(tmx->variants);
    free(tmx);
}

const struct ura_format format_tmx = {
    .name = "tmx",
    .summary = "translation memory, TMX 1.4b (1.1 and later are read)",
    .holds = "pairs, languages, ids, notes, properties, scores, states, inline codes of TMX",
    .loses = "sentence numbers, byte spans; of several languages all but two",
    .room = URA_ROOM_TARGET | URA_ROOM_ID | URA_ROOM_LANGUAGE | URA_ROOM_STATE |
            URA_ROOM_SCORE | URA_ROOM_PROPERTIES | URA_ROOM_LINES | URA_ROOM_MARKUP,
    .content = URA_CONTENT_PAIRS,
    .bid = bid,
    .open = open_tmx,
    .next = next,
    .close = close_tmx,
    .begin = tmx_write_begin,
    .write = tmx_write_unit,
    .end = tmx_write_end,
};
