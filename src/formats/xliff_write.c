/* xliff_write.c - XLIFF 1.2, valid against its strict schema. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

#include <stdlib.h>

static const char yes_no[] = " yes no";
static const char size_units[] = " byte char col cm dlgunit em ex glyph in mm percent pixel "
                                 "point row";

const struct xliff_attribute xliff_file_attributes[] = {
    {"datatype", XLIFF_OPEN_WORDS, xliff_data_types},
    {"category", XLIFF_TEXT, NULL},
    {"product-name", XLIFF_TEXT, NULL},
    {"product-version", XLIFF_TEXT, NULL},
    {"build-num", XLIFF_TEXT, NULL},
    {NULL, XLIFF_TEXT, NULL}};

const struct xliff_attribute xliff_unit_attributes[] = {
    {"approved", XLIFF_WORDS, yes_no},
    {"translate", XLIFF_WORDS, yes_no},
    {"datatype", XLIFF_OPEN_WORDS, xliff_data_types},
    {"restype", XLIFF_OPEN_WORDS, xliff_resource_types},
    {"resname", XLIFF_TEXT, NULL},
    {"extradata", XLIFF_TEXT, NULL},
    {"extype", XLIFF_TEXT, NULL},
    {"help-id", XLIFF_TOKEN, NULL},
    {"menu", XLIFF_TEXT, NULL},
    {"menu-option", XLIFF_TEXT, NULL},
    {"menu-name", XLIFF_TEXT, NULL},
    {"font", XLIFF_TEXT, NULL},
    {"css-style", XLIFF_TEXT, NULL},
    {"style", XLIFF_TOKEN, NULL},
    {"exstyle", XLIFF_TOKEN, NULL},
    {"size-unit", XLIFF_OPEN_WORDS, size_units},
    {"maxwidth", XLIFF_TOKEN, NULL},
    {"minwidth", XLIFF_TOKEN, NULL},
    {"maxheight", XLIFF_TOKEN, NULL},
    {"minheight", XLIFF_TOKEN, NULL},
    {"maxbytes", XLIFF_TOKEN, NULL},
    {"minbytes", XLIFF_TOKEN, NULL},
    {"charclass", XLIFF_TEXT, NULL},
    {"merged-trans", XLIFF_WORDS, yes_no},
    {NULL, XLIFF_TEXT, NULL}};

/* `state` is written by rules of its own. */
const struct xliff_attribute xliff_target_attributes[] = {
    {"state", XLIFF_OPEN_WORDS, xliff_states},
    {"state-qualifier", XLIFF_OPEN_WORDS, xliff_state_qualifiers},
    {"resname", XLIFF_TEXT, NULL},
    {"font", XLIFF_TEXT, NULL},
    {"css-style", XLIFF_TEXT, NULL},
    {"style", XLIFF_TOKEN, NULL},
    {"exstyle", XLIFF_TOKEN, NULL},
    {"equiv-trans", XLIFF_WORDS, yes_no},
    {NULL, XLIFF_TEXT, NULL}};

/* What the file element that is open says. */
struct xliff_writer {
    struct xliff_ids ids;
    struct ura_buf source_language, target_language, original;
    bool open;
    bool later; /* not the first file: the header's properties are written */
};

enum ura_status
xliff_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    writer->state = calloc(1, sizeof(struct xliff_writer));
    if (!writer->state)
        return error_memory(error);
    buf_append_text(&writer->outputs[0].buf,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" "
                    "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
    return URA_OK;
}

/* Notes of the file; what is no attribute is a note that names itself. */
static void
append_header(struct ura_buf *buf, const struct ura_units_header *header)
{
    bool begun = false;

    for (size_t i = 0; i < header->property_count; i++) {
        const struct ura_property *property = &header->properties[i];

        if (xliff_is_attribute(header->properties, header->property_count, i, URA_SIDE_UNIT,
                               xliff_file_attributes))
            continue;
        buf_append_text(buf, begun ? "" : "    <header>\n");
        begun = true;
        buf_append_text(buf, "      <note");
        if (!ura_str_equal(property->name, URA_STR("note"))) {
            struct ura_buf from = {0};

            buf_append_text(&from, XLIFF_NOTE_OF);
            buf_append_str(&from, property->name);
            buf_append_xml_attribute(buf, "from", buf_str(&from));
            buf->failed |= from.failed;
            buf_release(&from);
        }
        buf_append_byte(buf, '>');
        buf_append_xml(buf, property->value);
        buf_append_text(buf, "</note>\n");
    }
    if (begun)
        buf_append_text(buf, "    </header>\n");
}

