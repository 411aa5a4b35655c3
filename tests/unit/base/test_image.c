/* test_image.c - images are read as they were written, and nothing else is believed. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/base.h"

static const struct image_kind kind = {"test", 3};

/* An image of a table of strings and of three numbers. */
static void
write_sample(struct ura_buf *out)
{
    static const uint32_t numbers[] = {0, 2, 5};
    struct ura_intern table = {0};
    struct ura_buf strings = {0};

    assert_int_equal(intern_take(&table, URA_STR("one")), 0);
    assert_int_equal(intern_take(&table, URA_STR("")), 1);
    assert_int_equal(intern_take(&table, URA_STR("three")), 2);
    frozen_write(&table, &strings);
    assert_false(strings.failed);
    const struct ura_str parts[] = {buf_str(&strings), {(const char *)numbers, sizeof numbers}};

    image_write(&kind, 77, parts, 2, out);
    assert_false(out->failed);
    buf_release(&strings);
    intern_release(&table);
}

static void
assert_refused(struct ura_str bytes, const struct image_kind *as, const char *why)
{
    struct ura_error error = {0};
    struct image image;

    assert_int_equal(image_read(bytes, as, &image, &error), URA_SYNTAX);
    assert_non_null(strstr(error.message, why));
    assert_int_equal(image.count, 0);
}

static void
what_was_written_is_read(void **state)
{
    struct ura_buf bytes = {0};
    struct image image;
    struct frozen strings;
    const uint32_t *starts;

    (void)state;
    write_sample(&bytes);
    assert_int_equal(image_read(buf_str(&bytes), &kind, &image, NULL), URA_OK);
    assert_int_equal(image.stamp, 77);
    assert_int_equal(image.count, 2);
    assert_true(frozen_read(image.parts[0], &strings));
    assert_int_equal(strings.count, 3);
    assert_int_equal(frozen_find(&strings, URA_STR("one")), 0);
    assert_int_equal(frozen_find(&strings, URA_STR("")), 1);
    assert_int_equal(frozen_find(&strings, URA_STR("three")), 2);
    assert_int_equal(frozen_find(&strings, URA_STR("thre")), INTERN_NONE);
    starts = image_starts(image.parts[1], 2, 5);
    assert_non_null(starts);
    assert_int_equal(starts[1], 2);
    buf_release(&bytes);
}

static void
an_empty_table_finds_nothing(void **state)
{
    struct ura_intern table = {0};
    struct ura_buf bytes = {0};
    struct frozen strings;

    (void)state;
    frozen_write(&table, &bytes);
    assert_true(frozen_read(buf_str(&bytes), &strings));
    assert_int_equal(frozen_find(&strings, URA_STR("one")), INTERN_NONE);
    buf_release(&bytes);
}

static void
other_kinds_and_versions_are_refused(void **state)
{
    static const struct image_kind other = {"other", 3}, newer = {"test", 4};
    struct ura_buf bytes = {0};

    (void)state;
    write_sample(&bytes);
    assert_refused(buf_str(&bytes), &other, "is no file of kind other");
    assert_refused(buf_str(&bytes), &newer, "has version 3");
    buf_release(&bytes);
}

static void
another_order_of_bytes_is_refused(void **state)
{
    enum { ORDER_AT = 12 }; /* behind eight bytes of name and four of version */
    struct ura_buf bytes = {0};

    (void)state;
    write_sample(&bytes);
    for (int i = 0; i < 2; i++) {
        char first = bytes.ptr[ORDER_AT + i];

        bytes.ptr[ORDER_AT + i] = bytes.ptr[ORDER_AT + 3 - i];
        bytes.ptr[ORDER_AT + 3 - i] = first;
    }
    assert_refused(buf_str(&bytes), &kind, "another order of bytes");
    buf_release(&bytes);
}

static void
a_file_that_is_cut_off_is_refused_wherever_it_is_cut(void **state)
{
    struct ura_buf bytes = {0};
    struct image image;

    (void)state;
    write_sample(&bytes);
    for (size_t len = 0; len < bytes.len; len++)
        assert_int_equal(image_read((struct ura_str){bytes.ptr, len}, &kind, &image, NULL),
                         URA_SYNTAX);
    assert_refused((struct ura_str){bytes.ptr, bytes.len - 1}, &kind, "cut off");
    buf_release(&bytes);
}

