/* intertext.c - InterText's links between two XML texts whose sentences have ids "1:2". */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/intertext.h"
#include "formats/link_groups.h"

#include <stdlib.h>

struct intertext {
    struct link_groups links;
    struct ura_property mark;
};

static int
bid(struct ura_str head, const char *name)
{
    struct xml_root root;

    (void)name;
    return xml_find_root(head, &root) && strcmp(root.name, "linkGrp") == 0 ? 80 : 0;
}

static enum ura_status
open_intertext(struct ura_units *units, struct ura_error *error)
{
    struct intertext *intertext = calloc(1, sizeof *intertext);

    units->state = intertext;
    return intertext ? link_groups_open(units, &intertext->links, true, error)
                     : error_memory(error);
}

/* "man": a person has confirmed it; "auto": a program made it; "plain": one after the other. */
static enum ura_state
state_of(struct ura_str status)
{
    if (ura_str_equal(status, URA_STR("man")))
        return URA_STATE_REVIEWED;
    return ura_str_equal(status, URA_STR("auto")) ? URA_STATE_DRAFT : URA_STATE_NONE;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct intertext *intertext = units->state;
    const struct link *link;
    enum ura_status status = link_groups_next(units, &intertext->links, &link, out, error);

    if (status)
        return status;
    out->state = state_of(link->status);
    if (link->mark.ptr) {
        intertext->mark = (struct ura_property){URA_SIDE_UNIT, URA_STR("mark"), link->mark};
        out->properties = &intertext->mark;
        out->property_count = 1;
    }
    return URA_OK;
}

static void
close_intertext(struct ura_units *units)
{
    struct intertext *intertext = units->state;

    if (intertext)
        link_groups_close(&intertext->links);
    free(intertext);
}

const struct ura_format format_intertext = {
    .name = "intertext",
    .summary = "InterText: two XML texts and the links between their sentences",
    .holds = "texts, which sentences belong together, who confirmed it, marks",
    .loses = "scores, ids of units, line ends inside a text",
    .room = URA_ROOM_TARGET | URA_ROOM_STATE | URA_ROOM_PLACE | URA_ROOM_LANGUAGE |
            URA_ROOM_PROPERTIES,
    .content = URA_CONTENT_LINKS,
    .companions = 2,
    .bid = bid,
    .open = open_intertext,
    .next = next,
    .close = close_intertext,
    .begin = intertext_write_begin,
    .write = intertext_write_unit,
    .end = intertext_write_end,
    .output_suffixes = {"%s.xml", "%t.xml", "%s.%t.xml"},
};
