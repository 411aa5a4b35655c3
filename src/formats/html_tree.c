/* html_tree.c - gumbo's tree of a page, in bounded memory, as a flat array. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_page.h"

#include <setjmp.h>
#include <stdlib.h>
#include <strings.h>

/*
 * gumbo knows no failed allocation and frees its tree by recursion. So every block that it asks
 * for is in a list that is freed at once, and where memory ends or the tree outgrows the page,
 * the parser is left by a jump: it owns nothing but those blocks.
 */
struct block {
    struct block *previous, *next;
    size_t size;
};

struct html_memory {
    struct block blocks; /* the head of a ring */
    size_t used, limit;
    bool too_large;
    jmp_buf out;
};

static void *
take_block(void *user, size_t size)
{
    struct html_memory *memory = user;
    struct block *block = NULL;

    memory->too_large = size > memory->limit - memory->used;
    if (!memory->too_large)
        block = malloc(sizeof *block + size);
    if (!block)
        longjmp(memory->out, 1);
    block->size = size;
    block->previous = memory->blocks.previous;
    block->next = &memory->blocks;
    block->previous->next = block->next->previous = block;
    memory->used += size;
    return block + 1;
}

static void
give_block(void *user, void *bytes)
{
    struct html_memory *memory = user;
    struct block *block = bytes ? (struct block *)bytes - 1 : NULL;

    if (!block)
        return;
    block->previous->next = block->next;
    block->next->previous = block->previous;
    memory->used -= block->size;
    free(block);
}

/* NULL where the parser was left. */
static const GumboNode *
run_parser(struct html_page *page)
{
    GumboOptions options = kGumboDefaultOptions;
    GumboOutput *output;

    options.allocator = take_block;
    options.deallocator = give_block;
    options.userdata = page->memory;
    options.max_errors = 0;
    if (setjmp(page->memory->out))
        return NULL;
    output = gumbo_parse_with_options(&options, page->text.ptr, page->text.len);
    return output->document;
}

static bool
has_children(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ||
           node->type == GUMBO_NODE_DOCUMENT;
}

static const GumboVector *
children(const GumboNode *node)
{
    return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
                                             : &node->v.element.children;
}

/* Adds every node in document order; nothing here goes deeper with the tree. */
static bool
flatten(struct html_page *page)
{
    const GumboNode *node = page->document;
    size_t parent = 0;

    while (node) {
        struct html_node *grown =
            array_grow(page->nodes, &page->capacity, page->count + 1, sizeof *grown);
        size_t index = page->count;

        if (!grown)
            return false;
        page->nodes = grown;
        grown[page->count++] = (struct html_node){.node = node, .parent = parent};
        if (has_children(node) && children(node)->length) {
            parent = index;
            node = children(node)->data[0];
            continue;
        }
        grown[index].end = page->count;
        parent = grown[index].parent;
        for (;;) {
            const GumboVector *siblings = node->parent ? children(node->parent) : NULL;
            size_t at = node->index_within_parent + 1;

            if (!siblings) {
                node = NULL;
                break;
            }
            if (at < siblings->length) {
                node = siblings->data[at];
                break;
            }
            node = node->parent;
            grown[parent].end = page->count;
            parent = grown[parent].parent;
        }
    }
    return true;
}

enum ura_status
html_parse(struct html_page *page, struct ura_error *error)
{
    struct html_memory *memory = calloc(1, sizeof *memory);

    if (!memory || page->text.failed) {
        free(memory);
        return error_memory(error);
    }
    page->memory = memory;
    memory->blocks.next = memory->blocks.previous = &memory->blocks;
    memory->limit = HTML_TREE_SPARE + page->text.len * HTML_TREE_FACTOR;
    if (!page->text.ptr)
        page->text.ptr = calloc(1, 1);
    page->document = page->text.ptr ? run_parser(page) : NULL;
    if (!page->document && memory->too_large)
        return error_set(error, URA_TOO_LARGE,
                         "its tree takes more than %d times the page: elements that are never "
                         "closed multiply; close them",
                         HTML_TREE_FACTOR);
    if (!page->document || !flatten(page))
        return error_memory(error);
    return URA_OK;
}

void
html_release(struct html_page *page)
{
    if (page->memory)
        while (page->memory->blocks.next != &page->memory->blocks)
            give_block(page->memory, page->memory->blocks.next + 1);
    free(page->memory);
    free(page->nodes);
    buf_release(&page->text);
    *page = (struct html_page){0};
}

struct ura_str
html_attribute(const GumboNode *node, const char *name)
{
    const GumboAttribute *attribute = NULL;

    if (node->type == GUMBO_NODE_ELEMENT)
        attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute ? ura_str_from(attribute->value) : (struct ura_str){NULL, 0};
}

static bool
is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool
html_has_word(struct ura_str text, const char *const *list)
{
    size_t at = 0;

    while (at < text.len) {
        size_t end = at;

        while (end < text.len && is_word_byte(text.ptr[end]))
            end++;
        for (const char *const *word = list; end > at && *word; word++)
            if (strlen(*word) == end - at && strncasecmp(text.ptr + at, *word, end - at) == 0)
                return true;
        at = end + 1;
    }
    return false;
}

bool
html_is(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}