static void
begin_file(struct ura_unit_writer *writer)
{
    struct xliff_writer *state = writer->state;
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;
    size_t data_type = xliff_find_property(header->properties, header->property_count,
                                           URA_SIDE_UNIT, "datatype");

    buf_append_text(buf, "  <file");
    buf_append_xml_attribute(buf, "original",
                             state->original.len ? buf_str(&state->original) : URA_STR("none"));
    xliff_append_language(buf, "source-language", buf_str(&state->source_language));
    if (state->target_language.len)
        xliff_append_language(buf, "target-language", buf_str(&state->target_language));
    if (data_type == header->property_count ||
        !xliff_fits(&xliff_file_attributes[0], header->properties[data_type].value))
        buf_append_xml_attribute(buf, "datatype", URA_STR("plaintext"));
    xliff_append_attributes(buf, header->properties, header->property_count, URA_SIDE_UNIT,
                            xliff_file_attributes);
    buf_append_text(buf, ">\n");
    if (!state->later)
        append_header(buf, header);
    buf_append_text(buf, "    <body>\n");
    state->open = state->later = true;
    xliff_ids_release(&state->ids);
}

static void
end_file(struct ura_unit_writer *writer)
{
    struct xliff_writer *state = writer->state;

    if (state->open)
        buf_append_text(&writer->outputs[0].buf, "    </body>\n  </file>\n");
    state->open = false;
}

/* Sets BUF to TEXT; false if that is what it was. */
static bool
change(struct ura_buf *buf, struct ura_str text)
{
    if (ura_str_equal(buf_str(buf), text))
        return false;
    buf_clear(buf);
    buf_append_str(buf, text);
    return true;
}

static struct ura_str
original_of(const struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    size_t i =
        xliff_find_property(unit->properties, unit->property_count, URA_SIDE_UNIT, "original");

    return i < unit->property_count ? unit->properties[i].value : writer->header->original;
}

/* Opens a file for UNIT where the one that is open says something else. */
static void
choose_file(struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    struct xliff_writer *state = writer->state;
    struct ura_str none = URA_STR("");
    bool changed =
        change(&state->source_language,
               language_or(unit->source_language, writer->header->source_language, none));

    changed |=
        change(&state->target_language,
               language_or(unit->target_language, writer->header->target_language, none));
    changed |= change(&state->original, original_of(writer, unit));
    if (state->open && !changed)
        return;
    end_file(writer);
    begin_file(writer);
}

/*
 * The state as the file spelt it, where it still says what the unit says; else our word for it.
 * Empty where there is nothing to say, and where `approved` says it.
 */
static struct ura_str
state_word(const struct ura_unit *unit, struct ura_buf *spelt)
{
    const struct ura_property *properties = unit->properties;
    size_t count = unit->property_count;
    size_t i = xliff_find_property(properties, count, URA_SIDE_TARGET, "state");
    size_t approved = xliff_find_property(properties, count, URA_SIDE_UNIT, "approved");

    if (i < count && xliff_state_from(properties[i].value) == unit->state) {
        if (xliff_fits(&xliff_target_attributes[0], properties[i].value))
            return properties[i].value;
        buf_append_text(spelt, "x-");
        buf_append_str(spelt, properties[i].value);
        if (xliff_fits(&xliff_target_attributes[0], buf_str(spelt)))
            return buf_str(spelt);
    }
    if (i == count && approved < count &&
        unit->state == (ura_str_equal(properties[approved].value, URA_STR("yes"))
                            ? URA_STATE_FINAL
                            : URA_STATE_DRAFT))
        return URA_STR("");
    /* A target that is not there needs no word for it. */
    if (unit->state == URA_STATE_UNTRANSLATED && !unit->has_target)
        return URA_STR("");
    return xliff_state_word(unit->state) ? ura_str_from(xliff_state_word(unit->state))
                                         : URA_STR("");
}

static bool
same_format(const struct ura_unit_writer *writer)
{
    return strcmp(writer->header->format, "xliff") == 0;
}

static void
append_text(struct ura_unit_writer *writer, struct ura_str text, struct ura_str markup)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (markup.ptr && same_format(writer))
        buf_append_str(buf, markup);
    else if (buf_append_xml(buf, text))
        losses_add(&writer->losses, "control characters", 1);
}

/* The target, where there is one or its state has to be said; whether it was written. */
static bool
append_target(struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    struct ura_buf *buf = &writer->outputs[0].buf, spelt = {0};
    struct ura_str state = state_word(unit, &spelt);
    bool written =
        state.len || (unit->has_target &&
                      (unit->target.len || (same_format(writer) && unit->target_markup.len)));

    if (written) {
        buf_append_text(buf, "        <target");
        if (state.len)
            buf_append_xml_attribute(buf, "state", state);
        xliff_append_attributes(buf, unit->properties, unit->property_count, URA_SIDE_TARGET,
                                xliff_target_attributes + 1);
        buf_append_byte(buf, '>');
        if (unit->has_target)
            append_text(writer, unit->target, unit->target_markup);
        buf_append_text(buf, "</target>\n");
    }
    buf->failed |= spelt.failed;
    buf_release(&spelt);
    return written;
}

