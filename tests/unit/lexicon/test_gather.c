/* test_gather.c - the evidence between two documents: what is linked, its invariants. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/lexicon.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lexicon/reader.h"

/* Two texts, one sentence a line, and what was found between them. */
struct pairing {
    struct ura_context *context;
    struct ura_document *source, *target;
    struct ura_arena arena;
    struct evidence evidence;
};

static struct ura_document *
read_document(struct ura_context *context, const char *language, const char *text)
{
    struct ura_document_options options = {.language = language, .layout = URA_LAYOUT_LINES};
    struct ura_document *document;

    assert_int_equal(ura_document_read(context, text, strlen(text), &options, &document, NULL),
                     URA_OK);
    return document;
}

static struct pairing
gather(const char *source_language, const char *source, const char *target_language,
       const char *target)
{
    struct pairing pairing = {0};

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &pairing.context, NULL), URA_OK);
    pairing.source = read_document(pairing.context, source_language, source);
    pairing.target = read_document(pairing.context, target_language, target);
    assert_int_equal(lexicon_gather(pairing.context, pairing.source, pairing.target,
                                    &(struct lexicon_options){0}, &pairing.arena,
                                    &pairing.evidence, NULL),
                     URA_OK);
    return pairing;
}

static void
release(struct pairing *pairing)
{
    arena_release(&pairing->arena);
    ura_document_free(pairing->source);
    ura_document_free(pairing->target);
    ura_context_free(pairing->context);
}

/* The forward ratio between source type S and target type T; 0 where they are not linked. */
static float
find_link(const struct evidence *evidence, uint32_t s, uint32_t t)
{
    for (size_t i = evidence->first[s]; i < evidence->first[s + 1]; i++)
        if (evidence->links[i].target == t)
            return evidence->links[i].forward;
    return 0;
}

/* Whether the one word SOURCE and the one word TARGET are linked, among other words. */
static bool
meet(const char *source_language, const char *source, const char *target_language,
     const char *target)
{
    static const char OTHERS[] = " bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq";
    struct ura_buf first = {0}, second = {0};
    struct pairing pairing;
    bool met;

    buf_append_text(&first, source);
    buf_append(&first, OTHERS, sizeof OTHERS);
    buf_append_text(&second, target);
    buf_append(&second, OTHERS, sizeof OTHERS);
    pairing = gather(source_language, first.ptr, target_language, second.ptr);
    met = find_link(&pairing.evidence, pairing.evidence.source.tokens[0],
                    pairing.evidence.target.tokens[0]) > 1;

    release(&pairing);
    buf_release(&first);
    buf_release(&second);
    return met;
}

static void
names_of_cldr_meet_in_their_cases_for_every_pair_of_languages(void **state)
{
    (void)state;
    assert_true(meet("sq", "Gjermanisë", "en", "Germany"));
    assert_true(meet("sq", "Shqipërinë", "en", "Albania"));
    assert_true(meet("sq", "gjermane", "en", "German"));
    assert_true(meet("sq", "korrikun", "en", "July"));
    assert_true(meet("sq", "nesër", "en", "tomorrow"));
    assert_true(meet("sq", "javës", "en", "weeks"));
    assert_true(meet("en", "Switzerland", "de", "Schweiz"));
    assert_true(meet("it", "Germania", "el", "Γερμανία"));
    assert_true(meet("en", "Germany", "zh", "德国"));
    assert_true(meet("ru", "Германии", "fr", "Allemagne"));
    assert_false(meet("sq", "Gjermanisë", "en", "Albania"));
    assert_false(meet("sq", "korrikun", "en", "June"));
}

static void
a_name_of_several_words_gives_its_words_to_their_partners(void **state)
{
    struct pairing pairing = gather("sq", "Emiratet e Bashkuara Arabe aa bb cc dd", "en",
                                    "United Arab Emirates ee ff gg hh");
    const struct evidence *evidence = &pairing.evidence;
    const uint32_t *s = evidence->source.tokens, *t = evidence->target.tokens;

    (void)state;
    assert_true(find_link(evidence, s[2], t[0]) > 1);
    assert_true(find_link(evidence, s[0], t[2]) > 1);
    assert_true(find_link(evidence, s[2], t[0]) > find_link(evidence, s[2], t[2]));
    release(&pairing);
}

static void
values_meet_in_figures_words_and_dates(void **state)
{
    (void)state;
    assert_true(meet("sq", "tre", "en", "3"));
    assert_true(meet("sq", "18 mijë", "en", "18,000"));
    assert_true(meet("sq", "1.234,5", "en", "1,234.5"));
    assert_true(meet("sq", "përqind", "en", "%"));
    assert_true(meet("sq", "15.07.2019", "en", "July"));
    assert_true(meet("en", "1.5 million", "de", "1,5 Millionen"));
    assert_false(meet("sq", "tre", "en", "4"));
}

static void
short_words_that_only_look_the_same_are_not_linked(void **state)
{
    (void)state;
    /* In languages that no table has learned from. */
    assert_false(meet("de", "am", "en", "am"));
    assert_false(meet("it", "a", "en", "a"));
    assert_false(meet("it", "i", "en", "I"));
}

