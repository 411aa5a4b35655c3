/* pages.c - running heads, page numbers and contents: the lines that pages add to a text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/pages.h"

#include "base/ascii.h"
#include <stdlib.h>

#include "lang/letters.h"
#include "layout/words.h"

/*
 * A head or a foot of a page has at most so many lines, each of so many bytes; a line of a page
 * label ("Page 2 of 10") is shorter. Heads of two pages are so many lines apart at least.
 */
enum { TALLEST_HEAD = 6, LONGEST_HEAD = 160, LONGEST_LABEL = 32, SHORTEST_PAGE = 8 };
/* Slots for lines that end with a number; a window has some hundreds of them. */
enum { ENDINGS = 1024 };

/* What is known of a line that may belong to a page. */
struct candidate {
    size_t line;
    uint32_t key;    /* lines that differ in their digits only have the same */
    unsigned number; /* the number it begins or ends with, or has alone; 0: none */
    bool label;      /* "Page 2", "2" between dashes, a number alone */
    bool sure;       /* nothing else than a page number */
};

struct candidates {
    struct candidate *items;
    size_t count;
    size_t capacity;
    unsigned *repeats; /* lines a key */
};

/* Whether the gap between lines BELOW - 1 and BELOW is an edge of a group of lines. */
static bool
is_edge(const struct lines *lines, size_t below)
{
    return below == 0 || below >= lines->count ||
           (lines->items[below - 1].flags & LINE_BLANK) ||
           (lines->items[below].flags & (LINE_BLANK | LINE_NEW_PAGE));
}

/* The lines of the group that begins with FIRST, up to TALLEST_HEAD + 1. */
static size_t
group_size(const struct lines *lines, size_t first)
{
    size_t size = 1;

    while (size <= TALLEST_HEAD && !is_edge(lines, first + size))
        size++;
    return size;
}

/* The number of up to four digits at either end of WORDS, the end first; 0 if there is none. */
static unsigned
edge_number(struct ura_str words)
{
    size_t start = words.len, len = 0;
    unsigned value = 0;

    while (start > 0 && strchr(" -|]).", words.ptr[start - 1]))
        start--;
    while (start > 0 && ascii_is_digit(words.ptr[start - 1]) && len < 5) {
        start--;
        len++;
    }
    if (len == 0 || (start > 0 && words.ptr[start - 1] != ' ')) {
        for (start = 0; start < words.len && strchr(" -|[(", words.ptr[start]);)
            start++;
        for (len = 0; start + len < words.len && ascii_is_digit(words.ptr[start + len]);)
            len++;
        if (start + len < words.len && words.ptr[start + len] != ' ')
            return 0;
    }
    if (len == 0 || len > 4)
        return 0;
    for (size_t i = start; i < start + len; i++)
        value = value * 10 + (unsigned)(words.ptr[i] - '0');
    return value;
}

/* Whether WORDS is a page number with the word for it: "Page 2", "Faqja: 2 nga 10". */
static bool
is_label(struct ura_str words, const struct patterns *patterns, struct ura_buf *scratch)
{
    struct ura_str folded, token;
    size_t at = 0;

    buf_clear(scratch);
    letters_fold_words(words, scratch);
    folded = buf_str(scratch);
    for (size_t i = 0; i < patterns->count; i++) {
        const struct pattern *pattern = &patterns->items[i];

        if (!ura_str_equal(pattern->kind, URA_STR("page")) || !pattern_matches(pattern, folded))
            continue;
        /* What follows the word is numbers, and a short word between them. */
        at = pattern->phrase.len;
        while (words_next(folded, &at, &token)) {
            if (!ascii_is_digit(token.ptr[0]) && token.len > 3)
                return false;
        }
        return ascii_is_digit(folded.ptr[folded.len - 1]);
    }
    return false;
}

/* The key of WORDS, without its digits, in TABLE. */
static uint32_t
find_key(struct ura_str words, struct ura_intern *table, struct ura_buf *scratch)
{
    buf_clear(scratch);
    for (size_t i = 0; i < words.len; i++) {
        if (!ascii_is_digit(words.ptr[i]) && words.ptr[i] != ' ')
            buf_append_byte(scratch, words.ptr[i]);
    }
    return scratch->failed ? (uint32_t)INTERN_NONE : intern_take(table, buf_str(scratch));
}

/* Gathers what may be a head or a foot: the lines of small groups between empty lines. */
static enum ura_status
gather(struct ura_str text, const struct patterns *patterns, const struct lines *lines,
       struct ura_intern *table, struct candidates *out, struct ura_error *error)
{
    struct ura_buf scratch = {0};
    enum ura_status status = URA_OK;
    size_t size;

