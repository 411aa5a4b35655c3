/* test_list.c - lists: names, shards, paths. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/list.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { LIMIT = 1 << 20, PATH_SIZE = 64 };

/* Loads TEXT as the list of SHARD. */
static enum ura_status
load(const char *text, struct shard shard, struct list *out, struct ura_error *error)
{
    char path[PATH_SIZE] = "/tmp/ura-list-XXXXXX";
    int fd = mkstemp(path);
    enum ura_status status;

    assert_true(fd >= 0);
    assert_int_equal(file_write(fd, text, strlen(text)), 0);
    close(fd);
    status = list_load(path, LIMIT, shard, ".tsv", out, error);
    unlink(path);
    return status;
}

static void
names_come_from_the_source_without_its_last_suffix(void **state)
{
    static const char text[] = "a/one.sq.txt\tx\nplain\tx\n.hidden\tx\nb/two.txt\tx\tNamed\n";
    static const char *const names[] = {"one.sq", "plain", ".hidden", "Named"};
    struct list list;

    (void)state;
    assert_int_equal(load(text, (struct shard){0, 0}, &list, NULL), URA_OK);
    assert_int_equal(list.count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_string_equal(list.pairs[i].name, names[i]);
        assert_int_equal(list_find(&list, ura_str_from(names[i])), i);
    }
    list_release(&list);
}

static void
every_line_is_of_one_shard(void **state)
{
    static const char text[] = "# head\na\tx\n\nb\tx\nc\tx\nd\tx\ne\tx\n";
    size_t seen[8] = {0};

    (void)state;
    for (size_t number = 1; number <= 3; number++) {
        struct list list;

        assert_int_equal(load(text, (struct shard){number, 3}, &list, NULL), URA_OK);
        for (size_t i = 0; i < list.count; i++) {
            assert_int_equal((list.pairs[i].line - 1) % 3, number - 1);
            seen[list.pairs[i].line]++;
        }
        list_release(&list);
    }
    for (size_t line = 1; line < 8; line++)
        assert_int_equal(seen[line], line != 1 && line != 3);
}

static void
a_clash_is_found_whatever_the_shard(void **state)
{
    struct ura_error error = {0};
    struct list list;

    (void)state;
    for (size_t number = 1; number <= 2; number++) {
        assert_int_equal(load("a\tx\nb\tx\nq/a\ty\n", (struct shard){number, 2}, &list, &error),
                         URA_SYNTAX);
        assert_int_equal(error.line, 3);
        assert_int_equal(list.count, 0);
    }
}

static void
paths_are_relative_to_the_list_unless_they_begin_at_the_root(void **state)
{
    struct ura_buf path = {0};
    struct list list;

    (void)state;
    assert_int_equal(load("a\t/b\n", (struct shard){0, 0}, &list, NULL), URA_OK);
    assert_true(list_resolve(&list, list.pairs[0].source, &path));
    assert_string_equal(path.ptr, "/tmp/a");
    assert_true(list_resolve(&list, list.pairs[0].target, &path));
    assert_string_equal(path.ptr, "/b");
    buf_release(&path);
    list_release(&list);
}

static void
a_list_over_the_limit_is_refused(void **state)
{
    char path[PATH_SIZE] = "/tmp/ura-list-XXXXXX";
    int fd = mkstemp(path);
    struct list list;

    (void)state;
    assert_int_equal(file_write(fd, "a\tb\n", 4), 0);
    close(fd);
    assert_int_equal(list_load(path, 3, (struct shard){0, 0}, ".tsv", &list, NULL),
                     URA_TOO_LARGE);
    unlink(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_come_from_the_source_without_its_last_suffix),
        cmocka_unit_test(every_line_is_of_one_shard),
        cmocka_unit_test(a_clash_is_found_whatever_the_shard),
        cmocka_unit_test(paths_are_relative_to_the_list_unless_they_begin_at_the_root),
        cmocka_unit_test(a_list_over_the_limit_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
