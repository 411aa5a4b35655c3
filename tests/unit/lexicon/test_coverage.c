/* test_coverage.c - words with an entry are counted, and those without one told. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include <ura/ura.h>

#include "base/base.h"
#include "lexicon/table.h"

/* A copy of the data, to which a table can be added. */
static char folder[] = "/tmp/ura-coverage-XXXXXX";

static int
copy_data(void **state)
{
    char command[512];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(command, sizeof command,
             "cp -R '%s/.' %s && chmod -R u+w %s && rm -f %s/*/table.*", getenv("URA_DATA"),
             folder, folder, folder);
    return system(command);
}

static int
remove_data(void **state)
{
    char command[64];

    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

/* What is counted in TEXT; the caller frees both. */
static struct ura_coverage_counts
count(const char *language, const char *other, const char *text, struct ura_context **context,
      struct ura_coverage **coverage)
{
    struct ura_document_options options = {.language = language, .layout = URA_LAYOUT_LINES};
    struct ura_coverage_counts counts;
    struct ura_document *document;

    assert_int_equal(ura_context_new(folder, context, NULL), URA_OK);
    assert_int_equal(ura_document_read(*context, text, strlen(text), &options, &document, NULL),
                     URA_OK);
    assert_int_equal(ura_coverage_new(*context, language, other, NULL, coverage, NULL), URA_OK);
    assert_int_equal(ura_coverage_add(*coverage, document, NULL), URA_OK);
    assert_int_equal(ura_coverage_add(*coverage, document, NULL), URA_OK);
    assert_int_equal(ura_coverage_count(*coverage, &counts, NULL), URA_OK);
    ura_document_free(document);
    return counts;
}

static void
words_without_an_entry_come_by_how_often_they_occur(void **state)
{
    struct ura_context *context;
    struct ura_coverage *coverage;
    struct ura_coverage_counts counts =
        count("en", "sq", "The wernok and 12 grobbles.\nThe governments saw grobble!\n",
              &context, &coverage);

    (void)state;
    /* the wernok and grobbles, the governments saw grobble; twice. */
    assert_int_equal(counts.words.tokens, 16);
    assert_int_equal(counts.words.types, 6);
    assert_int_equal(counts.known.tokens, 10);
    assert_int_equal(counts.known.types, 4);
    assert_int_equal(counts.missing_count, 2);
    assert_true(ura_str_equal(counts.missing[0].text, URA_STR("grobbles")));
    assert_int_equal(counts.missing[0].tokens, 4);
    assert_true(ura_str_equal(counts.missing[1].text, URA_STR("wernok")));
    assert_true(counts.has_source[URA_LEXICON_DICTIONARY]);
    assert_false(counts.has_source[URA_LEXICON_TABLE]);
    assert_false(counts.has_source[URA_LEXICON_LIST]);
    ura_coverage_free(coverage);
    ura_context_free(context);
}

static void
names_count_for_languages_without_a_dictionary(void **state)
{
    struct ura_context *context;
    struct ura_coverage *coverage;
    struct ura_coverage_counts counts =
        count("it", "de", "Germania e wernok\n", &context, &coverage);

    (void)state;
    assert_false(counts.has_source[URA_LEXICON_DICTIONARY]);
    assert_int_equal(counts.sources[URA_LEXICON_NAMES].tokens, counts.known.tokens);
    assert_true(counts.known.tokens >= 2);
    assert_true(counts.missing_count >= 1);
    ura_coverage_free(coverage);
    ura_context_free(context);
}

static void
a_table_counts_where_there_is_one_in_both_directions(void **state)
{
    const struct table_word words[2][1] = {
        {{URA_STR("wernok"), URA_STR("wernok"), 1.0F}},
        {{URA_STR("grobl"), URA_STR("grobl"), 1.0F}},
    };
    struct table_link link = {0, 0, 1.0F, 1.0F};
    struct table_draft draft = {.languages = {"sq", "en"},
                                .pairs = 1,
                                .words = {words[0], words[1]},
                                .types = {1, 1},
                                .links = &link,
                                .link_count = 1};
    const char *const texts[] = {"wernok\n", "grobl\n"}, *const languages[] = {"sq", "en"};
    struct ura_buf bytes = {0};
    char path[64];
    FILE *file;

    (void)state;
    assert_int_equal(table_write(&draft, &bytes, NULL), URA_OK);
    snprintf(path, sizeof path, "%s/sq-en/table.bin", folder);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
    buf_release(&bytes);
    for (int i = 0; i < 2; i++) {
        struct ura_context *context;
        struct ura_coverage *coverage;
        struct ura_coverage_counts counts =
            count(languages[i], languages[1 - i], texts[i], &context, &coverage);

        assert_true(counts.has_source[URA_LEXICON_TABLE]);
        assert_int_equal(counts.sources[URA_LEXICON_TABLE].tokens, 2);
        assert_int_equal(counts.known.types, 1);
        ura_coverage_free(coverage);
        ura_context_free(context);
    }
    unlink(path);
}

static void
the_other_language_is_the_first_that_has_a_dictionary(void **state)
{
    struct ura_dictionary_facts facts;
    struct ura_context *context;
    char other[8];

    (void)state;
    assert_int_equal(ura_context_new(folder, &context, NULL), URA_OK);
    assert_int_equal(ura_dictionary_other(context, "sq-XK", other, NULL), URA_OK);
    assert_string_equal(other, "en");
    assert_int_equal(ura_dictionary_other(context, "en", other, NULL), URA_OK);
    assert_string_equal(other, "sq");
    assert_int_equal(ura_dictionary_other(context, "s", other, NULL), URA_OK);
    assert_string_equal(other, "");
    assert_int_equal(ura_dictionary_find(context, "en", "sq", &facts, NULL), URA_OK);
    assert_string_equal(facts.source, "sq");
    assert_string_equal(facts.target, "en");
    assert_true(facts.words > 4000);
    assert_int_equal(ura_dictionary_find(context, "en", "de", &facts, NULL), URA_OK);
    assert_int_equal(facts.words, 0);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_without_an_entry_come_by_how_often_they_occur),
        cmocka_unit_test(names_count_for_languages_without_a_dictionary),
        cmocka_unit_test(a_table_counts_where_there_is_one_in_both_directions),
        cmocka_unit_test(the_other_language_is_the_first_that_has_a_dictionary),
    };

    return cmocka_run_group_tests(tests, copy_data, remove_data);
}
