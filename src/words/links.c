/* links.c - lists of word links. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/links.h"

#include <stdlib.h>

void
ura_word_links_release(struct ura_word_links *links)
{
    free(links->items);
    *links = (struct ura_word_links){0};
}

bool
word_links_add(struct ura_word_links *links, size_t source, size_t target)
{
    struct ura_word_link *grown =
        array_grow(links->items, &links->capacity, links->count + 1, sizeof *grown);

    if (!grown)
        return false;
    links->items = grown;
    grown[links->count++] = (struct ura_word_link){source, target};
    return true;
}

static int
compare_links(const void *first, const void *second)
{
    const struct ura_word_link *a = first, *b = second;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

void
word_links_sort(struct ura_word_links *links)
{
    size_t kept = 0;

    if (links->count)
        qsort(links->items, links->count, sizeof *links->items, compare_links);
    for (size_t i = 0; i < links->count; i++)
        if (!kept || compare_links(&links->items[kept - 1], &links->items[i]) != 0)
            links->items[kept++] = links->items[i];
    links->count = kept;
}
