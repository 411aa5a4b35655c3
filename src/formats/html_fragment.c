/* html_fragment.c - HTML inside of other formats, as a string, to paragraphs. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_fragment.h"
#include "formats/line_error.h"
#include "formats/markup.h"

#include <gumbo.h>

enum { NAMES = 64 }; /* of elements that are counted apart; more share a count */

/* How many of each name are open, by a hash of it. */
struct open_tags {
    size_t counts[NAMES];
    size_t total, deepest;
};

/* Elements that end by themselves, so that many of them are no nest. */
static bool
ends_by_itself(struct ura_str name)
{
    static const char *const names[] = {"p",   "br",   "li",  "td",   "tr",     "th",
                                        "img", "hr",   "dt",  "dd",   "meta",   "input",
                                        "col", "link", "wbr", "area", "source", "option"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ura_str_equal(name, ura_str_from(names[i])))
            return true;
    return false;
}

/* A tag behind its "<" or "</". */
static void
count_tag(struct open_tags *open, struct ura_str rest, bool end)
{
    size_t len = 0, hash = 0;
    char name[16];

    while (len < rest.len && len < sizeof name && strchr(" \t\r\n/>", rest.ptr[len]) == NULL) {
        char c = rest.ptr[len];

        name[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        hash = hash * 31 + (unsigned char)name[len - 1];
    }
    if (len == 0 || ends_by_itself((struct ura_str){name, len}))
        return;
    if (!end) {
        open->counts[hash % NAMES]++;
        open->total++;
    } else if (open->counts[hash % NAMES]) {
        open->counts[hash % NAMES]--;
        open->total--;
    }
    if (open->total > open->deepest)
        open->deepest = open->total;
}

/* About how deep HTML is nested: more rather than less. */
static size_t
depth_of(struct ura_str html)
{
    struct open_tags open = {0};

    for (size_t at = 0; at + 1 < html.len; at++) {
        bool end = html.ptr[at + 1] == '/';

        if (html.ptr[at] == '<')
            count_tag(&open, ura_str_slice(html, at + 1 + end, html.len), end);
    }
    return open.deepest;
}

/* The name of ELEMENT as it was written where gumbo does not know it. */
static struct ura_str
element_name(const GumboElement *element)
{
    GumboStringPiece tag = element->original_tag;

    if (element->tag != GUMBO_TAG_UNKNOWN)
        return ura_str_from(gumbo_normalized_tagname(element->tag));
    if (!tag.data)
        return URA_STR("");
    gumbo_tag_from_original_text(&tag);
    return (struct ura_str){tag.data, tag.length};
}

static bool
is_hidden(const GumboElement *element)
{
    const GumboAttribute *style = gumbo_get_attribute(&element->attributes, "style");

    if (gumbo_get_attribute(&element->attributes, "hidden"))
        return true;
    return style &&
           (strstr(style->value, "display:none") || strstr(style->value, "display: none"));
}

static void
begin_node(const GumboNode *node, struct story *out, struct losses *losses, bool *descend)
{
    const struct markup_element *element;

    *descend = false;
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        story_text(out, ura_str_from(node->v.text.text));
        return;
    case GUMBO_NODE_ELEMENT:
        break;
    default:
        return;
    }
    element = markup_find(element_name(&node->v.element));
    if (element->action == MARKUP_SKIP || is_hidden(&node->v.element)) {
        /* The head is gumbo's own where the fragment has none. */
        losses_add(losses, "elements without copy", node->v.element.tag != GUMBO_TAG_HEAD);
        return;
    }
    losses_add(losses, "inline codes", element->action == MARKUP_INLINE);
    markup_begin(out, element);
    *descend = true;
}

static void
end_node(const GumboNode *node, struct story *out)
{
    if (node->type == GUMBO_NODE_ELEMENT)
        markup_end(out, markup_find(element_name(&node->v.element)));
}

static const GumboNode *
next_sibling(const GumboNode *node)
{
    const GumboVector *children = &node->parent->v.element.children;

    return node->index_within_parent + 1 < children->length
               ? children->data[node->index_within_parent + 1]
               : NULL;
}

/* Goes over the tree below ROOT without recursion: it may be deep. */
static enum ura_status
walk(const GumboNode *root, struct story *out, struct losses *losses, struct ura_error *error)
{
    const GumboNode *node = root;
    enum ura_status status = URA_OK;

    while (!status) {
        const GumboNode *next = NULL;
        bool descend;

        begin_node(node, out, losses, &descend);
        status = story_check(out, error);
        if (descend && node->v.element.children.length) {
            node = node->v.element.children.data[0];
            continue;
        }
        if (descend)
            end_node(node, out);
        while (node != root && !(next = next_sibling(node))) {
            node = node->parent;
            end_node(node, out);
        }
        if (node == root)
            return status;
        node = next;
    }
    return status;
}

enum ura_status
html_fragment_take(struct ura_str html, struct story *out, struct losses *losses,
                   struct ura_error *error)
{
    GumboOutput *tree;
    enum ura_status status;

    if (html.len > out->longest)
        return error_on_line(error, URA_TOO_LARGE, out->line,
                             "this HTML is longer than %zu bytes; raise --%s to read it",
                             out->longest, ura_limit_name(URA_LIMIT_LINE));
    if (depth_of(html) > HTML_DEPTH_MAX)
        return error_on_line(error, URA_TOO_LARGE, out->line,
                             "elements of this HTML are nested deeper than %d; this is no text",
                             HTML_DEPTH_MAX);
    tree = gumbo_parse_with_options(&kGumboDefaultOptions, html.ptr ? html.ptr : "", html.len);
    if (!tree)
        return error_memory(error);
    story_flush(out);
    status = walk(tree->root, out, losses, error);
    story_flush(out);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    return status;
}
