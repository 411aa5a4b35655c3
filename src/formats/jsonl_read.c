/* jsonl_read.c - JSON lines as units: what ura wrote, and corpora of pairs a line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/jsonl.h"
#include "formats/raw_lines.h"

#include <stdlib.h>

/* A line that is a unit, and the lines behind it that are none. */
struct record {
    struct ura_buf lines;
    json_t *object;
    enum jsonl_kind kind;
    uint64_t line;
};

struct jsonl {
    struct raw_lines lines;
    struct record now;     /* that was given last */
    struct record pending; /* that comes next; no object: there is none */
    struct jsonl_place place;
    json_t *head; /* of units, to which the header points */
    bool open;    /* the header is known: languages are of the units from now on */
};

/* Whether the first line of HEAD, which may go on behind it, is a record of ura. */
static bool
begins_as_record(struct ura_str line)
{
    static const char first[] = "{\"record\":";

    return line.len >= sizeof first - 1 && memcmp(line.ptr, first, sizeof first - 1) == 0;
}

int
jsonl_bid(struct ura_str head, const char *name)
{
    static const int bids[] = {[JSONL_OTHER] = 90,    [JSONL_BEAD] = 90, [JSONL_FURNITURE] = 90,
                               [JSONL_SENTENCE] = 90, [JSONL_UNIT] = 90, [JSONL_LANGUAGES] = 80,
                               [JSONL_FLAT] = 60,     [JSONL_TEXT] = 40, [JSONL_UNKNOWN] = 0};
    const char *end = head.len ? memchr(head.ptr, '\n', head.len) : NULL;
    struct ura_str line = {head.ptr, end ? (size_t)(end - head.ptr) : head.len};
    json_t *object;
    int bid;

    (void)name;
    if (line.len >= 3 && memcmp(line.ptr, "\xef\xbb\xbf", 3) == 0)
        line = ura_str_slice(line, 3, line.len);
    if (begins_as_record(line))
        return bids[JSONL_OTHER];
    if (line.len == 0 || line.ptr[0] != '{')
        return 0;
    object = json_loadb(line.ptr, line.len, 0, NULL);
    bid = object ? bids[jsonl_kind_of(object)] : 0;
    json_decref(object);
    return bid;
}

/* Says that ERROR is of the line that was read last. */
static enum ura_status
at_line(const struct jsonl *jsonl, enum ura_status status, struct ura_error *error)
{
    if (error)
        error->line = jsonl->lines.line;
    return status;
}

static enum ura_status
refuse_line(const struct jsonl *jsonl, const char *message, struct ura_error *error)
{
    error_set(error, URA_SYNTAX, "%s", message);
    return at_line(jsonl, URA_SYNTAX, error);
}

/* The next line that is not empty, as OBJECT, which the caller drops. */
static enum ura_status
read_object(struct jsonl *jsonl, struct ura_str *line, json_t **object, struct ura_error *error)
{
    json_error_t why;
    enum ura_status status;

    do
        status = raw_lines_next(&jsonl->lines, line, error);
    while (!status && line->len == 0);
    if (status)
        return status;
    *object = json_loadb(line->ptr, line->len, 0, &why);
    if (!*object && json_error_code(&why) == json_error_out_of_memory)
        return error_memory(error);
    if (!*object) {
        error_set(error, URA_SYNTAX, "this is no JSON, at byte %d of the line: %s",
                  why.position, why.text);
        return at_line(jsonl, URA_SYNTAX, error);
    }
    if (json_is_object(*object))
        return URA_OK;
    json_decref(*object);
    return refuse_line(jsonl, "this is no JSON object; one object a line would be right",
                       error);
}

/* A copy of the string under KEY that lives as long as the stream; empty where there is none.
 */
static struct ura_str
keep_string(struct ura_units *units, const json_t *object, const char *key)
{
    struct ura_str value = jsonl_string(object, key);

    return value.ptr ? arena_copy(&units->header_arena, value) : value;
}

/* The head that ura align and segment write. */
static void
take_texts_head(struct ura_units *units, const json_t *object, bool bitext)
{
    struct jsonl *jsonl = units->state;
    struct ura_units_header *header = &units->header;
    const json_t *source = json_object_get(object, bitext ? "source" : "document");
    const json_t *target = json_object_get(object, "target");

    jsonl->place = (struct jsonl_place){.pairs = bitext,
                                        .source = keep_string(units, source, "language"),
                                        .target = keep_string(units, target, "language")};
    if (jsonl->open)
        return;
    header->content = bitext ? URA_CONTENT_PAIRS : URA_CONTENT_DOCUMENT;
    header->layout = bitext ? URA_LAYOUT_AUTO : URA_LAYOUT_LINES;
    header->source_language = jsonl->place.source;
    header->target_language = jsonl->place.target;
    header->original = keep_string(units, source, "name");
    header->target_original = keep_string(units, target, "name");
}

