/* made.c - texts made by the roll of dice, with their evidence and the beads they were made by.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "made.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WORDS_LEAST = 5, WORDS_MOST = 24, LETTERS_OF_WORD = 5 };

/* A side as it grows. */
struct side {
    uint32_t *tokens;
    size_t token_capacity;
    uint32_t *first;
    size_t first_capacity;
    size_t count;
};

uint32_t
dice_roll(struct dice *dice, uint32_t sides)
{
    dice->state ^= dice->state << 13;
    dice->state ^= dice->state >> 7;
    dice->state ^= dice->state << 17;
    return (uint32_t)(dice->state >> 33) % sides;
}

static void
begin_side(struct side *side)
{
    *side = (struct side){0};
    side->first = array_grow(NULL, &side->first_capacity, 1, sizeof *side->first);
    assert_non_null(side->first);
    side->first[0] = 0;
}

/* Adds WORDS to the line that is open. */
static void
add_words(struct side *side, const uint32_t *words, size_t count)
{
    uint32_t end = side->first[side->count];
    uint32_t *tokens =
        array_grow(side->tokens, &side->token_capacity, end + count + 1, sizeof *tokens);

    assert_non_null(tokens);
    side->tokens = tokens;
    if (count)
        memcpy(tokens + end, words, count * sizeof *words);
    side->first[side->count] = end + (uint32_t)count;
}

static void
end_line(struct side *side)
{
    uint32_t *first =
        array_grow(side->first, &side->first_capacity, side->count + 2, sizeof *first);

    assert_non_null(first);
    side->first = first;
    side->count++;
    first[side->count] = first[side->count - 1];
}

/* While a line is open its end is kept at first[count]; what evidence wants are the starts. */
static void
finish_side(struct side *side, uint32_t types, struct ura_arena *arena,
            struct evidence_side *out)
{
    size_t tokens = side->first[side->count];

    out->count = side->count;
    out->type_count = types;
    out->first = arena_new(arena, side->count + 1, sizeof *out->first);
    out->tokens = arena_new(arena, tokens, sizeof *out->tokens);
    out->length = arena_new(arena, side->count, sizeof *out->length);
    out->flags = arena_new(arena, side->count, sizeof *out->flags);
    assert_true(out->first && out->tokens && out->length && out->flags);
    for (size_t i = 0; i < side->count; i++) {
        out->first[i + 1] = side->first[i];
        out->length[i] = (float)((side->first[i] - out->first[i]) * LETTERS_OF_WORD);
    }
    if (tokens)
        memcpy(out->tokens, side->tokens, tokens * sizeof *out->tokens);
    free(side->tokens);
    free(side->first);
}

/* Links word k with word k for types that CHOSEN says, as likely as counted frequencies give.
 */
static void
link_words(struct evidence *evidence, uint32_t types, uint32_t chosen, struct ura_arena *arena)
{
    const float probability = 0.6f;
    size_t counts[2] = {evidence->source.first[evidence->source.count],
                        evidence->target.first[evidence->target.count]};
    uint32_t *seen[2];

    evidence->unlinked = 0.8f;
    evidence->first = arena_new(arena, types + 1, sizeof *evidence->first);
    evidence->links = arena_new(arena, types, sizeof *evidence->links);
    for (size_t side = 0; side < 2; side++) {
        const uint32_t *tokens = side ? evidence->target.tokens : evidence->source.tokens;
        seen[side] = arena_new(arena, types, sizeof *seen[side]);
        assert_non_null(seen[side]);
        for (size_t k = 0; k < counts[side]; k++)
            seen[side][tokens[k]]++;
    }
    assert_true(evidence->first && evidence->links);
    for (uint32_t t = 0; t < types; t++) {
        size_t at = evidence->first[t];
        evidence->first[t + 1] = at;
        if (t * 37 % 100 >= chosen || !seen[0][t] || !seen[1][t])
            continue;
        evidence->links[at] =
            (struct evidence_link){t, probability * (float)counts[1] / (float)seen[1][t],
                                   probability * (float)counts[0] / (float)seen[0][t]};
        evidence->first[t + 1]++;
    }
}

/* A word of the language: small numbers often. */
static uint32_t
roll_word(struct dice *dice, uint32_t types)
{
    uint32_t most = dice_roll(dice, types) + 1;

    return dice_roll(dice, dice_roll(dice, most) + 1);
}

/* An original line and its translation, whose words keep about their places. */
static size_t
roll_line(struct dice *dice, const struct recipe *recipe, uint32_t *original,
          uint32_t *translation)
{
    size_t count = WORDS_LEAST + dice_roll(dice, WORDS_MOST - WORDS_LEAST);

    for (size_t k = 0; k < count; k++) {
        original[k] = roll_word(dice, recipe->types);
        translation[k] =
            dice_roll(dice, 100) < recipe->kept ? original[k] : roll_word(dice, recipe->types);
    }
    for (size_t k = 1; k < count; k++) {
        size_t other = k - dice_roll(dice, k < 3 ? 2 : 3);
        uint32_t word = translation[k];
        translation[k] = translation[other];
        translation[other] = word;
    }
    return count;
}

