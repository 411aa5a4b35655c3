/* markup.c - what the elements of XHTML, HTML and NITF are to a reader of copy. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/markup.h"

#include <strings.h>

#define PLAIN(element)                                                                         \
    {                                                                                          \
        .name = element, .action = MARKUP_BLOCK, .inherits = true                              \
    }
#define KIND(element, block)                                                                   \
    {                                                                                          \
        .name = element, .action = MARKUP_BLOCK, .kind = {.kind = URA_BLOCK_##block }          \
    }
#define ASIDE(element, aside)                                                                  \
    {                                                                                          \
        .name = element, .action = MARKUP_BLOCK, .kind = {                                     \
            .kind = URA_BLOCK_FURNITURE,                                                       \
            .furniture = URA_FURNITURE_##aside,                                                \
            .spaced = true                                                                     \
        }                                                                                      \
    }
#define SKIP(element)                                                                          \
    {                                                                                          \
        .name = element, .action = MARKUP_SKIP                                                 \
    }

static const struct markup_element elements[] = {
    PLAIN("p"),
    KIND("li", LIST_ITEM),
    {.name = "br", .action = MARKUP_BREAK},
    {.name = "td", .action = MARKUP_CELL},
    {.name = "th", .action = MARKUP_CELL},
    {.name = "tr", .action = MARKUP_BLOCK, .kind = {.kind = URA_BLOCK_TABLE_ROW, .row = true}},
    {.name = "pre", .action = MARKUP_BLOCK, .kind = {.verbatim = true}},
    KIND("hl1", HEADING),
    KIND("hl2", HEADING),
    KIND("h1", HEADING),
    KIND("h2", HEADING),
    KIND("h3", HEADING),
    KIND("h4", HEADING),
    KIND("h5", HEADING),
    KIND("h6", HEADING),
    KIND("headline", HEADING), /* what some agencies call "hedline" */
    KIND("dt", LIST_ITEM),
    KIND("dd", LIST_ITEM),
    PLAIN("address"),
    PLAIN("abstract"),
    PLAIN("article"),
    PLAIN("aside"),
    PLAIN("block"),
    PLAIN("blockquote"),
    PLAIN("body"),
    PLAIN("body.content"),
    PLAIN("body.end"),
    PLAIN("body.head"),
    PLAIN("bq"),
    PLAIN("caption"),
    PLAIN("center"),
    PLAIN("credit"),
    PLAIN("datasource"),
    PLAIN("details"),
    PLAIN("div"),
    PLAIN("dl"),
    PLAIN("fieldset"),
    PLAIN("figure"),
    PLAIN("footer"),
    PLAIN("form"),
    PLAIN("header"),
    PLAIN("hedline"),
    PLAIN("hr"),
    PLAIN("html"),
    PLAIN("main"),
    PLAIN("media"),
    PLAIN("nav"),
    PLAIN("nitf"),
    PLAIN("nitf-table"),
    PLAIN("ol"),
    PLAIN("section"),
    PLAIN("summary"),
    PLAIN("table"),
    PLAIN("tbody"),
    PLAIN("tfoot"),
    PLAIN("thead"),
    PLAIN("ul"),
    ASIDE("byline", BYLINE),
    ASIDE("distributor", BYLINE),
    ASIDE("tagline", BYLINE),
    ASIDE("media-producer", BYLINE),
    ASIDE("dateline", DATELINE),
    ASIDE("note", ADVISORY),
    ASIDE("figcaption", CAPTION),
    ASIDE("media-caption", CAPTION),
    ASIDE("rights", WEB),
    ASIDE("copyrite", WEB),
    ASIDE("series", SLUG),
    ASIDE("bibliography", FOOTNOTE),
    ASIDE("fn", FOOTNOTE),
    SKIP("audio"),
    SKIP("canvas"),
    SKIP("button"),
    SKIP("embed"),
    SKIP("head"),
    SKIP("iframe"),
    SKIP("media-metadata"),
    SKIP("media-object"),
    SKIP("media-reference"),
    SKIP("nitf-table-metadata"),
    SKIP("noscript"),
    SKIP("object"),
    SKIP("script"),
    SKIP("select"),
    SKIP("style"),
    SKIP("svg"),
    SKIP("template"),
    SKIP("textarea"),
    SKIP("video"),
};

const struct markup_element *
markup_find(struct ura_str name)
{
    static const struct markup_element other = {.name = "", .action = MARKUP_INLINE};

    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strncasecmp(elements[i].name, name.ptr, name.len) == 0 &&
            elements[i].name[name.len] == '\0')
            return &elements[i];
    return &other;
}

void
markup_begin(struct story *story, const struct markup_element *element)
{
    switch (element->action) {
    case MARKUP_INLINE:
        if (story_kind(story).spaced)
            story_part(story, GAP_BLANK);
        break;
    case MARKUP_BLOCK:
        if (element->inherits)
            story_push_plain(story);
        else
            story_push(story, element->kind);
        break;
    case MARKUP_CELL:
        story_part(story, GAP_CELL);
        story_push_plain(story);
        break;
    case MARKUP_BREAK:
        story_break(story);
        break;
    case MARKUP_SKIP:
        break;
    }
}

void
markup_end(struct story *story, const struct markup_element *element)
{
    if (element->action == MARKUP_BLOCK || element->action == MARKUP_CELL)
        story_pop(story);
}

enum ura_status
markup_take_event(struct xml *xml, struct story *story, struct losses *losses,
                  struct ura_error *error)
{
    const struct markup_element *element;

    story->line = xml->line;
    if (xml->event == XML_TEXT) {
        story_text(story, xml->text);
        return story_check(story, error);
    }
    element = markup_find(xml->name);
    if (xml->event == XML_END) {
        markup_end(story, element);
        return story_check(story, error);
    }
    if (element->action == MARKUP_SKIP) {
        losses_add(losses, "elements without copy", 1);
        return xml_skip(xml, error);
    }
    if (element->action == MARKUP_INLINE && !story_kind(story).spaced)
        losses_add(losses, "inline codes", 1);
    markup_begin(story, element);
    return story_check(story, error);
}

bool
markup_is_in(struct ura_str text)
{
    static const char *const signs[] = {
        "</p>", "<p>", "<br",     "</div>", "</a>", "</b>", "</i>",   "</em>", "</ul>",
        "</h",  "<p ", "</span>", "</P>",   "<P>",  "<BR",  "</DIV>", "</A>",  "</strong>"};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text.len && memmem(text.ptr, text.len, signs[i], strlen(signs[i])))
            return true;
    return false;
}
