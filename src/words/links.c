/* links.c - lists of word links: kept, read, counted against others. */
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
word_links_add(struct ura_word_links *links, size_t source, size_t target, bool possible)
{
    struct ura_word_link *grown =
        array_grow(links->items, &links->capacity, links->count + 1, sizeof *grown);

    if (!grown)
        return false;
    links->items = grown;
    grown[links->count++] = (struct ura_word_link){source, target, possible};
    return true;
}

/* By place; of one place the sure one first. */
static int
compare_links(const void *first, const void *second)
{
    const struct ura_word_link *a = first, *b = second;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    return a->possible - b->possible;
}

static bool
stand_together(const struct ura_word_link *a, const struct ura_word_link *b)
{
    return a->source == b->source && a->target == b->target;
}

void
word_links_sort(struct ura_word_links *links)
{
    size_t kept = 0;

    if (links->count)
        qsort(links->items, links->count, sizeof *links->items, compare_links);
    for (size_t i = 0; i < links->count; i++)
        if (!kept || !stand_together(&links->items[kept - 1], &links->items[i]))
            links->items[kept++] = links->items[i];
    links->count = kept;
}

/* Reads digits from *AT on. */
static bool
take_number(struct ura_str text, size_t *at, size_t *out)
{
    unsigned long long number;
    size_t start = *at;

    while (*at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9')
        ++*at;
    if (*at == start || !number_parse_unsigned(ura_str_slice(text, start, *at), &number) ||
        number > SIZE_MAX)
        return false;
    *out = (size_t)number;
    return true;
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* One link from *AT on; *AT is the bad byte where it is none. */
static bool
take_link(struct ura_str text, size_t *at, struct ura_word_link *out)
{
    if (!take_number(text, at, &out->source) || *at == text.len ||
        (text.ptr[*at] != '-' && text.ptr[*at] != '?'))
        return false;
    out->possible = text.ptr[(*at)++] == '?';
    return take_number(text, at, &out->target) && (*at == text.len || is_blank(text.ptr[*at]));
}

enum ura_status
ura_word_links_parse(struct ura_str text, struct ura_word_links *links, struct ura_error *error)
{
    size_t at = 0;

    links->count = 0;
    for (;;) {
        struct ura_word_link link;

        while (at < text.len && is_blank(text.ptr[at]))
            at++;
        if (at == text.len)
            break;
        if (!take_link(text, &at, &link)) {
            links->count = 0;
            return error_at(error, URA_SYNTAX, 0, at,
                            "is no word link; 3-4 is a sure one, 3?4 a possible one, with a "
                            "blank between two");
        }
        if (!word_links_add(links, link.source, link.target, link.possible)) {
            links->count = 0;
            return error_memory(error);
        }
    }
    word_links_sort(links);
    return URA_OK;
}

void
ura_word_score_add(struct ura_word_score *score, const struct ura_word_links *gold,
                   const struct ura_word_links *system)
{
    score->found += system->count;
    for (size_t i = 0; i < gold->count; i++)
        score->sure += !gold->items[i].possible;
    for (size_t i = 0, at = 0; i < system->count; i++) {
        const struct ura_word_link *link = &system->items[i];

        while (at < gold->count && !stand_together(&gold->items[at], link) &&
               compare_links(&gold->items[at], link) < 0)
            at++;
        if (at < gold->count && stand_together(&gold->items[at], link)) {
            score->possible_hits++;
            score->sure_hits += !gold->items[at].possible;
        }
    }
}

double
ura_word_score_error_rate(const struct ura_word_score *score)
{
    uint64_t all = score->found + score->sure;

    return all ? 1 - (double)(score->sure_hits + score->possible_hits) / (double)all : 0;
}
