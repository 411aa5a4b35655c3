/* test_image.c - what is mapped says what the text says, and what is not of it is not believed.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "lexicon/dictionary_image.h"
#include "lexicon/glossary_image.h"
#include "lexicon/namebook.h"

/* A data folder of two languages that only this test has. */
static char folder[] = "/tmp/ura-lexicon-XXXXXX";

static void
write_file(const char *name, const void *bytes, size_t len)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void
write_text(const char *name, const char *text)
{
    write_file(name, text, strlen(text));
}

static int
make_folder(void **state)
{
    static const char *const folders[] = {"sq", "en", "sq-en"};
    char path[128];

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, folders[i]);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    write_text("sq-en/nouns.txt", "ura\tbridge\nqeveri\tgovernment; cabinet\n");
    write_text("sq-en/function.txt", "dhe\tand\n");
    write_text("en/forms.txt", "bridge\tbridgen\ncastle\tcastlen\n");
    return 0;
}

static int
remove_folder(void **state)
{
    char command[64];

    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

/* A new context, so that nothing is kept of what was opened before. */
static struct ura_context *
new_context(void)
{
    struct ura_context *context;

    assert_int_equal(ura_context_new(folder, &context, NULL), URA_OK);
    return context;
}

static void
compile_dictionary(void)
{
    struct ura_context *context = new_context();
    struct ura_buf image = {0};

    assert_int_equal(dictionary_compile(context, "sq", "en", &image, NULL), URA_OK);
    write_file("sq-en/dictionary.image", image.ptr, image.len);
    buf_release(&image);
    ura_context_free(context);
}

/* Whether the dictionary is mapped; *BYTES is the image that lookups see. */
static bool
open_dictionary(struct ura_buf *bytes)
{
    struct ura_context *context = new_context();
    const struct dictionary *dictionary;
    bool mapped;

    assert_int_equal(dictionary_get(context, "sq", "en", &dictionary, NULL), URA_OK);
    assert_non_null(dictionary);
    mapped = dictionary_is_mapped(dictionary);
    buf_clear(bytes);
    buf_append_str(bytes, mapped ? dictionary->mapping.bytes : buf_str(&dictionary->built));
    ura_context_free(context);
    return mapped;
}

static void
the_image_holds_what_the_text_gives(void **state)
{
    struct ura_buf text = {0}, image = {0};

    (void)state;
    assert_false(open_dictionary(&text));
    compile_dictionary();
    assert_true(open_dictionary(&image));
    assert_true(ura_str_equal(buf_str(&text), buf_str(&image)));
    buf_release(&text);
    buf_release(&image);
}

static void
an_edited_topic_a_new_one_and_a_lost_one_are_noticed(void **state)
{
    struct ura_buf bytes = {0};
    char path[128];

    (void)state;
    compile_dictionary();
    write_text("sq-en/nouns.txt", "ura\tbridge\nqeveri\tgovernments; cabinet\n");
    assert_false(open_dictionary(&bytes));
    compile_dictionary();
    assert_true(open_dictionary(&bytes));
    write_text("sq-en/more.txt", "pyll\tforest\n");
    assert_false(open_dictionary(&bytes));
    compile_dictionary();
    assert_true(open_dictionary(&bytes));
    snprintf(path, sizeof path, "%s/sq-en/more.txt", folder);
    assert_int_equal(unlink(path), 0);
    assert_false(open_dictionary(&bytes));
    compile_dictionary();
    write_text("en/stems.txt", "es\ns\n");
    assert_false(open_dictionary(&bytes));
    buf_release(&bytes);
}

static void
a_damaged_image_is_not_believed(void **state)
{
    struct ura_buf bytes = {0}, ignored = {0};

    (void)state;
    compile_dictionary();
    assert_true(open_dictionary(&bytes));
    bytes.ptr[bytes.len / 2] = (char)(bytes.ptr[bytes.len / 2] ^ 1);
    write_file("sq-en/dictionary.image", bytes.ptr, bytes.len);
    assert_false(open_dictionary(&ignored));
    write_file("sq-en/dictionary.image", bytes.ptr, 20);
    assert_false(open_dictionary(&ignored));
    write_file("sq-en/dictionary.image", "", 0);
    assert_false(open_dictionary(&ignored));
    buf_release(&bytes);
    buf_release(&ignored);
}

/* Parts of an image that was written whole but makes no sense. */
static void
numbers_that_point_nowhere_are_refused(void **state)
{
    struct ura_context *context = new_context();
    struct ura_buf good = {0}, bad = {0};
    struct dictionary dictionary = {0};
    struct image image;
    uint64_t stamp;

    (void)state;
    assert_int_equal(dictionary_compile(context, "sq", "en", &good, NULL), URA_OK);
    assert_int_equal(image_read(buf_str(&good), &dictionary_kind, &image, NULL), URA_OK);
    for (size_t part = 0; part < image.count; part++) {
        struct ura_str parts[IMAGE_PARTS];

        memcpy(parts, image.parts, sizeof parts);
        parts[part].len -= 4;
        buf_clear(&bad);
        image_write(&dictionary_kind, 0, parts, image.count, &bad);
        assert_int_equal(dictionary_see(buf_str(&bad), &dictionary, &stamp, NULL), URA_SYNTAX);
    }
    assert_int_equal(dictionary_see(buf_str(&good), &dictionary, &stamp, NULL), URA_OK);
    buf_release(&good);
    buf_release(&bad);
    ura_context_free(context);
}

static void
names_are_mapped_in_both_directions_as_they_are_made(void **state)
{
    static const char *const orders[][2] = {{"sq", "en"}, {"en", "sq"}};
    struct ura_buf image = {0};

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct ura_context *context = new_context();
        const struct glossary *made, *mapped;
        char path[128];

        snprintf(path, sizeof path, "%s/sq-en/names.image", folder);
        unlink(path);
        assert_int_equal(glossary_get(context, orders[i][0], orders[i][1], &made, NULL),
                         URA_OK);
        assert_int_equal(made->mapping.bytes.len, 0);
        buf_clear(&image);
        assert_int_equal(glossary_compile(context, "sq", "en", &image, NULL), URA_OK);
        write_file("sq-en/names.image", image.ptr, image.len);
        struct ura_context *other = new_context();

        assert_int_equal(glossary_get(other, orders[i][0], orders[i][1], &mapped, NULL),
                         URA_OK);
        assert_true(mapped->mapping.bytes.len > 0);
        const struct glossary_direction *first = &made->directions[made->reversed],
                                        *second = &mapped->directions[mapped->reversed];

        assert_true(first->count > 500);
        assert_int_equal(first->count, second->count);
        assert_memory_equal(first->sources, second->sources,
                            first->count * sizeof *first->sources);
        assert_memory_equal(first->targets, second->targets,
                            first->count * sizeof *first->targets);
        assert_memory_equal(first->strengths, second->strengths,
                            first->count * sizeof *first->strengths);
        ura_context_free(context);
        ura_context_free(other);
    }
    buf_release(&image);
}

static void
names_that_other_endings_cut_are_made_again(void **state)
{
    struct ura_context *context = new_context();
    const struct glossary *glossary;

    (void)state;
    write_text("en/stems.txt", "ing\n");
    assert_int_equal(glossary_get(context, "sq", "en", &glossary, NULL), URA_OK);
    assert_int_equal(glossary->mapping.bytes.len, 0);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_image_holds_what_the_text_gives),
        cmocka_unit_test(an_edited_topic_a_new_one_and_a_lost_one_are_noticed),
        cmocka_unit_test(a_damaged_image_is_not_believed),
        cmocka_unit_test(numbers_that_point_nowhere_are_refused),
        cmocka_unit_test(names_are_mapped_in_both_directions_as_they_are_made),
        cmocka_unit_test(names_that_other_endings_cut_are_made_again),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
