/* symmetry.c - links of two directions made one. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "words/symmetry.h"

#include <stdlib.h>

static const char *const names[URA_SYMMETRY_COUNT] = {
    [URA_SYMMETRY_GROW_DIAG_FINAL_AND] = "grow-diag-final-and",
    [URA_SYMMETRY_GROW_DIAG] = "grow-diag",
    [URA_SYMMETRY_INTERSECTION] = "intersection",
    [URA_SYMMETRY_UNION] = "union",
    [URA_SYMMETRY_FORWARD] = "forward",
    [URA_SYMMETRY_BACKWARD] = "backward",
};

const char *
ura_symmetry_name(enum ura_symmetry symmetry)
{
    return symmetry < URA_SYMMETRY_COUNT ? names[symmetry] : NULL;
}

bool
ura_symmetry_find(const char *name, enum ura_symmetry *out)
{
    for (int i = 0; i < URA_SYMMETRY_COUNT; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (enum ura_symmetry)i;
            return true;
        }
    return false;
}

/* What is chosen so far. */
struct choice {
    const struct directions *directions;
    bool *sources, *targets; /* tokens that have a link */
    struct ura_word_links *links;
    size_t first; /* of the links that are this pair's */
    bool failed;
};

static bool
is_in_union(const struct directions *directions, size_t i, size_t j)
{
    return directions->forward[j] == i || directions->backward[i] == j;
}

static bool
is_chosen(const struct choice *choice, size_t i, size_t j)
{
    for (size_t k = choice->first; k < choice->links->count; k++)
        if (choice->links->items[k].source == i && choice->links->items[k].target == j)
            return true;
    return false;
}

static void
choose(struct choice *choice, size_t i, size_t j)
{
    choice->failed = choice->failed || !word_links_add(choice->links, i, j);
    choice->sources[i] = choice->targets[j] = true;
}

/* The links that both directions have. */
static void
choose_both(struct choice *choice)
{
    const struct directions *directions = choice->directions;

    for (size_t j = 0; j < directions->n; j++) {
        uint32_t i = directions->forward[j];

        if (i != TOKEN_ALONE && directions->backward[i] == j)
            choose(choice, i, j);
    }
}

/* The neighbours of each chosen link, those as well, that one direction has, where they give a
 * token its first link. */
static void
grow(struct choice *choice)
{
    static const int steps[8][2] = {{-1, 0},  {0, -1}, {1, 0},  {0, 1},
                                    {-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
    const struct directions *directions = choice->directions;
    size_t count;

    do {
        count = choice->links->count;
        for (size_t k = choice->first; k < choice->links->count && !choice->failed; k++) {
            for (int step = 0; step < 8; step++) {
                size_t i = choice->links->items[k].source + (size_t)steps[step][0];
                size_t j = choice->links->items[k].target + (size_t)steps[step][1];

                if (i < directions->m && j < directions->n && is_in_union(directions, i, j) &&
                    (!choice->sources[i] || !choice->targets[j]) && !is_chosen(choice, i, j))
                    choose(choice, i, j);
            }
        }
    } while (choice->links->count > count && !choice->failed);
}

/* What either direction has between two tokens that have no link yet. */
static void
choose_last(struct choice *choice)
{
    const struct directions *directions = choice->directions;

    for (size_t j = 0; j < directions->n; j++) {
        uint32_t i = directions->forward[j];

        if (i != TOKEN_ALONE && !choice->sources[i] && !choice->targets[j])
            choose(choice, i, j);
    }
    for (size_t i = 0; i < directions->m; i++) {
        uint32_t j = directions->backward[i];

        if (j != TOKEN_ALONE && !choice->sources[i] && !choice->targets[j])
            choose(choice, i, j);
    }
}

static void
choose_direction(struct choice *choice, bool forward)
{
    const struct directions *directions = choice->directions;
    size_t count = forward ? directions->n : directions->m;

    for (size_t k = 0; k < count; k++) {
        uint32_t other = forward ? directions->forward[k] : directions->backward[k];

        if (other != TOKEN_ALONE)
            choose(choice, forward ? other : k, forward ? k : other);
    }
}

bool
symmetry_join(const struct directions *directions, enum ura_symmetry symmetry,
              struct ura_word_links *out)
{
    struct choice choice = {.directions = directions, .links = out, .first = out->count};
    bool done;

    choice.sources = array_new(directions->m + 1, sizeof *choice.sources);
    choice.targets = array_new(directions->n + 1, sizeof *choice.targets);
    done = choice.sources && choice.targets;
    if (done) {
        if (symmetry == URA_SYMMETRY_FORWARD || symmetry == URA_SYMMETRY_UNION)
            choose_direction(&choice, true);
        if (symmetry == URA_SYMMETRY_BACKWARD || symmetry == URA_SYMMETRY_UNION)
            choose_direction(&choice, false);
        if (symmetry <= URA_SYMMETRY_INTERSECTION)
            choose_both(&choice);
        if (symmetry <= URA_SYMMETRY_GROW_DIAG)
            grow(&choice);
        if (symmetry == URA_SYMMETRY_GROW_DIAG_FINAL_AND)
            choose_last(&choice);
        done = !choice.failed;
    }
    free(choice.sources);
    free(choice.targets);
    return done;
}
