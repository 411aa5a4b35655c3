/* wire.c - agency copy: what is furniture wherever it stands, and where the zones are. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/wire.h"

#include <stdlib.h>

#include "layout/dateline.h"
#include "layout/story.h"

/* The most words that lines of a kind have: more of them are a sentence about the matter. */
enum {
    MOST_END = 6,
    MOST_MORE = 8,
    MOST_EMBARGO = 30,
    MOST_PAGE = 5,
    MOST_HEAD = 6,
    MOST_TITLE = 25
};

void
story_set_aside(struct story *story, size_t index, enum ura_furniture kind)
{
    struct unit *unit = &story->units->items[index];

    if (unit->kind == URA_BLOCK_FURNITURE)
        return;
    unit->kind = URA_BLOCK_FURNITURE;
    unit->furniture = kind;
    /* Books and reports have lines of stars and pages too. */
    if (kind != URA_FURNITURE_SEPARATOR && kind != URA_FURNITURE_PAGE)
        story->found++;
}

/* What a unit is by its words and its shape alone, wherever it stands. */
static enum ura_furniture
kind_anywhere(const struct traits *traits)
{
    bool bracketed = traits->shape & TRAIT_BRACKETED;
    uint32_t kinds = traits->kinds;

    if (traits->shape & TRAIT_SYMBOLS)
        return URA_FURNITURE_SEPARATOR;
    if ((kinds & kind_bit(URA_FURNITURE_END)) && traits->words <= MOST_END)
        return URA_FURNITURE_END;
    if ((kinds & kind_bit(URA_FURNITURE_MORE)) && traits->words <= MOST_MORE &&
        (bracketed || traits->words <= 3))
        return URA_FURNITURE_MORE;
    if (kinds & kind_bit(URA_FURNITURE_URGENCY))
        return URA_FURNITURE_URGENCY;
    if ((kinds & kind_bit(URA_FURNITURE_EMBARGO)) && traits->words <= MOST_EMBARGO)
        return URA_FURNITURE_EMBARGO;
    if (kinds & kind_bit(URA_FURNITURE_BYLINE))
        return URA_FURNITURE_BYLINE;
    if ((kinds & kind_bit(URA_FURNITURE_ADVISORY)) ||
        (bracketed && (traits->classes & (CLASS_CHANGE | CLASS_NOTE))) ||
        (bracketed && (traits->shape & TRAIT_RATE)))
        return URA_FURNITURE_ADVISORY;
    if (kinds & kind_bit(URA_FURNITURE_CAPTION))
        return URA_FURNITURE_CAPTION;
    if (kinds & kind_bit(URA_FURNITURE_SLUG))
        return URA_FURNITURE_SLUG;
    if ((kinds & kind_bit(URA_FURNITURE_WEB)) || (traits->shape & (TRAIT_TAGS | TRAIT_RIGHTS)))
        return URA_FURNITURE_WEB;
    if ((kinds & kind_bit(URA_FURNITURE_PAGE)) && traits->words <= MOST_PAGE)
        return URA_FURNITURE_PAGE;
    return URA_FURNITURE_NONE;
}

/* The titles of other stories that follow "Read also:" when the label stands alone. */
static void
mark_titles(struct story *story, size_t label)
{
    for (size_t i = label + 1; i < story->units->count; i++) {
        const struct unit *unit = &story->units->items[i];

        if ((unit->kind != URA_BLOCK_HEADING && unit->kind != URA_BLOCK_LIST_ITEM) ||
            (unit->after_blank && i > label + 1) || story->traits[i].words > MOST_TITLE)
            return;
        story_set_aside(story, i, URA_FURNITURE_WEB);
    }
}

static bool
is_prose(const struct story *story, size_t index)
{
    return story_is_copy(story, index) && (story->traits[index].shape & TRAIT_PROSE);
}

/* The kind of the section that TRAITS opens; NONE if it opens none. */
static enum ura_furniture
opened_kind(const struct traits *traits)
{
    for (unsigned kind = 1; kind < URA_FURNITURE_COUNT; kind++) {
        if (traits->opens & kind_bit((enum ura_furniture)kind))
            return (enum ura_furniture)kind;
    }
    return URA_FURNITURE_NONE;
}

/* Sets aside the section that unit FIRST opens and those after it, to the end of the text. */
static void
mark_sections(struct story *story, size_t first)
{
    enum ura_furniture kind = URA_FURNITURE_ADVISORY;

    for (size_t i = first; i < story->units->count; i++) {
        enum ura_furniture opened = opened_kind(&story->traits[i]);

        if (opened)
            kind = opened;
        story_set_aside(story, i, kind);
    }
}

/* Sets aside what needs no zone: marked lines, and the sections that some lines open. */
static void
mark_anywhere(struct story *story)
{
    size_t count = story->units->count;
    bool prose_before = false;

    for (size_t i = 0; i < count; i++) {
        const struct traits *traits = &story->traits[i];
        enum ura_furniture kind = kind_anywhere(traits);

        if (prose_before &&
            (traits->opens || ((traits->shape & TRAIT_HASH) && i * 2 > count))) {
            mark_sections(story, i);
            return;
        }
        if (kind)
            story_set_aside(story, i, kind);
        if ((traits->classes & CLASS_TITLES) && traits->words <= 3)
            mark_titles(story, i);
        prose_before |= is_prose(story, i);
    }
}

