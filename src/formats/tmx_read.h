/* tmx_read.h - a translation memory while it is read. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_TMX_READ_H
#define FORMATS_TMX_READ_H

#include "formats/properties.h"
#include "formats/tmx.h"

enum {
    LANGUAGES_MAX = 64
}; /* that one file is expected to have; more only shorten a message */

/* A tuv: a text in one language. Texts are in struct tmx's buffers until a unit is whole. */
struct variant {
    struct ura_str language;
    size_t text, text_len;
    size_t markup, markup_len; /* len 0: no inline codes */
    size_t property_first, property_count;
};

struct tmx {
    struct xml xml;
    struct ura_buf text;
    struct ura_buf markup;
    struct variant *variants;
    size_t variant_count, variant_capacity;
    struct property_list properties;
    struct ura_unit pending; /* the first unit, which was read to know the languages */
    bool has_pending;
    bool ended;
    size_t matched; /* units that had a language that was asked for */
    size_t seen;
    struct ura_str languages[LANGUAGES_MAX]; /* as spelt, in the order in which they came */
    size_t language_count;
};

/*
 * The unit whose tu has just ended, of the two variants that the caller or else the file is
 * about; false if it has none of the languages that were asked for.
 */
bool tmx_make_unit(struct ura_units *units, struct ura_str srclang, struct ura_unit *out);

#endif
