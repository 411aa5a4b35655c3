/* test_split.c - parts hold whole documents, no pair stands in two, and more data moves
 * nothing. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus_files.h"

#include <cmocka.h>

enum { DOCUMENTS = 200, MORE = 100, PAIRS = 5, PARTS = 3 };

static struct folder folder;

/* Documents FIRST to LAST; every 10th pair is one that many documents have. */
static char *
make_file(const char *name, int first, int last)
{
    struct tmx_file file;
    char document[32], source[32], target[32];

    tmx_begin(&file);
    for (int i = first; i < last; i++) {
        snprintf(document, sizeof document, "doc%d", i);
        for (int k = 0; k < PAIRS; k++) {
            int number = (i * PAIRS + k) % 10 == 0 ? 1000000 + i % 7 : i * PAIRS + k;

            snprintf(source, sizeof source, "%d doc%d.", number, i);
            if (number >= 1000000)
                snprintf(source, sizeof source, "%d shared", number);
            snprintf(target, sizeof target, "%d", number);
            tmx_pair(&file, document, source, target);
        }
    }
    return tmx_end(&file, &folder, name);
}

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

struct outcome {
    struct ura_corpus_part parts[PARTS];
    struct test_writer writers[PARTS];
    const char *texts[PARTS];
};

static void
split(const struct ura_corpus_file *files, size_t count, bool by_pair, struct outcome *out)
{
    static const double shares[PARTS] = {0.8, 0.1, 0.1};
    struct ura_corpus *corpus = corpus_of(folder.context, files, count);
    struct ura_corpus_split_options options = {.seed = 3, .by_pair = by_pair};

    for (int i = 0; i < PARTS; i++) {
        test_writer_open(&out->writers[i], folder.context, "tsv", corpus);
        out->parts[i] =
            (struct ura_corpus_part){.share = shares[i], .writer = out->writers[i].writer};
    }
    assert_int_equal(ura_corpus_split(corpus, &options, out->parts, PARTS, NULL), URA_OK);
    for (int i = 0; i < PARTS; i++)
        out->texts[i] = test_writer_close(&out->writers[i]);
    ura_corpus_free(corpus);
}

static void
release(struct outcome *outcome)
{
    for (int i = 0; i < PARTS; i++)
        test_writer_release(&outcome->writers[i]);
}

/* How many of the parts have WORD. */
static int
parts_with(const struct outcome *outcome, const char *word)
{
    int count = 0;

    for (int i = 0; i < PARTS; i++)
        count += strstr(outcome->texts[i], word) != NULL;
    return count;
}

static void
a_document_is_never_divided(void **state)
{
    struct ura_corpus_file file = {.path = make_file("all.tmx", 0, DOCUMENTS), .name = "all"};
    struct outcome outcome;
    char word[32];

    (void)state;
    split(&file, 1, false, &outcome);
    for (int i = 0; i < DOCUMENTS; i++) {
        snprintf(word, sizeof word, " doc%d.", i);
        assert_int_equal(parts_with(&outcome, word), 1);
    }
    /* 160, 20 and 20 expected. */
    assert_true(outcome.parts[0].documents > 135 && outcome.parts[0].documents < 185);
    assert_true(outcome.parts[1].documents > 5 && outcome.parts[2].documents > 5);
    release(&outcome);
    free((char *)file.path);
}

static void
a_pair_of_texts_stands_in_one_part_only(void **state)
{
    struct ura_corpus_file file = {.path = make_file("all.tmx", 0, DOCUMENTS), .name = "all"};
    struct outcome outcome;
    uint64_t sum = 0, left_out = 0;
    char word[32];

    (void)state;
    split(&file, 1, false, &outcome);
    for (int i = 0; i < 7; i++) {
        snprintf(word, sizeof word, "%d shared", 1000000 + i);
        assert_int_equal(parts_with(&outcome, word), 1);
        /* The largest part is the one that goes without. */
        assert_null(strstr(outcome.texts[0], word));
    }
    for (int i = 0; i < PARTS; i++) {
        sum += outcome.parts[i].pairs;
        left_out += outcome.parts[i].left_out;
    }
    assert_int_equal(sum + left_out, DOCUMENTS * PAIRS);
    assert_true(left_out > 0);
    release(&outcome);
    free((char *)file.path);
}

static void
more_data_moves_nothing_that_was_there(void **state)
{
    struct ura_corpus_file files[2] = {
        {.path = make_file("more.tmx", DOCUMENTS, DOCUMENTS + MORE), .name = "more"},
        {.path = make_file("all.tmx", 0, DOCUMENTS), .name = "all"}};
    struct outcome before, after;
    char word[32];

    (void)state;
    split(&files[1], 1, false, &before);
    split(files, 2, false, &after);
    for (int i = 0; i < DOCUMENTS; i++) {
        snprintf(word, sizeof word, " doc%d.", i);
        for (int k = 0; k < PARTS; k++)
            assert_int_equal(strstr(before.texts[k], word) != NULL,
                             strstr(after.texts[k], word) != NULL);
    }
    release(&before);
    release(&after);
    free((char *)files[0].path);
    free((char *)files[1].path);
}

static void
by_pair_the_same_pairs_stay_together_and_all_are_written(void **state)
{
    struct ura_corpus_file file = {.path = make_file("all.tmx", 0, DOCUMENTS), .name = "all"};
    struct outcome outcome;
    char word[32];

    (void)state;
    split(&file, 1, true, &outcome);
    for (int i = 0; i < 7; i++) {
        snprintf(word, sizeof word, "%d shared", 1000000 + i);
        assert_int_equal(parts_with(&outcome, word), 1);
    }
    assert_int_equal(outcome.parts[0].pairs + outcome.parts[1].pairs + outcome.parts[2].pairs,
                     DOCUMENTS * PAIRS);
    assert_true(outcome.parts[1].pairs > 50 && outcome.parts[1].pairs < 150);
    release(&outcome);
    free((char *)file.path);
}

static void
a_pipe_is_refused(void **state)
{
    char *path = make_file("all.tmx", 0, 1);
    struct ura_corpus_file files[2] = {{.path = path}, {.path = "-"}};
    struct ura_corpus *corpus = corpus_of(folder.context, files, 2);
    struct ura_corpus_split_options options = {.seed = 0};
    struct ura_corpus_part parts[PARTS] = {{.share = 0.5}, {.share = 0.5}};
    struct ura_error error = {0};

    (void)state;
    assert_int_equal(ura_corpus_split(corpus, &options, parts, 2, &error), URA_BAD_INPUT);
    assert_string_equal(error.file, "standard input");
    ura_corpus_free(corpus);
    free(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_never_divided),
        cmocka_unit_test(a_pair_of_texts_stands_in_one_part_only),
        cmocka_unit_test(more_data_moves_nothing_that_was_there),
        cmocka_unit_test(by_pair_the_same_pairs_stay_together_and_all_are_written),
        cmocka_unit_test(a_pipe_is_refused),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
