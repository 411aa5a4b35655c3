/* test_table.c - a learned table is written, checked, and says what was put into it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lexicon/table_parts.h"

static const struct table_word albanian[] = {
    {URA_STR("shtep"), URA_STR("shtepia"), 0.01f},
    {URA_STR("qyt"), URA_STR("qyt"), 0.002f},
    {URA_STR("vet"), URA_STR("vetem"), 0.5f}, /* has no link */
    {URA_STR("dhe"), URA_STR("dhe"), 0.05f},
};
static const struct table_word english[] = {
    {URA_STR("hous"), URA_STR("house"), 0.012f},
    {URA_STR("home"), URA_STR("home"), 0.004f},
    {URA_STR("cit"), URA_STR("city"), 0.002f},
    {URA_STR("and"), URA_STR("and"), 0.06f},
};

static void
write_table(struct ura_buf *out)
{
    struct table_link links[] = {
        {0, 1, 0.25f, 0.5f}, {3, 3, 1, 0.9f}, {0, 0, 0.7f, 0.8f}, {1, 2, 0.004f, 0.0001f}};
    struct table_draft draft = {.languages = {"sq", "en-GB"},
                                .pairs = 7,
                                .words = {albanian, english},
                                .types = {4, 4},
                                .links = links,
                                .link_count = 4,
                                .note = URA_STR("made for a test")};

    assert_int_equal(table_write(&draft, out, NULL), URA_OK);
}

static void
what_is_written_is_read_again(void **state)
{
    struct ura_buf bytes = {0};
    struct table_facts facts;
    struct table_link link;
    struct table *table;
    size_t first, end;
    uint32_t house;

    (void)state;
    write_table(&bytes);
    assert_int_equal(bytes.len % 4, 0);
    assert_int_equal(table_open_bytes(bytes.ptr, bytes.len, &table, NULL), URA_OK);
    table_describe(table, &facts);
    assert_string_equal(facts.languages[0], "sq");
    assert_string_equal(facts.languages[1], "en");
    assert_int_equal(facts.pairs, 7);
    assert_int_equal(facts.types[0], 3);
    assert_int_equal(facts.types[1], 4);
    assert_int_equal(facts.links, 4);
    assert_true(ura_str_equal(facts.note, URA_STR("made for a test")));
    assert_int_equal(table_find_word(table, 0, URA_STR("vet")), INTERN_NONE);
    house = table_find_word(table, 0, URA_STR("shtep"));
    assert_true(ura_str_equal(table_word_at(table, 0, house).form, URA_STR("shtepia")));
    assert_float_equal(table_word_at(table, 0, house).share, 0.01, 0.0005);
    table_links_of(table, house, &first, &end);
    assert_int_equal(end - first, 2);
    for (size_t i = first; i < end; i++) {
        assert_true(table_link_at(table, house, i, &link));
        if (ura_str_equal(table_word_at(table, 1, link.target).stem, URA_STR("home"))) {
            assert_float_equal(link.forward, 0.25, 0.005);
            assert_float_equal(link.backward, 0.5, 0.01);
        } else {
            assert_float_equal(link.forward, 0.7, 0.012);
            assert_float_equal(link.backward, 0.8, 0.013);
        }
    }
    table_free(table);
    buf_release(&bytes);
}

static void
the_order_of_words_and_links_does_not_matter(void **state)
{
    struct ura_buf bytes = {0}, others = {0};
    struct table_word turned[4];
    struct table_link links[] = {
        {2, 2, 0.004f, 0.0001f}, {3, 0, 0.7f, 0.8f}, {0, 3, 1, 0.9f}, {3, 1, 0.25f, 0.5f}};
    struct table_draft draft = {.languages = {"sq", "en"},
                                .pairs = 7,
                                .words = {turned, english},
                                .types = {4, 4},
                                .links = links,
                                .link_count = 4,
                                .note = URA_STR("made for a test")};

    (void)state;
    for (int i = 0; i < 4; i++)
        turned[i] = albanian[3 - i];
    write_table(&bytes);
    assert_int_equal(table_write(&draft, &others, NULL), URA_OK);
    assert_int_equal(bytes.len, others.len);
    assert_memory_equal(bytes.ptr, others.ptr, bytes.len);
    buf_release(&bytes);
    buf_release(&others);
}

