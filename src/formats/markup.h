/* markup.h - what the elements of XHTML, HTML and NITF are to a reader of copy. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_MARKUP_H
#define FORMATS_MARKUP_H

#include "formats/story.h"
#include "formats/xml.h"

enum markup_action {
    MARKUP_INLINE, /* its text goes on in that of the paragraph */
    MARKUP_BLOCK,  /* holds paragraphs */
    MARKUP_CELL,
    MARKUP_BREAK,
    MARKUP_SKIP, /* holds no copy */
};

struct markup_element {
    const char *name;
    enum markup_action action;
    bool inherits; /* what it stands in says what its paragraphs are */
    struct paragraph_kind kind;
};

/* What the element called NAME is; never NULL: names that are not known are inline. */
const struct markup_element *markup_find(struct ura_str name);
/* An element begins or ends; both do nothing for what is skipped. */
void markup_begin(struct story *story, const struct markup_element *element);
void markup_end(struct story *story, const struct markup_element *element);
/* Takes the event that XML stands at, and with it the whole of an element that is skipped. */
enum ura_status markup_take_event(struct xml *xml, struct story *story, struct losses *losses,
                                  struct ura_error *error);
/* Whether TEXT, which came as characters, is marked up after all. */
bool markup_is_in(struct ura_str text);

#endif
