/* arena.c - memory that lives and dies together. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct arena_page {
    struct arena_page *next;
    size_t used;
    size_t size;
    alignas(max_align_t) char bytes[];
};

enum { SMALLEST_PAGE = 16 << 10, LARGEST_STEP = 1 << 20 }; /* bytes; pages double in between */

static struct arena_page *
add_page(struct ura_arena *arena, size_t needed)
{
    size_t size = arena->page ? arena->page->size * 2 : SMALLEST_PAGE;
    struct arena_page *page;

    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < needed)
        size = needed;
    if (size > SIZE_MAX - sizeof *page)
        return NULL;
    page = malloc(sizeof *page + size);
    if (!page)
        return NULL;
    page->size = size;
    page->used = 0;
    page->next = arena->page;
    arena->page = page;
    arena->allocated += size;
    return page;
}

void *
arena_new(struct ura_arena *arena, size_t count, size_t size)
{
    const size_t step = alignof(max_align_t);
    struct arena_page *page = arena->page;
    size_t len;
    void *items;

    if (size && count > (SIZE_MAX - step) / size)
        return NULL;
    len = (count * size + step - 1) / step * step;
    if (!page || len > page->size - page->used) {
        page = add_page(arena, len);
        if (!page)
            return NULL;
    }
    items = page->bytes + page->used;
    page->used += len;
    memset(items, 0, len);
    return items;
}

struct ura_str
arena_copy(struct ura_arena *arena, struct ura_str text)
{
    char *copy = text.len < SIZE_MAX ? arena_new(arena, text.len + 1, 1) : NULL;

    if (!copy)
        return (struct ura_str){NULL, 0};
    if (text.len)
        memcpy(copy, text.ptr, text.len);
    return (struct ura_str){copy, text.len};
}

void
arena_clear(struct ura_arena *arena)
{
    struct arena_page *kept = arena->page, *next;

    if (!kept)
        return;
    for (struct arena_page *page = kept->next; page; page = next) {
        next = page->next;
        free(page);
    }
    kept->next = NULL;
    kept->used = 0;
    arena->allocated = kept->size;
}

void
arena_release(struct ura_arena *arena)
{
    struct arena_page *next;

    for (struct arena_page *page = arena->page; page; page = next) {
        next = page->next;
        free(page);
    }
    *arena = (struct ura_arena){0};
}
