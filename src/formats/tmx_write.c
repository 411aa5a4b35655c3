/* tmx_write.c - TMX 1.4b, valid against its document type. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/tmx.h"

enum { SCORE_DECIMALS = 4 }; /* digits of a probability that mean anything */

const char *const tmx_header_attributes[] = {
    "segtype",      "o-tmf",      "adminlang",  "datatype", "o-encoding",
    "creationdate", "creationid", "changedate", "changeid", NULL};

const char *const tmx_unit_attributes[] = {"o-encoding",   "datatype",
                                           "usagecount",   "lastusagedate",
                                           "creationtool", "creationdate",
                                           "creationid",   "creationtoolversion",
                                           "changedate",   "changeid",
                                           "segtype",      "o-tmf",
                                           "srclang",      NULL};

bool
tmx_is_attribute(const char *const *list, struct ura_str name)
{
    for (; *list; list++)
        if (ura_str_equal(name, ura_str_from(*list)))
            return true;
    return false;
}

/* The attributes of LIST that PROPERTIES have on SIDE. A tuv has no srclang. */
static void
append_attributes(struct ura_buf *buf, const struct ura_property *properties, size_t count,
                  enum ura_side side, const char *const *list)
{
    for (; *list; list++) {
        for (size_t i = 0; i < count; i++) {
            const struct ura_property *property = &properties[i];

            if (property->side != side || !ura_str_equal(property->name, ura_str_from(*list)))
                continue;
            buf_append_xml_attribute(buf, *list, property->value);
            break;
        }
    }
}

/* Notes, and as props what is no attribute. */
static void
append_properties(struct ura_buf *buf, const struct ura_property *properties, size_t count,
                  enum ura_side side, const char *const *attributes, const char *indent)
{
    for (size_t i = 0; i < count; i++) {
        const struct ura_property *property = &properties[i];
        bool note = ura_str_equal(property->name, URA_STR("note"));

        if (property->side != side || tmx_is_attribute(attributes, property->name))
            continue;
        buf_append_text(buf, indent);
        buf_append_text(buf, note ? "<note" : "<prop");
        if (!note)
            buf_append_xml_attribute(buf, "type", property->name);
        buf_append_byte(buf, '>');
        buf_append_xml(buf, property->value);
        buf_append_text(buf, note ? "</note>\n" : "</prop>\n");
    }
}

/* The value of the property NAME of the file; ptr is NULL where it has none. */
static struct ura_str
find_property(const struct ura_units_header *header, const char *name)
{
    for (size_t i = 0; i < header->property_count; i++)
        if (ura_str_equal(header->properties[i].name, ura_str_from(name)))
            return header->properties[i].value;
    return (struct ura_str){NULL, 0};
}

enum ura_status
tmx_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    static const struct {
        const char *name;
        const char *value;
    } required[] = {{"segtype", "sentence"},
                    {"o-tmf", "ura"},
                    {"adminlang", "en"},
                    {"datatype", "plaintext"}};
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;

    buf_append_text(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
                         "  <header creationtool=\"ura\"");
    buf_append_xml_attribute(buf, "creationtoolversion", ura_str_from(ura_version()));
    for (const char *const *name = tmx_header_attributes; *name; name++) {
        struct ura_str value = find_property(header, *name);

        for (size_t i = 0; !value.ptr && i < sizeof required / sizeof *required; i++)
            if (strcmp(required[i].name, *name) == 0)
                value = ura_str_from(required[i].value);
        if (value.ptr)
            buf_append_xml_attribute(buf, *name, value);
    }
    buf_append_xml_attribute(
        buf, "srclang", language_or(header->source_language, URA_STR(""), URA_STR("*all*")));
    buf_append_text(buf, ">\n");
    append_properties(buf, header->properties, header->property_count, URA_SIDE_UNIT,
                      tmx_header_attributes, "    ");
    buf_append_text(buf, "  </header>\n  <body>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

static void
append_variant(struct ura_unit_writer *writer, const struct ura_unit *unit, enum ura_side side)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    bool source = side == URA_SIDE_SOURCE;
    struct ura_str text = source ? unit->source : unit->target;
    struct ura_str markup = source ? unit->source_markup : unit->target_markup;
    bool verbatim = markup.ptr && strcmp(writer->header->format, "tmx") == 0;

    buf_append_text(buf, "      <tuv");
    buf_append_xml_attribute(
        buf, "xml:lang",
        source ? language_or(unit->source_language, writer->header->source_language,
                             URA_STR("und"))
               : language_or(unit->target_language, writer->header->target_language,
                             URA_STR("und")));
    append_attributes(buf, unit->properties, unit->property_count, side, tmx_unit_attributes);
    buf_append_text(buf, ">\n");
    append_properties(buf, unit->properties, unit->property_count, side, tmx_unit_attributes,
                      "        ");
    buf_append_text(buf, "        <seg>");
    if (verbatim)
        buf_append_str(buf, markup);
    else if (buf_append_xml(buf, text))
        losses_add(&writer->losses, "control characters", 1);
    buf_append_text(buf, "</seg>\n      </tuv>\n");
}

enum ura_status
tmx_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
               struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    bool target = unit->has_target && unit->target.len;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    buf_append_text(buf, "    <tu");
    if (unit->id.len)
        buf_append_xml_attribute(buf, "tuid", unit->id);
    append_attributes(buf, unit->properties, unit->property_count, URA_SIDE_UNIT,
                      tmx_unit_attributes);
    buf_append_text(buf, ">\n");
    append_properties(buf, unit->properties, unit->property_count, URA_SIDE_UNIT,
                      tmx_unit_attributes, "      ");
    if (unit->has_score) {
        buf_append_text(buf, "      <prop type=\"" TMX_SCORE "\">");
        buf_append_fixed(buf, unit->score, SCORE_DECIMALS);
        buf_append_text(buf, "</prop>\n");
    }
    if (unit->state != URA_STATE_NONE) {
        buf_append_text(buf, "      <prop type=\"" TMX_STATE "\">");
        buf_append_text(buf, ura_state_name(unit->state));
        buf_append_text(buf, "</prop>\n");
    }
    /* A unit must have a variant: one without any text keeps an empty source. */
    if (unit->source.len || !target)
        append_variant(writer, unit, URA_SIDE_SOURCE);
    if (target)
        append_variant(writer, unit, URA_SIDE_TARGET);
    buf_append_text(buf, "    </tu>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

enum ura_status
tmx_write_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    (void)error;
    if (whole)
        buf_append_text(&writer->outputs[0].buf, "  </body>\n</tmx>\n");
    return URA_OK;
}
