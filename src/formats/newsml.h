/* newsml.h - what the parts of the NewsML reader share. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_NEWSML_H
#define FORMATS_NEWSML_H

#include "formats/nitf.h"

enum { CONTENT_TYPE_MAX = 128 }; /* bytes of a media type that are looked at */

struct newsml {
    struct xml xml;
    struct story story;
    struct losses *losses;
    struct ura_arena arena; /* of the item */
    struct ura_buf scratch; /* a content's characters, until it shows what they are */
    struct nitf nitf;
    const char *kind; /* of the item: why it may have no text */
    size_t item_count, unit_count;
    bool in_item, ended;
    bool has_language;           /* said by the item's own metadata */
    char type[CONTENT_TYPE_MAX]; /* of the contents, as they say; "" */
    bool encoded;                /* contents are base64 or the like */
    struct paragraph_kind role;
    int content_depth; /* of the element whose contents are read; -1: none */
    bool raw;          /* they had no element so far */
    bool in_nitf;
};

/* A start or end outside of contents. */
enum ura_status newsml_take_element(struct newsml *newsml, struct ura_error *error);
/* Any event inside of contents, up to their end. */
enum ura_status newsml_take_content(struct newsml *newsml, struct ura_error *error);

#endif
