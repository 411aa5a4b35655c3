/* odt_survey.c - languages and text boxes of an OpenDocument text, before it is read. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/odt.h"

#include <stdlib.h>

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

bool
odt_is(const struct xml *xml, enum xml_event event, const char *space, const char *name)
{
    size_t head = sizeof ODF - 1, len = strlen(space);

    return xml_is(xml, event, name) && xml->space.len > head + len &&
           memcmp(xml->space.ptr, ODF, head) == 0 &&
           memcmp(xml->space.ptr + head, space, len) == 0 && xml->space.ptr[head + len] == ':';
}

struct ura_str
odt_attribute(struct xml *xml, const char *space, const char *name, struct ura_arena *arena)
{
    char address[sizeof ODF + 24] = ODF;

    strcat(strcat(address, space), ":1.0");
    return xml_attribute_in(xml, name, address, arena);
}

/* The language that text properties, which have just begun, name, as "sq-AL". */
static struct ura_str
take_language(struct xml *xml, struct odt_survey *survey)
{
    struct ura_arena *arena = &survey->arena;
    struct ura_str language = odt_attribute(xml, "xsl-fo-compatible", "language", arena);
    struct ura_str country = odt_attribute(xml, "xsl-fo-compatible", "country", arena);
    struct ura_buf joined = {0};

    if (!language.len || ura_str_equal(language, URA_STR("none")))
        return (struct ura_str){NULL, 0};
    if (!country.len || ura_str_equal(country, URA_STR("none")))
        return language;
    buf_append_str(&joined, language);
    buf_append_byte(&joined, '-');
    buf_append_str(&joined, country);
    if (!joined.failed)
        language = arena_copy(arena, buf_str(&joined));
    buf_release(&joined);
    return language;
}

static enum ura_status
add_style(struct odt_survey *survey, struct ura_str name, struct ura_str language,
          struct ura_error *error)
{
    uint32_t index = intern_take(&survey->styles, name);
    struct ura_str *grown;

    if (index == INTERN_NONE)
        return error_memory(error);
    grown = array_grow(survey->languages, &survey->capacity, (size_t)index + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    survey->languages = grown;
    grown[index] = language;
    return URA_OK;
}

/* The style of the document or of text, which has just begun. */
static enum ura_status
take_style(struct xml *xml, struct odt_survey *survey, struct ura_error *error)
{
    bool is_default = xml_is(xml, XML_START, "default-style");
    struct ura_str name = odt_attribute(xml, "style", "name", &survey->arena);
    struct ura_str family = odt_attribute(xml, "style", "family", &survey->arena);
    struct ura_str language = {NULL, 0};
    int depth = xml->depth;
    enum ura_status status;

    while (!(status = xml_next(xml, error)) && !(xml->event == XML_END && xml->depth == depth))
        if (odt_is(xml, XML_START, "style", "text-properties"))
            language = take_language(xml, survey);
    if (status || !language.len)
        return status;
    if (is_default && ura_str_equal(family, URA_STR("paragraph")))
        survey->of_document = language;
    return name.len ? add_style(survey, name, language, error) : URA_OK;
}

/* What the element that has just begun says of the language of the text in it. */
static struct ura_str
language_in(struct xml *xml, const struct odt_survey *survey, struct ura_str outside)
{
    struct ura_arena arena = {0};
    struct ura_str style = odt_attribute(xml, "text", "style-name", &arena);
    uint32_t index = style.len ? intern_find(&survey->styles, style) : INTERN_NONE;

    arena_release(&arena);
    return index == INTERN_NONE ? outside : survey->languages[index];
}

static enum ura_status
survey_part(struct xml *xml, struct odt_survey *survey, struct ura_error *error)
{
    struct ura_str inside[ODT_NESTED_MAX] = {{NULL, 0}};
    size_t boxes = 0, body = 0;
    enum ura_status status = URA_OK;

    while (!status && !(status = xml_next(xml, error))) {
        int depth = xml->depth;

        if (xml->event == XML_TEXT && body) {
            language_count_add(&survey->count, inside[depth ? depth - 1 : 0], xml->text.len);
            survey->total += xml->text.len;
            survey->boxed += boxes ? xml->text.len : 0;
        } else if (odt_is(xml, XML_START, "style", "style") ||
                   odt_is(xml, XML_START, "style", "default-style")) {
            status = take_style(xml, survey, error);
        } else if (xml->event == XML_START) {
            inside[depth] = language_in(xml, survey, depth ? inside[depth - 1] : inside[0]);
            survey->encrypted |= xml_is(xml, XML_START, "encryption-data");
            boxes += odt_is(xml, XML_START, "drawing", "text-box");
            body += odt_is(xml, XML_START, "office", "text");
        } else if (xml->event == XML_END) {
            boxes -= boxes && odt_is(xml, XML_END, "drawing", "text-box");
            body -= body && odt_is(xml, XML_END, "office", "text");
        }
    }
    return status == URA_END ? URA_OK : status;
}

enum ura_status
odt_survey_part(struct ura_context *context, struct ura_str bytes, struct odt_survey *survey,
                struct ura_error *error)
{
    struct ura_input *input;
    struct xml xml;
    enum ura_status status = ura_input_open_bytes(bytes.ptr, bytes.len, "part", &input, error);

    if (status)
        return status;
    status = xml_open(context, input, NULL, &xml, error);
    if (!status)
        status = survey_part(&xml, survey, error);
    xml_close(&xml);
    ura_input_free(input);
    return status;
}

void
odt_release_survey(struct odt_survey *survey)
{
    free(survey->languages);
    intern_release(&survey->styles);
    language_count_release(&survey->count);
    arena_release(&survey->arena);
    *survey = (struct odt_survey){.total = 0};
}
