/* test_list.c - the user's word list links words of any two languages. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "lexicon/dictionary.h"
#include "lexicon/dictionary_list.h"
#include "lexicon/reader.h"

struct fixture {
    struct ura_context *context;
    char path[32];
};

static int
set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    int fd;

    assert_non_null(fixture);
    strcpy(fixture->path, "/tmp/ura-list-XXXXXX");
    fd = mkstemp(fixture->path);
    assert_true(fd >= 0);
    close(fd);
    *state = fixture;
    return ura_context_new(getenv("URA_DATA"), &fixture->context, NULL);
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;

    unlink(fixture->path);
    ura_context_free(fixture->context);
    free(fixture);
    return 0;
}

static void
write_list(const struct fixture *fixture, const char *text)
{
    FILE *file = fopen(fixture->path, "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void
read_words(struct ura_context *context, const char *language, const char *text,
           struct vocabulary *out)
{
    struct reader reader;

    assert_int_equal(reader_open(context, language, out, &reader, NULL), URA_OK);
    assert_int_equal(reader_read(&reader, ura_str_from(text), NULL), URA_OK);
    reader_release(&reader);
}

/* How many pairs of types the list links in two texts. */
static size_t
count_links(const struct fixture *fixture, const char *source_language, const char *source,
            const char *target_language, const char *target)
{
    struct vocabulary sources = {0}, targets = {0};
    struct candidates found = {0};
    const struct dictionary *list;
    size_t count;

    assert_int_equal(dictionary_get_list(fixture->context, fixture->path, source_language,
                                         target_language, &list, NULL),
                     URA_OK);
    read_words(fixture->context, source_language, source, &sources);
    read_words(fixture->context, target_language, target, &targets);
    assert_true(dictionary_find(list, false, &sources, &targets, &found));
    count = found.count;
    candidates_release(&found);
    vocabulary_release(&sources);
    vocabulary_release(&targets);
    return count;
}

static void
words_of_languages_without_a_dictionary_are_linked(void **state)
{
    write_list(*state, "# tools\r\nscrewdriver\tSchraubenzieher\r\n\r\nshop\tLaden; "
                       "Gesch\xc3\xa4"
                       "ft\n");
    assert_int_equal(count_links(*state, "en", "two screwdrivers", "de", "Schraubenziehern"),
                     1);
    assert_int_equal(count_links(*state, "en", "the shop", "de",
                                 "im Gesch\xc3\xa4"
                                 "ft"),
                     1);
    assert_int_equal(count_links(*state, "en", "the shop", "de", "im Schraubenzieher"), 0);
}

static void
a_byte_order_mark_is_no_part_of_the_first_word(void **state)
{
    write_list(*state, "\xEF\xBB\xBF"
                       "bridge\tBr\xc3\xbc"
                       "cke\n");
    assert_int_equal(count_links(*state, "en", "the bridge", "de",
                                 "die Br\xc3\xbc"
                                 "cke"),
                     1);
}

static void
scripts_without_blanks_are_cut_as_texts_are(void **state)
{
    /* "ministry of foreign affairs"; "the foreign ministry said". */
    write_list(*state, "\xE5\xA4\x96\xE4\xBA\xA4\xE9\x83\xA8\tforeign ministry\n");
    assert_true(count_links(*state, "zh",
                            "\xE5\xA4\x96\xE4\xBA\xA4\xE9\x83\xA8\xE8\xA1\xA8\xE7\xA4\xBA",
                            "en", "The foreign ministry said") > 0);
}

/* Says why TEXT is refused, and in which LINE. */
static void
assert_refused(const struct fixture *fixture, const char *text, size_t line, const char *why)
{
    struct ura_error error = {0};
    struct ura_buf image = {0};
    uint64_t hash;

    write_list(fixture, text);
    assert_int_equal(list_check(fixture->context, fixture->path, &hash, &error), URA_SYNTAX);
    assert_int_equal(error.line, line);
    assert_string_equal(error.file, fixture->path);
    assert_non_null(strstr(error.message, why));
    error = (struct ura_error){0};
    assert_int_equal(list_build(fixture->context, fixture->path, (const char *[]){"en", "de"},
                                &image, &error),
                     URA_SYNTAX);
    assert_int_equal(error.line, line);
    buf_release(&image);
}

static void
lines_that_are_no_entries_are_told(void **state)
{
    assert_refused(*state, "a\tb\nbridge\n", 2, "a tab");
    assert_refused(*state, "# a\n\nbridge\t\n", 3, "a tab");
    assert_refused(*state, "\tbridge\n", 1, "a tab");
    assert_refused(*state, "a\tb\tc\n", 1, "a tab");
    assert_refused(*state, "a\tb\tc\td\te\tf\tg\th\ti\n", 1, "a tab");
    assert_refused(*state,
                   "a\tb\nbridge\tBr\xfc"
                   "cke\n",
                   2, "UTF-8");
}

static void
a_list_that_is_missing_is_told(void **state)
{
    const struct fixture *fixture = *state;
    struct ura_error error = {0};
    uint64_t hash;

    assert_int_equal(list_check(fixture->context, "/tmp/no-such-list", &hash, &error),
                     URA_BAD_INPUT);
    assert_string_equal(error.file, "/tmp/no-such-list");
}

static void
lists_of_other_words_have_other_hashes(void **state)
{
    const struct fixture *fixture = *state;
    uint64_t first, second;

    write_list(fixture, "a\tb\n");
    assert_int_equal(list_check(fixture->context, fixture->path, &first, NULL), URA_OK);
    write_list(fixture, "a\tc\n");
    assert_int_equal(list_check(fixture->context, fixture->path, &second, NULL), URA_OK);
    assert_true(first != second);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_of_languages_without_a_dictionary_are_linked,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_byte_order_mark_is_no_part_of_the_first_word, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(scripts_without_blanks_are_cut_as_texts_are, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(lines_that_are_no_entries_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_list_that_is_missing_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_of_other_words_have_other_hashes, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
