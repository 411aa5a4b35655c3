/* test_interrupts.c - signals that interrupt reading and writing, bytes that come one by one.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "job.h"

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { INTERVAL = 500, PIECE = 3, TEXT_SIZE = 256 << 10 }; /* us, bytes a write, bytes */

static volatile sig_atomic_t interrupted;

static void
note_signal(int signal)
{
    (void)signal;
    interrupted++;
}

/* A signal every INTERVAL, whose handler does not restart system calls. */
static void
start_interrupting(void)
{
    struct sigaction action = {.sa_handler = note_signal};
    struct itimerval timer = {{0, INTERVAL}, {0, INTERVAL}};

    interrupted = 0;
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    assert_int_equal(setitimer(ITIMER_REAL, &timer, NULL), 0);
}

static void
stop_interrupting(void)
{
    struct itimerval never = {{0, 0}, {0, 0}};

    setitimer(ITIMER_REAL, &never, NULL);
}

/* A child that writes COUNT lines to FD, PIECE bytes at a time. */
static pid_t
start_writer(int fd, int count)
{
    static const char line[] = "Ministri n\xc3\xabnshkroi marr\xc3\xabveshjen.\n";
    pid_t child = fork();

    if (child)
        return child;
    for (int i = 0; i < count; i++)
        for (size_t at = 0; at < sizeof line - 1; at += PIECE) {
            size_t len = sizeof line - 1 - at < PIECE ? sizeof line - 1 - at : PIECE;

            if (write(fd, line + at, len) != (ssize_t)len)
                _exit(EXIT_FAILURE);
            if (i % 16 == 0)
                usleep(INTERVAL);
        }
    _exit(EXIT_SUCCESS);
}

static void
reading_goes_on_after_every_signal_and_short_read(void **state)
{
    struct ura_document_options options = {.language = "sq", .layout = URA_LAYOUT_LINES};
    struct ura_document *document = NULL;
    struct ura_context *context = NULL;
    struct ura_error error = {0};
    int ends[2], before, status;
    pid_t child;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, &error), URA_OK);
    assert_int_equal(pipe(ends), 0);
    child = start_writer(ends[1], 100);
    close(ends[1]);
    before = dup(STDIN_FILENO);
    assert_true(dup2(ends[0], STDIN_FILENO) >= 0);
    start_interrupting();
    status = ura_document_open(context, "-", &options, &document, &error);
    stop_interrupting();
    dup2(before, STDIN_FILENO);
    close(before);
    close(ends[0]);
    assert_int_equal(status, URA_OK);
    assert_int_equal(document->sentence_count, 100);
    assert_true(interrupted > 0);
    ura_document_free(document);
    ura_context_free(context);
    waitpid(child, NULL, 0);
}

/* A child that reads all of FD slowly, and exits with 0 if it was TEXT_SIZE bytes. OTHER is the
 * end that it must not hold open. */
static pid_t
start_reader(int fd, int other)
{
    pid_t child = fork();
    char piece[1021];
    size_t sum = 0;
    ssize_t got;

    if (child)
        return child;
    close(other);
    while ((got = read(fd, piece, sizeof piece)) > 0) {
        sum += (size_t)got;
        usleep(INTERVAL / 5);
    }
    _exit(sum == TEXT_SIZE ? EXIT_SUCCESS : EXIT_FAILURE);
}

static void
writing_goes_on_after_every_signal_and_short_write(void **state)
{
    struct ura_error error = {0};
    struct ura_output output;
    int ends[2], status;
    char path[64];
    pid_t child;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    child = start_reader(ends[0], ends[1]);
    close(ends[0]);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[1]);
    assert_int_equal(output_open(path, &output, &error), URA_OK);
    close(ends[1]);
    start_interrupting();
    for (int i = 0; i < TEXT_SIZE; i++)
        assert_int_equal(output_write("x", 1, &output), 0);
    status = output_close(&output, &error);
    stop_interrupting();
    assert_int_equal(status, URA_OK);
    assert_true(interrupted > 0);
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EXIT_SUCCESS);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_goes_on_after_every_signal_and_short_read),
        cmocka_unit_test(writing_goes_on_after_every_signal_and_short_write),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
