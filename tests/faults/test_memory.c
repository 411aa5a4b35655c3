/* test_memory.c - memory runs out at every place where it is asked for. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "job.h"

#include <execinfo.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/*
 * A place is who asked, as far up as DEPTH callers: buffers and arrays grow in one function, on
 * behalf of many. Each place fails the first and the last time that it is passed.
 */
enum { DEPTH = 6, PLACES_MAX = 1 << 14 };

struct place {
    uint64_t callers; /* hash of the return addresses; 0: free */
    size_t first, last;
};

static struct {
    size_t count;  /* allocations so far */
    size_t fail;   /* the one that fails, from 1; 0: none */
    bool watching; /* places are noted */
    struct place places[PLACES_MAX];
    size_t place_count;
    void *asked[DEPTH + 2]; /* return addresses of the allocation that failed */
    int asked_depth;
} memory;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *bytes, size_t size);
char *__real_strdup(const char *text);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *bytes, size_t size);
char *__wrap_strdup(const char *text);

static void
note_place(void)
{
    void *callers[DEPTH + 2];
    int depth = backtrace(callers, DEPTH + 2);
    uint64_t hash = 14695981039346656037u; /* FNV-1a over the addresses */
    size_t slot;

    for (int i = 2; i < depth; i++)
        hash = (hash ^ (uint64_t)(uintptr_t)callers[i]) * 1099511628211u;
    hash |= 1;
    for (slot = hash % PLACES_MAX; memory.places[slot].callers != hash;
         slot = (slot + 1) % PLACES_MAX) {
        if (memory.places[slot].callers)
            continue;
        memory.places[slot] = (struct place){hash, memory.count, 0};
        if (++memory.place_count == PLACES_MAX)
            abort();
        break;
    }
    memory.places[slot].last = memory.count;
}

/* Counts one allocation; true where it is to fail. */
static bool
fails(void)
{
    memory.count++;
    if (memory.watching)
        note_place();
    if (memory.count != memory.fail)
        return false;
    memory.asked_depth = backtrace(memory.asked, DEPTH + 2);
    return true;
}

void *
__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *
__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *
__wrap_realloc(void *bytes, size_t size)
{
    return fails() ? NULL : __real_realloc(bytes, size);
}

char *
__wrap_strdup(const char *text)
{
    return fails() ? NULL : __real_strdup(text);
}

/*
 * Runs the job with allocation FAIL failing: no memory, or the same result all the same. Says
 * what is wrong, and who asked (addresses for addr2line).
 */
static bool
holds_without(const char *corpus, const char *format, size_t fail,
              const struct ura_buf *expected)
{
    struct ura_error error = {0};
    struct ura_buf out = {0};
    enum ura_status status;
    bool good;

    /* What is written goes where there is room: only the library's own requests fail. */
    assert_true(buf_reserve(&out, 2 * expected->len));
    memory.count = 0;
    memory.fail = fail;
    status = job_align(corpus, format, &out, &error);
    memory.fail = 0;
    if (status)
        good = status == URA_NO_MEMORY && error.status == URA_NO_MEMORY;
    else
        good = out.len == expected->len && memcmp(out.ptr, expected->ptr, out.len) == 0;
    if (!good) {
        print_error("allocation %zu: status %d, error %d, %zu of %zu bytes: %s\n", fail, status,
                    error.status, out.len, expected->len, error.message);
        backtrace_symbols_fd(memory.asked, memory.asked_depth, STDERR_FILENO);
    }
    buf_release(&out);
    return good;
}

static void
fail_at_every_place(const char *corpus, const char *format)
{
    struct ura_buf expected = {0};
    struct ura_error error = {0};
    size_t bad = 0;

    memset(&memory, 0, sizeof memory);
    memory.watching = true;
    assert_int_equal(job_align(corpus, format, &expected, &error), URA_OK);
    memory.watching = false;
    assert_true(memory.place_count > 50);
    for (size_t slot = 0; slot < PLACES_MAX; slot++) {
        const struct place *place = &memory.places[slot];

        if (!place->callers)
            continue;
        bad += !holds_without(corpus, format, place->first, &expected);
        if (place->last != place->first)
            bad += !holds_without(corpus, format, place->last, &expected);
    }
    buf_release(&expected);
    assert_int_equal(bad, 0);
}

static void
no_memory_anywhere_is_said_and_nothing_is_lost(void **state)
{
    (void)state;
    fail_at_every_place("demo-politics", "jsonl");
}

static void
no_memory_while_an_old_encoding_is_read_is_said_too(void **state)
{
    (void)state;
    fail_at_every_place("culture", "jsonl");
}

static void
no_memory_while_a_report_is_written_is_said_too(void **state)
{
    (void)state;
    fail_at_every_place("health", "html");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_memory_anywhere_is_said_and_nothing_is_lost),
        cmocka_unit_test(no_memory_while_an_old_encoding_is_read_is_said_too),
        cmocka_unit_test(no_memory_while_a_report_is_written_is_said_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
