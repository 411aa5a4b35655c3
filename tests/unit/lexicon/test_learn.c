/* test_learn.c - words that stand in the same beads again and again become links. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/learn.h"

#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

enum { SENTENCES = 60, WORDS = 4, TYPES = 24, COMMON = TYPES - 1 };

/* Sentences of three words drawn alike on both sides, and one word that stands in each; type i
 * of the source is type TYPES - 1 - i of the target, but for the common one. */
struct texts {
    struct ura_arena arena;
    struct evidence known;
    struct learning_bead beads[SENTENCES];
};

static void
fill_side(struct ura_arena *arena, struct evidence_side *side, bool turned)
{
    uint32_t seed = 7;

    *side = (struct evidence_side){.count = SENTENCES, .type_count = TYPES};
    side->first = arena_new(arena, SENTENCES + 1, sizeof *side->first);
    side->tokens = arena_new(arena, (size_t)SENTENCES * WORDS, sizeof *side->tokens);
    for (uint32_t i = 0; i < SENTENCES; i++) {
        for (uint32_t j = 0; j < WORDS; j++) {
            uint32_t word;

            seed = seed * 1664525u + 1013904223u;
            word = (seed >> 16) % COMMON;
            if (j == 0)
                word = COMMON;
            else if (turned)
                word = COMMON - 1 - word;
            side->tokens[i * WORDS + j] = word;
        }
        side->first[i + 1] = (i + 1) * WORDS;
    }
}

static void
fill(struct texts *texts)
{
    *texts = (struct texts){.known = {.unlinked = 0.8f}};
    fill_side(&texts->arena, &texts->known.source, false);
    fill_side(&texts->arena, &texts->known.target, true);
    texts->known.first = arena_new(&texts->arena, TYPES + 1, sizeof *texts->known.first);
    texts->known.links = arena_new(&texts->arena, 1, sizeof *texts->known.links);
    for (size_t i = 0; i < SENTENCES; i++)
        texts->beads[i] = (struct learning_bead){i, 1, i, 1, 0.99f};
}

static const struct evidence_link *
find_link(const struct evidence *evidence, uint32_t s, uint32_t t)
{
    for (size_t i = evidence->first[s]; i < evidence->first[s + 1]; i++)
        if (evidence->links[i].target == t)
            return &evidence->links[i];
    return NULL;
}

static void
words_that_keep_company_are_linked(void **state)
{
    struct texts texts;
    struct evidence learned;

    (void)state;
    fill(&texts);
    assert_int_equal(
        lexicon_learn(&texts.known, texts.beads, SENTENCES, &texts.arena, &learned, NULL),
        URA_OK);
    for (uint32_t s = 0; s < COMMON; s++) {
        const struct evidence_link *link = find_link(&learned, s, COMMON - 1 - s);

        assert_non_null(link);
        for (size_t i = learned.first[s]; i < learned.first[s + 1]; i++)
            assert_true(learned.links[i].forward <= link->forward);
    }
    arena_release(&texts.arena);
}

static void
beads_that_are_not_sure_or_have_one_side_teach_nothing(void **state)
{
    struct texts texts;
    struct evidence learned;

    (void)state;
    fill(&texts);
    for (size_t i = 0; i < SENTENCES; i++) {
        texts.beads[i].probability = i % 2 ? 0.2f : 0.99f;
        texts.beads[i].target_count = i % 2;
    }
    assert_int_equal(
        lexicon_learn(&texts.known, texts.beads, SENTENCES, &texts.arena, &learned, NULL),
        URA_OK);
    assert_int_equal(learned.first[TYPES], 0);
    arena_release(&texts.arena);
}

static void
what_was_known_stays_and_links_stay_in_order(void **state)
{
    struct texts texts;
    struct evidence learned;

    (void)state;
    fill(&texts);
    texts.known.links[0] = (struct evidence_link){5, 1000, 900};
    for (uint32_t s = 4; s <= TYPES; s++)
        texts.known.first[s] = 1;
    assert_int_equal(
        lexicon_learn(&texts.known, texts.beads, SENTENCES, &texts.arena, &learned, NULL),
        URA_OK);
    assert_non_null(find_link(&learned, 3, 5));
    assert_true(find_link(&learned, 3, 5)->forward >= 1000);
    for (uint32_t s = 0; s < TYPES; s++)
        for (size_t i = learned.first[s] + 1; i < learned.first[s + 1]; i++)
            assert_true(learned.links[i - 1].target < learned.links[i].target);
    arena_release(&texts.arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_keep_company_are_linked),
        cmocka_unit_test(beads_that_are_not_sure_or_have_one_side_teach_nothing),
        cmocka_unit_test(what_was_known_stays_and_links_stay_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
