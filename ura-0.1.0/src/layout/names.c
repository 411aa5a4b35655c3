/* names.c - what layouts and kinds of furniture are called. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/document.h>

static const char *const layout_names[] = {
    [URA_LAYOUT_AUTO] = "auto",
    [URA_LAYOUT_WIRE] = "wire",
    [URA_LAYOUT_PLAIN] = "plain",
    [URA_LAYOUT_LINES] = "lines",
};

static const char *const furniture_names[URA_FURNITURE_COUNT] = {
    [URA_FURNITURE_NONE] = "none",           [URA_FURNITURE_SLUG] = "slug",
    [URA_FURNITURE_URGENCY] = "urgency",     [URA_FURNITURE_ADVISORY] = "advisory",
    [URA_FURNITURE_EMBARGO] = "embargo",     [URA_FURNITURE_BYLINE] = "byline",
    [URA_FURNITURE_DATELINE] = "dateline",   [URA_FURNITURE_CAPTION] = "caption",
    [URA_FURNITURE_MAIL] = "mail",           [URA_FURNITURE_LETTERHEAD] = "letterhead",
    [URA_FURNITURE_CONTACT] = "contact",     [URA_FURNITURE_WEB] = "web",
    [URA_FURNITURE_MORE] = "more",           [URA_FURNITURE_END] = "end",
    [URA_FURNITURE_SEPARATOR] = "separator", [URA_FURNITURE_PAGE] = "page",
    [URA_FURNITURE_FOOTNOTE] = "footnote",   [URA_FURNITURE_CONTENTS] = "contents",
};

const char *
ura_furniture_name(enum ura_furniture kind)
{
    return kind < URA_FURNITURE_COUNT ? furniture_names[kind] : "unknown";
}

const char *
ura_layout_name(enum ura_layout layout)
{
    return layout <= URA_LAYOUT_LINES ? layout_names[layout] : "unknown";
}

bool
ura_layout_find(const char *name, enum ura_layout *out)
{
    for (size_t i = 0; i < sizeof layout_names / sizeof *layout_names; i++) {
        if (strcmp(layout_names[i], name) == 0) {
            *out = (enum ura_layout)i;
            return true;
        }
    }
    return false;
}