/* The head that ura convert writes; OBJECT lives as long as the stream. */
static enum ura_status
take_units_head(struct ura_units *units, const json_t *object, struct ura_error *error)
{
    struct jsonl *jsonl = units->state;
    struct ura_units_header *header = &units->header;
    const struct ura_format *format;
    const char *name = json_string_value(json_object_get(object, "format"));
    const char *layout = json_string_value(json_object_get(object, "layout"));
    struct ura_unit unit = {0};
    enum ura_status status;

    header->source_language = jsonl_string(object, "source_language");
    header->target_language = jsonl_string(object, "target_language");
    header->original = jsonl_string(object, "original");
    header->target_original = jsonl_string(object, "target_original");
    jsonl->place.pairs = !ura_str_equal(jsonl_string(object, "content"), URA_STR("document"));
    header->content = jsonl->place.pairs ? URA_CONTENT_PAIRS : URA_CONTENT_DOCUMENT;
    if (layout)
        ura_layout_find(layout, &header->layout);
    format = name ? ura_format_find(name) : NULL;
    if (format)
        header->format = format->name;
    status = jsonl_take_properties(json_object_get(object, "properties"), &units->header_arena,
                                   &unit, error);
    header->properties = unit.properties;
    header->property_count = unit.property_count;
    return status;
}

/* What a record that is no unit says of the units behind it. Takes OBJECT over. */
static enum ura_status
take_head(struct ura_units *units, json_t *object, struct ura_error *error)
{
    struct jsonl *jsonl = units->state;
    struct ura_str record = jsonl_string(object, "record");

    if (ura_str_equal(record, URA_STR("units")) && !jsonl->open && !jsonl->head) {
        jsonl->head = object;
        return take_units_head(units, object, error);
    }
    if (ura_str_equal(record, URA_STR("bitext")))
        take_texts_head(units, object, true);
    else if (ura_str_equal(record, URA_STR("document")))
        take_texts_head(units, object, false);
    json_decref(object);
    return URA_OK;
}

/* Appends LINE to those of RECORD. */
static enum ura_status
keep_line(struct ura_units *units, struct record *record, struct ura_str line,
          struct ura_error *error)
{
    size_t limit = ura_context_limit(units->context, URA_LIMIT_LINE);
    struct jsonl *jsonl = units->state;

    if (record->lines.len)
        buf_append_byte(&record->lines, '\n');
    buf_append_str(&record->lines, line);
    if (record->lines.failed)
        return error_memory(error);
    if (record->lines.len <= limit)
        return URA_OK;
    error_set(error, URA_TOO_LARGE,
              "records that are no units come to more than %zu bytes; raise --%s to keep them",
              limit, ura_limit_name(URA_LIMIT_LINE));
    return at_line(jsonl, URA_TOO_LARGE, error);
}

/*
 * Reads on to the next unit, which becomes PENDING; the lines before it that are none are kept
 * with BEFORE.
 */
static enum ura_status
read_ahead(struct ura_units *units, struct record *before, struct ura_error *error)
{
    struct jsonl *jsonl = units->state;
    enum ura_status status;
    struct ura_str line;
    json_t *object;

    while (!(status = read_object(jsonl, &line, &object, error))) {
        enum jsonl_kind kind = jsonl_kind_of(object);

        if (kind == JSONL_OTHER) {
            status = keep_line(units, before, line, error);
            if (!status)
                status = take_head(units, object, error);
            else
                json_decref(object);
            if (status)
                return status;
            continue;
        }
        jsonl->pending.object = object;
        jsonl->pending.kind = kind;
        jsonl->pending.line = jsonl->lines.line;
        if (kind == JSONL_UNKNOWN)
            return refuse_line(jsonl,
                               "this object is none that ura knows: a record of ura, "
                               "{\"translation\":{\"sq\":...,\"en\":...}}, "
                               "{\"source\":...,\"target\":...} or {\"text\":...}",
                               error);
        return keep_line(units, &jsonl->pending, line, error);
    }
    return status == URA_END ? URA_OK : status;
}