static uint32_t
add_word(struct vocabulary *vocabulary, struct ura_str stem)
{
    return vocabulary_take(vocabulary, stem, stem, WORD_PLAIN);
}

static void
it_serves_both_directions(void **state)
{
    struct vocabulary source = {0}, target = {0};
    struct candidates found = {0};
    struct ura_buf bytes = {0};
    struct table *table;

    (void)state;
    write_table(&bytes);
    assert_int_equal(table_open_bytes(bytes.ptr, bytes.len, &table, NULL), URA_OK);
    add_word(&source, URA_STR("unknown"));
    add_word(&source, URA_STR("shtep"));
    add_word(&target, URA_STR("home"));
    assert_false(table_is_reversed(table, "sq-AL"));
    assert_true(table_is_reversed(table, "en"));
    assert_true(table_find_links(table, false, &source, &target, &found));
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].source, 1);
    assert_int_equal(found.items[0].target, 0);
    assert_float_equal(found.items[0].forward, 0.25, 0.005);
    found.count = 0;
    assert_true(table_find_links(table, true, &target, &source, &found));
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].source, 0);
    assert_int_equal(found.items[0].target, 1);
    assert_float_equal(found.items[0].forward, 0.5, 0.01);
    assert_float_equal(found.items[0].backward, 0.25, 0.005);
    candidates_release(&found);
    vocabulary_release(&source);
    vocabulary_release(&target);
    table_free(table);
    buf_release(&bytes);
}

/* Opens the first LEN of BYTES with one of them changed; expects a refusal that says WHY. */
static void
expect_refusal(const struct ura_buf *bytes, size_t len, size_t at, char value, const char *why)
{
    char *copy = malloc(len + 1);
    struct ura_error error = {0};
    struct table *table;

    memcpy(copy, bytes->ptr, len);
    if (at < len)
        copy[at] = value;
    assert_int_equal(table_open_bytes(copy, len, &table, &error), URA_BAD_INPUT);
    assert_null(table);
    assert_non_null(strstr(error.message, why));
    free(copy);
}

static void
what_is_no_table_is_refused_with_its_reason(void **state)
{
    struct ura_buf bytes = {0};

    (void)state;
    write_table(&bytes);
    expect_refusal(&bytes, 0, 0, 0, "is no learned table");
    expect_refusal(&bytes, TABLE_HEAD - 1, SIZE_MAX, 0, "is no learned table");
    expect_refusal(&bytes, bytes.len, 0, 'U', "is no learned table");
    expect_refusal(&bytes, bytes.len, TABLE_AT_ORDER, 1, "another order");
    expect_refusal(&bytes, bytes.len, TABLE_AT_VERSION, 99, "version 99");
    expect_refusal(&bytes, bytes.len - 4, SIZE_MAX, 0, "damaged");
    expect_refusal(&bytes, bytes.len, TABLE_AT_LINKS, 5, "its parts need");
    expect_refusal(&bytes, bytes.len, TABLE_AT_TYPES + 3, (char)0xff, "its parts need");
    buf_release(&bytes);
}

static void
a_missing_file_is_told(void **state)
{
    struct ura_error error = {0};
    struct table *table;

    (void)state;
    assert_int_equal(table_open("/nonexistent/table.bin", &table, &error), URA_NOT_FOUND);
    assert_string_equal(error.file, "/nonexistent/table.bin");
}

static void
a_pair_of_languages_without_a_table_has_none(void **state)
{
    struct ura_context *context;
    const struct table *table;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(table_get(context, "de", "fr", &table, NULL), URA_OK);
        assert_null(table);
    }
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(the_order_of_words_and_links_does_not_matter),
        cmocka_unit_test(it_serves_both_directions),
        cmocka_unit_test(what_is_no_table_is_refused_with_its_reason),
        cmocka_unit_test(a_missing_file_is_told),
        cmocka_unit_test(a_pair_of_languages_without_a_table_has_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
