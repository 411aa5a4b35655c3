/* companion_xml.c - texts whose sentences have ids: XML with <s id="...">. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/link_groups.h"

/* A sentence while it is gathered: white space is one blank, and words stand apart. */
struct sentence {
    struct ura_buf text;
    bool blank; /* one is due before what comes */
    bool glued; /* what comes follows without one, whatever stands between */
};

static void
append_text(struct sentence *sentence, struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            sentence->blank = true;
            continue;
        }
        if (sentence->blank && !sentence->glued && sentence->text.len)
            buf_append_byte(&sentence->text, ' ');
        sentence->blank = sentence->glued = false;
        buf_append_byte(&sentence->text, c);
    }
}

static bool
is_token(const struct xml *xml)
{
    return ura_str_equal(xml->name, URA_STR("w")) || ura_str_equal(xml->name, URA_STR("pc"));
}

/* Whether the token that has just begun says that no blank follows it. */
static bool
glues(struct xml *xml, struct ura_arena *arena)
{
    struct ura_str misc = xml_attribute(xml, "misc", arena);
    struct ura_str joins = xml_attribute(xml, "join", arena);

    return ura_str_equal(joins, URA_STR("right")) || ura_str_equal(joins, URA_STR("both")) ||
           (misc.len && memmem(misc.ptr, misc.len, "SpaceAfter=No", 13));
}

/* The text of an s that has just begun. */
static enum ura_status
take_sentence(struct xml *xml, struct sentence *sentence, struct ura_arena *arena,
              struct ura_error *error)
{
    int depth = xml->depth;
    bool glue = false;
    enum ura_status status;

    buf_clear(&sentence->text);
    sentence->blank = sentence->glued = false;
    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        if (xml->event == XML_TEXT) {
            append_text(sentence, xml->text);
        } else if (is_token(xml) && xml->event == XML_START) {
            glue = glues(xml, arena);
        } else if (is_token(xml)) {
            sentence->blank = true;
            sentence->glued = glue;
        }
    }
    return !status && sentence->text.failed ? error_memory(error) : status;
}

/* Of two sentences with one id the first is meant. */
static enum ura_status
add_named(struct companion *companion, struct ura_str id, struct ura_str text, size_t limit,
          struct ura_error *error)
{
    size_t known = companion->ids.count;
    uint32_t number = intern_take(&companion->ids, id);
    uint32_t *grown =
        array_grow(companion->by_id, &companion->by_id_capacity, known + 1, sizeof *grown);

    if (number == INTERN_NONE || !grown)
        return error_memory(error);
    companion->by_id = grown;
    if (number == known)
        grown[known] = (uint32_t)companion->count;
    return companion_add(companion, text, limit, error);
}

static enum ura_status
load_xml(struct ura_units *units, struct xml *xml, struct companion *out,
         struct ura_error *error)
{
    size_t limit = ura_context_limit(units->context, URA_LIMIT_FILE);
    struct sentence sentence = {.text = {0}};
    struct ura_arena arena = {0};
    enum ura_status status;

    out->has_ids = true;
    while (!(status = xml_next(xml, error))) {
        struct ura_str id;

        if (!xml_is(xml, XML_START, "s"))
            continue;
        arena_clear(&arena);
        id = xml_attribute(xml, "id", &arena);
        if (!id.ptr)
            id = xml_attribute_in(xml, "id", XML_NAMESPACE, &arena);
        if (!id.len) {
            status = xml_refuse(xml, "this s has no id, so that no link can mean it", error);
            break;
        }
        status = take_sentence(xml, &sentence, &arena, error);
        if (!status)
            status = add_named(out, id, buf_str(&sentence.text), limit, error);
        if (status)
            break;
    }
    buf_release(&sentence.text);
    arena_release(&arena);
    if (status == URA_END && out->count == 0)
        return error_set(error, URA_SYNTAX,
                         "holds no sentences; <s id=\"...\"> would be right, or plain lines");
    return status == URA_END ? URA_OK : status;
}

enum ura_status
companion_open_named(struct ura_units *units, const char *path, struct companion *out,
                     struct ura_error *error)
{
    enum { LOOKED_AT = 16 << 10 }; /* bytes: what stands before the first tag is shorter */
    struct ura_input *input;
    struct xml_root root;
    struct ura_str head;
    struct xml xml = {0};
    enum ura_status status = ura_input_open(path, NULL, &input, error);

    if (!status)
        status = ura_input_peek(input, LOOKED_AT, &head, error);
    if (!status && !xml_find_root(head, &root)) {
        ura_input_free(input);
        return companion_open(units, path, out, error);
    }
    if (!status)
        status = xml_open(units->context, input, NULL, &xml, error);
    if (!status)
        status = load_xml(units, &xml, out, error);
    if (status)
        error_set_file(error, path);
    xml_close(&xml);
    ura_input_free(input);
    return status;
}

bool
companion_find(const struct companion *companion, struct ura_str id, size_t *out)
{
    unsigned long long line;
    size_t letters = 0;

    if (companion->has_ids) {
        uint32_t number = intern_find(&companion->ids, id);

        if (number == INTERN_NONE)
            return false;
        *out = companion->by_id[number];
        return true;
    }
    while (letters < id.len && (id.ptr[letters] < '0' || id.ptr[letters] > '9'))
        letters++;
    if (!number_parse_unsigned(ura_str_slice(id, letters, id.len), &line) || line == 0 ||
        line > SIZE_MAX) {
        *out = (size_t)hash_bytes(id.ptr, id.len);
        return companion->absent;
    }
    if (line > companion->count && !companion->absent)
        return false;
    *out = (size_t)line - 1;
    return true;
}