static void
add_gold(struct made *made, size_t *capacity, size_t source, size_t target,
         const struct side *sides)
{
    struct align_bead *gold =
        array_grow(made->gold, capacity, made->gold_count + 1, sizeof *gold);

    assert_non_null(gold);
    made->gold = gold;
    gold[made->gold_count++] = (struct align_bead){.source_first = source,
                                                   .source_count = sides[0].count - source,
                                                   .target_first = target,
                                                   .target_count = sides[1].count - target};
}

void
made_cook(const struct recipe *recipe, struct made *out)
{
    struct dice dice = {recipe->seed * 2654435761u + 88172645463325252u};
    uint32_t words[2][WORDS_MOST];
    struct side sides[2];
    size_t gold_capacity = 0;

    *out = (struct made){0};
    begin_side(&sides[0]);
    begin_side(&sides[1]);
    for (size_t i = 0; i < recipe->lines; i++) {
        size_t source = sides[0].count, target = sides[1].count;
        bool odd = dice_roll(&dice, 100) < recipe->odd;
        uint32_t what = odd ? dice_roll(&dice, 4) : 4, side = dice_roll(&dice, 2);

        for (size_t part = 0; part < (what == 2 ? 2u : 1u); part++) {
            size_t count = roll_line(&dice, recipe, words[0], words[1]);
            for (uint32_t k = 0; k < 2; k++) {
                /* 0, 1: dropped on one side; 2: two lines are one; 3: one line is two */
                if (what < 2 && k == side)
                    continue;
                if (what == 3 && k == side) {
                    add_words(&sides[k], words[k], count / 2);
                    end_line(&sides[k]);
                    add_words(&sides[k], words[k] + count / 2, count - count / 2);
                } else {
                    add_words(&sides[k], words[k], count);
                }
                if (!(what == 2 && k == side && part == 0))
                    end_line(&sides[k]);
            }
        }
        add_gold(out, &gold_capacity, source, target, sides);
    }
    finish_side(&sides[0], recipe->types, &out->arena, &out->evidence.source);
    finish_side(&sides[1], recipe->types, &out->arena, &out->evidence.target);
    link_words(&out->evidence, recipe->types, recipe->linked, &out->arena);
}

void
made_write(const int *source, const int *target, uint32_t types, struct made *out)
{
    const int *texts[2] = {source, target};
    struct side sides[2];

    *out = (struct made){0};
    for (size_t k = 0; k < 2; k++) {
        begin_side(&sides[k]);
        for (const int *at = texts[k]; *at != -2; at++) {
            uint32_t word = (uint32_t)*at;
            if (*at == -1)
                end_line(&sides[k]);
            else
                add_words(&sides[k], &word, 1);
        }
    }
    finish_side(&sides[0], types, &out->arena, &out->evidence.source);
    finish_side(&sides[1], types, &out->arena, &out->evidence.target);
    link_words(&out->evidence, types, 100, &out->arena);
}

void
made_release(struct made *made)
{
    arena_release(&made->arena);
    free(made->gold);
    *made = (struct made){0};
}

static size_t
count_two_sided(const struct align_bead *beads, size_t count)
{
    size_t found = 0;

    for (size_t k = 0; k < count; k++)
        found += beads[k].source_count && beads[k].target_count;
    return found;
}

double
made_score(const struct made *made, const struct align_bead *beads, size_t count)
{
    size_t right = 0;

    for (size_t k = 0; k < count; k++)
        for (size_t g = 0; g < made->gold_count && beads[k].source_count; g++)
            right += beads[k].target_count &&
                     made->gold[g].source_first == beads[k].source_first &&
                     made->gold[g].source_count == beads[k].source_count &&
                     made->gold[g].target_first == beads[k].target_first &&
                     made->gold[g].target_count == beads[k].target_count;
    return 2.0 * (double)right /
           (double)(count_two_sided(beads, count) +
                    count_two_sided(made->gold, made->gold_count));
}

void
made_verify(const struct evidence *evidence, const struct align_bead *beads, size_t count)
{
    uint8_t *seen = array_new(evidence->source.count + 1, 1);
    size_t target = 0, source = 0, total = 0;

    assert_non_null(seen);
    for (size_t k = 0; k < count; k++) {
        assert_true(beads[k].source_count + beads[k].target_count > 0);
        assert_int_equal(beads[k].target_first, target);
        assert_in_range(beads[k].source_first + beads[k].source_count, 0,
                        evidence->source.count);
        for (size_t i = 0; i < beads[k].source_count; i++)
            assert_int_equal(seen[beads[k].source_first + i]++, 0);
        if (!beads[k].moved && beads[k].source_count) {
            assert_true(beads[k].source_first >= source);
            source = beads[k].source_first + beads[k].source_count;
        }
        assert_true(beads[k].probability >= 0 && beads[k].probability <= 1);
        target += beads[k].target_count;
        total += beads[k].source_count;
    }
    assert_int_equal(target, evidence->target.count);
    assert_int_equal(total, evidence->source.count);
    free(seen);
}
