/* test_sample.c - samples are of the size that was asked for, in order, and fair. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus_files.h"

#include <cmocka.h>

enum { PAIRS = 400 };

static struct folder folder;
static char *path;

static int
make_files(void **state)
{
    struct tmx_file file;
    char source[32], target[32];

    (void)state;
    folder_make(&folder);
    tmx_begin(&file);
    for (int i = 0; i < PAIRS; i++) {
        snprintf(source, sizeof source, "%d", i);
        snprintf(target, sizeof target, "no. %d", i);
        tmx_pair(&file, NULL, source, target);
    }
    path = tmx_end(&file, &folder, "all.tmx");
    return 0;
}

static int
remove_files(void **state)
{
    (void)state;
    free(path);
    folder_remove(&folder);
    return 0;
}

/* The sample as numbers of its pairs; returns how many. */
static size_t
draw(struct ura_corpus_sample_options options, int *out)
{
    const struct ura_corpus_file file = {.path = path};
    struct ura_corpus *corpus = corpus_of(folder.context, &file, 1);
    struct ura_corpus_summary summary;
    struct test_writer writer;
    size_t count = 0;

    test_writer_open(&writer, folder.context, "tsv", corpus);
    assert_int_equal(ura_corpus_sample(corpus, &options, writer.writer, &summary, NULL),
                     URA_OK);
    for (const char *line = test_writer_close(&writer); *line; line = strchr(line, '\n') + 1)
        out[count++] = atoi(line);
    assert_int_equal(summary.read, PAIRS);
    assert_int_equal(summary.written, count);
    test_writer_release(&writer);
    ura_corpus_free(corpus);
    return count;
}

static void
so_many_pairs_are_taken_in_their_order(void **state)
{
    int numbers[PAIRS];
    size_t count = draw((struct ura_corpus_sample_options){.count = 50, .seed = 1}, numbers);

    (void)state;
    assert_int_equal(count, 50);
    for (size_t i = 1; i < count; i++)
        assert_true(numbers[i] > numbers[i - 1]);
}

static void
more_than_there_are_is_all(void **state)
{
    int numbers[PAIRS];

    (void)state;
    assert_int_equal(draw((struct ura_corpus_sample_options){.count = PAIRS + 1}, numbers),
                     PAIRS);
    assert_int_equal(draw((struct ura_corpus_sample_options){.share = 1}, numbers), PAIRS);
}

static void
the_seed_decides(void **state)
{
    struct ura_corpus_sample_options options = {.count = 40, .seed = 5};
    int first[PAIRS], second[PAIRS];

    (void)state;
    draw(options, first);
    draw(options, second);
    assert_memory_equal(first, second, 40 * sizeof *first);
    options.seed = 6;
    draw(options, second);
    assert_memory_not_equal(first, second, 40 * sizeof *first);
}

/* Over many seeds each pair is drawn about as often as any other. */
static void
every_pair_has_the_same_chance(void **state)
{
    enum { SEEDS = 200, WANTED = 100 };
    int times[PAIRS] = {0}, numbers[PAIRS];
    double expected = (double)SEEDS * WANTED / PAIRS, square = 0;

    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        size_t count =
            draw((struct ura_corpus_sample_options){.count = WANTED, .seed = seed}, numbers);

        for (size_t i = 0; i < count; i++)
            times[numbers[i]]++;
    }
    for (int i = 0; i < PAIRS; i++)
        square += (times[i] - expected) * (times[i] - expected) / expected;
    /* Without replacement the sum is about (1 - WANTED / PAIRS) * (PAIRS - 1): 299, +- 5 s. */
    assert_true(square > 200 && square < 400);
}

static void
a_share_takes_about_that_part(void **state)
{
    int numbers[PAIRS];
    size_t sum = 0;

    (void)state;
    for (uint64_t seed = 0; seed < 50; seed++)
        sum += draw((struct ura_corpus_sample_options){.share = 0.25, .seed = seed}, numbers);
    /* 5000 expected, standard deviation 61. */
    assert_true(sum > 4700 && sum < 5300);
}

static void
a_share_over_one_is_refused(void **state)
{
    const struct ura_corpus_file file = {.path = path};
    struct ura_corpus *corpus = corpus_of(folder.context, &file, 1);
    struct ura_corpus_sample_options options = {.share = 1.5};
    struct ura_corpus_summary summary;

    (void)state;
    assert_int_equal(ura_corpus_sample(corpus, &options, NULL, &summary, NULL),
                     URA_BAD_ARGUMENT);
    ura_corpus_free(corpus);
}

static bool
always(void *user)
{
    return ++*(int *)user > 10;
}

static void
who_asks_to_stop_is_heard(void **state)
{
    const struct ura_corpus_file file = {.path = path};
    int asked = 0;
    struct ura_corpus_options options = {
        .files = &file, .file_count = 1, .stopped = always, .user = &asked};
    struct ura_corpus *corpus;
    struct ura_unit unit;

    (void)state;
    assert_int_equal(ura_corpus_open(folder.context, &options, &corpus, NULL), URA_OK);
    for (int i = 0; i < 10; i++)
        assert_int_equal(ura_corpus_next(corpus, &unit, NULL), URA_OK);
    assert_int_equal(ura_corpus_next(corpus, &unit, NULL), URA_STOPPED);
    ura_corpus_free(corpus);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(so_many_pairs_are_taken_in_their_order),
        cmocka_unit_test(more_than_there_are_is_all),
        cmocka_unit_test(the_seed_decides),
        cmocka_unit_test(every_pair_has_the_same_chance),
        cmocka_unit_test(a_share_takes_about_that_part),
        cmocka_unit_test(a_share_over_one_is_refused),
        cmocka_unit_test(who_asks_to_stop_is_heard),
    };

    return cmocka_run_group_tests(tests, make_files, remove_files);
}
