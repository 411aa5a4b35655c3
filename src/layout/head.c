/* head.c - what stands above a story's first paragraph: all but headlines is furniture. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/story.h"

/* The score from which a line is a headline without doubt, and the least one can have. */
enum { SURE = 3, POSSIBLE = 1 };
/* The most words of a line of names and contacts above a story. */
enum { MOST_NAMES = 4, MOST_CONTACT = 20 };

static bool
has_kind(const struct traits *traits, enum ura_furniture kind)
{
    return (traits->kinds | traits->within) & kind_bit(kind);
}

/*
 * How much a line looks like a headline. Headlines have words in small letters that carry
 * meaning, five words or more, and no joined keywords, codes or bars. The weights were set by
 * hand, on the stories of the tests and of the development set.
 */
static int
headline_score(const struct unit *unit, const struct traits *traits)
{
    int score = 0;

    if (traits->shape & TRAIT_CAPS)
        score += traits->words >= 7 ? 2 : traits->words >= 4 ? -1 : -4;
    else if (traits->longest_small >= 4)
        score += 4;
    else if (traits->shape & TRAIT_NAMES)
        score -= traits->words <= 3 ? 2 : 0;
    score += (traits->words >= 5) + (traits->words >= 5) + (traits->words >= 8);
    if (traits->shape & TRAIT_KEYWORDS)
        score -= 5;
    if (traits->shape & (TRAIT_BARS | TRAIT_DASHED))
        score -= 5;
    if (traits->shape & TRAIT_CODES)
        score -= 3;
    if (traits->shape & (TRAIT_MAIL | TRAIT_URL | TRAIT_PHONE))
        score -= 6;
    if (traits->text.ptr[traits->text.len - 1] == '=')
        score -= 6;
    if ((traits->shape & TRAIT_ENDED) && unit->kind == URA_BLOCK_LIST_ITEM)
        score -= 3;
    if (has_kind(traits, URA_FURNITURE_LETTERHEAD))
        score -= 6;
    return score;
}

/* Whether a line may be a headline only where no better one follows: capitals, an office. */
static bool
gives_way(const struct traits *traits)
{
    return ((traits->shape & TRAIT_CAPS) && traits->words < 7) ||
           ((traits->classes & CLASS_OFFICE) &&
            (traits->longest_small < 4 || traits->words < 5));
}

