/* jsonl_write.c - units as JSON lines; what came as JSON lines goes out as it came. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/jsonl.h"

enum { SCORE_DECIMALS = 6 };

static void
append_key(struct ura_buf *buf, const char *key)
{
    if (buf->len && buf->ptr[buf->len - 1] != '{')
        buf_append_byte(buf, ',');
    buf_append_json(buf, ura_str_from(key));
    buf_append_byte(buf, ':');
}

static void
append_string(struct ura_buf *buf, const char *key, struct ura_str value)
{
    append_key(buf, key);
    buf_append_json(buf, value);
}

/* The same, where there is anything. */
static void
append_if(struct ura_buf *buf, const char *key, struct ura_str value)
{
    if (value.len)
        append_string(buf, key, value);
}

static void
append_properties(struct ura_buf *buf, const struct ura_property *properties, size_t count)
{
    if (count == 0)
        return;
    append_key(buf, "properties");
    buf_append_byte(buf, '[');
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_append_byte(buf, ',');
        buf_append_byte(buf, '{');
        append_string(buf, "side", ura_str_from(jsonl_sides[properties[i].side]));
        append_string(buf, "name", properties[i].name);
        append_string(buf, "value", properties[i].value);
        buf_append_byte(buf, '}');
    }
    buf_append_byte(buf, ']');
}

static void
append_place(struct ura_buf *buf, const char *key, size_t first, size_t count)
{
    append_key(buf, key);
    buf_append_byte(buf, '[');
    buf_append_unsigned(buf, first);
    buf_append_byte(buf, ',');
    buf_append_unsigned(buf, count);
    buf_append_byte(buf, ']');
}

enum ura_status
jsonl_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;
    bool document = header->content == URA_CONTENT_DOCUMENT;

    if (header->record.len) {
        buf_append_str(buf, header->record);
        buf_append_byte(buf, '\n');
        return buf->failed ? error_memory(error) : URA_OK;
    }
    /* Lines that had no head, a corpus of pairs, get none. */
    if (strcmp(header->format, "jsonl") == 0)
        return URA_OK;
    buf_append_byte(buf, '{');
    append_string(buf, "record", URA_STR("units"));
    append_key(buf, "schema");
    buf_append_unsigned(buf, JSONL_SCHEMA);
    append_string(buf, "program", URA_STR("ura"));
    append_string(buf, "version", ura_str_from(ura_version()));
    append_string(buf, "command",
                  ura_str_from(writer->options->command ? writer->options->command : ""));
    append_string(buf, "format", ura_str_from(header->format));
    append_string(buf, "content", document ? URA_STR("document") : URA_STR("pairs"));
    if (document)
        append_string(buf, "layout", ura_str_from(ura_layout_name(header->layout)));
    append_if(buf, "source_language", header->source_language);
    append_if(buf, "target_language", header->target_language);
    append_if(buf, "original", header->original);
    append_if(buf, "target_original", header->target_original);
    append_properties(buf, header->properties, header->property_count);
    buf_append_text(buf, "}\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

/* What a unit has beside its texts. */
static void
append_rest(struct ura_buf *buf, const struct ura_unit *unit)
{
    append_if(buf, "source_language", unit->source_language);
    append_if(buf, "target_language", unit->target_language);
    append_if(buf, "source_markup", unit->source_markup);
    append_if(buf, "target_markup", unit->target_markup);
    if (unit->state != URA_STATE_NONE)
        append_string(buf, "state", ura_str_from(ura_state_name(unit->state)));
    if (unit->has_score) {
        append_key(buf, "score");
        buf_append_fixed(buf, unit->score, SCORE_DECIMALS);
    }
    if (unit->has_place) {
        append_place(buf, "source_place", unit->place.source_first, unit->place.source_count);
        append_place(buf, "target_place", unit->place.target_first, unit->place.target_count);
    }
    if (unit->moved) {
        append_key(buf, "moved");
        buf_append_text(buf, "true");
    }
    if (unit->kind != URA_BLOCK_PARAGRAPH)
        append_string(buf, "kind", ura_str_from(jsonl_block_kinds[unit->kind]));
    if (unit->kind == URA_BLOCK_FURNITURE)
        append_string(buf, "furniture", ura_str_from(ura_furniture_name(unit->furniture)));
    append_properties(buf, unit->properties, unit->property_count);
}

enum ura_status
jsonl_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                 struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (unit->record.len) {
        buf_append_str(buf, unit->record);
        buf_append_byte(buf, '\n');
        return buf->failed ? error_memory(error) : URA_OK;
    }
    buf_append_byte(buf, '{');
    append_string(buf, "record", URA_STR("unit"));
    append_key(buf, "unit");
    buf_append_unsigned(buf, writer->count);
    append_if(buf, "id", unit->id);
    append_string(buf, "source", unit->source);
    if (unit->has_target)
        append_string(buf, "target", unit->target);
    append_rest(buf, unit);
    buf_append_text(buf, "}\n");
    return buf->failed ? error_memory(error) : URA_OK;
}
