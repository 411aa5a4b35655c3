/* guess.c - which layout a text has. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/guess.h"

#include "layout/shapes.h"

/* Lines that a list of sentences has at least, and how many are looked at. */
enum { FEWEST_LINES = 20, MOST_SEEN = 400 };

bool
guess_is_lines(struct ura_str text, const struct lines *lines)
{
    size_t seen = lines->count < MOST_SEEN ? lines->count : MOST_SEEN, alone = 0;

    if (lines->wrapped || lines->count < FEWEST_LINES)
        return false;
    for (size_t i = 0; i < seen; i++) {
        const struct line *line = &lines->items[i];

        /* An empty line parts paragraphs; in a corpus it is a rare gap. */
        alone += (line->flags & LINE_ENDED) && !(line->flags & (LINE_LOWER | LINE_BLANK)) &&
                 !shape_has_sentences(line_text(line, text));
    }
    return alone * 20 >= seen * 17;
}