/* The languages of a corpus that names them itself: those asked for, else its first two. */
static enum ura_status
choose_languages(struct ura_units *units, struct ura_error *error)
{
    struct jsonl *jsonl = units->state;
    json_t *translation = json_object_get(jsonl->pending.object, "translation");
    const char *wanted[2] = {units->options.source_language, units->options.target_language};
    struct ura_str *chosen[2] = {&jsonl->place.source, &jsonl->place.target};
    const char *key;
    json_t *value;

    for (int side = 0; side < 2; side++) {
        const char *other = wanted[!side];

        *chosen[side] = ura_str_from(wanted[side]);
        if (wanted[side])
            continue;
        json_object_foreach(translation, key, value)
        {
            struct ura_str language = ura_str_from(key);

            if ((other && language_match(language, ura_str_from(other))) ||
                (side == 1 && ura_str_equal(language, *chosen[0])))
                continue;
            *chosen[side] = arena_copy(&units->header_arena, language);
            if (!chosen[side]->ptr)
                return error_memory(error);
            break;
        }
    }
    units->header.source_language = *chosen[0];
    units->header.target_language = *chosen[1];
    return URA_OK;
}

/* What the first unit says of the file where no head does. */
static enum ura_status
settle_header(struct ura_units *units, struct ura_error *error)
{
    struct jsonl *jsonl = units->state;
    const json_t *object = jsonl->pending.object;
    bool pairs = true;

    if (units->header.content != URA_CONTENT_EITHER)
        return URA_OK;
    switch (jsonl->pending.kind) {
    case JSONL_LANGUAGES:
        units->header.content = URA_CONTENT_PAIRS;
        return choose_languages(units, error);
    case JSONL_FURNITURE:
        pairs = json_object_get(object, "side") != NULL;
        break;
    case JSONL_UNIT:
        pairs = json_object_get(object, "target") != NULL;
        break;
    case JSONL_SENTENCE:
    case JSONL_TEXT:
        pairs = false;
        break;
    default:
        break;
    }
    if (jsonl->pending.kind == JSONL_SENTENCE)
        units->header.layout = URA_LAYOUT_LINES;
    jsonl->place.pairs = pairs;
    units->header.content = pairs ? URA_CONTENT_PAIRS : URA_CONTENT_DOCUMENT;
    return URA_OK;
}

enum ura_status
jsonl_open(struct ura_units *units, struct ura_error *error)
{
    struct jsonl *jsonl = calloc(1, sizeof *jsonl);
    struct record before = {0};
    enum ura_status status;

    units->state = jsonl;
    if (!jsonl)
        return error_memory(error);
    status = raw_lines_open(units, units->options.encoding, &jsonl->lines, error);
    if (!status)
        status = read_ahead(units, &before, error);
    if (!status && before.lines.len) {
        units->header.record = arena_copy(&units->header_arena, buf_str(&before.lines));
        if (!units->header.record.ptr)
            status = error_memory(error);
    }
    buf_release(&before.lines);
    if (!status)
        status = settle_header(units, error);
    if (!status && units->options.source_language)
        units->header.source_language = ura_str_from(units->options.source_language);
    if (!status && units->options.target_language)
        units->header.target_language = ura_str_from(units->options.target_language);
    if (!status)
        jsonl->open = true;
    return status;
}

/* Makes PENDING the record that is given. */
static void
advance(struct jsonl *jsonl)
{
    struct record now = jsonl->now;

    json_decref(now.object);
    now.object = NULL;
    buf_clear(&now.lines);
    jsonl->now = jsonl->pending;
    jsonl->pending = now;
}

enum ura_status
jsonl_next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct jsonl *jsonl = units->state;

    while (jsonl->pending.object) {
        enum ura_status status;

        advance(jsonl);
        *out = (struct ura_unit){.line = jsonl->now.line};
        /* Of a head behind the first, where files were put together. */
        if (jsonl->place.source.len &&
            !ura_str_equal(jsonl->place.source, units->header.source_language))
            out->source_language = jsonl->place.source;
        if (jsonl->place.target.len &&
            !ura_str_equal(jsonl->place.target, units->header.target_language))
            out->target_language = jsonl->place.target;
        status = jsonl_take_record(jsonl->now.object, jsonl->now.kind, &jsonl->place,
                                   &units->unit_arena, out, error);
        if (status && error)
            error->line = jsonl->now.line;
        if (!status)
            status = read_ahead(units, &jsonl->now, error);
        if (status)
            return status;
        out->record = buf_str(&jsonl->now.lines);
        if (out->source.ptr || out->target.ptr)
            return URA_OK;
        losses_add(&units->losses, "units in other languages", 1);
    }
    return URA_END;
}

void
jsonl_close(struct ura_units *units)
{
    struct jsonl *jsonl = units->state;

    if (!jsonl)
        return;
    raw_lines_close(&jsonl->lines);
    json_decref(jsonl->now.object);
    json_decref(jsonl->pending.object);
    json_decref(jsonl->head);
    buf_release(&jsonl->now.lines);
    buf_release(&jsonl->pending.lines);
    free(jsonl);
}
