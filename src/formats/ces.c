/* ces.c - XCES links as OPUS has them: xtargets="s1 s2;t1" between two texts with ids. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/link_groups.h"
#include "formats/properties.h"

#include <stdlib.h>

enum { CERTAINTY_DECIMALS = 6 };

/* Under which a reader keeps the ids of a link, source before target. */
#define IDS "xtargets"

struct ces {
    struct link_groups links;
    struct ura_buf ids;
    struct property_list properties;
};

static int
bid(struct ura_str head, const char *name)
{
    struct xml_root root;

    (void)name;
    return xml_find_root(head, &root) && strcmp(root.name, "cesAlign") == 0 ? 80 : 0;
}

static enum ura_status
open_ces(struct ura_units *units, struct ura_error *error)
{
    struct ces *ces = calloc(1, sizeof *ces);

    units->state = ces;
    return ces ? link_groups_open(units, &ces->links, false, error) : error_memory(error);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct ces *ces = units->state;
    const struct link *link;
    enum ura_status status = link_groups_next(units, &ces->links, &link, out, error);

    if (status)
        return status;
    out->id = link->id;
    out->has_score = link->certainty.ptr && number_parse_real(link->certainty, &out->score);
    buf_clear(&ces->ids);
    buf_append_str(&ces->ids, ces->links.swapped ? link->right : link->left);
    buf_append_byte(&ces->ids, ';');
    buf_append_str(&ces->ids, ces->links.swapped ? link->left : link->right);
    ces->properties.count = 0;
    property_add(&ces->properties, URA_SIDE_UNIT, URA_STR(IDS), buf_str(&ces->ids));
    if (link->overlap.ptr)
        property_add(&ces->properties, URA_SIDE_UNIT, URA_STR("overlap"), link->overlap);
    out->properties = ces->properties.items;
    out->property_count = ces->properties.count;
    return ces->ids.failed || ces->properties.failed ? error_memory(error) : URA_OK;
}

static void
close_ces(struct ura_units *units)
{
    struct ces *ces = units->state;

    if (!ces)
        return;
    link_groups_close(&ces->links);
    buf_release(&ces->ids);
    property_release(&ces->properties);
    free(ces);
}

static enum ura_status
begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;

    losses_add(&writer->losses, "properties of the file", header->property_count);
    buf_append_text(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<cesAlign version=\"1.0\">\n  <linkGrp targType=\"s\"");
    buf_append_xml_attribute(buf, "fromDoc",
                             language_or(header->original, URA_STR(""), URA_STR("source.xml")));
    buf_append_xml_attribute(
        buf, "toDoc", language_or(header->target_original, URA_STR(""), URA_STR("target.xml")));
    buf_append_text(buf, ">\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

static void
append_ids(struct ura_buf *buf, size_t first, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_append_text(buf, i ? " s" : "s");
        buf_append_unsigned(buf, first + i + 1);
    }
}

/* The ids that the unit came with, or its sentences as s1, s2, ... */
static void
append_targets(struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    bool same = strcmp(writer->header->format, "ces") == 0;

    for (size_t i = 0; same && i < unit->property_count; i++) {
        if (ura_str_equal(unit->properties[i].name, URA_STR(IDS))) {
            buf_append_xml_attribute(buf, "xtargets", unit->properties[i].value);
            return;
        }
    }
    buf_append_text(buf, " xtargets=\"");
    append_ids(buf, unit->place.source_first, unit->place.source_count);
    buf_append_byte(buf, ';');
    append_ids(buf, unit->place.target_first, unit->place.target_count);
    buf_append_byte(buf, '"');
}

/* Of the properties ids and overlap have a place. */
static void
append_overlap(struct ura_unit_writer *writer, const struct ura_unit *unit)
{
    for (size_t i = 0; i < unit->property_count; i++) {
        const struct ura_property *property = &unit->properties[i];

        if (ura_str_equal(property->name, URA_STR("overlap")))
            buf_append_xml_attribute(&writer->outputs[0].buf, "overlap", property->value);
        else if (!ura_str_equal(property->name, URA_STR(IDS)))
            losses_add(&writer->losses, "notes and properties", 1);
    }
}

static enum ura_status
write_link(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    enum ura_status status = URA_OK;

    if (unit->kind == URA_BLOCK_FURNITURE)
        return URA_OK;
    if (strcmp(writer->header->format, "ces") != 0)
        status = require_place(writer, unit, error);
    if (status)
        return status;
    buf_append_text(buf, "    <link");
    if (unit->id.len) {
        buf_append_xml_attribute(buf, "id", unit->id);
    } else {
        buf_append_text(buf, " id=\"SL");
        buf_append_unsigned(buf, writer->count + 1);
        buf_append_byte(buf, '"');
    }
    append_targets(writer, unit);
    if (unit->has_score) {
        buf_append_text(buf, " certainty=\"");
        buf_append_fixed(buf, unit->score, CERTAINTY_DECIMALS);
        buf_append_byte(buf, '"');
    }
    append_overlap(writer, unit);
    buf_append_text(buf, "/>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

static enum ura_status
end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (!whole)
        return URA_OK;
    buf_append_text(buf, "  </linkGrp>\n</cesAlign>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_ces = {
    .name = "ces",
    .summary = "XCES links of sentence ids, as OPUS has them",
    .holds = "which sentences belong together, ids of links, a certainty",
    .loses = "texts, furniture",
    .room = URA_ROOM_TARGET | URA_ROOM_ID | URA_ROOM_SCORE | URA_ROOM_PLACE | URA_ROOM_LINES |
            URA_ROOM_PROPERTIES,
    .content = URA_CONTENT_LINKS,
    .companions = 2,
    .bid = bid,
    .open = open_ces,
    .next = next,
    .close = close_ces,
    .begin = begin,
    .write = write_link,
    .end = end,
};
