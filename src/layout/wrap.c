/* wrap.c - whether the lines of a text were wrapped, and at how many columns. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/wrap.h"

enum {
    NARROWEST_WRAP = 30, /* columns; shorter lines are verse or a list */
    FEWEST_PAIRS = 8,    /* that show a wrap which some lines are wider than */
    RAGGED = 12,         /* columns: where words are longer, few lines are full */
};

/* How many lines have each width. */
struct widths {
    size_t counts[WIDEST_WRAP + 1];
    size_t wider; /* than WIDEST_WRAP */
    size_t all;
};

/* What the pairs of lines, one below the other, tell of a wrap. */
struct pairs {
    size_t all;
    size_t full;   /* the next word would not have fitted */
    size_t midway; /* the sentence goes on below */
};

/* The letters of the first word of LINE. */
static size_t
first_word_width(struct ura_str text, const struct line *line)
{
    const char *space = memchr(text.ptr + line->start, ' ', line->end - line->start);
    size_t end = space ? (size_t)(space - text.ptr) : line->end;

    return line_count_letters(text.ptr + line->start, end - line->start);
}

bool
line_is_full(const struct lines *lines, struct ura_str text, size_t index, size_t next)
{
    const struct line *line = &lines->items[index];

    if (!lines->wrapped || line->width > lines->widest)
        return false;
    if ((line->flags & LINE_HYPHEN) && (lines->items[next].flags & LINE_LOWER))
        return true;
    return line->width + 1 + first_word_width(text, &lines->items[next]) + lines->slack >
           lines->wrap;
}

static void
count_widths(const struct lines *lines, struct widths *out)
{
    *out = (struct widths){{0}, 0, 0};
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];

        if (line->flags & LINE_BLANK)
            continue;
        out->all++;
        if (line->width > WIDEST_WRAP)
            out->wider++;
        else
            out->counts[line->width]++;
    }
}

/* Whether line INDEX has one right below that may go on with it: not empty, not indented, no
 * item and no row. */
static bool
has_below(const struct lines *lines, size_t index)
{
    const struct line *line = &lines->items[index];
    const unsigned rows = LINE_COLUMNS | LINE_LEADERS;

    return index + 1 < lines->count && line->width <= lines->widest &&
           !(line->flags & (LINE_BLANK | rows)) &&
           !(line[1].flags & (LINE_BLANK | LINE_BULLET | LINE_NUMBERED | rows)) &&
           line[1].indent <= lines->margin + 1;
}

static struct pairs
count_pairs(const struct lines *lines, struct ura_str text)
{
    struct pairs pairs = {0, 0, 0};

    for (size_t i = 0; i + 1 < lines->count; i++) {
        const struct line *line = &lines->items[i];

        if (!has_below(lines, i))
            continue;
        pairs.all++;
        pairs.midway += !(line->flags & (LINE_ENDED | LINE_COLON));
        pairs.full += line_is_full(lines, text, i, i + 1);
    }
    return pairs;
}

/* Whether at least TENTHS of the pairs are full at WRAP, and half go on in mid-sentence. */
static bool
is_wrapped(struct lines *lines, struct ura_str text, unsigned wrap, unsigned widest,
           unsigned slack, size_t tenths, size_t fewest)
{
    struct pairs pairs;

    lines->wrapped = true;
    lines->wrap = wrap;
    lines->widest = widest;
    lines->slack = slack;
    pairs = count_pairs(lines, text);
    return pairs.all >= fewest && pairs.full * 10 >= pairs.all * tenths &&
           pairs.midway * 2 >= pairs.all;
}

/* The width that no more than one line of fifty goes beyond; 0 if that is no wrap. */
static unsigned
find_usual_wrap(const struct widths *widths)
{
    /* One stray line, such as a long address, says nothing. */
    size_t allowed = widths->all / 50 + (widths->all > 12), wider = widths->wider;

    for (unsigned wrap = WIDEST_WRAP; wrap >= NARROWEST_WRAP && wider <= allowed; wrap--) {
        wider += widths->counts[wrap];
        if (wider > allowed)
            return wrap;
    }
    return 0;
}

/*
 * A wrap that up to a quarter of the lines are wider than: headlines and captions are often
 * left in one piece. Then the others must be full.
 */
static bool
find_partial_wrap(struct lines *lines, struct ura_str text, const struct widths *widths)
{
    size_t wider = widths->wider;

    for (unsigned wrap = WIDEST_WRAP; wrap >= NARROWEST_WRAP && wider * 4 <= widths->all;
         wrap--) {
        size_t near = 0;

        for (unsigned k = 0; k < RAGGED && widths->counts[wrap]; k++)
            near += widths->counts[wrap - k];
        if (near * 3 >= widths->all - wider &&
            is_wrapped(lines, text, wrap, wrap, 0, 8, FEWEST_PAIRS))
            return true;
        wider += widths->counts[wrap];
    }
    return false;
}

/*
 * In a wrapped text most lines that have one below them are full, and most end in the middle of
 * a sentence; in type of letters of one width nearly all are, in print the place where a line
 * ends varies by a sixth of its width (pdftotext's pages).
 */
void
wrap_find(struct lines *lines, struct ura_str text)
{
    struct widths widths;
    unsigned usual;

    count_widths(lines, &widths);
    usual = find_usual_wrap(&widths);
    if (usual && is_wrapped(lines, text, usual, WIDTH_LIMIT, 0, 8, 1))
        return;
    if (find_partial_wrap(lines, text, &widths))
        return;
    lines->wrapped = usual && is_wrapped(lines, text, usual, WIDTH_LIMIT, usual / 6, 6, 1);
}
