/* html_fragment.h - HTML inside of other formats, as a string, to paragraphs. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_HTML_FRAGMENT_H
#define FORMATS_HTML_FRAGMENT_H

#include "formats/story.h"

enum {
    /* Elements open at once. gumbo goes down its tree by recursion, some 200 bytes a level. */
    HTML_DEPTH_MAX = 4096,
};

/*
 * Adds the paragraphs of HTML, a fragment or a page, to OUT. What a page hides is left out and
 * counted in LOSSES. Fails with URA_TOO_LARGE (nested deeper than HTML_DEPTH_MAX, longer than
 * max-line) and URA_NO_MEMORY.
 */
enum ura_status html_fragment_take(struct ura_str html, struct story *out,
                                   struct losses *losses, struct ura_error *error);

#endif
