/* test_limits.c - pins hold whatever speaks against them; sure paragraphs bound their lines. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/paragraphs.h"
#include "made.h"

#include <setjmp.h>

#include <cmocka.h>

/* Aligns with PINS; asserts that each pair is in one bead that has not moved. */
static void
align_pinned(const struct evidence *evidence, const struct align_pin *pins, size_t pin_count,
             bool full)
{
    const struct align_options options = {
        .moved = true, .full = full, .pins = pins, .pin_count = pin_count};
    struct ura_arena arena = {0};
    struct align_bead *beads;
    size_t count, held = 0;

    assert_int_equal(align_beads(evidence, &options, &arena, &beads, &count, NULL), URA_OK);
    made_verify(evidence, beads, count);
    for (size_t k = 0; k < count; k++) {
        const struct align_bead *bead = &beads[k];

        for (size_t p = 0; p < pin_count; p++) {
            bool source = pins[p].source - bead->source_first < bead->source_count;
            bool target = pins[p].target - bead->target_first < bead->target_count;

            assert_true(source == target);
            held += source;
            assert_true(!source || (!bead->moved && bead->pinned));
        }
    }
    assert_int_equal(held, pin_count);
    arena_release(&arena);
}

static void
pins_hold_against_all_evidence(void **state)
{
    const struct recipe recipes[] = {{21, 60, 800, 80, 70, 15}, {22, 3000, 5000, 50, 60, 20}};

    (void)state;
    for (size_t r = 0; r < 2; r++) {
        struct align_pin pins[16];
        struct made made;
        size_t lines, target;

        made_cook(&recipes[r], &made);
        lines = made.evidence.source.count;
        target = made.evidence.target.count;
        /* Each some lines off what is right, to one side and the other. */
        for (size_t p = 0; p < 16; p++)
            pins[p] = (struct align_pin){lines * (p + 1) / 18,
                                         target * (p + 1) / 18 + (p % 2 ? 1 : target / 60)};
        align_pinned(&made.evidence, pins, 16, false);
        if (r == 0)
            align_pinned(&made.evidence, pins, 16, true);
        made_release(&made);
    }
}

static void
every_line_may_be_pinned(void **state)
{
    static const int source[] = {1, 2, -1, 3, 4, -1, 5, 6, -1, 7, 8, -1, -2};
    static const int target[] = {9, -1, 1, 2, -1, 3, 4, -1, 5, 6, -1, -2};
    static const struct align_pin pins[] = {{0, 0}, {1, 1}, {2, 2}, {3, 3}};
    struct made made;

    (void)state;
    made_write(source, target, 10, &made);
    align_pinned(&made.evidence, pins, 4, false);
    made_release(&made);
}

static void
what_is_left_free_follows_the_words(void **state)
{
    static const int source[] = {1, 2, 3, -1, 4, 5, 6, -1, 7, 8, 9, -1, -2};
    static const int target[] = {1, 2, 3, -1, 4, 5, 6, -1, 7, 8, 9, -1, -2};
    static const struct align_pin pin = {0, 1};
    const struct align_options options = {.pins = &pin, .pin_count = 1};
    struct ura_arena arena = {0};
    struct align_bead *beads;
    struct made made;
    size_t count;

    (void)state;
    made_write(source, target, 10, &made);
    assert_int_equal(align_beads(&made.evidence, &options, &arena, &beads, &count, NULL),
                     URA_OK);
    assert_true(beads[count - 1].source_first == 2 && beads[count - 1].target_first == 2);
    arena_release(&arena);
    made_release(&made);
}

/* Lines are two to a paragraph on both sides; the fourth of the target speaks of the fifth of
 * the source too. */
static void
no_bead_goes_over_the_end_of_a_sure_paragraph(void **state)
{
    static const int source[] = {1,  2,  3,  4,  -1, 5,  6,  7,  8,  -1, 9,  10, 11, 12, -1, 13,
                                 14, 15, 16, -1, 17, 18, 19, 20, -1, 21, 22, 23, 24, -1, -2};
    static const int target[] = {1,  2,  3,  4,  -1, 5,  6,  7,  8,  -1, 9,  10, 11, 12, -1, 13,
                                 14, 15, 16, 17, -1, 18, 19, 20, -1, 21, 22, 23, 24, -1, -2};
    const struct align_options options = {.paragraphs = true};
    struct ura_arena arena = {0};
    struct align_bead *beads;
    struct anchor *gates;
    struct made made;
    size_t count, gate_count;

    (void)state;
    made_write(source, target, 30, &made);
    for (size_t i = 0; i < 6; i += 2) {
        made.evidence.source.flags[i] |= EVIDENCE_PARAGRAPH;
        made.evidence.target.flags[i] |= EVIDENCE_PARAGRAPH;
    }
    assert_int_equal(
        paragraphs_align(&made.evidence, &options, &arena, &gates, &gate_count, NULL), URA_OK);
    assert_int_equal(gate_count, 2);
    assert_true(gates[0].source == 2 && gates[0].target == 2);
    assert_true(gates[1].source == 4 && gates[1].target == 4);
    assert_int_equal(align_beads(&made.evidence, &options, &arena, &beads, &count, NULL),
                     URA_OK);
    made_verify(&made.evidence, beads, count);
    for (size_t k = 0; k < count; k++) {
        const struct align_bead *bead = &beads[k];

        if (!bead->source_count || !bead->target_count)
            continue;
        assert_int_equal(bead->source_first / 2,
                         (bead->source_first + bead->source_count - 1) / 2);
        assert_int_equal(bead->target_first / 2,
                         (bead->target_first + bead->target_count - 1) / 2);
        assert_int_equal(bead->source_first / 2, bead->target_first / 2);
    }
    arena_release(&arena);
    made_release(&made);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pins_hold_against_all_evidence),
        cmocka_unit_test(every_line_may_be_pinned),
        cmocka_unit_test(what_is_left_free_follows_the_words),
        cmocka_unit_test(no_bead_goes_over_the_end_of_a_sure_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