/* A name as the type of a context: standard types and those with x- as they are. */
static void
append_context_type(struct ura_buf *buf, const struct ura_property *property)
{
    static const char *const prefixes[] = {[URA_SIDE_UNIT] = "x-unit:",
                                           [URA_SIDE_SOURCE] = "x-source:",
                                           [URA_SIDE_TARGET] = "x-target:"};
    static const struct xliff_attribute type = {"context-type", XLIFF_OPEN_WORDS,
                                                xliff_context_types};
    struct ura_buf name = {0};

    if (property->side != URA_SIDE_UNIT || !xliff_fits(&type, property->name) ||
        memchr(property->name.ptr, ':', property->name.len))
        buf_append_text(&name, prefixes[property->side]);
    for (size_t i = 0; i < property->name.len; i++)
        buf_append_byte(&name,
                        strchr(" \t\r\n", property->name.ptr[i]) ? '_' : property->name.ptr[i]);
    buf_append_xml_attribute(buf, "context-type", buf_str(&name));
    buf->failed |= name.failed;
    buf_release(&name);
}

static void
append_context(struct ura_buf *buf, bool *begun, const struct ura_property *property)
{
    buf_append_text(buf, *begun ? "" : "        <context-group purpose=\"information\">\n");
    *begun = true;
    buf_append_text(buf, "          <context");
    append_context_type(buf, property);
    buf_append_byte(buf, '>');
    buf_append_xml(buf, property->value);
    buf_append_text(buf, "</context>\n");
}

static bool
is_note(const struct ura_property *property)
{
    return ura_str_equal(property->name, URA_STR("note"));
}

/* Whether property INDEX stands already where it belongs: an attribute, or the file's. */
static bool
is_placed(const struct ura_unit *unit, size_t index, bool target)
{
    const struct ura_property *property = &unit->properties[index];
    const struct ura_property *properties = unit->properties;
    size_t count = unit->property_count;

    if (is_note(property))
        return true;
    if (property->side == URA_SIDE_UNIT && ura_str_equal(property->name, URA_STR("original")))
        return true;
    if (property->side == URA_SIDE_TARGET && ura_str_equal(property->name, URA_STR("state")))
        return true;
    return xliff_is_attribute(properties, count, index, URA_SIDE_UNIT, xliff_unit_attributes) ||
           (target && xliff_is_attribute(properties, count, index, URA_SIDE_TARGET,
                                         xliff_target_attributes));
}

/* The score and what has no attribute of its own, in a group of contexts; notes. */
static void
append_properties(struct ura_buf *buf, const struct ura_unit *unit, bool target)
{
    static const char *const annotates[] = {
        [URA_SIDE_SOURCE] = "source", [URA_SIDE_TARGET] = "target"};
    bool begun = false;

    if (unit->has_score) {
        struct ura_buf score = {0};

        buf_append_fixed(&score, unit->score, XLIFF_SCORE_DECIMALS);
        append_context(
            buf, &begun,
            &(struct ura_property){URA_SIDE_UNIT, URA_STR(XLIFF_SCORE), buf_str(&score)});
        buf_release(&score);
    }
    for (size_t i = 0; i < unit->property_count; i++)
        if (!is_placed(unit, i, target))
            append_context(buf, &begun, &unit->properties[i]);
    if (begun)
        buf_append_text(buf, "        </context-group>\n");
    for (size_t i = 0; i < unit->property_count; i++) {
        const struct ura_property *property = &unit->properties[i];

        if (!is_note(property))
            continue;
        buf_append_text(buf, "        <note");
        if (property->side != URA_SIDE_UNIT)
            buf_append_xml_attribute(buf, "annotates", ura_str_from(annotates[property->side]));
        buf_append_byte(buf, '>');
        buf_append_xml(buf, property->value);
        buf_append_text(buf, "</note>\n");
    }
}

static enum ura_status
append_unit_id(struct ura_unit_writer *writer, struct ura_str id, struct ura_error *error)
{
    struct xliff_writer *state = writer->state;
    struct ura_buf chosen = {0};
    enum ura_status status =
        xliff_append_id(&state->ids, id, writer->count + 1, false, &chosen, error);

    if (!status)
        buf_append_xml_attribute(&writer->outputs[0].buf, "id", buf_str(&chosen));
    buf_release(&chosen);
    return status;
}

enum ura_status
xliff_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                 struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    enum ura_status status;
    bool target;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    choose_file(writer, unit);
    buf_append_text(buf, "      <trans-unit");
    status = append_unit_id(writer, unit->id, error);
    if (status)
        return status;
    xliff_append_attributes(buf, unit->properties, unit->property_count, URA_SIDE_UNIT,
                            xliff_unit_attributes);
    buf_append_text(buf, " xml:space=\"preserve\">\n        <source>");
    append_text(writer, unit->source, unit->source_markup);
    buf_append_text(buf, "</source>\n");
    target = append_target(writer, unit);
    append_properties(buf, unit, target);
    buf_append_text(buf, "      </trans-unit>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

enum ura_status
xliff_write_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    struct xliff_writer *state = writer->state;
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (!state)
        return URA_OK;
    if (whole) {
        if (!state->later) {
            change(&state->source_language, writer->header->source_language);
            change(&state->target_language, writer->header->target_language);
            change(&state->original, writer->header->original);
            begin_file(writer);
        }
        end_file(writer);
        buf_append_text(buf, "</xliff>\n");
    }
    xliff_ids_release(&state->ids);
    buf_release(&state->source_language);
    buf_release(&state->target_language);
    buf_release(&state->original);
    free(state);
    return buf->failed ? error_memory(error) : URA_OK;
}
