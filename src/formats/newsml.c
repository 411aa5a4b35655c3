/* newsml.c - NewsML-G2 and NewsML 1: the copy of news items, whatever it is written in. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/newsml.h"

#include <stdlib.h>

static int
bid(struct ura_str head, const char *name)
{
    static const char *const roots[] = {"newsMessage", "newsItem",      "packageItem",
                                        "conceptItem", "knowledgeItem", "planningItem",
                                        "catalogItem", "NewsML"};
    struct xml_root root;

    (void)name;
    if (!xml_find_root(head, &root))
        return 0;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (strcmp(root.name, roots[i]) == 0)
            return 80;
    if (strstr(root.tag, "http://iptc.org/std/nar/"))
        return 70;
    /* In an envelope; it may hold NITF, which bids 50 for envelopes of its own. */
    if (memmem(head.ptr, head.len, "<newsItem", 9) || memmem(head.ptr, head.len, "<NewsML", 7))
        return 51;
    return 0;
}

/* Whether NAME is that of an item, and what it is to a reader who finds no text in it. */
static const char *
item_kind(struct ura_str name)
{
    static const struct {
        const char *name;
        const char *kind;
    } items[] = {
        {"newsItem", "its news items only point at their contents"},
        {"NewsItem", "its news items only point at their contents"},
        {"packageItem", "a package only names other items"},
        {"conceptItem", "a concept item says what a code means"},
        {"knowledgeItem", "a knowledge item is a list of codes"},
        {"planningItem", "a planning item says what is to be covered"},
        {"catalogItem", "a catalog item is a list of addresses"},
    };

    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        if (ura_str_equal(name, ura_str_from(items[i].name)))
            return items[i].kind;
    return NULL;
}

static void
begin_item(struct newsml *newsml, const char *kind)
{
    struct ura_str language;

    newsml->kind = kind;
    newsml->item_count++;
    newsml->in_item = true;
    newsml->has_language = false;
    newsml->role = (struct paragraph_kind){0};
    arena_clear(&newsml->arena);
    newsml->nitf = (struct nitf){.xml = &newsml->xml,
                                 .story = &newsml->story,
                                 .losses = newsml->losses,
                                 .arena = &newsml->arena};
    story_begin_item(&newsml->story);
    language = xml_attribute_in(&newsml->xml, "lang", XML_NAMESPACE, &newsml->arena);
    newsml->story.language = language;
}

/* One event of the file, and all of an element that is taken whole. */
static enum ura_status
take_event(struct newsml *newsml, struct ura_error *error)
{
    struct xml *xml = &newsml->xml;
    const char *kind;
    enum ura_status status = xml_next(xml, error);

    if (status)
        return status;
    newsml->story.line = xml->line;
    if (newsml->content_depth >= 0)
        return newsml_take_content(newsml, error);
    if (xml->event == XML_TEXT)
        return URA_OK;
    kind = item_kind(xml->name);
    if (kind && xml->event == XML_START)
        begin_item(newsml, kind);
    if (kind && xml->event == XML_END)
        newsml->in_item = false;
    return kind ? story_check(&newsml->story, error) : newsml_take_element(newsml, error);
}

static enum ura_status
end_of_file(struct newsml *newsml, struct ura_error *error)
{
    if (newsml->unit_count)
        return URA_END;
    if (!newsml->item_count)
        return xml_refuse(&newsml->xml, "holds no news item", error);
    return error_set(error, URA_BAD_INPUT, "holds no text: %s", newsml->kind);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct newsml *newsml = units->state;

    while (!story_take(&newsml->story, out)) {
        enum ura_status status = newsml->ended ? URA_END : take_event(newsml, error);

        if (status == URA_END) {
            newsml->ended = true;
            return end_of_file(newsml, error);
        }
        if (status)
            return status;
    }
    newsml->unit_count++;
    return URA_OK;
}

/* Reads up to the first text, since what stands before it says the language. */
static enum ura_status
open_newsml(struct ura_units *units, struct ura_error *error)
{
    struct newsml *newsml = calloc(1, sizeof *newsml);
    enum ura_status status;

    units->state = newsml;
    if (!newsml)
        return error_memory(error);
    newsml->losses = &units->losses;
    newsml->content_depth = -1;
    story_open(units->context, &newsml->story);
    status =
        xml_open(units->context, units->input, units->options.encoding, &newsml->xml, error);
    while (!status && !newsml->story.copy_count &&
           (newsml->in_item || !newsml->story.waiting_count))
        status = take_event(newsml, error);
    if (status < 0)
        return status;
    newsml->ended = status == URA_END;
    if (newsml->ended && !newsml->story.waiting_count)
        return end_of_file(newsml, error);
    units->header.source_language = arena_copy(&units->header_arena, newsml->story.language);
    units->header.layout = URA_LAYOUT_WIRE;
    return URA_OK;
}

static void
close_newsml(struct ura_units *units)
{
    struct newsml *newsml = units->state;

    if (!newsml)
        return;
    xml_close(&newsml->xml);
    story_release(&newsml->story);
    arena_release(&newsml->arena);
    buf_release(&newsml->scratch);
    free(newsml);
}

const struct ura_format format_newsml = {
    .name = "newsml",
    .summary = "news items in NewsML-G2 or NewsML 1",
    .holds = "paragraphs, headings, lists, table rows; slug, byline, dateline, notes, captions",
    .loses = "inline codes, pictures, concepts, what is only pointed at",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_newsml,
    .next = next,
    .close = close_newsml,
};
