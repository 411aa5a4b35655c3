/* beads.c - beads held against the gold's: strictly, laxly, and who is alone. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "score/score.h"

#include <stdlib.h>

/* A sentence and the bead that has it. */
struct owner {
    size_t sentence;
    size_t bead;
};

/* The beads of one answer: two-sided ones by what they are and by their sentences, and the
 * sentences that are alone. Arrays live in an arena. */
struct answer {
    const struct ura_score_bead *beads;
    size_t count;
    const struct ura_score_bead **ordered; /* two-sided */
    size_t two_sided;
    struct owner *owners[2]; /* of source and target sentences; by sentence */
    size_t owner_count[2];
    size_t *alone[2]; /* ascending, each once */
    size_t alone_count[2];
};

static bool
is_two_sided(const struct ura_score_bead *bead)
{
    return bead->source.count && bead->target.count;
}

static int
compare_sides(const struct ura_score_side *one, const struct ura_score_side *other)
{
    if (one->count != other->count)
        return one->count < other->count ? -1 : 1;
    for (size_t i = 0; i < one->count; i++)
        if (one->numbers[i] != other->numbers[i])
            return one->numbers[i] < other->numbers[i] ? -1 : 1;
    return 0;
}

static int
compare_beads(const void *one, const void *other)
{
    const struct ura_score_bead *const *a = one, *const *b = other;
    int source = compare_sides(&(*a)->source, &(*b)->source);

    return source ? source : compare_sides(&(*a)->target, &(*b)->target);
}

static int
compare_owners(const void *one, const void *other)
{
    const struct owner *a = one, *b = other;

    if (a->sentence != b->sentence)
        return a->sentence < b->sentence ? -1 : 1;
    return (a->bead > b->bead) - (a->bead < b->bead);
}

static int
compare_numbers(const void *one, const void *other)
{
    const size_t *a = one, *b = other;

    return (*a > *b) - (*a < *b);
}

static const struct ura_score_side *
side_of(const struct ura_score_bead *bead, int side)
{
    return side ? &bead->target : &bead->source;
}

static bool
make_side(struct answer *answer, int side, struct ura_arena *arena)
{
    size_t owners = 0, alone = 0, kept = 0;

    for (size_t k = 0; k < answer->count; k++)
        *(is_two_sided(&answer->beads[k]) ? &owners : &alone) +=
            side_of(&answer->beads[k], side)->count;
    answer->owners[side] = arena_new(arena, owners, sizeof **answer->owners);
    answer->alone[side] = arena_new(arena, alone, sizeof **answer->alone);
    if (!answer->owners[side] || !answer->alone[side])
        return false;
    owners = alone = 0;
    for (size_t k = 0; k < answer->count; k++) {
        const struct ura_score_side *numbers = side_of(&answer->beads[k], side);

        for (size_t i = 0; i < numbers->count; i++) {
            if (is_two_sided(&answer->beads[k]))
                answer->owners[side][owners++] = (struct owner){numbers->numbers[i], k};
            else
                answer->alone[side][alone++] = numbers->numbers[i];
        }
    }
    qsort(answer->owners[side], owners, sizeof **answer->owners, compare_owners);
    qsort(answer->alone[side], alone, sizeof **answer->alone, compare_numbers);
    for (size_t i = 0; i < alone; i++)
        if (!kept || answer->alone[side][kept - 1] != answer->alone[side][i])
            answer->alone[side][kept++] = answer->alone[side][i];
    answer->owner_count[side] = owners;
    answer->alone_count[side] = kept;
    return true;
}

static bool
make_answer(const struct ura_score_bead *beads, size_t count, struct ura_arena *arena,
            struct answer *out)
{
    *out = (struct answer){.beads = beads, .count = count};
    out->ordered = arena_new(arena, count, sizeof *out->ordered);
    if (!out->ordered || !make_side(out, 0, arena) || !make_side(out, 1, arena))
        return false;
    for (size_t k = 0; k < count; k++)
        if (is_two_sided(&beads[k]))
            out->ordered[out->two_sided++] = &beads[k];
    qsort(out->ordered, out->two_sided, sizeof *out->ordered, compare_beads);
    return true;
}

