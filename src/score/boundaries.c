/* boundaries.c - two ways to cut one text into sentences, held against each other. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "score/score.h"

/* Walks from one sentence end to the next. */
struct ends {
    struct ura_str text;
    size_t at;         /* byte */
    size_t characters; /* that are no blanks, up to there */
};

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/*
 * The next line end behind which OUT counts more characters than behind the last one; false at
 * the end of the text.
 */
static bool
take_end(struct ends *ends)
{
    size_t before = ends->characters;

    while (ends->at < ends->text.len) {
        char c = ends->text.ptr[ends->at++];

        if (c == '\n' && ends->characters > before)
            return true;
        /* A byte that goes on with a character is none. */
        ends->characters += !is_blank(c) && ((unsigned char)c & 0xc0) != 0x80;
    }
    return ends->characters > before;
}

static size_t
count_characters(struct ura_str text)
{
    struct ends ends = {.text = text};

    while (take_end(&ends))
        continue;
    return ends.characters;
}

enum ura_status
ura_score_add_boundaries(struct ura_str gold, struct ura_str system,
                         struct ura_score_boundaries *out, struct ura_error *error)
{
    size_t all = count_characters(gold), given = count_characters(system);
    struct ends wanted_ends = {.text = gold}, given_ends = {.text = system};
    bool wanted = take_end(&wanted_ends), found = take_end(&given_ends);

    if (all != given)
        return error_set(error, URA_BAD_INPUT,
                         "has %zu characters without blanks, the gold %zu; the same text cut "
                         "into sentences would be right",
                         given, all);
    while (wanted || found) {
        size_t here = wanted ? wanted_ends.characters : all;
        size_t there = found ? given_ends.characters : all;

        out->gold += wanted && here < all && here <= there;
        out->system += found && there < all && there <= here;
        out->right += here == there && here < all;
        if (wanted && here <= there)
            wanted = take_end(&wanted_ends);
        if (found && there <= here)
            found = take_end(&given_ends);
    }
    return URA_OK;
}
