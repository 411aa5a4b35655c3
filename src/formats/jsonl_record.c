/* jsonl_record.c - what one object of a JSON lines file says. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/jsonl.h"
#include "formats/properties.h"

const char *const jsonl_block_kinds[] = {"paragraph", "heading",   "list-item",
                                         "table-row", "furniture", NULL};
const char *const jsonl_sides[] = {"unit", "source", "target"};

struct ura_str
jsonl_string(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    if (!json_is_string(value))
        return (struct ura_str){NULL, 0};
    return (struct ura_str){json_string_value(value), json_string_length(value)};
}

enum jsonl_kind
jsonl_kind_of(const json_t *object)
{
    static const struct {
        const char *name;
        enum jsonl_kind kind;
    } records[] = {{"bead", JSONL_BEAD},
                   {"furniture", JSONL_FURNITURE},
                   {"sentence", JSONL_SENTENCE},
                   {"unit", JSONL_UNIT}};
    struct ura_str record = jsonl_string(object, "record");

    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        if (ura_str_equal(record, ura_str_from(records[i].name)))
            return records[i].kind;
    if (record.ptr)
        return JSONL_OTHER;
    if (json_is_object(json_object_get(object, "translation")))
        return JSONL_LANGUAGES;
    if ((jsonl_string(object, "source").ptr && jsonl_string(object, "target").ptr) ||
        (jsonl_string(object, "src").ptr && jsonl_string(object, "tgt").ptr))
        return JSONL_FLAT;
    return jsonl_string(object, "text").ptr ? JSONL_TEXT : JSONL_UNKNOWN;
}

/* One side of a bead. */
struct side {
    struct ura_str text;
    struct ura_str *sentences;
    size_t first, count;
    bool has_place;
};

/* Whether NUMBERS are COUNT sentences in a row; *FIRST stays where there are none. */
static bool
take_numbers(const json_t *numbers, size_t count, size_t *first)
{
    if (!json_is_array(numbers) || json_array_size(numbers) != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const json_t *number = json_array_get(numbers, i);

        if (!json_is_integer(number) || json_integer_value(number) < 0)
            return false;
        if (i == 0)
            *first = (size_t)json_integer_value(number);
        else if ((size_t)json_integer_value(number) != *first + i)
            return false;
    }
    return true;
}

/* The sentences of a side, with blanks between them. */
static bool
join(struct side *side, struct ura_arena *arena)
{
    size_t len = 0, at = 0;
    char *text;

    if (side->count == 1) {
        side->text = side->sentences[0];
        return true;
    }
    for (size_t i = 0; i < side->count; i++)
        len += side->sentences[i].len + 1;
    text = arena_new(arena, len + 1, 1);
    if (!text)
        return false;
    for (size_t i = 0; i < side->count; i++) {
        if (i)
            text[at++] = ' ';
        memcpy(text + at, side->sentences[i].ptr, side->sentences[i].len);
        at += side->sentences[i].len;
    }
    side->text = (struct ura_str){text, at};
    return true;
}

/* NEXT: the first sentence that no record before has. */
static enum ura_status
take_side(const json_t *object, const char *key, size_t next, struct ura_arena *arena,
          struct side *out, struct ura_error *error)
{
    const json_t *side = json_object_get(object, key), *texts = json_object_get(side, "texts");

    *out = (struct side){.first = next, .count = json_array_size(texts)};
    if (!json_is_array(texts))
        return error_set(error, URA_SYNTAX,
                         "this bead has no texts under \"%s\"; \"%s\":{\"sentences\":[0],"
                         "\"texts\":[\"...\"]} would be right",
                         key, key);
    out->sentences = arena_new(arena, out->count, sizeof *out->sentences);
    if (!out->sentences)
        return error_memory(error);
    for (size_t i = 0; i < out->count; i++) {
        const json_t *text = json_array_get(texts, i);

        if (!json_is_string(text))
            return error_set(error, URA_SYNTAX, "text %zu under \"%s\" is no string", i + 1,
                             key);
        out->sentences[i] = (struct ura_str){json_string_value(text), json_string_length(text)};
    }
    out->has_place = take_numbers(json_object_get(side, "sentences"), out->count, &out->first);
    return join(out, arena) ? URA_OK : error_memory(error);
}