static bool
has_bead(const struct answer *answer, const struct ura_score_bead *bead)
{
    return bsearch(&bead, answer->ordered, answer->two_sided, sizeof *answer->ordered,
                   compare_beads) != NULL;
}

static bool
is_alone(const struct answer *answer, int side, size_t sentence)
{
    return bsearch(&sentence, answer->alone[side], answer->alone_count[side], sizeof sentence,
                   compare_numbers) != NULL;
}

/* The first owner of SENTENCE or of one behind it. */
static size_t
find_owner(const struct answer *answer, int side, size_t sentence)
{
    size_t low = 0, high = answer->owner_count[side];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (answer->owners[side][middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/*
 * Whether BEAD shares a sentence on both sides with one bead of ANSWER. SEEN, by bead of the
 * answer, is below STAMP everywhere.
 */
static bool
meets(const struct answer *answer, const struct ura_score_bead *bead, size_t *seen,
      size_t stamp)
{
    for (int side = 0; side < 2; side++) {
        const struct ura_score_side *numbers = side_of(bead, side);

        for (size_t i = 0; i < numbers->count; i++) {
            size_t at = find_owner(answer, side, numbers->numbers[i]);

            for (; at < answer->owner_count[side] &&
                   answer->owners[side][at].sentence == numbers->numbers[i];
                 at++) {
                size_t other = answer->owners[side][at].bead;

                if (side && seen[other] == stamp)
                    return true;
                if (!side)
                    seen[other] = stamp;
            }
        }
    }
    return false;
}

static bool
count_meeting(const struct answer *asked, const struct answer *answer, struct ura_arena *arena,
              uint64_t *out)
{
    size_t *seen = arena_new(arena, answer->count, sizeof *seen);

    if (!seen)
        return false;
    for (size_t k = 0; k < asked->two_sided; k++)
        *out += meets(answer, asked->ordered[k], seen, k + 1);
    return true;
}

/* Whether BEAD of the system stands in the gold just so. */
static bool
is_right(const struct answer *gold, const struct ura_score_bead *bead)
{
    if (is_two_sided(bead))
        return has_bead(gold, bead);
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < side_of(bead, side)->count; i++)
            if (!is_alone(gold, side, side_of(bead, side)->numbers[i]))
                return false;
    return true;
}

enum ura_status
ura_score_add_beads(const struct ura_score_bead *gold, size_t gold_count,
                    const struct ura_score_bead *system, size_t system_count, bool *right,
                    struct ura_score_beads *out, struct ura_error *error)
{
    struct ura_arena arena = {0};
    struct answer wanted, given;
    struct ura_score_beads sum = *out;
    bool made = make_answer(gold, gold_count, &arena, &wanted) &&
                make_answer(system, system_count, &arena, &given) &&
                count_meeting(&given, &wanted, &arena, &sum.lax_system) &&
                count_meeting(&wanted, &given, &arena, &sum.lax_gold);

    if (made) {
        sum.gold += wanted.two_sided;
        sum.system += given.two_sided;
        for (size_t k = 0; k < given.two_sided; k++)
            sum.strict += has_bead(&wanted, given.ordered[k]);
        for (int side = 0; side < 2; side++) {
            sum.gold_nulls += wanted.alone_count[side];
            sum.system_nulls += given.alone_count[side];
            for (size_t i = 0; i < given.alone_count[side]; i++)
                sum.nulls += is_alone(&wanted, side, given.alone[side][i]);
        }
        for (size_t k = 0; right && k < system_count; k++)
            right[k] = is_right(&wanted, &system[k]);
        *out = sum;
    }
    arena_release(&arena);
    return made ? URA_OK : error_memory(error);
}
