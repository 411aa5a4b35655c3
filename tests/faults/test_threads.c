/* test_threads.c - two threads in two contexts at once never meet. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "job.h"

#include <pthread.h>
#include <setjmp.h>

#include <cmocka.h>

enum { THREADS = 2, ROUNDS = 3 };

static const char *const corpora[THREADS] = {"demo-politics", "culture"};

/* What one thread does: its corpus, ROUNDS times. */
struct work {
    const char *corpus;
    struct ura_buf results[ROUNDS];
    enum ura_status status;
};

static void *
do_work(void *user)
{
    struct work *work = user;

    for (int round = 0; round < ROUNDS && !work->status; round++)
        work->status = job_align(work->corpus, "jsonl", &work->results[round], NULL);
    return NULL;
}

static void
two_contexts_at_once_give_what_each_gives_alone(void **state)
{
    struct work works[THREADS] = {0};
    pthread_t threads[THREADS];

    (void)state;
    for (int i = 0; i < THREADS; i++) {
        works[i].corpus = corpora[i];
        assert_int_equal(pthread_create(&threads[i], NULL, do_work, &works[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (int i = 0; i < THREADS; i++) {
        struct ura_buf alone = {0};

        assert_int_equal(works[i].status, URA_OK);
        assert_int_equal(job_align(corpora[i], "jsonl", &alone, NULL), URA_OK);
        for (int round = 0; round < ROUNDS; round++) {
            assert_int_equal(works[i].results[round].len, alone.len);
            assert_memory_equal(works[i].results[round].ptr, alone.ptr, alone.len);
            buf_release(&works[i].results[round]);
        }
        buf_release(&alone);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_contexts_at_once_give_what_each_gives_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