    for (size_t i = 0; !status && i < lines->count; i += size) {
        size = group_size(lines, i);
        if ((lines->items[i].flags & LINE_BLANK) || size > TALLEST_HEAD) {
            for (; !is_edge(lines, i + size); size++)
                continue;
            continue;
        }
        for (size_t k = i; !status && k < i + size; k++) {
            struct ura_str words = line_text(&lines->items[k], text);
            struct candidate *grown;

            if (words.len > LONGEST_HEAD)
                continue;
            grown = array_grow(out->items, &out->capacity, out->count + 1, sizeof *grown);
            if (!grown) {
                status = error_memory(error);
                break;
            }
            out->items = grown;
            grown += out->count++;
            *grown = (struct candidate){.line = k, .number = edge_number(words)};
            grown->sure = grown->number && words.len <= LONGEST_LABEL &&
                          is_label(words, patterns, &scratch);
            grown->label = grown->sure || (lines->items[k].flags & LINE_NUMBER);
            grown->key = find_key(words, table, &scratch);
            if (grown->key == INTERN_NONE)
                status = error_memory(error);
        }
    }
    buf_release(&scratch);
    return status;
}

/* Whether the lines with the key of candidate FIRST, from it on, have numbers that ascend. */
static bool
is_counting(const struct candidates *candidates, size_t first, unsigned needed)
{
    const struct candidate *before = &candidates->items[first];
    unsigned steps = 1;

    if (!before->number)
        return false;
    for (size_t i = first + 1; i < candidates->count && steps < needed; i++) {
        const struct candidate *next = &candidates->items[i];

        if (next->key != before->key)
            continue;
        if (next->number <= before->number || next->number > before->number + 2 ||
            next->line < before->line + SHORTEST_PAGE)
            return false;
        before = next;
        steps++;
    }
    return steps >= needed;
}

static void
mark(struct lines *lines, size_t line)
{
    lines->items[line].furniture = URA_FURNITURE_PAGE;
}

/* Whether a marked line is near LINE: no more than a head's height away, empty lines aside. */
static bool
is_near_page(const struct lines *lines, size_t line)
{
    size_t seen = 0;

    for (size_t i = line; i-- > 0 && seen < TALLEST_HEAD;) {
        if (lines->items[i].furniture == URA_FURNITURE_PAGE)
            return true;
        if (lines->items[i].flags & LINE_NEW_PAGE)
            return true;
        seen += !(lines->items[i].flags & LINE_BLANK);
    }
    seen = 0;
    for (size_t i = line + 1; i < lines->count && seen < TALLEST_HEAD; i++) {
        if (lines->items[i].furniture == URA_FURNITURE_PAGE)
            return true;
        if (lines->items[i].flags & LINE_NEW_PAGE)
            return true;
        seen += !(lines->items[i].flags & LINE_BLANK);
    }
    return lines->items[line].flags & LINE_NEW_PAGE;
}

/* Marks page numbers: with the word for it, or counting on from page to page. */
static void
mark_numbers(const struct candidates *candidates, struct lines *lines)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];

        if (lines->items[candidate->line].furniture)
            continue;
        if (candidate->sure || (candidate->label && is_counting(candidates, i, 3))) {
            mark(lines, candidate->line);
        } else if (is_counting(candidates, i, 2) && candidates->repeats[candidate->key] >= 2 &&
                   !candidate->label) {
            /* A head that holds the number: "12  Annual report", "Annual report  13". */
            mark(lines, candidate->line);
        }
    }
    /* The last ones of a count have nothing to count on to. */
    for (size_t i = candidates->count; i-- > 1;) {
        const struct candidate *candidate = &candidates->items[i];

        if (lines->items[candidate->line].furniture || !candidate->number)
            continue;
        for (size_t k = i; k-- > 0;) {
            const struct candidate *before = &candidates->items[k];

            if (before->key != candidate->key)
                continue;
            if (lines->items[before->line].furniture && candidate->number > before->number &&
                candidate->number <= before->number + 2 &&
                candidate->line >= before->line + SHORTEST_PAGE)
                mark(lines, candidate->line);
            break;
        }
    }
}

/* Marks the lines that come again beside page numbers and form feeds. */
static void
mark_repeated(const struct candidates *candidates, struct lines *lines)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];
        struct line *line = &lines->items[candidate->line];

        if (line->furniture || candidates->repeats[candidate->key] < 2 || candidate->label)
            continue;
        if (is_near_page(lines, candidate->line))
            mark(lines, candidate->line);
    }
}

