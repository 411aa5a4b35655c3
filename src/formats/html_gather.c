/* html_gather.c - the paragraphs of a page whose nodes were judged. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_page.h"

enum {
    ROWS_MAX = 64,          /* tables in tables: rows beyond are read as blocks */
    CELL_LETTERS_MAX = 300, /* a longer cell is a column of a page, not of a table */
};

struct gathering {
    const struct html_page *page;
    struct paragraphs *out;
    struct ura_buf text;
    enum html_role role; /* of the text at hand */
    enum ura_furniture furniture;
    size_t leaf;   /* index of the block that the text at hand stands in */
    size_t breaks; /* br since the last letter */
    struct paragraph_row rows[ROWS_MAX];
    size_t row_ends[ROWS_MAX]; /* index behind each */
    size_t row_count;
};

/* What a paragraph in the block LEAF is: said by the nearest element that says it. */
static enum ura_block_kind
kind_of(const struct html_page *page, size_t leaf)
{
    static const GumboTag headings[] = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                                        GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};

    for (size_t i = leaf; i; i = page->nodes[i].parent) {
        const GumboNode *node = page->nodes[i].node;

        for (size_t h = 0; h < sizeof headings / sizeof *headings; h++)
            if (html_is(node, headings[h]))
                return URA_BLOCK_HEADING;
        if (html_is(node, GUMBO_TAG_LI) || html_is(node, GUMBO_TAG_DT) ||
            html_is(node, GUMBO_TAG_DD))
            return URA_BLOCK_LIST_ITEM;
        if (html_is(node, GUMBO_TAG_TD) || html_is(node, GUMBO_TAG_ARTICLE))
            break;
    }
    return URA_BLOCK_PARAGRAPH;
}

static uint64_t
line_of(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_ELEMENT)
        return node->v.element.start_pos.line;
    return node->type == GUMBO_NODE_DOCUMENT ? 1 : node->v.text.start_pos.line;
}

