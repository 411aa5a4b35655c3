/* story.h - marked-up text to paragraphs: a reader says what begins and ends. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_STORY_H
#define FORMATS_STORY_H

#include "formats/formats.h"

/* What stands between two pieces of a text; the stronger of several wins. */
enum gap {
    GAP_NONE,
    GAP_BLANK,
    GAP_LINE, /* a line end inside a paragraph; two of them end it */
    GAP_CELL, /* of a table: a tab */
    GAP_PARAGRAPH,
};

/* What the paragraphs inside an element are. */
struct paragraph_kind {
    enum ura_block_kind kind;
    enum ura_furniture furniture;
    bool verbatim; /* line ends count, as in "pre" */
    bool row;      /* what ends inside is a blank: the whole row is one text */
    bool spaced;   /* elements inside stand apart, though nothing is written between them */
};

enum { HEADINGS_KEPT = 8 }; /* of an item's head: headline, subheads, and their repetitions */

/*
 * Paragraphs on their way from a reader to `next`. story_open before use. White space is
 * folded, characters that steer terminals are left out, what is empty is dropped; so is a
 * heading that repeats one of the same item before its first paragraph.
 */
struct story {
    struct ura_buf text;    /* of the one at hand */
    struct ura_arena arena; /* texts of those that wait */
    struct ura_unit *waiting;
    size_t waiting_count, taken, waiting_capacity;
    struct paragraph_kind *frames; /* the elements that are open */
    size_t frame_count, frame_capacity;
    enum gap gap;
    uint64_t headings[HEADINGS_KEPT]; /* hashes */
    size_t heading_count;
    size_t copy_count; /* paragraphs of the item that are neither heading nor furniture */
    uint64_t line;     /* that is read now */
    uint64_t text_line;
    struct ura_str language; /* of the item; empty: the file's */
    size_t longest;          /* bytes of a paragraph: max-line */
    bool failed;
};

void story_open(const struct ura_context *context, struct story *out);
/* A new item: headings may come again. */
void story_begin_item(struct story *story);
void story_text(struct story *story, struct ura_str text);
/* What is at hand and what comes are parted by at least GAP. */
void story_part(struct story *story, enum gap gap);
/* A line end that was asked for ("br"). */
void story_break(struct story *story);
/* An element that holds paragraphs begins; a plain one passes on what it stands in. */
void story_push(struct story *story, struct paragraph_kind kind);
void story_push_plain(struct story *story);
void story_pop(struct story *story);
/* What the innermost open element is. */
struct paragraph_kind story_kind(const struct story *story);
/* Ends the paragraph at hand. */
void story_flush(struct story *story);
/* A whole paragraph. */
void story_add(struct story *story, enum ura_block_kind kind, enum ura_furniture furniture,
               struct ura_str text);
/*
 * Plain text of any lines, as wires have it: long lines are story; short ones are joined
 * up to an empty or indented line.
 */
void story_add_plain(struct story *story, struct ura_str text);
/* The next one that waits; false if none does, and what was given before is then gone. */
bool story_take(struct story *story, struct ura_unit *out);
/* URA_NO_MEMORY, or URA_TOO_LARGE for a paragraph over max-line. */
enum ura_status story_check(const struct story *story, struct ura_error *error);
void story_release(struct story *story);

#endif