/*
 * The signature of a mail: "--" alone on a line, after running text, with little below. What is
 * below may end like running text: "This message is confidential...".
 */
static void
mark_signature(struct story *story)
{
    enum { TALLEST_SIGNATURE = 12 };
    size_t count = story->units->count;
    size_t first = count > TALLEST_SIGNATURE ? count - TALLEST_SIGNATURE : 0;

    for (size_t i = first; i < count; i++) {
        bool prose_before = false;

        if (!ura_str_equal(story->traits[i].text, URA_STR("--")))
            continue;
        for (size_t k = 0; k < i; k++)
            prose_before |= is_prose(story, k);
        if (!prose_before)
            return;
        story->units->items[i].furniture = URA_FURNITURE_MAIL;
        for (; i < count; i++)
            story_set_aside(story, i, URA_FURNITURE_MAIL);
    }
}

/* Finds where the running text begins and ends. */
static void
find_zones(struct story *story)
{
    size_t count = story->units->count;

    story->lead = count;
    story->tail = 0;
    for (size_t i = 0; i < count; i++) {
        const struct traits *traits = &story->traits[i];
        struct dateline dateline = {0};

        if (!story_is_copy(story, i) || story->units->items[i].kind == URA_BLOCK_TABLE_ROW)
            continue;
        if (i < story->lead && (traits->shape & (TRAIT_ENDED | TRAIT_COLON)))
            dateline = dateline_read(traits->text);
        if (!is_prose(story, i) && !(dateline.strong && !dateline.alone))
            continue;
        if (story->lead == count)
            story->lead = i;
        /* A paragraph with contacts is furniture where nothing follows it. */
        if (!(traits->kinds & kind_bit(URA_FURNITURE_CONTACT)))
            story->tail = i + 1;
    }
}

/* Whether more than one unit begins with capitals and a dash: then they are speakers. */
static bool
has_speakers(const struct story *story)
{
    size_t speakers = 0;

    for (size_t i = story->lead; i < story->units->count; i++)
        speakers += dateline_read(story->traits[i].text).bare;
    return speakers > 1;
}

/* Finds datelines: that of the lead, and what looks like no other thing further on. */
static void
mark_datelines(struct story *story)
{
    for (size_t i = 0; i < story->tail; i++) {
        struct unit *unit = &story->units->items[i];
        struct dateline dateline;

        if (!story_is_copy(story, i) || unit->kind == URA_BLOCK_LIST_ITEM ||
            unit->kind == URA_BLOCK_TABLE_ROW)
            continue;
        dateline = dateline_read(story->traits[i].text);
        if (!dateline.len || (i != story->lead && !dateline.strong) ||
            (i > story->lead && !is_prose(story, i)) || (i < story->lead && !dateline.alone) ||
            (dateline.bare && has_speakers(story)))
            continue;
        if (dateline.alone) {
            story_set_aside(story, i, URA_FURNITURE_DATELINE);
            continue;
        }
        unit->opening = story->lines->items[unit->first].start + dateline.len;
        unit->furniture = URA_FURNITURE_DATELINE;
        /* What is left of a long first line is no heading. */
        story->found++;
    }
}

/* Whether WORDS begin as a slugline does that stands above: then it is the head of a page. */
static bool
repeats_slug(const struct story *story, size_t index)
{
    struct ura_str words = story->traits[index].text;

    for (size_t i = 0; i < index && i < story->lead; i++) {
        struct ura_str slug = story->traits[i].text;

        if (story->units->items[i].furniture == URA_FURNITURE_SLUG && slug.len <= words.len &&
            memcmp(slug.ptr, words.ptr, slug.len) == 0)
            return true;
    }
    return false;
}

/* Heads of pages: short lines that repeat the slugline, or that number the take below "(More)".
 */
static void
mark_page_heads(struct story *story)
{
    for (size_t i = story->lead + 1; i < story->units->count; i++) {
        const struct unit *unit = &story->units->items[i];
        const struct traits *traits = &story->traits[i];

        if (unit->kind != URA_BLOCK_HEADING || traits->words > MOST_HEAD)
            continue;
        if (repeats_slug(story, i) ||
            (unit[-1].furniture == URA_FURNITURE_MORE && (traits->shape & TRAIT_DIGITS)))
            story_set_aside(story, i, URA_FURNITURE_PAGE);
    }
}

enum ura_status
wire_mark(struct ura_str text, const struct patterns *patterns, const struct lines *lines,
          struct units *units, size_t *found, struct ura_error *error)
{
    struct story story = {.text = text, .patterns = patterns, .lines = lines, .units = units};
    struct ura_buf scratch = {0};
    enum ura_status status = URA_OK;

    *found = 0;
    if (units->count == 0)
        return URA_OK;
    story.traits = array_new(units->count, sizeof *story.traits);
    if (!story.traits)
        return error_memory(error);
    for (size_t i = 0; !status && i < units->count; i++)
        status = traits_read(&units->items[i], lines, text, patterns, &scratch,
                             &story.traits[i], error);
    if (!status) {
        mark_anywhere(&story);
        mark_signature(&story);
        find_zones(&story);
        mark_datelines(&story);
        story_mark_head(&story);
        mark_page_heads(&story);
        story_mark_foot(&story);
        *found = story.found;
    }
    buf_release(&scratch);
    free(story.traits);
    return status;
}
