/* docx_relations.c - which part of a Word document points to which. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/docx.h"

#include <stdlib.h>

#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

bool
docx_is(const struct xml *xml, enum xml_event event, const char *name)
{
    return xml_is(xml, event, name) && (ura_str_equal(xml->space, URA_STR(TRANSITIONAL)) ||
                                        ura_str_equal(xml->space, URA_STR(STRICT)));
}

struct ura_str
docx_attribute(struct xml *xml, const char *name, struct ura_arena *arena)
{
    const char *space = ura_str_equal(xml->space, URA_STR(STRICT)) ? STRICT : TRANSITIONAL;

    return xml_attribute_in(xml, name, space, arena);
}

bool
docx_is_on(struct xml *xml, struct ura_arena *arena)
{
    struct ura_str value = docx_attribute(xml, "val", arena);

    return !value.ptr ||
           !(ura_str_equal(value, URA_STR("0")) || ura_str_equal(value, URA_STR("false")) ||
             ura_str_equal(value, URA_STR("off")));
}

static struct ura_str
last_word(struct ura_str address)
{
    size_t at = address.len;

    while (at && address.ptr[at - 1] != '/')
        at--;
    return ura_str_slice(address, at, address.len);
}

static enum ura_status
add_relation(struct xml *xml, struct ura_str base, struct docx_relations *out,
             struct ura_error *error)
{
    struct ura_str type = xml_attribute(xml, "Type", &out->arena);
    struct ura_str target = xml_attribute(xml, "Target", &out->arena);
    struct ura_str mode = xml_attribute(xml, "TargetMode", &out->arena);
    struct docx_relation *grown;

    if (!target.len || ura_str_equal(mode, URA_STR("External")))
        return URA_OK;
    grown = array_grow(out->items, &out->capacity, out->count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    out->items = grown;
    target = archive_resolve(base, target, true, &out->arena);
    if (!target.ptr)
        return error_memory(error);
    grown[out->count++] = (struct docx_relation){last_word(type), target};
    return URA_OK;
}

enum ura_status
docx_read_relations(struct ura_context *context, const struct archive_part *part,
                    struct ura_str base, struct docx_relations *out, struct ura_error *error)
{
    struct ura_input *input;
    struct xml xml;
    enum ura_status status;

    if (!part)
        return URA_OK;
    status =
        ura_input_open_bytes(part->bytes.ptr, part->bytes.len, part->name.ptr, &input, error);
    if (status)
        return status;
    status = xml_open(context, input, NULL, &xml, error);
    while (!status && !(status = xml_next(&xml, error)))
        if (xml_is(&xml, XML_START, "Relationship"))
            status = add_relation(&xml, base, out, error);
    xml_close(&xml);
    ura_input_free(input);
    return status == URA_END ? URA_OK : status;
}

const struct docx_relation *
docx_find_relation(const struct docx_relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++)
        if (ura_str_equal(relations->items[i].type, ura_str_from(type)))
            return &relations->items[i];
    return NULL;
}

void
docx_release_relations(struct docx_relations *relations)
{
    free(relations->items);
    arena_release(&relations->arena);
    *relations = (struct docx_relations){0};
}