/* Ends the paragraph at hand. */
static void
flush(struct gathering *gathering)
{
    const struct html_page *page = gathering->page;
    bool aside = gathering->role == HTML_ASIDE;

    gathering->out->failed |= gathering->text.failed;
    paragraphs_add(gathering->out, buf_str(&gathering->text),
                   aside ? URA_BLOCK_FURNITURE : kind_of(page, gathering->leaf),
                   aside ? gathering->furniture : URA_FURNITURE_NONE,
                   line_of(page->nodes[gathering->leaf].node));
    buf_clear(&gathering->text);
    gathering->breaks = 0;
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The text at hand has nothing, or white space, at its end. */
static bool
is_at_space(const struct ura_buf *text)
{
    return text->len == 0 || is_space(text->ptr[text->len - 1]);
}

/* White space is one blank, as browsers show it. */
static void
append_flowing(struct gathering *gathering, const char *text)
{
    for (; *text; text++) {
        if (!is_space(*text)) {
            buf_append_byte(&gathering->text, *text);
            gathering->breaks = 0;
        } else if (!is_at_space(&gathering->text)) {
            buf_append_byte(&gathering->text, ' ');
        }
    }
}

/* Lines stay lines; an empty one ends the paragraph. */
static void
append_formatted(struct gathering *gathering, const char *text)
{
    while (*text) {
        size_t len = strcspn(text, "\n");
        bool blank = strspn(text, " \t\r") >= len;

        if (blank && text[len] && gathering->text.len &&
            gathering->text.ptr[gathering->text.len - 1] == '\n')
            flush(gathering);
        buf_append(&gathering->text, text, len);
        text += len;
        if (*text) {
            buf_append_byte(&gathering->text, '\n');
            text++;
        }
    }
}

static bool
is_formatted(const struct html_page *page, size_t index)
{
    for (size_t i = index; i; i = page->nodes[i].parent)
        if (html_is(page->nodes[i].node, GUMBO_TAG_PRE))
            return true;
        else if (html_is_block(page->nodes[i].node) && i != index)
            return false;
    return false;
}

static size_t
block_of(const struct html_page *page, size_t index)
{
    while (index && !html_is_block(page->nodes[index].node))
        index = page->nodes[index].parent;
    return index;
}

static void
take_text(struct gathering *gathering, size_t index)
{
    const struct html_node *node = &gathering->page->nodes[index];
    const char *text = node->node->v.text.text;

    if (node->role == HTML_DROPPED || node->role == HTML_HIDDEN)
        return;
    if (text[strspn(text, " \t\r\n\f")] &&
        (node->role != gathering->role || node->furniture != gathering->furniture)) {
        flush(gathering);
        gathering->role = node->role;
        gathering->furniture = node->furniture;
    }
    if (!gathering->text.len)
        gathering->leaf = block_of(gathering->page, index);
    if (is_formatted(gathering->page, index))
        append_formatted(gathering, text);
    else
        append_flowing(gathering, text);
}

/* A row is one of a table of facts if it has several cells, all of them short and all for the
 * same: a page may be laid out as a table. */
static bool
is_row(const struct html_page *page, size_t index)
{
    const struct html_node *row = &page->nodes[index];
    size_t cells = 0;

    for (size_t i = index + 1; i < row->end; i = page->nodes[i].end) {
        const struct html_node *cell = &page->nodes[i];

        if (!html_is(cell->node, GUMBO_TAG_TD) && !html_is(cell->node, GUMBO_TAG_TH))
            continue;
        if (cell->letters > CELL_LETTERS_MAX || cell->role != row->role)
            return false;
        cells++;
    }
    return cells > 1;
}

static void
begin_row(struct gathering *gathering, size_t index)
{
    if (gathering->row_count == ROWS_MAX || !is_row(gathering->page, index))
        return;
    gathering->row_ends[gathering->row_count] = gathering->page->nodes[index].end;
    paragraphs_row_begin(gathering->out, &gathering->rows[gathering->row_count++]);
}

static void
take_break(struct gathering *gathering)
{
    if (++gathering->breaks > 1)
        flush(gathering);
    else if (gathering->text.len)
        buf_append_byte(&gathering->text, '\n');
}

static void
begin_element(struct gathering *gathering, size_t index)
{
    const struct html_node *node = &gathering->page->nodes[index];

    if (node->role == HTML_DROPPED || node->role == HTML_HIDDEN)
        return;
    if (html_is(node->node, GUMBO_TAG_BR)) {
        take_break(gathering);
        return;
    }
    if (!html_is_block(node->node))
        return;
    flush(gathering);
    if (html_is(node->node, GUMBO_TAG_TR))
        begin_row(gathering, index);
    else if (gathering->row_count &&
             (html_is(node->node, GUMBO_TAG_TD) || html_is(node->node, GUMBO_TAG_TH)))
        paragraphs_cell_begin(gathering->out);
}

/* Blocks and rows that end at or before INDEX. */
static void
end_elements(struct gathering *gathering, size_t *block, size_t index)
{
    const struct html_node *nodes = gathering->page->nodes;

    while (*block && nodes[*block].end <= index) {
        flush(gathering);
        *block = block_of(gathering->page, nodes[*block].parent);
    }
    while (gathering->row_count && gathering->row_ends[gathering->row_count - 1] <= index)
        paragraphs_row_end(gathering->out, &gathering->rows[--gathering->row_count]);
}

void
html_gather(const struct html_page *page, struct paragraphs *out)
{
    struct gathering gathering = {.page = page, .out = out};
    size_t block = 0;

    for (size_t i = 0; i < page->count; i++) {
        const GumboNode *node = page->nodes[i].node;

        end_elements(&gathering, &block, i);
        if (node->type == GUMBO_NODE_ELEMENT) {
            begin_element(&gathering, i);
            if (html_is_block(node))
                block = i;
        } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
            take_text(&gathering, i);
        } else if (node->type == GUMBO_NODE_WHITESPACE) {
            take_text(&gathering, i);
        }
    }
    end_elements(&gathering, &block, page->count);
    flush(&gathering);
    buf_release(&gathering.text);
}
