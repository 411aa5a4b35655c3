/* xliff2_write.c - XLIFF 2.0, valid against its core schema. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

#include <stdlib.h>

static const char yes_no[] = " yes no";
static const char directions[] = " ltr rtl auto";

const struct xliff_attribute xliff2_unit_attributes[] = {{"name", XLIFF_TEXT, NULL},
                                                         {"translate", XLIFF_WORDS, yes_no},
                                                         {"canResegment", XLIFF_WORDS, yes_no},
                                                         {"type", XLIFF_USER_DEFINED, NULL},
                                                         {"srcDir", XLIFF_WORDS, directions},
                                                         {"trgDir", XLIFF_WORDS, directions},
                                                         {NULL, XLIFF_TEXT, NULL}};

/* Of a segment; on the side of its source, so that it is not taken for the unit's. */
const struct xliff_attribute xliff2_source_attributes[] = {
    {"canResegment", XLIFF_WORDS, yes_no}, {NULL, XLIFF_TEXT, NULL}};
const struct xliff_attribute xliff2_target_attributes[] = {
    {"subState", XLIFF_USER_DEFINED, NULL}, {NULL, XLIFF_TEXT, NULL}};
const struct xliff_attribute xliff2_order_attribute[] = {{"order", XLIFF_NUMBER, NULL},
                                                         {NULL, XLIFF_TEXT, NULL}};

/* Where the writing is. */
struct xliff2_writer {
    struct xliff_ids units;    /* of the file that is open */
    struct xliff_ids segments; /* of the unit that is open */
    struct ura_buf original;   /* of the file */
    struct ura_buf unit;       /* the id of the unit that is open, as it came */
    bool unit_open, file_open;
    unsigned long long number; /* the last segment without an id of its own */
    size_t files;
};

/* An id taken apart: a segment of a unit that has several has both. */
struct place {
    struct ura_str unit, segment;
    unsigned long long
        number; /* of a segment without an id; 0: it has one, or is the only one */
    bool one_of_several;
};

static struct ura_str
value_of(const struct ura_unit *unit, enum ura_side side, const char *name)
{
    size_t i = xliff_find_property(unit->properties, unit->property_count, side, name);

    return i < unit->property_count ? unit->properties[i].value : URA_STR("");
}

static struct place
place_of(const struct ura_unit *unit)
{
    struct place place = {.unit = unit->id,
                          .segment = value_of(unit, URA_SIDE_UNIT, "segment")};
    size_t len = place.segment.len, at = unit->id.len;

    if (!xliff_is_token(place.segment))
        place.segment = URA_STR("");
    if (place.segment.len && unit->id.len > len + 1 &&
        unit->id.ptr[unit->id.len - len - 1] == ':' &&
        memcmp(unit->id.ptr + unit->id.len - len, place.segment.ptr, len) == 0) {
        place.unit = ura_str_slice(unit->id, 0, unit->id.len - len - 1);
        place.one_of_several = true;
    }
    if (place.segment.len)
        return place;
    while (at > 0 && unit->id.ptr[at - 1] >= '0' && unit->id.ptr[at - 1] <= '9')
        at--;
    if (at > 2 && unit->id.ptr[at - 1] == '#' && unit->id.ptr[at - 2] == ':' &&
        number_parse_unsigned(ura_str_slice(unit->id, at, unit->id.len), &place.number) &&
        place.number) {
        place.unit = ura_str_slice(unit->id, 0, at - 2);
        place.one_of_several = true;
    }
    return place;
}

enum ura_status
xliff2_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;
    /* Only a file that had no target language of its own has surely no targets. */
    bool no_target = !header->target_language.len && strcmp(header->format, "xliff2") == 0;

    writer->state = calloc(1, sizeof(struct xliff2_writer));
    if (!writer->state)
        return error_memory(error);
    buf_append_text(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.0\" "
                         "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
                         "xmlns:mda=\"" XLIFF2_METADATA "\"");
    xliff_append_language(buf, "srcLang", header->source_language);
    if (!no_target)
        xliff_append_language(buf, "trgLang", header->target_language);
    buf_append_text(buf, ">\n");
    return URA_OK;
}

static bool
same_format(const struct ura_unit_writer *writer)
{
    return strcmp(writer->header->format, "xliff2") == 0;
}

static void
end_unit(struct ura_unit_writer *writer)
{
    struct xliff2_writer *state = writer->state;

    if (state->unit_open)
        buf_append_text(&writer->outputs[0].buf, "    </unit>\n");
    state->unit_open = false;
}

