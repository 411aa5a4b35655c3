/* html_page.h - pages of HTML as flat trees, and the paragraphs in them. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_HTML_PAGE_H
#define FORMATS_HTML_PAGE_H

#include <gumbo.h>

#include "formats/formats.h"
#include "formats/paragraphs.h"

enum {
    HTML_PAGE_MAX = 64 << 20,  /* bytes: ten times the longest pages that people write */
    HTML_DEPTH_MAX = 512,      /* elements one in the other; browsers flatten from there too */
    HTML_TREE_FACTOR = 96,     /* bytes of tree to one of page: tags without text take 60 */
    HTML_TREE_SPARE = 4 << 20, /* bytes: what a short page may take beyond that */
};

enum html_mode {
    HTML_ARTICLE, /* a page of the web: its article, everything else set aside */
    HTML_BOOK,    /* a chapter, as XML: all of it */
};

/* What a node is for. Nodes in it are for the same, if they say nothing themselves. */
enum html_role {
    HTML_TEXT,
    HTML_DROPPED, /* no text: scripts, controls, what is hidden */
    HTML_HIDDEN,  /* the same, and counted */
    HTML_ASIDE,   /* set aside as html_node.furniture */
};

/* A node with what is known of it. */
struct html_node {
    const GumboNode *node;
    size_t parent;  /* index; of the root: 0 */
    size_t end;     /* index behind its last descendant */
    size_t letters; /* that can be seen, of it and its descendants */
    size_t linked;  /* those of them that are in links */
    size_t copy;    /* those of them in paragraphs that look like running text */
    enum html_role role;
    enum ura_furniture furniture;
};

/* A page. Zero, then html_parse. */
struct html_page {
    struct ura_buf text; /* as it was parsed: UTF-8 without scripts, styles, comments */
    size_t flattened;    /* elements that were nested too deep and left out, their text kept */
    size_t formulas;     /* and drawings, left out */
    struct html_memory *memory;
    const GumboNode *document;
    struct html_node *nodes; /* in document order */
    size_t count, capacity;
};

/*
 * What the page BYTES say their encoding is, in iconv's words, into OUT; false if they do not.
 */
bool html_find_charset(struct ura_str bytes, char *out, size_t size);

/*
 * TEXT as it can be parsed: without what is no text for anybody, no deeper than HTML_DEPTH_MAX.
 * In XML, elements that end themselves do so.
 */
void html_clean(struct ura_str text, bool is_xml, struct html_page *out);

/* Parses what html_clean made. Fails with URA_TOO_LARGE (the tree outgrows the page),
 * URA_NO_MEMORY. html_release after. */
enum ura_status html_parse(struct html_page *page, struct ura_error *error);
void html_release(struct html_page *page);

/* The value of attribute NAME of NODE; ptr is NULL if it has none. Lives as long as the page.
 */
struct ura_str html_attribute(const GumboNode *node, const char *name);
/* Whether one of the words of TEXT (a class, an id) is in LIST, which NULL ends. */
bool html_has_word(struct ura_str text, const char *const *list);
/* Whether NODE is an element with TAG. */
bool html_is(const GumboNode *node, GumboTag tag);
/* Whether NODE begins and ends a block of text of its own. */
bool html_is_block(const GumboNode *node);

/* Sets roles and counts of the nodes. */
void html_judge(struct html_page *page, enum html_mode mode);

/* The paragraphs of the page, in its order. */
void html_gather(const struct html_page *page, struct paragraphs *out);

/* What a page says of itself. */
struct html_facts {
    char language[32]; /* "" where it does not say or says what nobody chose */
};

/*
 * Reads the page BYTES of UNITS into OUT and FACTS (may be NULL). Fails with URA_TOO_LARGE,
 * URA_BAD_INPUT (its encoding), URA_NO_MEMORY.
 */
enum ura_status html_read(struct ura_units *units, struct ura_str bytes, enum html_mode mode,
                          struct paragraphs *out, struct html_facts *facts,
                          struct ura_error *error);

#endif
