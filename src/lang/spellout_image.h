/* spellout_image.h - number words as lookups see them: one image, mapped or made by ICU's
 * rules. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_SPELLOUT_IMAGE_H
#define LANG_SPELLOUT_IMAGE_H

#include "lang/spellout.h"

/* The version goes up with the parts, and with the rules that fill them. */
extern const struct image_kind spellout_kind;

enum spellout_part {
    SPELLOUT_WORDS, /* strings */
    SPELLOUT_KINDS, /* of each word, */
    SPELLOUT_VALUES,
    SPELLOUT_PARTS
};

/* Appends the image of the number words of LANGUAGE, whose data file is that of PRIMARY, to
 * OUT. Fails with URA_SYNTAX, URA_IO, URA_NO_MEMORY. */
enum ura_status spellout_build(struct ura_context *context, const char *language,
                               const char *primary, uint64_t stamp, struct ura_buf *out,
                               struct ura_error *error);

#endif
