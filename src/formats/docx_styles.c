/* docx_styles.c - what a Word document says of its paragraphs, and of its language. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/docx.h"

#include <stdlib.h>

enum {
    BASES_MAX = 32,     /* styles that one may be based on, one after the other */
    OUTLINE_LEVELS = 9, /* the tenth, 9, says body text */
};

/* "heading 1", "Title": the names are English in every Word; only ids are translated. */
static bool
names_heading(struct ura_str name)
{
    static const char *const heads[] = {"heading ", "Heading ", "title",
                                        "Title",    "Subtitle", "subtitle"};

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t len = strlen(heads[i]);

        if (name.len >= len && memcmp(name.ptr, heads[i], len) == 0 &&
            (i < 2 || name.len == len))
            return true;
    }
    return false;
}

static bool
is_outline_level(struct ura_str value)
{
    return value.len == 1 && value.ptr[0] >= '0' && value.ptr[0] < '0' + OUTLINE_LEVELS;
}

/* The style that has just begun. */
static enum ura_status
take_style(struct xml *xml, struct docx_styles *styles, struct ura_error *error)
{
    struct ura_str id = docx_attribute(xml, "styleId", &styles->arena);
    uint32_t index = id.len ? intern_take(&styles->names, id) : INTERN_NONE;
    struct docx_style *grown, style = {.based_on = {NULL, 0}};
    int depth = xml->depth;
    enum ura_status status;

    if (!id.len)
        return xml_skip(xml, error);
    grown = index == INTERN_NONE ? NULL
                                 : array_grow(styles->items, &styles->capacity,
                                              (size_t)index + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    styles->items = grown;
    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        struct ura_str value;

        if (xml->event != XML_START)
            continue;
        value = docx_attribute(xml, "val", &styles->arena);
        if (docx_is(xml, XML_START, "name"))
            style.heading |= names_heading(value);
        else if (docx_is(xml, XML_START, "basedOn"))
            style.based_on = value;
        else if (docx_is(xml, XML_START, "outlineLvl"))
            *(is_outline_level(value) ? &style.heading : &style.no_heading) = true;
        else if (docx_is(xml, XML_START, "numId"))
            *(ura_str_equal(value, URA_STR("0")) ? &style.no_list : &style.list) = true;
    }
    grown[index] = style;
    return status;
}

/* The language that DEFAULTS, which have just begun, name. */
static enum ura_status
take_defaults(struct xml *xml, struct docx_styles *styles, struct ura_error *error)
{
    int depth = xml->depth;
    enum ura_status status;

    while (!(status = xml_next(xml, error)) && !(xml->event == XML_END && xml->depth == depth))
        if (docx_is(xml, XML_START, "lang"))
            styles->language = docx_attribute(xml, "val", &styles->arena);
    return status;
}

static enum ura_status
read_part(struct ura_context *context, const struct archive_part *part,
          struct docx_styles *styles, struct ura_error *error)
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
    while (!status && !(status = xml_next(&xml, error))) {
        if (docx_is(&xml, XML_START, "style"))
            status = take_style(&xml, styles, error);
        else if (docx_is(&xml, XML_START, "rPrDefault"))
            status = take_defaults(&xml, styles, error);
        else if (docx_is(&xml, XML_START, "themeFontLang") && !styles->language.len)
            styles->language = docx_attribute(&xml, "val", &styles->arena);
    }
    xml_close(&xml);
    ura_input_free(input);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
docx_read_styles(struct ura_context *context, const struct archive_part *styles,
                 const struct archive_part *settings, struct docx_styles *out,
                 struct ura_error *error)
{
    enum ura_status status = read_part(context, styles, out, error);

    return status ? status : read_part(context, settings, out, error);
}

enum ura_block_kind
docx_style_kind(const struct docx_styles *styles, struct ura_str name)
{
    bool heading = false, no_heading = false, list = false, no_list = false;

    for (int bases = 0; name.len && bases < BASES_MAX; bases++) {
        uint32_t index = intern_find(&styles->names, name);
        const struct docx_style *style;

        if (index == INTERN_NONE)
            break;
        style = &styles->items[index];
        heading |= style->heading && !no_heading;
        no_heading |= style->no_heading;
        list |= style->list && !no_list;
        no_list |= style->no_list;
        name = style->based_on;
    }
    if (heading)
        return URA_BLOCK_HEADING;
    return list ? URA_BLOCK_LIST_ITEM : URA_BLOCK_PARAGRAPH;
}

void
docx_release_styles(struct docx_styles *styles)
{
    free(styles->items);
    intern_release(&styles->names);
    arena_release(&styles->arena);
    *styles = (struct docx_styles){0};
}

/* What is counted of a body. */
struct count {
    struct language_count languages;
    size_t total, boxed;
};

static enum ura_status
count_body(struct xml *xml, struct count *count, struct ura_error *error)
{
    struct ura_arena arena = {0};
    struct ura_str language = {NULL, 0};
    size_t boxes = 0;
    bool run = false, text = false;
    enum ura_status status = URA_OK;

    while (!status && !(status = xml_next(xml, error))) {
        if (docx_is(xml, XML_START, "r")) {
            arena_clear(&arena);
            language = (struct ura_str){NULL, 0};
            run = true;
        } else if (docx_is(xml, XML_END, "r")) {
            run = false;
        } else if (run && docx_is(xml, XML_START, "lang")) {
            language = docx_attribute(xml, "val", &arena);
        } else if (docx_is(xml, XML_START, "t") || docx_is(xml, XML_END, "t")) {
            text = xml->event == XML_START;
        } else if (docx_is(xml, XML_START, "txbxContent")) {
            boxes++;
        } else if (docx_is(xml, XML_END, "txbxContent")) {
            boxes -= boxes > 0;
        } else if (xml_is(xml, XML_START, "Fallback") || docx_is(xml, XML_START, "del")) {
            status = xml_skip(xml, error);
        } else if (text && xml->event == XML_TEXT) {
            language_count_add(&count->languages, language, xml->text.len);
            count->total += xml->text.len;
            count->boxed += boxes ? xml->text.len : 0;
        }
    }
    arena_release(&arena);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
docx_survey(struct ura_context *context, const struct archive_part *body,
            const struct docx_styles *styles, struct docx_survey *out, struct ura_error *error)
{
    struct count count = {.total = 0};
    struct ura_input *input;
    struct xml xml;
    enum ura_status status;

    *out = (struct docx_survey){.boxes_are_copy = false};
    status =
        ura_input_open_bytes(body->bytes.ptr, body->bytes.len, body->name.ptr, &input, error);
    if (status)
        return status;
    status = xml_open(context, input, NULL, &xml, error);
    if (!status)
        status = count_body(&xml, &count, error);
    out->boxes_are_copy = count.boxed > count.total / 2;
    language_count_choose(&count.languages, styles->language, out->language,
                          sizeof out->language);
    language_count_release(&count.languages);
    xml_close(&xml);
    ura_input_free(input);
    return status;
}