static void
begin_file(struct ura_unit_writer *writer, struct ura_str original)
{
    struct xliff2_writer *state = writer->state;
    struct ura_buf *buf = &writer->outputs[0].buf;
    /* The header's properties are written as a unit's are, in the first file. */
    const struct ura_unit header = {.properties = writer->header->properties,
                                    .property_count = writer->header->property_count};

    buf_append_text(buf, "  <file id=\"f");
    buf_append_unsigned(buf, ++state->files);
    buf_append_byte(buf, '"');
    if (original.len)
        buf_append_xml_attribute(buf, "original", original);
    buf_append_text(buf, ">\n");
    if (state->files == 1) {
        xliff2_append_metadata(buf, &header, same_format(writer));
        xliff2_append_notes(buf, header.properties, header.property_count);
    }
    buf_clear(&state->original);
    buf_append_str(&state->original, original);
    xliff_ids_release(&state->units);
    state->file_open = true;
}

static void
choose_file(struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    struct xliff2_writer *state = writer->state;
    size_t i =
        xliff_find_property(unit->properties, unit->property_count, URA_SIDE_UNIT, "original");
    struct ura_str original =
        i < unit->property_count ? unit->properties[i].value : writer->header->original;

    if (state->file_open && ura_str_equal(buf_str(&state->original), original))
        return;
    end_unit(writer);
    buf_append_text(&writer->outputs[0].buf, state->file_open ? "  </file>\n" : "");
    begin_file(writer, original);
}

/* Whether UNIT is one more segment of the unit that is open. */
static bool
continues(const struct xliff2_writer *state, const struct ura_unit *unit,
          const struct place *place)
{
    if (!state->unit_open || !place->one_of_several ||
        !ura_str_equal(buf_str(&state->unit), place->unit) || unit->has_score)
        return false;
    if (place->segment.len ? xliff_ids_have(&state->segments, place->segment)
                           : place->number <= state->number)
        return false;
    for (size_t i = 0; i < unit->property_count; i++)
        if (!xliff2_is_of_segment(unit, i))
            return false;
    return true;
}

