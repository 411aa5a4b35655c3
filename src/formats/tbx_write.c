/* tbx_write.c - TBX of 2008, valid against its document type and against OmegaT's schema. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/tbx.h"

#include <stdlib.h>

#include "formats/seen.h"

/* Categories that belong elsewhere than into descrip (ISO 30042:2008, TBX-Basic). */
static const struct {
    const char *type, *element;
} elements[] = {
    {"partOfSpeech", "termNote"},
    {"grammaticalGender", "termNote"},
    {"grammaticalNumber", "termNote"},
    {"administrativeStatus", "termNote"},
    {"normativeAuthorization", "termNote"},
    {"termStatus", "termNote"},
    {"termType", "termNote"},
    {"termLocation", "termNote"},
    {"geographicalUsage", "termNote"},
    {"register", "termNote"},
    {"usageNote", "termNote"},
    {"transactionType", "transac"},
    {"responsibility", "transacNote"},
    {"source", "admin"},
    {"sourceIdentifier", "admin"},
    {"customer", "admin"},
    {"customerSubset", "admin"},
    {"projectSubset", "admin"},
    {"productSubset", "admin"},
    {"crossReference", "ref"},
    {"externalCrossReference", "xref"},
    {"xGraphic", "xref"},
};

const char *
tbx_element(struct ura_str type)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (ura_str_equal(type, ura_str_from(elements[i].type)))
            return elements[i].element;
    return "descrip";
}

bool
tbx_is_category(struct ura_str element)
{
    static const char *const names[] = {"descrip",     "descripNote", "termNote",
                                        "admin",       "adminNote",   "transac",
                                        "transacNote", "ref",         "xref"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ura_str_equal(element, ura_str_from(names[i])))
            return true;
    return false;
}

/* The part of a property's name before its colon: an element of ours, or nothing. */
static struct ura_str
element_of(struct ura_str name, struct ura_str *type)
{
    const char *colon = name.len ? memchr(name.ptr, ':', name.len) : NULL;
    size_t at = colon ? (size_t)(colon - name.ptr) : 0;
    struct ura_str element = ura_str_slice(name, 0, at);

    *type = name;
    if (!colon || !tbx_is_category(element))
        return (struct ura_str){NULL, 0};
    *type = ura_str_slice(name, at + 1, name.len);
    return element;
}

static void
append_element(struct ura_buf *buf, const char *indent, const char *element,
               struct ura_str type, struct ura_str value)
{
    buf_append_text(buf, indent);
    buf_append_byte(buf, '<');
    buf_append_text(buf, element);
    if (type.ptr)
        buf_append_xml_attribute(buf, "type", type);
    buf_append_byte(buf, '>');
    buf_append_xml(buf, value);
    buf_append_text(buf, "</");
    buf_append_text(buf, element);
    buf_append_text(buf, ">\n");
}

/* transac opens a group, into which who and when belong. */
enum group { GROUP_NONE, GROUP_TRANSACTION };

static void
end_group(struct ura_buf *buf, const char *indent, enum group *group)
{
    if (*group != GROUP_NONE) {
        buf_append_text(buf, indent);
        buf_append_text(buf, "</transacGrp>\n");
    }
    *group = GROUP_NONE;
}

static void
append_property(struct ura_buf *buf, const struct ura_property *property, const char *indent,
                enum group *group)
{
    struct ura_str type, element = element_of(property->name, &type);
    bool note = ura_str_equal(property->name, URA_STR("note"));

    if (ura_str_equal(element, URA_STR("transac"))) {
        end_group(buf, indent, group);
        buf_append_text(buf, indent);
        buf_append_text(buf, "<transacGrp>\n");
        append_element(buf, indent, "transac", type, property->value);
        *group = GROUP_TRANSACTION;
    } else if (*group && ura_str_equal(element, URA_STR("transacNote"))) {
        append_element(buf, indent, "transacNote", type, property->value);
    } else if (*group && ura_str_equal(property->name, URA_STR("date"))) {
        append_element(buf, indent, "date", (struct ura_str){NULL, 0}, property->value);
    } else {
        end_group(buf, indent, group);
        if (note)
            append_element(buf, indent, "note", (struct ura_str){NULL, 0}, property->value);
        else
            append_element(buf, indent,
                           ura_str_equal(element, URA_STR("descrip")) ? "descrip" : "admin",
                           type, property->value);
    }
}

static bool
is_term_note(const struct ura_property *property)
{
    struct ura_str type;

    return ura_str_equal(element_of(property->name, &type), URA_STR("termNote"));
}