static void
a_byte_that_changed_is_noticed_wherever_it_is(void **state)
{
    struct ura_buf bytes = {0};
    struct image image;

    (void)state;
    write_sample(&bytes);
    for (size_t i = 0; i < bytes.len; i++) {
        bytes.ptr[i] = (char)(bytes.ptr[i] ^ 0x20);
        assert_int_equal(image_read(buf_str(&bytes), &kind, &image, NULL), URA_SYNTAX);
        bytes.ptr[i] = (char)(bytes.ptr[i] ^ 0x20);
    }
    assert_int_equal(image_read(buf_str(&bytes), &kind, &image, NULL), URA_OK);
    buf_release(&bytes);
}

static void
numbers_and_starts_out_of_their_bounds_are_refused(void **state)
{
    static const uint32_t falling[] = {0, 4, 2, 5};
    struct ura_str part = {(const char *)falling, sizeof falling};

    (void)state;
    assert_non_null(image_numbers(part, 4, 6));
    assert_null(image_numbers(part, 4, 5));
    assert_null(image_numbers(part, 3, 6));
    assert_null(image_starts(part, 3, 5));
    assert_null(image_starts(ura_str_slice(part, 0, 8), 1, 5));
    assert_non_null(image_starts(ura_str_slice(part, 0, 8), 1, 4));
}

static void
a_table_that_lies_about_its_sizes_is_refused(void **state)
{
    static const uint32_t lies[] = {1000, 2048, 0, 0}, odd[] = {1, 3, 0, 0, 0, 0, 0};
    struct frozen strings;

    (void)state;
    assert_false(frozen_read((struct ura_str){(const char *)lies, sizeof lies}, &strings));
    assert_false(frozen_read((struct ura_str){(const char *)odd, sizeof odd}, &strings));
    assert_false(frozen_read((struct ura_str){(const char *)lies, 3}, &strings));
}

static void
a_file_is_mapped_and_a_missing_one_is_told(void **state)
{
    char path[] = "/tmp/ura-image-XXXXXX";
    int fd = mkstemp(path);
    struct ura_error error = {0};
    struct mapping mapping;

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "bridge", 6), 6);
    close(fd);
    assert_int_equal(mapping_open(path, &mapping, NULL), URA_OK);
    assert_true(ura_str_equal(mapping.bytes, URA_STR("bridge")));
    mapping_close(&mapping);
    assert_int_equal(mapping.bytes.len, 0);
    unlink(path);
    assert_int_equal(mapping_open(path, &mapping, &error), URA_NOT_FOUND);
    assert_string_equal(error.file, path);
    assert_int_equal(mapping_open("/", &mapping, &error), URA_BAD_INPUT);
}

static void
a_stamp_changes_with_a_name_and_with_a_byte(void **state)
{
    char folder[] = "/tmp/ura-stamp-XXXXXX", path[64];
    struct ura_buf bytes = {0};
    uint64_t missing = 1, first = 1, same = 1, other = 1;
    FILE *file;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/topic", folder);
    assert_int_equal(stamp_add_file(&missing, folder, "topic", &bytes, NULL), URA_OK);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs("a\tb\n", file);
    fclose(file);
    assert_int_equal(stamp_add_file(&first, folder, "topic", &bytes, NULL), URA_OK);
    assert_int_equal(stamp_add_file(&same, folder, "topic", &bytes, NULL), URA_OK);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs("a\tc\n", file);
    fclose(file);
    assert_int_equal(stamp_add_file(&other, folder, "topic", &bytes, NULL), URA_OK);
    assert_true(first == same);
    assert_true(first != other);
    assert_true(first != missing);
    unlink(path);
    rmdir(folder);
    buf_release(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(an_empty_table_finds_nothing),
        cmocka_unit_test(other_kinds_and_versions_are_refused),
        cmocka_unit_test(another_order_of_bytes_is_refused),
        cmocka_unit_test(a_file_that_is_cut_off_is_refused_wherever_it_is_cut),
        cmocka_unit_test(a_byte_that_changed_is_noticed_wherever_it_is),
        cmocka_unit_test(numbers_and_starts_out_of_their_bounds_are_refused),
        cmocka_unit_test(a_table_that_lies_about_its_sizes_is_refused),
        cmocka_unit_test(a_file_is_mapped_and_a_missing_one_is_told),
        cmocka_unit_test(a_stamp_changes_with_a_name_and_with_a_byte),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
