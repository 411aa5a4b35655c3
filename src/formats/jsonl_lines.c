/* jsonl_lines.c - lines of JSON that are changed in a place and otherwise stay as they are. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/jsonl_lines.h"

#include "formats/jsonl.h"

enum { REAL_DIGITS = 15 }; /* that come back from a double as they were written */

bool
jsonl_find_document(struct ura_str lines, struct ura_buf *out)
{
    bool found = false;

    while (lines.len) {
        const char *end = memchr(lines.ptr, '\n', lines.len);
        size_t len = end ? (size_t)(end - lines.ptr) : lines.len;
        json_t *object = json_loadb(lines.ptr, len, 0, NULL);

        if (ura_str_equal(jsonl_string(object, "record"), URA_STR("bitext"))) {
            struct ura_str name = jsonl_string(json_object_get(object, "source"), "name");

            found = true;
            buf_clear(out);
            buf_append_str(out, name);
        }
        json_decref(object);
        lines = ura_str_slice(lines, end ? len + 1 : len, lines.len);
    }
    return found;
}

static json_t *
text_of(struct ura_str text)
{
    return json_stringn(text.ptr ? text.ptr : "", text.len);
}

static json_t *
properties_of(const struct ura_unit *unit)
{
    json_t *list = json_array();

    for (size_t i = 0; i < unit->property_count; i++) {
        const struct ura_property *property = &unit->properties[i];

        json_array_append_new(
            list, json_pack("{s:s,s:o,s:o}", "side", jsonl_sides[property->side], "name",
                            text_of(property->name), "value", text_of(property->value)));
    }
    return list;
}

static bool
set_text(json_t *object, const char *key, struct ura_str value)
{
    return !value.len || json_object_set_new(object, key, text_of(value)) == 0;
}

static int
take_bytes(const char *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return ((struct ura_buf *)user)->failed ? -1 : 0;
}

enum ura_status
jsonl_relabel(struct ura_str line, const struct ura_unit *unit, struct ura_buf *out,
              struct ura_error *error)
{
    json_t *object = json_loadb(line.ptr, line.len, 0, NULL);
    bool done;

    buf_clear(out);
    if (!json_is_object(object)) {
        json_decref(object);
        return error_set(error, URA_SYNTAX, "this line is no JSON object");
    }
    done = set_text(object, "id", unit->id) &&
           set_text(object, "source_language", unit->source_language) &&
           set_text(object, "target_language", unit->target_language) &&
           (!unit->property_count ||
            json_object_set_new(object, "properties", properties_of(unit)) == 0) &&
           json_dump_callback(object, take_bytes, out,
                              JSON_COMPACT | JSON_REAL_PRECISION(REAL_DIGITS)) == 0;
    json_decref(object);
    return done ? URA_OK : error_memory(error);
}
