/* test_merge.c - every pair has an id of its own that stays, and says where it comes from. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus_files.h"

#include <cmocka.h>

enum { IDS_MAX = 16, ID_SIZE = 17 };

static struct folder folder;

static int
make_folder(void **state)
{
    (void)state;
    folder_make(&folder);
    return 0;
}

static int
remove_folder(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

/* Three pairs, two of them the same. */
static char *
make_file(const char *name)
{
    struct tmx_file file;

    tmx_begin(&file);
    tmx_pair(&file, NULL, "po", "yes");
    tmx_pair(&file, NULL, "po", "yes");
    tmx_pair(&file, "lajme", "jo", "no");
    return tmx_end(&file, &folder, name);
}

/* Merges and returns the tmx; the caller frees it. */
static char *
merge(const struct ura_corpus_file *files, size_t count)
{
    struct ura_corpus *corpus = corpus_of(folder.context, files, count);
    struct ura_corpus_summary summary;
    struct test_writer writer;
    char *copy;

    test_writer_open(&writer, folder.context, "tmx", corpus);
    assert_int_equal(ura_corpus_merge(corpus, writer.writer, &summary, NULL), URA_OK);
    assert_int_equal(summary.written, 3 * count);
    copy = strdup(test_writer_close(&writer));
    test_writer_release(&writer);
    ura_corpus_free(corpus);
    return copy;
}

static size_t
read_ids(const char *tmx, char ids[][ID_SIZE])
{
    size_t count = 0;

    for (const char *at = tmx; count < IDS_MAX && (at = strstr(at, "tuid=\"")); at++)
        snprintf(ids[count++], ID_SIZE, "%.16s", at + strlen("tuid=\""));
    return count;
}

static void
ids_are_different_and_stay_when_files_move_or_others_come(void **state)
{
    struct ura_corpus_file one[] = {{.path = make_file("one.tmx"), .name = "one"}};
    struct ura_corpus_file two[] = {{.path = make_file("new.tmx"), .name = "new"},
                                    {.path = make_file("moved.tmx"), .name = "one"}};
    char before[IDS_MAX][ID_SIZE], after[IDS_MAX][ID_SIZE];
    char *first = merge(one, 1), *second = merge(two, 2);

    (void)state;
    assert_int_equal(read_ids(first, before), 3);
    assert_int_equal(read_ids(second, after), 6);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(before[i], after[i + 3]);
    for (size_t i = 0; i < 6; i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(after[i], after[k]);
    free(first);
    free(second);
    free((char *)one[0].path);
    free((char *)two[0].path);
    free((char *)two[1].path);
}

static void
provenance_is_carried_to_every_pair(void **state)
{
    struct ura_corpus_file file = {.path = make_file("one.tmx"),
                                   .name = "one",
                                   .source = "Agency & sons",
                                   .licence = "CC0",
                                   .address = "https://example.org/one"};
    char *tmx = merge(&file, 1);
    int found = 0;

    (void)state;
    for (const char *at = tmx;
         (at = strstr(at, "<prop type=\"source\">Agency &amp; sons</prop>")); at++)
        found++;
    assert_int_equal(found, 3);
    assert_non_null(strstr(tmx, "<prop type=\"licence\">CC0</prop>"));
    assert_non_null(strstr(tmx, "<prop type=\"address\">https://example.org/one</prop>"));
    assert_non_null(strstr(tmx, "<prop type=\"name\">one</prop>"));
    assert_non_null(strstr(tmx, "<prop type=\"document\">lajme</prop>"));
    free(tmx);
    free((char *)file.path);
}

/* What a pair says of itself is not written over, and its id is kept beside the new one. */
static void
what_a_pair_had_is_kept(void **state)
{
    struct ura_corpus_file file = {.path = make_file("one.tmx"), .name = "one", .source = "A"};
    char *once = merge(&file, 1), *twice;
    char ids[IDS_MAX][ID_SIZE], word[64], path[512];
    FILE *stream;

    (void)state;
    snprintf(path, sizeof path, "%s/once.tmx", folder.path);
    stream = fopen(path, "w");
    assert_non_null(stream);
    fputs(once, stream);
    assert_int_equal(fclose(stream), 0);
    twice = merge(&(struct ura_corpus_file){.path = path, .name = "once", .source = "B"}, 1);
    assert_int_equal(read_ids(once, ids), 3);
    snprintf(word, sizeof word, "<prop type=\"original-id\">%s</prop>", ids[0]);
    assert_non_null(strstr(twice, word));
    assert_non_null(strstr(twice, "<prop type=\"source\">A</prop>"));
    assert_null(strstr(twice, "<prop type=\"source\">B</prop>"));
    free(once);
    free(twice);
    free((char *)file.path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_different_and_stay_when_files_move_or_others_come),
        cmocka_unit_test(provenance_is_carried_to_every_pair),
        cmocka_unit_test(what_a_pair_had_is_kept),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
