/* newsml_item.c - the metadata and the contents of items, NewsML-G2 and 1. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_fragment.h"
#include "formats/line_error.h"
#include "formats/newsml.h"

#include <stdio.h>
#include <strings.h>

/* Elements of both families whose text is worth a line. */
struct line_element {
    const char *name;
    enum ura_block_kind kind;
    enum ura_furniture furniture;
};

static const struct line_element lines[] = {
    {"headline", URA_BLOCK_HEADING, URA_FURNITURE_NONE},
    {"HeadLine", URA_BLOCK_HEADING, URA_FURNITURE_NONE},
    {"SubHeadLine", URA_BLOCK_HEADING, URA_FURNITURE_NONE},
    {"slugline", URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG},
    {"SlugLine", URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG},
    {"KeywordLine", URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG},
    {"SeriesLine", URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG},
    {"NameLabel", URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG},
    {"dateline", URA_BLOCK_FURNITURE, URA_FURNITURE_DATELINE},
    {"DateLine", URA_BLOCK_FURNITURE, URA_FURNITURE_DATELINE},
    {"by", URA_BLOCK_FURNITURE, URA_FURNITURE_BYLINE},
    {"creditline", URA_BLOCK_FURNITURE, URA_FURNITURE_BYLINE},
    {"ByLine", URA_BLOCK_FURNITURE, URA_FURNITURE_BYLINE},
    {"CreditLine", URA_BLOCK_FURNITURE, URA_FURNITURE_BYLINE},
    {"edNote", URA_BLOCK_FURNITURE, URA_FURNITURE_ADVISORY},
    {"NewsLineText", URA_BLOCK_FURNITURE, URA_FURNITURE_ADVISORY},
    {"embargoed", URA_BLOCK_FURNITURE, URA_FURNITURE_EMBARGO},
    {"description", URA_BLOCK_FURNITURE, URA_FURNITURE_CAPTION},
    {"copyrightNotice", URA_BLOCK_FURNITURE, URA_FURNITURE_WEB},
    {"CopyrightLine", URA_BLOCK_FURNITURE, URA_FURNITURE_WEB},
    {"usageTerms", URA_BLOCK_FURNITURE, URA_FURNITURE_WEB},
    {"RightsLine", URA_BLOCK_FURNITURE, URA_FURNITURE_WEB},
};

/* What is about other items or codes; there may be headlines and descriptions in it. */
static const char *const skipped[] = {
    "groupSet", "concept", "conceptSet", "newsCoverageSet", "link",
    "subject",  "located", "creator",    "assert",          "infoSource",
    "genre",    "catalog", "Catalog",    "TopicSet",        "NewsEnvelope"};

/* Parts of media types and format names of what is no text. */
static const char *const no_text[] = {"css",  "javascript", "image", "video", "audio",
                                      "jpeg", "gif",        "png",   "mpeg",  "pdf",
                                      "zip",  "octet",      "msword"};

static bool
type_has(const struct newsml *newsml, const char *part)
{
    return strcasestr(newsml->type, part) != NULL;
}

static bool
is_text(const struct newsml *newsml)
{
    if (newsml->encoded)
        return false;
    for (size_t i = 0; i < sizeof no_text / sizeof *no_text; i++)
        if (type_has(newsml, no_text[i]))
            return false;
    return true;
}

static void
add_type(struct newsml *newsml, const char *attribute)
{
    struct ura_str value = xml_attribute(&newsml->xml, attribute, &newsml->arena);
    size_t used = strlen(newsml->type);

    if (value.len)
        snprintf(newsml->type + used, sizeof newsml->type - used, " %.*s", (int)value.len,
                 value.ptr);
}

static void
set_language(struct newsml *newsml, struct ura_str language)
{
    if (language.len)
        newsml->story.language = language;
}

static enum ura_status
take_line(struct newsml *newsml, const struct line_element *line, struct ura_error *error)
{
    enum ura_status status;

    buf_clear(&newsml->scratch);
    status = xml_take_text(&newsml->xml, &newsml->scratch, error);
    if (!status) {
        story_add(&newsml->story, line->kind, line->furniture, buf_str(&newsml->scratch));
        status = story_check(&newsml->story, error);
    }
    return status;
}

/* Contents begin: of the type that the element, or in NewsML 1 those beside it, said. */
static enum ura_status
begin_content(struct newsml *newsml, struct ura_error *error)
{
    struct xml *xml = &newsml->xml;

    if (!is_text(newsml)) {
        losses_add(newsml->losses, "contents that are no text", 1);
        return xml_skip(xml, error);
    }
    set_language(newsml, xml_attribute_in(xml, "lang", XML_NAMESPACE, &newsml->arena));
    newsml->content_depth = xml->depth;
    newsml->raw = true;
    newsml->in_nitf = false;
    buf_clear(&newsml->scratch);
    story_push(&newsml->story, newsml->role);
    return story_check(&newsml->story, error);
}

/* The contents of one of the elements that G2 has for them. */
static enum ura_status
begin_g2_content(struct newsml *newsml, struct ura_error *error)
{
    newsml->type[0] = '\0';
    newsml->role = (struct paragraph_kind){0};
    newsml->encoded = xml_attribute(&newsml->xml, "encoding", &newsml->arena).len > 0;
    add_type(newsml, "contenttype");
    return begin_content(newsml, error);
}

