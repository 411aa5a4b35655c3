/* test_stories.c - stories of invented senders: what each line of them is. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/layout.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "laid.h"

#include <cmocka.h>

/*
 * A file of stories/ has a line of the story a line, behind the kind of furniture that it is,
 * or "copy", and a tab. "dateline" has the dateline and what follows it between two tabs.
 */
struct label {
    char kind[16];
    size_t start;
    size_t end;
};

enum { LABELS = 128 };

struct labelled {
    struct ura_buf text;
    struct label labels[LABELS];
    size_t count;
    char language[9];
};

static void
add_label(struct labelled *story, struct ura_str kind, struct ura_str text)
{
    struct label *label = &story->labels[story->count++];

    assert_in_range(story->count, 1, LABELS);
    assert_in_range(kind.len, 1, sizeof label->kind - 1);
    memcpy(label->kind, kind.ptr, kind.len);
    label->kind[kind.len] = 0;
    label->start = story->text.len;
    buf_append_str(&story->text, text);
    label->end = story->text.len;
}

static void
add_line(struct labelled *story, struct ura_str line)
{
    const char *tab = memchr(line.ptr, '\t', line.len), *second;
    struct ura_str kind, text;

    if (line.len) {
        assert_non_null(tab);
        kind = ura_str_slice(line, 0, (size_t)(tab - line.ptr));
        text = ura_str_slice(line, kind.len + 1, line.len);
        second = memchr(text.ptr, '\t', text.len);
        if (second) {
            add_label(story, kind, ura_str_slice(text, 0, (size_t)(second - text.ptr)));
            kind = URA_STR("copy");
            text = ura_str_slice(text, (size_t)(second - text.ptr) + 1, text.len);
        }
        add_label(story, kind, text);
    }
    buf_append_byte(&story->text, '\n');
}

static void
read_labelled(const char *folder, const char *name, struct labelled *story)
{
    static const struct ura_str head = {"# language\t", 11};
    struct ura_buf file = {0};
    char path[1024];

    *story = (struct labelled){0};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(file_load(path, 1 << 20, "max-file", &file, NULL), URA_OK);
    for (size_t at = 0; at < file.len;) {
        const char *end = memchr(file.ptr + at, '\n', file.len - at);
        size_t len = (end ? (size_t)(end - file.ptr) : file.len) - at;

        if (at == 0) {
            assert_memory_equal(file.ptr, head.ptr, head.len);
            memcpy(story->language, file.ptr + head.len, len - head.len);
        } else {
            add_line(story, (struct ura_str){file.ptr + at, len});
        }
        at += len + 1;
    }
    buf_release(&file);
}

/* How many labels of the story NAME are wrong; each is told. */
static size_t
count_wrong(const char *folder, const char *name)
{
    struct labelled story;
    struct laid laid;
    size_t wrong = 0;

    read_labelled(folder, name, &story);
    buf_append_byte(&story.text, 0);
    laid_read(&laid, story.text.ptr, story.language, URA_LAYOUT_AUTO);
    if (laid.layout.kind != URA_LAYOUT_WIRE) {
        print_error("%s: taken for %s\n", name, ura_layout_name(laid.layout.kind));
        wrong++;
    }
    laid_check_whole(&laid);
    for (size_t i = 0; i < story.count; i++) {
        const struct label *label = &story.labels[i];
        bool told = false;

        for (size_t at = label->start; at < label->end && !told; at++) {
            enum ura_furniture kind;
            const char *found;

            if (story.text.ptr[at] == ' ')
                continue;
            kind = laid_furniture(&laid, at);
            found = kind ? ura_furniture_name(kind) : "copy";
            told = strcmp(found, label->kind) != 0;
            if (told)
                print_error("%s: %s, not %s: %.*s\n", name, found, label->kind,
                            (int)(label->end - label->start), story.text.ptr + label->start);
        }
        wrong += told;
    }
    buf_release(&story.text);
    laid_release(&laid);
    return wrong;
}

static void
every_line_of_a_story_is_what_it_is_labelled(void **state)
{
    char folder[700];
    struct dirent *entry;
    size_t stories = 0, wrong = 0;
    DIR *dir;

    (void)state;
    snprintf(folder, sizeof folder, "%s/tests/unit/layout/stories", getenv("URA_SOURCE"));
    dir = opendir(folder);
    assert_non_null(dir);
    while ((entry = readdir(dir))) {
        if (!strstr(entry->d_name, ".tsv"))
            continue;
        stories++;
        wrong += count_wrong(folder, entry->d_name);
    }
    closedir(dir);
    assert_in_range(stories, 20, 1000);
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_of_a_story_is_what_it_is_labelled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
