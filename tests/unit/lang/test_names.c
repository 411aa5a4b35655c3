/* test_names.c - what CLDR calls things is read in every language. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/names.h"

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

static bool
has(const struct names *names, const char *concept, const char *text)
{
    for (size_t i = 0; i < names->count; i++)
        if (ura_str_equal(names->items[i].concept, ura_str_from(concept)) &&
            ura_str_equal(names->items[i].text, ura_str_from(text)))
            return true;
    return false;
}

static void
a_concept_has_its_name_in_each_language(void **state)
{
    static const struct {
        const char *language;
        const char *concept;
        const char *name;
    } KNOWN[] = {
        {"sq", "region/DE", "Gjermani"},
        {"en", "region/DE", "Germany"},
        {"el", "region/DE", "Γερμανία"},
        {"sq", "month/6", "korrik"},
        {"en", "month/6", "July"},
        {"en", "month/6", "Jul"},
        {"sq", "day/1", "e hënë"},
        {"sq", "zone/Asia:Baku", "Baku"},
        {"en", "zone/Asia:Baku", "Baku"},
        {"en", "currency/EUR", "€"},
        {"sq", "field/day/relative/1", "nesër"},
        {"sr-Latn", "region/DE", "Nemačka"},
        {"en-GB", "region/DE", "Germany"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        struct names names;

        assert_int_equal(names_read(KNOWN[i].language, &names, NULL), URA_OK);
        if (!has(&names, KNOWN[i].concept, KNOWN[i].name))
            fail_msg("%s has no %s called %s", KNOWN[i].language, KNOWN[i].concept,
                     KNOWN[i].name);
        names_release(&names);
    }
}

static void
a_language_icu_does_not_know_has_the_cities_only(void **state)
{
    struct names names;

    (void)state;
    assert_int_equal(names_read("xx", &names, NULL), URA_OK);
    assert_true(has(&names, "zone/America:New_York", "New York"));
    for (size_t i = 0; i < names.count; i++)
        assert_memory_equal(names.items[i].concept.ptr, "zone/", 5);
    names_release(&names);
}

static void
grammar_and_patterns_are_no_names(void **state)
{
    struct names names;

    (void)state;
    assert_int_equal(names_read("de", &names, NULL), URA_OK);
    assert_true(has(&names, "unit/length/kilometer", "Kilometer"));
    assert_false(has(&names, "unit/length/kilometer", "masculine"));
    assert_false(has(&names, "unit/length/kilometer", "{0} pro Kilometer"));
    names_release(&names);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_concept_has_its_name_in_each_language),
        cmocka_unit_test(a_language_icu_does_not_know_has_the_cities_only),
        cmocka_unit_test(grammar_and_patterns_are_no_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