static enum ura_status
take_bead(const json_t *object, struct jsonl_place *place, struct ura_arena *arena,
          struct ura_unit *out, struct ura_error *error)
{
    const json_t *confidence = json_object_get(object, "confidence");
    struct side source, target;
    enum ura_status status =
        take_side(object, "source", place->next_source, arena, &source, error);

    if (!status)
        status = take_side(object, "target", place->next_target, arena, &target, error);
    if (status)
        return status;
    out->source = source.text;
    out->target = target.text;
    out->has_target = true;
    out->has_score = json_is_number(confidence);
    /* It was written as the float that it is in a bitext. */
    out->score = (double)(float)json_number_value(confidence);
    out->moved = ura_str_equal(jsonl_string(object, "kind"), URA_STR("moved"));
    out->state = state_from_name(jsonl_string(object, "status"));
    if (!source.has_place || !target.has_place)
        return URA_OK;
    out->has_place = true;
    out->place = (struct ura_place){source.first, source.count, target.first, target.count};
    out->source_sentences = source.sentences;
    out->target_sentences = target.sentences;
    if (!out->moved)
        place->next_source = source.first + source.count;
    place->next_target = target.first + target.count;
    return URA_OK;
}

static enum ura_furniture
furniture_named(struct ura_str name)
{
    for (int kind = 0; kind < URA_FURNITURE_COUNT; kind++)
        if (ura_str_equal(name, ura_str_from(ura_furniture_name((enum ura_furniture)kind))))
            return (enum ura_furniture)kind;
    return URA_FURNITURE_NONE;
}

static enum ura_status
take_text(const json_t *object, const char *key, struct ura_str *out, struct ura_error *error)
{
    *out = jsonl_string(object, key);
    if (out->ptr)
        return URA_OK;
    return error_set(error, URA_SYNTAX, "this record has no \"%s\" that is a string", key);
}

static enum ura_status
take_furniture(const json_t *object, bool pairs, struct ura_unit *out, struct ura_error *error)
{
    bool target = ura_str_equal(jsonl_string(object, "side"), URA_STR("target"));

    out->kind = URA_BLOCK_FURNITURE;
    out->furniture = furniture_named(jsonl_string(object, "kind"));
    out->source = out->target = URA_STR("");
    out->has_target = pairs;
    return take_text(object, "text", target ? &out->target : &out->source, error);
}

enum ura_status
jsonl_take_properties(const json_t *list, struct ura_arena *arena, struct ura_unit *out,
                      struct ura_error *error)
{
    size_t count = json_array_size(list);
    struct ura_property *properties = arena_new(arena, count, sizeof *properties);

    if (!properties)
        return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        struct ura_str side = jsonl_string(item, "side");

        properties[i].name = jsonl_string(item, "name");
        properties[i].value = jsonl_string(item, "value");
        if (!properties[i].name.ptr || !properties[i].value.ptr)
            return error_set(error, URA_SYNTAX, "property %zu needs a \"name\" and a \"value\"",
                             i + 1);
        for (int k = 0; k < 3; k++)
            if (ura_str_equal(side, ura_str_from(jsonl_sides[k])))
                properties[i].side = (enum ura_side)k;
    }
    out->properties = properties;
    out->property_count = count;
    return URA_OK;
}

/* [first, count], as the writer of units puts it. */
static bool
take_range(const json_t *range, size_t *first, size_t *count)
{
    const json_t *from = json_array_get(range, 0), *many = json_array_get(range, 1);

    if (!json_is_integer(from) || !json_is_integer(many) || json_integer_value(from) < 0 ||
        json_integer_value(many) < 0)
        return false;
    *first = (size_t)json_integer_value(from);
    *count = (size_t)json_integer_value(many);
    return true;
}

static enum ura_status
take_unit(const json_t *object, struct ura_arena *arena, struct ura_unit *out,
          struct ura_error *error)
{
    const json_t *score = json_object_get(object, "score");
    struct ura_str kind = jsonl_string(object, "kind"), target = jsonl_string(object, "target");
    enum ura_status status = take_text(object, "source", &out->source, error);

