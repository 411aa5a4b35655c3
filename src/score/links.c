/* links.c - word links in Pharaoh format, held against sure and possible ones. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "score/links.h"

#include <stdlib.h>

enum {
    LOOKED_AT = 8, /* lines that a file of links is told by */
};

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The next word of LINE; empty at its end. */
static struct ura_str
take_word(struct ura_str *line)
{
    size_t start = 0, end;
    struct ura_str word;

    while (start < line->len && is_blank(line->ptr[start]))
        start++;
    for (end = start; end < line->len && !is_blank(line->ptr[end]);)
        end++;
    word = ura_str_slice(*line, start, end);
    *line = ura_str_slice(*line, end, line->len);
    return word;
}

/* "0-0", "1p3", "1?3". */
static bool
parse_link(struct ura_str word, struct word_link *out)
{
    unsigned long long source, target;
    size_t at = 0;

    while (at < word.len && word.ptr[at] >= '0' && word.ptr[at] <= '9')
        at++;
    if (at == word.len || !strchr("-p?", word.ptr[at]) ||
        !number_parse_unsigned(ura_str_slice(word, 0, at), &source) ||
        !number_parse_unsigned(ura_str_slice(word, at + 1, word.len), &target) ||
        source > SIZE_MAX || target > SIZE_MAX)
        return false;
    out->source = (size_t)source;
    out->target = (size_t)target;
    out->possible = word.ptr[at] != '-';
    return true;
}

/* The next line of TEXT, without its end; false where there is none. */
static bool
take_line(struct ura_str *text, struct ura_str *out)
{
    const char *end = text->len ? memchr(text->ptr, '\n', text->len) : NULL;
    size_t len = end ? (size_t)(end - text->ptr) : text->len;

    if (!text->len)
        return false;
    *out = ura_str_slice(*text, 0, len);
    *text = ura_str_slice(*text, end ? len + 1 : len, text->len);
    return true;
}

bool
links_look_so(struct ura_str head)
{
    struct ura_str line, word;
    size_t found = 0;

    for (int i = 0; i < LOOKED_AT && take_line(&head, &line); i++) {
        struct word_link link;

        /* The last line may be cut off. */
        if (head.len == 0 && i > 0)
            break;
        for (word = take_word(&line); word.len; word = take_word(&line), found++)
            if (!parse_link(word, &link))
                return false;
    }
    return found > 0;
}

static enum ura_status
add_link(struct word_links *links, struct word_link link, struct ura_error *error)
{
    struct word_link *grown =
        array_grow(links->items, &links->capacity, links->count + 1, sizeof *grown);

    if (!grown)
        return error_memory(error);
    links->items = grown;
    grown[links->count++] = link;
    return URA_OK;
}

/* By place; of two at one place the sure one first. */
static int
compare_links(const void *one, const void *other)
{
    const struct word_link *a = one, *b = other;

    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    return (int)a->possible - (int)b->possible;
}

static bool
same_place(const struct word_link *one, const struct word_link *other)
{
    return one->line == other->line && one->source == other->source &&
           one->target == other->target;
}

enum ura_status
links_parse(struct ura_str text, struct word_links *out, struct ura_error *error)
{
    struct ura_str line, word;
    enum ura_status status = URA_OK;
    size_t kept = 0;

    *out = (struct word_links){0};
    while (!status && take_line(&text, &line)) {
        struct word_link link = {.line = ++out->lines};

        while (!status && (word = take_word(&line)).len) {
            if (parse_link(word, &link))
                status = add_link(out, link, error);
            else
                status = error_set(error, URA_SYNTAX,
                                   "\"%.*s\" is no link; numbers of words from 0 would be "
                                   "right: 0-0, or 1p3 for a possible one",
                                   (int)(word.len < 40 ? word.len : 40), word.ptr);
        }
    }
    if (status) {
        if (error && status == URA_SYNTAX)
            error->line = out->lines;
        links_release(out);
        return status;
    }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, compare_links);
    for (size_t i = 0; i < out->count; i++)
        if (!kept || !same_place(&out->items[kept - 1], &out->items[i]))
            out->items[kept++] = out->items[i];
    out->count = kept;
    return URA_OK;
}

void
links_release(struct word_links *links)
{
    free(links->items);
    *links = (struct word_links){0};
}

enum ura_status
links_count(const struct word_links *gold, const struct word_links *system,
            struct ura_score_links *out, struct ura_error *error)
{
    size_t at = 0;

    if (gold->lines != system->lines)
        return error_set(error, URA_BAD_INPUT,
                         "has %zu lines of links, the gold %zu; a line each pair of sentences "
                         "would be right",
                         system->lines, gold->lines);
    for (size_t i = 0; i < gold->count; i++) {
        out->possible++;
        out->sure += !gold->items[i].possible;
    }
    out->system += system->count;
    for (size_t i = 0; i < system->count; i++) {
        struct word_link sought = system->items[i];

        sought.possible = false;
        while (at < gold->count && compare_links(&gold->items[at], &sought) < 0)
            at++;
        if (at == gold->count || !same_place(&gold->items[at], &sought))
            continue;
        out->system_possible++;
        out->system_sure += !gold->items[at].possible;
    }
    return URA_OK;
}

enum ura_status
ura_score_add_links(struct ura_str gold, struct ura_str system, struct ura_score_links *out,
                    struct ura_error *error)
{
    struct word_links wanted, given = {0};
    enum ura_status status = links_parse(gold, &wanted, error);

    if (!status)
        status = links_parse(system, &given, error);
    if (!status)
        status = links_count(&wanted, &given, out, error);
    links_release(&wanted);
    links_release(&given);
    return status;
}
