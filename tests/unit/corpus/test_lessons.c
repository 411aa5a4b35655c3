/* test_lessons.c - what pairs teach, kept in files that runs share. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/lesson.h"
#include "corpus/lessons.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char folder_path[] = "/tmp/ura-lessons-XXXXXX";
static int folder;

static int
make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder_path))
        return -1;
    folder = open(folder_path, O_RDONLY | O_DIRECTORY);
    return folder < 0 ? -1 : 0;
}

static int
remove_folder(void **state)
{
    (void)state;
    unlinkat(folder, "learned.lessons", 0);
    unlinkat(folder, "learned.2-of-3.lessons", 0);
    close(folder);
    return rmdir(folder_path);
}

static void
write_lesson(struct shard shard, bool keeping, uint64_t key, const char *text)
{
    struct lessons lessons;

    assert_int_equal(lessons_open(folder, shard, keeping, &lessons, NULL), URA_OK);
    assert_int_equal(lessons_add(&lessons, key, ura_str_from(text), NULL), URA_OK);
    assert_int_equal(lessons_flush(&lessons, NULL), URA_OK);
    lessons_close(&lessons);
}

static bool
holds(struct lessons *lessons, uint64_t key, const char *text)
{
    const struct lesson_place *place = lessons_find(lessons, key);
    struct ura_buf bytes = {0};
    bool equal = place && !lessons_load(place, &bytes, NULL) &&
                 ura_str_equal(buf_str(&bytes), ura_str_from(text));

    buf_release(&bytes);
    return equal;
}

static void
lessons_of_all_shards_are_found_by_their_keys(void **state)
{
    const struct shard whole = {0, 0}, part = {2, 3};
    struct lessons lessons;

    (void)state;
    write_lesson(part, false, 7, "seven");
    write_lesson(whole, false, 9, "nine");
    write_lesson(whole, true, 8, "eight");
    assert_int_equal(lessons_look(folder, &lessons, NULL), URA_OK);
    assert_true(holds(&lessons, 7, "seven"));
    assert_true(holds(&lessons, 8, "eight"));
    assert_true(holds(&lessons, 9, "nine"));
    assert_null(lessons_find(&lessons, 10));
    lessons_close(&lessons);
}

static void
a_file_that_is_begun_anew_forgets(void **state)
{
    struct lessons lessons;

    (void)state;
    write_lesson((struct shard){0, 0}, false, 1, "one");
    write_lesson((struct shard){0, 0}, false, 2, "two");
    assert_int_equal(lessons_look(folder, &lessons, NULL), URA_OK);
    assert_null(lessons_find(&lessons, 1));
    assert_true(holds(&lessons, 2, "two"));
    lessons_close(&lessons);
}

static void
a_lesson_that_was_cut_off_is_dropped_and_others_follow(void **state)
{
    struct lessons lessons;
    int fd;

    (void)state;
    write_lesson((struct shard){0, 0}, false, 1, "one");
    write_lesson((struct shard){0, 0}, true, 2, "two");
    fd = openat(folder, "learned.lessons", O_WRONLY);
    assert_int_equal(ftruncate(fd, lseek(fd, 0, SEEK_END) - 1), 0);
    close(fd);
    write_lesson((struct shard){0, 0}, true, 3, "three");
    assert_int_equal(lessons_look(folder, &lessons, NULL), URA_OK);
    assert_true(holds(&lessons, 1, "one"));
    assert_null(lessons_find(&lessons, 2));
    assert_true(holds(&lessons, 3, "three"));
    lessons_close(&lessons);
}

static void
a_damaged_bead_ends_its_lesson(void **state)
{
    char lesson[2 * LESSON_LANGUAGE_BYTES + 12] = "sq";
    struct lesson_reader reader;
    struct lesson_bead bead;
    uint32_t len = UINT32_MAX;

    (void)state;
    assert_false(lesson_read((struct ura_str){lesson, 5}, &reader));
    memcpy(lesson + sizeof lesson - 4, &len, sizeof len);
    assert_true(lesson_read((struct ura_str){lesson, sizeof lesson}, &reader));
    assert_string_equal(reader.languages[0], "sq");
    assert_false(lesson_next(&reader, &bead));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lessons_of_all_shards_are_found_by_their_keys),
        cmocka_unit_test(a_file_that_is_begun_anew_forgets),
        cmocka_unit_test(a_lesson_that_was_cut_off_is_dropped_and_others_follow),
        cmocka_unit_test(a_damaged_bead_ends_its_lesson),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