static void
a_word_is_worth_less_where_the_other_side_has_it_less_often(void **state)
{
    struct pairing even = gather("sq", "Kosova\nKosova\nlumi", "en", "Kosova\nKosova\nriver");
    struct pairing odd = gather("sq", "Kosova\nKosova\nlumi", "en", "Kosova\nwater\nriver");

    (void)state;
    assert_true(find_link(&even.evidence, even.evidence.source.tokens[0],
                          even.evidence.target.tokens[0]) > 0);
    assert_true(odd.evidence.links[odd.evidence.first[0]].backward >=
                even.evidence.links[even.evidence.first[0]].backward);
    release(&even);
    release(&odd);
}

/* A document of many sentences over few words, the same for each SEED. */
static void
write_text(struct ura_buf *out, uint32_t seed)
{
    static const char *const WORDS[] = {"Tirana", "president", "12",   "vote",
                                        "Berlin", "lajm",      "news", "korrik",
                                        "euro",   "minister",  ",",    "dhe"};

    for (int line = 0; line < 200; line++) {
        for (int word = 0; word < 8; word++) {
            seed = seed * 1664525u + 1013904223u;
            buf_append_text(out, WORDS[(seed >> 16) % (sizeof WORDS / sizeof *WORDS)]);
            buf_append_byte(out, ' ');
        }
        buf_append_text(out, line % 3 ? ".\n" : "\n");
    }
    buf_append_byte(out, '\0');
}

static void
expect_invariants(const struct evidence *evidence)
{
    const struct evidence_side *sides[] = {&evidence->source, &evidence->target};

    for (int i = 0; i < 2; i++) {
        for (size_t j = 0; j < sides[i]->count; j++)
            assert_true(sides[i]->first[j] <= sides[i]->first[j + 1]);
        for (size_t j = 0; j < sides[i]->first[sides[i]->count]; j++)
            assert_true(sides[i]->tokens[j] < sides[i]->type_count);
    }
    for (size_t s = 0; s < evidence->source.type_count; s++)
        for (size_t i = evidence->first[s]; i < evidence->first[s + 1]; i++) {
            assert_true(evidence->links[i].target < evidence->target.type_count);
            assert_true(evidence->links[i].forward > 0 && evidence->links[i].backward > 0);
            if (i > evidence->first[s])
                assert_true(evidence->links[i - 1].target < evidence->links[i].target);
        }
    assert_true(evidence->unlinked > 0 && evidence->unlinked < 1);
}

static void
evidence_is_whole_and_the_same_every_time(void **state)
{
    struct ura_buf source = {0}, target = {0};
    struct pairing first, second;
    size_t links;

    (void)state;
    write_text(&source, 1);
    write_text(&target, 2);
    first = gather("sq", source.ptr, "en", target.ptr);
    second = gather("sq", source.ptr, "en", target.ptr);
    expect_invariants(&first.evidence);
    links = first.evidence.first[first.evidence.source.type_count];
    assert_true(links > 5);
    assert_int_equal(links, second.evidence.first[second.evidence.source.type_count]);
    assert_memory_equal(first.evidence.links, second.evidence.links,
                        links * sizeof *first.evidence.links);
    assert_int_equal(first.evidence.source.flags[0], EVIDENCE_OPEN | EVIDENCE_PARAGRAPH);
    assert_int_equal(first.evidence.source.flags[1] & EVIDENCE_OPEN, 0);
    release(&first);
    release(&second);
    buf_release(&source);
    buf_release(&target);
}

static void
an_empty_side_has_no_links(void **state)
{
    struct pairing pairing = gather("sq", "", "en", "News.");

    (void)state;
    assert_int_equal(pairing.evidence.source.count, 0);
    assert_int_equal(pairing.evidence.target.count, 1);
    assert_int_equal(pairing.evidence.first[0], 0);
    release(&pairing);
}

static void
a_length_is_letters_and_digits(void **state)
{
    struct pairing pairing = gather("sq", "Në 15 ditë, ç'është?", "zh", "美国 15！");

    (void)state;
    assert_true(pairing.evidence.source.length[0] > 13.5f &&
                pairing.evidence.source.length[0] < 14.5f);
    assert_true(pairing.evidence.target.length[0] > 3.5f &&
                pairing.evidence.target.length[0] < 4.5f);
    release(&pairing);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_cldr_meet_in_their_cases_for_every_pair_of_languages),
        cmocka_unit_test(a_name_of_several_words_gives_its_words_to_their_partners),
        cmocka_unit_test(values_meet_in_figures_words_and_dates),
        cmocka_unit_test(short_words_that_only_look_the_same_are_not_linked),
        cmocka_unit_test(a_word_is_worth_less_where_the_other_side_has_it_less_often),
        cmocka_unit_test(evidence_is_whole_and_the_same_every_time),
        cmocka_unit_test(an_empty_side_has_no_links),
        cmocka_unit_test(a_length_is_letters_and_digits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
