/* links.h - word links in Pharaoh format. */
/* SPDX-License-Identifier: MIT */
#ifndef SCORE_LINKS_H
#define SCORE_LINKS_H

#include "score/score.h"

struct word_link {
    size_t line; /* from 1 */
    size_t source;
    size_t target;
    bool possible; /* and not sure */
};

struct word_links {
    struct word_link
        *items; /* by line, source, target; each place once, sure before possible */
    size_t count, capacity;
    size_t lines;
};

/* URA_SYNTAX (error->line), URA_NO_MEMORY; OUT is then empty. */
enum ura_status links_parse(struct ura_str text, struct word_links *out,
                            struct ura_error *error);
/* URA_BAD_INPUT where the numbers of lines differ. */
enum ura_status links_count(const struct word_links *gold, const struct word_links *system,
                            struct ura_score_links *out, struct ura_error *error);
void links_release(struct word_links *links);

#endif