static enum ura_status
begin_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
           const struct place *place, struct ura_error *error)
{
    struct xliff2_writer *state = writer->state;
    struct ura_buf *buf = &writer->outputs[0].buf, id = {0};
    struct ura_str data = value_of(unit, URA_SIDE_UNIT, "originalData");
    enum ura_status status =
        xliff_append_id(&state->units, place->unit, writer->count + 1, true, &id, error);

    buf_append_text(buf, "    <unit");
    buf_append_xml_attribute(buf, "id", buf_str(&id));
    if (place->unit.len && !xliff_is_token(place->unit) &&
        xliff_find_property(unit->properties, unit->property_count, URA_SIDE_UNIT, "name") ==
            unit->property_count)
        buf_append_xml_attribute(buf, "name", place->unit);
    buf_release(&id);
    xliff_append_attributes(buf, unit->properties, unit->property_count, URA_SIDE_UNIT,
                            xliff2_unit_attributes);
    buf_append_text(buf, " xml:space=\"preserve\">\n");
    xliff2_append_metadata(buf, unit, same_format(writer));
    xliff2_append_notes(buf, unit->properties, unit->property_count);
    if (data.len && same_format(writer)) {
        buf_append_text(buf, "      <originalData>");
        buf_append_str(buf, data);
        buf_append_text(buf, "</originalData>\n");
    }
    buf_clear(&state->unit);
    buf_append_str(&state->unit, place->unit);
    xliff_ids_release(&state->segments);
    state->number = 0;
    state->unit_open = true;
    return status;
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

/* The ignorables called NAME: a source begins one, a target behind it is its target. */
static void
append_ignorables(struct ura_buf *buf, const struct ura_unit *unit, const char *name)
{
    bool open = false;

    for (size_t i = 0; i < unit->property_count; i++) {
        const struct ura_property *property = &unit->properties[i];
        bool target = property->side == URA_SIDE_TARGET;

        if (property->side == URA_SIDE_UNIT ||
            !ura_str_equal(property->name, ura_str_from(name)))
            continue;
        if (!target || !open) {
            buf_append_text(buf, open ? "</ignorable>\n" : "");
            buf_append_text(buf, target ? "      <ignorable><source/>"
                                        : "      <ignorable><source>");
        }
        if (target)
            buf_append_text(buf, "<target>");
        buf_append_xml(buf, property->value);
        buf_append_text(buf, target ? "</target></ignorable>\n" : "</source>");
        open = !target;
    }
    buf_append_text(buf, open ? "</ignorable>\n" : "");
}

/* state and subState; XLIFF 2 has four words, the others are subStates of "initial". */
static void
append_state(struct ura_buf *buf, const struct ura_unit *unit, bool target)
{
    size_t i = xliff_find_property(unit->properties, unit->property_count, URA_SIDE_TARGET,
                                   xliff2_target_attributes[0].name);
    bool substate = i < unit->property_count &&
                    xliff_fits(&xliff2_target_attributes[0], unit->properties[i].value);
    bool own = unit->state == URA_STATE_TRANSLATED || unit->state == URA_STATE_REVIEWED ||
               unit->state == URA_STATE_FINAL;
    bool ours = !own && target && !substate &&
                (unit->state == URA_STATE_REJECTED || unit->state == URA_STATE_UNTRANSLATED);

    if (own && target)
        buf_append_xml_attribute(buf, "state", ura_str_from(ura_state_name(unit->state)));
    else if (substate || ours || (unit->state == URA_STATE_DRAFT && target))
        buf_append_text(buf, " state=\"initial\"");
    if (substate)
        buf_append_xml_attribute(buf, "subState", unit->properties[i].value);
    if (ours) {
        buf_append_text(buf, " subState=\"" XLIFF2_STATE_OF);
        buf_append_text(buf, ura_state_name(unit->state));
        buf_append_byte(buf, '"');
    }
}

static enum ura_status
append_segment(struct ura_unit_writer *writer, const struct ura_unit *unit,
               const struct place *place, struct ura_error *error)
{
    struct xliff2_writer *state = writer->state;
    struct ura_buf *buf = &writer->outputs[0].buf, id = {0};
    bool target = unit->has_target &&
                  (unit->target.len || (same_format(writer) && unit->target_markup.len));
    enum ura_status status = URA_OK;

    append_ignorables(buf, unit, "ignorable-before");
    buf_append_text(buf, "      <segment");
    if (place->segment.len) {
        status = xliff_append_id(&state->segments, place->segment, 1, true, &id, error);
        buf_append_xml_attribute(buf, "id", buf_str(&id));
        buf_release(&id);
    }
    state->number = place->number;
    xliff_append_attributes(buf, unit->properties, unit->property_count, URA_SIDE_SOURCE,
                            xliff2_source_attributes);
    append_state(buf, unit, target);
    buf_append_text(buf, ">\n        <source>");
    append_text(writer, unit->source, unit->source_markup);
    buf_append_text(buf, "</source>\n");
    if (target) {
        buf_append_text(buf, "        <target");
        xliff_append_attributes(buf, unit->properties, unit->property_count, URA_SIDE_TARGET,
                                xliff2_order_attribute);
        buf_append_byte(buf, '>');
        append_text(writer, unit->target, unit->target_markup);
        buf_append_text(buf, "</target>\n");
    }
    buf_append_text(buf, "      </segment>\n");
    append_ignorables(buf, unit, "ignorable");
    return status;
}

/* The root says the languages for all; a unit in another one cannot say so. */
static void
count_languages(struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    const struct ura_units_header *header = writer->header;

    if (unit->source_language.len &&
        language_match(unit->source_language, header->source_language) != 2)
        losses_add(&writer->losses, "source languages other than the first", 1);
    if (unit->has_target && unit->target_language.len &&
        language_match(unit->target_language, header->target_language) != 2)
        losses_add(&writer->losses, "target languages other than the first", 1);
}

enum ura_status
xliff2_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                  struct ura_error *error)
{
    struct xliff2_writer *state = writer->state;
    struct place place = place_of(unit);
    enum ura_status status = URA_OK;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    count_languages(writer, unit);
    choose_file(writer, unit);
    if (!continues(state, unit, &place)) {
        end_unit(writer);
        status = begin_unit(writer, unit, &place, error);
    }
    if (!status)
        status = append_segment(writer, unit, &place, error);
    if (!status && writer->outputs[0].buf.failed)
        status = error_memory(error);
    return status;
}

enum ura_status
xliff2_write_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    struct xliff2_writer *state = writer->state;
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (!state)
        return URA_OK;
    if (whole) {
        end_unit(writer);
        if (!state->file_open) {
            /* A file must hold something: a group may be empty. */
            begin_file(writer, writer->header->original);
            buf_append_text(buf, "    <group id=\"g1\"/>\n");
        }
        buf_append_text(buf, "  </file>\n</xliff>\n");
    }
    xliff_ids_release(&state->units);
    xliff_ids_release(&state->segments);
    buf_release(&state->original);
    buf_release(&state->unit);
    free(state);
    return buf->failed ? error_memory(error) : URA_OK;
}