    out->has_target = target.ptr != NULL;
    out->target = target.ptr ? target : URA_STR("");
    out->id = jsonl_string(object, "id");
    out->source_language = jsonl_string(object, "source_language");
    out->target_language = jsonl_string(object, "target_language");
    out->source_markup = jsonl_string(object, "source_markup");
    out->target_markup = jsonl_string(object, "target_markup");
    out->state = state_from_name(jsonl_string(object, "state"));
    out->has_score = json_is_number(score);
    out->score = json_number_value(score);
    out->moved = json_is_true(json_object_get(object, "moved"));
    out->furniture = furniture_named(jsonl_string(object, "furniture"));
    for (int i = 0; jsonl_block_kinds[i]; i++)
        if (ura_str_equal(kind, ura_str_from(jsonl_block_kinds[i])))
            out->kind = (enum ura_block_kind)i;
    out->has_place = take_range(json_object_get(object, "source_place"),
                                &out->place.source_first, &out->place.source_count) &&
                     take_range(json_object_get(object, "target_place"),
                                &out->place.target_first, &out->place.target_count);
    return status ? status
                  : jsonl_take_properties(json_object_get(object, "properties"), arena, out,
                                          error);
}

/* The text of TRANSLATION in the language WANTED, or the closest to it; NULL, 0 if none is. */
static struct ura_str
find_language(json_t *translation, struct ura_str wanted, struct ura_str *language)
{
    struct ura_str best = {NULL, 0};
    const char *key;
    json_t *value;
    int highest = 0;

    json_object_foreach(translation, key, value)
    {
        int match = language_match(ura_str_from(key), wanted);

        if (!json_is_string(value) || match <= highest)
            continue;
        highest = match;
        *language = ura_str_from(key);
        best = (struct ura_str){json_string_value(value), json_string_length(value)};
    }
    return best;
}

/* Neither text is set where it has none of the two languages. */
static void
take_languages(const json_t *object, const struct jsonl_place *place, struct ura_unit *out)
{
    json_t *translation = json_object_get(object, "translation");

    out->source = find_language(translation, place->source, &out->source_language);
    out->target = find_language(translation, place->target, &out->target_language);
    out->has_target = out->target.ptr != NULL;
}

static void
take_flat(const json_t *object, struct ura_unit *out)
{
    bool words = jsonl_string(object, "source").ptr && jsonl_string(object, "target").ptr;
    const json_t *score = json_object_get(object, "score");

    out->source = jsonl_string(object, words ? "source" : "src");
    out->target = jsonl_string(object, words ? "target" : "tgt");
    out->has_target = true;
    out->has_score = json_is_number(score);
    out->score = json_number_value(score);
}

/* What ura corpus merge adds to objects of any kind. */
static enum ura_status
take_labels(const json_t *object, struct ura_arena *arena, struct ura_unit *out,
            struct ura_error *error)
{
    const json_t *properties = json_object_get(object, "properties");
    struct ura_str source = jsonl_string(object, "source_language");
    struct ura_str target = jsonl_string(object, "target_language");

    out->id = jsonl_string(object, "id");
    if (source.len)
        out->source_language = source;
    if (target.len)
        out->target_language = target;
    /* Other programs' objects may call something else so. */
    if (!jsonl_string(json_array_get(properties, 0), "value").ptr)
        return URA_OK;
    return jsonl_take_properties(properties, arena, out, error);
}

static enum ura_status
take_text_record(const json_t *object, enum jsonl_kind kind, struct jsonl_place *place,
                 struct ura_arena *arena, struct ura_unit *out, struct ura_error *error)
{
    switch (kind) {
    case JSONL_BEAD:
        return take_bead(object, place, arena, out, error);
    case JSONL_FURNITURE:
        return take_furniture(object, place->pairs, out, error);
    case JSONL_UNIT:
        return take_unit(object, arena, out, error);
    case JSONL_LANGUAGES:
        take_languages(object, place, out);
        return URA_OK;
    case JSONL_FLAT:
        take_flat(object, out);
        return URA_OK;
    case JSONL_SENTENCE:
    case JSONL_TEXT:
        return take_text(object, "text", &out->source, error);
    case JSONL_OTHER:
    case JSONL_UNKNOWN:
        break;
    }
    return error_set(error, URA_SYNTAX, "this object holds no text that ura knows of");
}

enum ura_status
jsonl_take_record(const json_t *object, enum jsonl_kind kind, struct jsonl_place *place,
                  struct ura_arena *arena, struct ura_unit *out, struct ura_error *error)
{
    enum ura_status status = take_text_record(object, kind, place, arena, out, error);

    if (!status && (kind == JSONL_BEAD || kind == JSONL_LANGUAGES || kind == JSONL_FLAT))
        status = take_labels(object, arena, out, error);
    return status;
}