/* The unit before the lead that is the headline; the lead where there is none. */
static size_t
find_headline(const struct story *story)
{
    size_t best = story->lead;
    int best_score = POSSIBLE - 1;

    for (size_t i = 0; i < story->lead; i++) {
        const struct traits *traits = &story->traits[i];
        const struct unit *unit = &story->units->items[i];
        int score;

        if (!story_is_copy(story, i) || unit->kind == URA_BLOCK_TABLE_ROW ||
            (unit->kind == URA_BLOCK_LIST_ITEM && best < story->lead))
            continue;
        score = headline_score(unit, traits);
        if (score >= SURE && !gives_way(traits))
            return i;
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

/* The lines of a mail's header: labels, from the top on. */
static void
mark_mail(struct story *story)
{
    size_t labels = 0;

    while (labels < story->lead && (story->traits[labels].classes & CLASS_HEADER))
        labels++;
    if (labels < 2)
        return;
    for (size_t i = 0; i < labels; i++)
        story_set_aside(story, i, URA_FURNITURE_MAIL);
}

/* Whether a line holds an author: "By" and a name, or a name alone where authors stand. */
static bool
is_byline(const struct story *story, size_t index, bool below_headline)
{
    const struct traits *traits = &story->traits[index];
    bool names = traits->shape & TRAIT_NAMES;

    if ((traits->classes & CLASS_BY) && (names || (traits->classes & CLASS_PERSON)))
        return true;
    if (traits->shape & TRAIT_MAIL)
        return traits->words <= MOST_CONTACT && traits->names >= 2;
    if (!below_headline || !names ||
        story->units->items[index].last > story->units->items[index].first ||
        (traits->shape & TRAIT_BARS) || (traits->shape & TRAIT_CAPS) || traits->names < 2 ||
        traits->names > MOST_NAMES)
        return false;
    /* A name stands beside other furniture: another author, a time, the dateline. */
    return !story_is_copy(story, index - 1) || !story_is_copy(story, index + 1) ||
           story->units->items[index + 1].opening ||
           (story->traits[index + 1].shape & TRAIT_STAMP);
}

/* What a line above the lead is whose place beside the headline does not matter. */
static enum ura_furniture
kind_in_head(const struct traits *traits)
{
    if ((traits->shape & TRAIT_BRACKETED))
        return URA_FURNITURE_ADVISORY;
    if ((traits->shape & TRAIT_CAPS) && (traits->classes & CLASS_CHANGE))
        return URA_FURNITURE_ADVISORY;
    if ((traits->shape & TRAIT_STAMP) && !(traits->shape & (TRAIT_KEYWORDS | TRAIT_CODES)))
        return URA_FURNITURE_WEB;
    if (has_kind(traits, URA_FURNITURE_LETTERHEAD) ||
        (has_kind(traits, URA_FURNITURE_CONTACT) && (traits->classes & CLASS_OFFICE)))
        return URA_FURNITURE_LETTERHEAD;
    if (has_kind(traits, URA_FURNITURE_CONTACT))
        return URA_FURNITURE_CONTACT;
    if (has_kind(traits, URA_FURNITURE_MAIL))
        return URA_FURNITURE_MAIL;
    return URA_FURNITURE_NONE;
}

/* Whether the lines before the headline make a letterhead. */
static bool
has_letterhead(const struct story *story, size_t headline)
{
    for (size_t i = 0; i < headline; i++) {
        if ((story->traits[i].classes & CLASS_OFFICE) ||
            story->units->items[i].furniture == URA_FURNITURE_LETTERHEAD)
            return true;
    }
    return false;
}

/* Everything above the headline is furniture, of whichever kind. */
static void
mark_above(struct story *story, size_t headline)
{
    bool letterhead = has_letterhead(story, headline);

    for (size_t i = 0; i < headline; i++) {
        struct unit *unit = &story->units->items[i];

        if (story->traits[i].shape & TRAIT_BARS)
            story_set_aside(story, i, URA_FURNITURE_WEB);
        story_set_aside(story, i, letterhead ? URA_FURNITURE_LETTERHEAD : URA_FURNITURE_SLUG);
        /* The date and the number of a letter belong to its head. */
        if (letterhead && (story->traits[i].shape & TRAIT_STAMP) &&
            unit->furniture == URA_FURNITURE_WEB)
            unit->furniture = URA_FURNITURE_LETTERHEAD;
    }
}

void
story_mark_head(struct story *story)
{
    size_t headline;

    if (story->lead == story->units->count)
        return;
    mark_mail(story);
    for (size_t i = 0; i < story->lead; i++) {
        enum ura_furniture kind = kind_in_head(&story->traits[i]);

        if (kind)
            story_set_aside(story, i, kind);
        else if (is_byline(story, i, false))
            story_set_aside(story, i, URA_FURNITURE_BYLINE);
    }
    headline = find_headline(story);
    mark_above(story, headline);
    for (size_t i = headline + 1; i < story->lead; i++) {
        const struct traits *traits = &story->traits[i];

        if (is_byline(story, i, true))
            story_set_aside(story, i, URA_FURNITURE_BYLINE);
        else if (traits->shape & TRAIT_BARS)
            story_set_aside(story, i, URA_FURNITURE_WEB);
        else if ((traits->shape & TRAIT_KEYWORDS) &&
                 ((traits->shape & TRAIT_CAPS) || traits->words == 1))
            story_set_aside(story, i, URA_FURNITURE_SLUG);
    }
}