/* What a component is to the story, as its role says. */
static void
set_role(struct newsml *newsml)
{
    struct ura_str role = xml_attribute(&newsml->xml, "FormalName", &newsml->arena);

    newsml->role = (struct paragraph_kind){0};
    if (!role.len)
        return;
    if (strcasestr(role.ptr, "caption"))
        newsml->role = (struct paragraph_kind){.kind = URA_BLOCK_FURNITURE,
                                               .furniture = URA_FURNITURE_CAPTION};
    else if (strcasestr(role.ptr, "headline"))
        newsml->role = (struct paragraph_kind){.kind = URA_BLOCK_HEADING};
}

/* A start tag of NewsML 1; those of G2 begin with a small letter. */
static enum ura_status
take_old_element(struct newsml *newsml, struct ura_error *error)
{
    struct xml *xml = &newsml->xml;

    if (xml_is(xml, XML_START, "NewsComponent")) {
        newsml->role = (struct paragraph_kind){0};
    } else if (xml_is(xml, XML_START, "Role")) {
        set_role(newsml);
    } else if (xml_is(xml, XML_START, "Language")) {
        set_language(newsml, xml_attribute(xml, "FormalName", &newsml->arena));
    } else if (xml_is(xml, XML_START, "ContentItem")) {
        newsml->type[0] = '\0';
        newsml->encoded = false;
        losses_add(newsml->losses, "contents that are only pointed at",
                   xml_attribute(xml, "Href", &newsml->arena).len > 0);
    } else if (xml_is(xml, XML_START, "MimeType") || xml_is(xml, XML_START, "Format")) {
        add_type(newsml, "FormalName");
    } else if (xml_is(xml, XML_START, "Encoding")) {
        newsml->encoded = true;
    } else if (xml_is(xml, XML_START, "DataContent")) {
        return begin_content(newsml, error);
    }
    return URA_OK;
}

enum ura_status
newsml_take_element(struct newsml *newsml, struct ura_error *error)
{
    struct xml *xml = &newsml->xml;

    if (xml->event == XML_END)
        return URA_OK;
    for (size_t i = 0; i < sizeof skipped / sizeof *skipped; i++)
        if (xml_is(xml, XML_START, skipped[i]))
            return xml_skip(xml, error);
    for (size_t i = 0; newsml->in_item && i < sizeof lines / sizeof *lines; i++)
        if (xml_is(xml, XML_START, lines[i].name))
            return take_line(newsml, &lines[i], error);
    if (xml_is(xml, XML_START, "inlineXML") || xml_is(xml, XML_START, "inlineData"))
        return begin_g2_content(newsml, error);
    if (xml_is(xml, XML_START, "remoteContent")) {
        losses_add(newsml->losses, "contents that are only pointed at", 1);
        return xml_skip(xml, error);
    }
    if (xml_is(xml, XML_START, "language") && !newsml->has_language) {
        set_language(newsml, xml_attribute(xml, "tag", &newsml->arena));
        newsml->has_language = true;
    }
    return take_old_element(newsml, error);
}

/* Characters without any element: plain text, or markup that was escaped. */
static enum ura_status
take_characters(struct newsml *newsml, struct ura_error *error)
{
    struct ura_str text = buf_str(&newsml->scratch);

    if (newsml->scratch.failed)
        return error_memory(error);
    if ((type_has(newsml, "html") && memchr(text.ptr ? text.ptr : "", '<', text.len)) ||
        markup_is_in(text))
        return html_fragment_take(text, &newsml->story, newsml->losses, error);
    story_add_plain(&newsml->story, text);
    return story_check(&newsml->story, error);
}

static enum ura_status
end_content(struct newsml *newsml, struct ura_error *error)
{
    enum ura_status status = newsml->raw ? take_characters(newsml, error) : URA_OK;

    story_pop(&newsml->story);
    newsml->content_depth = -1;
    return status;
}

enum ura_status
newsml_take_content(struct newsml *newsml, struct ura_error *error)
{
    struct xml *xml = &newsml->xml;

    if (xml->event == XML_END && xml->depth == newsml->content_depth)
        return end_content(newsml, error);
    if (xml->event == XML_TEXT && newsml->raw) {
        buf_append_str(&newsml->scratch, xml->text);
        if (newsml->scratch.len > newsml->story.longest)
            return error_on_line(error, URA_TOO_LARGE, xml->line,
                                 "this text is longer than %zu bytes; raise --%s to read it",
                                 newsml->story.longest, ura_limit_name(URA_LIMIT_LINE));
        return URA_OK;
    }
    if (newsml->raw) {
        story_text(&newsml->story, buf_str(&newsml->scratch));
        newsml->raw = false;
    }
    if (xml_is(xml, XML_START, "nitf"))
        newsml->in_nitf = true;
    return newsml->in_nitf ? nitf_take_event(&newsml->nitf, error)
                           : markup_take_event(xml, &newsml->story, newsml->losses, error);
}