/* A number alone at a form feed is that of its page. */
static void
mark_at_feeds(const struct candidates *candidates, struct lines *lines)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];
        size_t above = candidate->line, below = candidate->line + 1;

        if (!candidate->label)
            continue;
        while (above > 0 && (lines->items[above - 1].flags & LINE_BLANK) &&
               !(lines->items[above].flags & LINE_NEW_PAGE))
            above--;
        while (below < lines->count && (lines->items[below].flags & LINE_BLANK) &&
               !(lines->items[below].flags & LINE_NEW_PAGE))
            below++;
        if ((lines->items[above].flags & LINE_NEW_PAGE) ||
            (below < lines->count && (lines->items[below].flags & LINE_NEW_PAGE)))
            mark(lines, candidate->line);
    }
}

/* Marks tables of contents: three lines or more with dots that lead to a page. */
static void
mark_contents(struct ura_str text, struct lines *lines)
{
    enum { FEWEST_ENTRIES = 3, LONGEST_ENTRY = 3 };

    for (size_t i = 0; i < lines->count; i++) {
        size_t last = i, entries = 0, since = 0;

        if (!(lines->items[i].flags & LINE_LEADERS))
            continue;
        for (size_t k = i; k < lines->count && since < LONGEST_ENTRY; k++) {
            const struct line *line = &lines->items[k];

            if (line->flags & LINE_BLANK)
                continue;
            since++;
            if ((line->flags & LINE_LEADERS) && ascii_is_digit(text.ptr[line->end - 1])) {
                last = k;
                entries++;
                since = 0;
            }
        }
        if (entries < FEWEST_ENTRIES) {
            i = last;
            continue;
        }
        for (; i <= last; i++) {
            if (!lines->items[i].furniture)
                lines->items[i].furniture = URA_FURNITURE_CONTENTS;
        }
    }
}

/* Lines that end with a number, by a hash of all else in them. */
struct endings {
    uint64_t hashes[ENDINGS];
    unsigned numbers[ENDINGS];
    bool repeated;
};

/* Adds WORDS, which end with a digit. A full table only forgets. */
static void
add_ending(struct endings *endings, struct ura_str words)
{
    char bare[LONGEST_HEAD];
    size_t len = 0, slot;
    unsigned number;
    uint64_t hash;

    for (size_t i = 0; i < words.len; i++) {
        if (!ascii_is_digit(words.ptr[i]) && words.ptr[i] != ' ')
            bare[len++] = words.ptr[i];
    }
    number = edge_number(words);
    hash = hash_bytes(bare, len) | 1;
    slot = hash / 2 % ENDINGS;
    endings->repeated |=
        number && endings->hashes[slot] == hash && endings->numbers[slot] < number;
    endings->hashes[slot] = hash;
    endings->numbers[slot] = number;
}

/*
 * Whether anything speaks for pages: form feeds, numbers alone on their lines, lines that come
 * again with another number, which "Page 2" does too. Text without is not looked at further.
 */
static bool
has_pages(struct ura_str text, const struct lines *lines, bool *contents)
{
    struct endings endings = {0};
    size_t numbers = 0;
    bool feeds = false;

    *contents = false;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        char last;

        if (line->flags & LINE_BLANK)
            continue;
        *contents |= (line->flags & LINE_LEADERS) != 0;
        feeds |= (line->flags & LINE_NEW_PAGE) != 0;
        numbers += (line->flags & LINE_NUMBER) != 0;
        last = text.ptr[line->end - 1];
        if ((ascii_is_digit(last) || ascii_is_digit(text.ptr[line->start]) ||
             (line->flags & LINE_DASH)) &&
            line->end - line->start < LONGEST_HEAD &&
            (is_edge(lines, i) || is_edge(lines, i + 1)))
            add_ending(&endings, line_text(line, text));
    }
    return feeds || numbers > 1 || endings.repeated;
}

enum ura_status
pages_mark(struct ura_str text, const struct patterns *patterns, struct lines *lines,
           unsigned *last_note, struct ura_error *error)
{
    struct candidates candidates = {0};
    struct ura_intern table = {0};
    enum ura_status status;
    bool contents;

    *last_note = 0;
    if (!has_pages(text, lines, &contents)) {
        if (contents)
            mark_contents(text, lines);
        return URA_OK;
    }
    status = gather(text, patterns, lines, &table, &candidates, error);
    if (!status) {
        candidates.repeats = array_new(table.count + 1, sizeof *candidates.repeats);
        if (!candidates.repeats)
            status = error_memory(error);
    }
    if (!status) {
        for (size_t i = 0; i < candidates.count; i++)
            candidates.repeats[candidates.items[i].key]++;
        mark_at_feeds(&candidates, lines);
        mark_numbers(&candidates, lines);
        mark_repeated(&candidates, lines);
        if (contents)
            mark_contents(text, lines);
        *last_note = footnotes_mark(text, lines);
    }
    free(candidates.items);
    free(candidates.repeats);
    intern_release(&table);
    return status;
}