static bool
is_synonym(const struct ura_property *property)
{
    return ura_str_equal(property->name, URA_STR(TBX_SYNONYM));
}

/* All of SIDE but what belongs to the term itself; a note to a term needs one. */
static void
append_properties(struct ura_buf *buf, const struct ura_unit *unit, enum ura_side side,
                  const char *indent)
{
    enum group group = GROUP_NONE;

    for (size_t i = 0; i < unit->property_count; i++) {
        const struct ura_property *property = &unit->properties[i];

        if (property->side == side && !is_synonym(property) &&
            (side == URA_SIDE_UNIT || !is_term_note(property)))
            append_property(buf, property, indent, &group);
    }
    end_group(buf, indent, &group);
}

static void
append_term(struct ura_unit_writer *writer, struct ura_str term)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    size_t start;

    buf_append_text(buf, "          <term>");
    start = buf->len;
    if (buf_append_xml(buf, term))
        losses_add(&writer->losses, "control characters", 1);
    for (size_t i = start; i < buf->len; i++)
        if (buf->ptr[i] == '\n' || buf->ptr[i] == '\t')
            buf->ptr[i] = ' ';
    buf_append_text(buf, "</term>\n");
}

static void
append_language(struct ura_unit_writer *writer, const struct ura_unit *unit, enum ura_side side)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    bool source = side == URA_SIDE_SOURCE;

    buf_append_text(buf, "      <langSet");
    buf_append_xml_attribute(
        buf, "xml:lang",
        source ? language_or(unit->source_language, writer->header->source_language,
                             URA_STR("und"))
               : language_or(unit->target_language, writer->header->target_language,
                             URA_STR("und")));
    buf_append_text(buf, ">\n        <tig>\n");
    append_term(writer, source ? unit->source : unit->target);
    for (size_t i = 0; i < unit->property_count; i++) {
        struct ura_str type;

        if (unit->properties[i].side != side || !is_term_note(&unit->properties[i]))
            continue;
        element_of(unit->properties[i].name, &type);
        append_element(buf, "          ", "termNote", type, unit->properties[i].value);
    }
    append_properties(buf, unit, side, "          ");
    buf_append_text(buf, "        </tig>\n");
    for (size_t i = 0; i < unit->property_count; i++) {
        if (unit->properties[i].side != side || !is_synonym(&unit->properties[i]))
            continue;
        buf_append_text(buf, "        <tig>\n");
        append_term(writer, unit->properties[i].value);
        buf_append_text(buf, "        </tig>\n");
    }
    buf_append_text(buf, "      </langSet>\n");
}

/* Whether ID is a name as XML has them: an id must be one, and stand once. */
static bool
is_name(struct ura_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        unsigned char c = (unsigned char)id.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';

        if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-' || c == '.')))
            return false;
    }
    return id.len > 0;
}

enum ura_status
tbx_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;

    writer->state = calloc(1, sizeof(struct seen));
    if (!writer->state)
        return error_memory(error);
    buf_append_text(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<martif type=\"TBX\"");
    buf_append_xml_attribute(buf, "xml:lang",
                             language_or(header->source_language, URA_STR(""), URA_STR("und")));
    buf_append_text(buf,
                    ">\n  <martifHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>");
    buf_append_xml(buf, header->original.len ? header->original : URA_STR("ura"));
    buf_append_text(buf, "</p>\n      </sourceDesc>\n    </fileDesc>\n  </martifHeader>\n"
                         "  <text>\n    <body>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

enum ura_status
tbx_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
               struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    bool target = unit->has_target && unit->target.len, known = true;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    if (is_name(unit->id) && !seen_take(writer->state, unit->id, &known))
        return error_memory(error);
    buf_append_text(buf, "    <termEntry");
    if (!known)
        buf_append_xml_attribute(buf, "id", unit->id);
    else if (unit->id.len)
        losses_add(&writer->losses, "ids that are no names or stand twice", 1);
    buf_append_text(buf, ">\n");
    append_properties(buf, unit, URA_SIDE_UNIT, "      ");
    /* An entry must have a language: one without any term keeps an empty source. */
    if (unit->source.len || !target)
        append_language(writer, unit, URA_SIDE_SOURCE);
    if (target)
        append_language(writer, unit, URA_SIDE_TARGET);
    buf_append_text(buf, "    </termEntry>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

enum ura_status
tbx_write_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    (void)error;
    if (whole)
        buf_append_text(&writer->outputs[0].buf, "    </body>\n  </text>\n</martif>\n");
    if (writer->state)
        seen_release(writer->state);
    free(writer->state);
    return URA_OK;
}
