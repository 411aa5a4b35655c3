/* nitf.h - reading NITF, alone or inside of other formats. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_NITF_H
#define FORMATS_NITF_H

#include "formats/markup.h"
#include "formats/properties.h"

/* One nitf element. Zero but for the pointers, before each. */
struct nitf {
    struct xml *xml;
    struct story *story;
    struct losses *losses;
    struct ura_arena *arena;          /* for language and properties */
    struct property_list *properties; /* of the head; NULL: they are not wanted */
    struct ura_str language;          /* as spelt; empty: not said */
    struct ura_str title;             /* of the head */
    struct ura_str release;           /* when it may be published */
    bool embargoed;
    bool begun; /* the text has begun: what the head says is complete */
};

/* Takes the event that the reader stands at: nitf itself, and what is in it to its end. */
enum ura_status nitf_take_event(struct nitf *nitf, struct ura_error *error);

#endif
