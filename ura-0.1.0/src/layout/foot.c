/* foot.c - what stands below a story's last paragraph: results and lists, and then furniture.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/story.h"

/* The most words of contacts, and of a name alone on a line. */
enum { MOST_CONTACT = 40, MOST_NAMES = 4 };

/* What UNIT is, below which everything is furniture. */
static enum ura_furniture
kind_at_foot(const struct story *story, size_t index)
{
    const struct unit *unit = &story->units->items[index];
    const struct traits *traits = &story->traits[index];
    bool names = traits->shape & TRAIT_NAMES;

    if (unit->kind != URA_BLOCK_TABLE_ROW && unit->kind != URA_BLOCK_LIST_ITEM &&
        traits_is_signoff(traits->text))
        return URA_FURNITURE_END;
    if ((traits->shape & TRAIT_BRACKETED) && (traits->shape & (TRAIT_MAIL | TRAIT_PHONE)))
        return URA_FURNITURE_CONTACT;
    if (traits->shape & TRAIT_BRACKETED)
        return names ? URA_FURNITURE_BYLINE : URA_FURNITURE_ADVISORY;
    if ((traits->classes & CLASS_BY) && (names || (traits->classes & CLASS_PERSON)))
        return URA_FURNITURE_BYLINE;
    if (traits->kinds & kind_bit(URA_FURNITURE_CONTACT))
        return URA_FURNITURE_CONTACT;
    /* A sentence that gives a number is one of the story's. */
    if ((traits->shape & (TRAIT_MAIL | TRAIT_URL | TRAIT_PHONE)) &&
        !(traits->shape & TRAIT_ENDED) && traits->words <= MOST_CONTACT)
        return URA_FURNITURE_CONTACT;
    if (traits->kinds & kind_bit(URA_FURNITURE_MAIL))
        return URA_FURNITURE_MAIL;
    if (traits->kinds & kind_bit(URA_FURNITURE_LETTERHEAD))
        return URA_FURNITURE_LETTERHEAD;
    if (traits->shape & TRAIT_STAMP)
        return URA_FURNITURE_END;
    if (unit->kind == URA_BLOCK_HEADING && (traits->shape & TRAIT_KEYWORDS))
        return URA_FURNITURE_SLUG;
    if (unit->kind == URA_BLOCK_HEADING && (traits->classes & CLASS_OFFICE))
        return URA_FURNITURE_CONTACT;
    /* A name right below the last paragraph: the author's. */
    if (unit->kind == URA_BLOCK_HEADING && names && !(traits->shape & TRAIT_CAPS) &&
        traits->names >= 2 && traits->words <= MOST_NAMES && index == story->tail)
        return URA_FURNITURE_BYLINE;
    return URA_FURNITURE_NONE;
}

void
story_mark_foot(struct story *story)
{
    size_t from = story->tail;

    for (size_t i = story->units->count; i-- > from;) {
        enum ura_furniture kind = URA_FURNITURE_NONE;

        if (story_is_copy(story, i))
            kind = kind_at_foot(story, i);
        if (kind)
            story_set_aside(story, i, kind);
        else if (story_is_copy(story, i))
            return;
    }
}
