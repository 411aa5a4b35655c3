/* nitf.c - news stories in NITF, alone or in an envelope. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/nitf.h"

#include <stdlib.h>

struct nitf_file {
    struct xml xml;
    struct story story;
    struct property_list properties;
    struct ura_arena arena; /* of the story, but for the first: that is the header's */
    struct nitf nitf;
    int depth;    /* of the nitf element that is read; -1: none */
    size_t count; /* stories that began */
    bool ended;
};

static int
bid(struct ura_str head, const char *name)
{
    struct xml_root root;

    (void)name;
    if (!xml_find_root(head, &root))
        return 0;
    if (strcmp(root.name, "nitf") == 0)
        return 80;
    /* In an envelope of whatever name. */
    return memmem(head.ptr, head.len, "<nitf", 5) ? 50 : 0;
}

static void
begin_story(struct ura_units *units)
{
    struct nitf_file *file = units->state;

    file->depth = file->xml.depth;
    arena_clear(&file->arena);
    file->nitf = (struct nitf){.xml = &file->xml,
                               .story = &file->story,
                               .losses = &units->losses,
                               .arena = file->count ? &file->arena : &units->header_arena,
                               .properties = file->count ? NULL : &file->properties};
    file->count++;
    story_begin_item(&file->story);
}

/* One event of the file, and all of an element that is taken whole. */
static enum ura_status
take_event(struct ura_units *units, struct ura_error *error)
{
    struct nitf_file *file = units->state;
    enum ura_status status = xml_next(&file->xml, error);

    if (status)
        return status;
    if (file->depth < 0 && xml_is(&file->xml, XML_START, "nitf"))
        begin_story(units);
    if (file->depth < 0)
        return URA_OK;
    /* An element has the depth that it began with also where its end is read. */
    if (file->xml.event == XML_END && file->xml.depth == file->depth)
        file->depth = -1;
    return nitf_take_event(&file->nitf, error);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct nitf_file *file = units->state;
    enum ura_status status = URA_OK;

    while (!story_take(&file->story, out)) {
        if (file->ended)
            return URA_END;
        status = take_event(units, error);
        if (status == URA_END)
            file->ended = true;
        else if (status)
            return status;
    }
    return URA_OK;
}

/* Reads up to where the first text begins: what the head says is then known. */
static enum ura_status
open_nitf(struct ura_units *units, struct ura_error *error)
{
    struct nitf_file *file = calloc(1, sizeof *file);
    enum ura_status status;

    units->state = file;
    if (!file)
        return error_memory(error);
    file->depth = -1;
    story_open(units->context, &file->story);
    status = xml_open(units->context, units->input, units->options.encoding, &file->xml, error);
    while (!status && !file->nitf.begun)
        status = take_event(units, error);
    if (status == URA_END) {
        if (!file->count)
            return xml_refuse(&file->xml, "holds no story: no element is called nitf", error);
        file->ended = true;
        status = URA_OK;
    }
    if (status)
        return status;
    units->header.source_language = file->nitf.language;
    units->header.layout = URA_LAYOUT_WIRE;
    return property_keep(&file->properties, &units->header_arena, &units->header.properties,
                         &units->header.property_count, error);
}

static void
close_nitf(struct ura_units *units)
{
    struct nitf_file *file = units->state;

    if (!file)
        return;
    xml_close(&file->xml);
    story_release(&file->story);
    property_release(&file->properties);
    arena_release(&file->arena);
    free(file);
}

const struct ura_format format_nitf = {
    .name = "nitf",
    .summary = "a news story in NITF 3",
    .holds = "paragraphs, headings, lists, table rows; slug, byline, dateline, notes, captions",
    .loses = "inline codes, pictures",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_nitf,
    .next = next,
    .close = close_nitf,
};
