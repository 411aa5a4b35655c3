/* test_page.c - pages come out of their data files, and text stays text in them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/page.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* A data folder of the test's own. */
struct fixture {
    char folder[64];
    struct ura_context *context;
};

static const char *const files[] = {"frame.html", "report.css", "report.js", "story.html"};

static void
put(const struct fixture *fixture, const char *name, const char *text)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/report/%s", fixture->folder, name);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static int
set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    char folder[96];

    if (!fixture)
        return -1;
    strcpy(fixture->folder, "/tmp/ura-test-page-XXXXXX");
    if (!mkdtemp(fixture->folder))
        return -1;
    snprintf(folder, sizeof folder, "%s/report", fixture->folder);
    if (mkdir(folder, 0700) || ura_context_new(fixture->folder, &fixture->context, NULL))
        return -1;
    put(fixture, "frame.html", "<a {{policy}}>{{style}}|{{body}}|{{script}}.");
    put(fixture, "report.css", "CSS");
    put(fixture, "report.js", "JS");
    put(fixture, "story.html", "[{{first}}-{{second}}]");
    *state = fixture;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;
    char path[128];

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/report/%s", fixture->folder, files[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/report", fixture->folder);
    rmdir(path);
    rmdir(fixture->folder);
    ura_context_free(fixture->context);
    free(fixture);
    return 0;
}

/* Writes the page; its slots are filled with their names in small brackets. */
static enum ura_status
write_page(const struct fixture *fixture, struct ura_buf *out, struct ura_error *error)
{
    enum ura_status status;
    struct ura_str slot;
    struct page page;

    status = page_open(fixture->context, "story", &page, error);
    while (!status && !(status = page_next(&page, out, &slot, error))) {
        buf_append_byte(out, '(');
        buf_append_str(out, slot);
        buf_append_byte(out, ')');
    }
    buf_append_byte(out, '\0');
    return status;
}

static void
a_page_is_its_frame_with_its_own_file_in_the_body(void **state)
{
    struct ura_buf out = {0};

    assert_int_equal(write_page(*state, &out, NULL), URA_END);
    assert_string_equal(strchr(out.ptr, '>'), ">CSS|[(first)-(second)]|JS.");
    buf_release(&out);
}

static void
the_policy_names_style_and_script_by_their_digests(void **state)
{
    struct ura_buf out = {0};

    write_page(*state, &out, NULL);
    assert_non_null(
        strstr(out.ptr, "default-src 'none'; style-src "
                        "'sha256-tYHkYELL+7CvRUKoWAeahP066Y5VY/YVcQGR1bNZdoA='; "
                        "script-src 'sha256-CRfnvjgE5iID9gvgkCxCbWUPWM8kHkZMCAx6DeYckRg=';"));
    buf_release(&out);
}

static void
what_was_passed_over_is_not_written(void **state)
{
    const struct fixture *fixture = *state;
    struct ura_buf out = {0};
    struct ura_str slot;
    struct page page;

    assert_int_equal(page_open(fixture->context, "story", &page, NULL), URA_OK);
    do
        assert_int_equal(page_next(&page, NULL, &slot, NULL), URA_OK);
    while (!ura_str_equal(slot, URA_STR("second")));
    assert_int_equal(page_next(&page, &out, &slot, NULL), URA_END);
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, "]|JS.");
    buf_release(&out);
}

static void
assert_refused(const struct fixture *fixture, enum ura_status status, const char *message)
{
    struct ura_error error = {0};
    struct ura_buf out = {0};

    assert_int_equal(write_page(fixture, &out, &error), status);
    assert_non_null(strstr(error.message, message));
    buf_release(&out);
}

static void
a_missing_data_file_is_named(void **state)
{
    struct fixture *fixture = *state;
    char path[128];

    snprintf(path, sizeof path, "%s/report/report.js", fixture->folder);
    unlink(path);
    assert_refused(fixture, URA_NOT_FOUND, "/report/report.js is missing");
}

static void
a_slot_that_is_not_closed_is_refused(void **state)
{
    put(*state, "story.html", "[{{first}}-{{second]");
    assert_refused(*state, URA_SYNTAX, "story.html has {{ without }}");
}

static void
a_frame_in_a_frame_is_refused(void **state)
{
    put(*state, "story.html", "{{body}}");
    assert_refused(*state, URA_SYNTAX, "{{body}} once");
}

static void
a_script_that_would_end_early_is_refused(void **state)
{
    put(*state, "report.js", "'</script>'");
    assert_refused(*state, URA_SYNTAX, "must not hold </script");
}

static void
a_page_without_a_context_is_a_mistake_of_the_caller(void **state)
{
    struct page page;

    (void)state;
    assert_int_equal(page_open(NULL, "story", &page, NULL), URA_BAD_ARGUMENT);
}

static void
assert_text(struct ura_str text, const char *expected)
{
    struct ura_buf out = {0};

    page_append_text(&out, text);
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, expected);
    buf_release(&out);
}

static void
text_is_never_markup(void **state)
{
    (void)state;
    assert_text(URA_STR(""), "");
    assert_text(URA_STR("</td><script>a&&b</script>"),
                "&lt;/td&gt;&lt;script&gt;a&amp;&amp;b&lt;/script&gt;");
    assert_text(URA_STR("\" onclick='x'"), "&quot; onclick=&#39;x&#39;");
    assert_text(URA_STR("ë\t„ç”\n中😀"), "ë\t„ç”\n中😀");
    assert_text(URA_STR("a\0b\x1b[2m\x7f"), "a\uFFFD"
                                            "b\uFFFD[2m\uFFFD");
    assert_text(URA_STR("\xff<\xc3"), "\uFFFD&lt;\uFFFD");
}

static void
attributes_know_languages_and_their_direction(void **state)
{
    struct ura_buf out = {0};

    (void)state;
    page_append_language(&out, URA_STR("sq"));
    page_append_language(&out, URA_STR("fa"));
    page_append_language(&out, URA_STR("und"));
    page_append_attribute(&out, "title", URA_STR("a\"b"));
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, " lang=\"sq\" lang=\"fa\" dir=\"rtl\" lang=\"\" dir=\"auto\""
                                 " title=\"a&quot;b\"");
    buf_release(&out);
}

static void
thousands_stand_apart(void **state)
{
    static const struct {
        unsigned long long value;
        const char *expected;
    } known[] = {
        {0, "0"},
        {999, "999"},
        {1000, "1\u202F000"},
        {1234567, "1\u202F234\u202F567"},
        {18446744073709551615u, "18\u202F446\u202F744\u202F073\u202F709\u202F551\u202F615"}};

    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct ura_buf out = {0};

        page_append_count(&out, known[i].value);
        buf_append_byte(&out, '\0');
        assert_string_equal(out.ptr, known[i].expected);
        buf_release(&out);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_page_is_its_frame_with_its_own_file_in_the_body),
        CASE(the_policy_names_style_and_script_by_their_digests),
        CASE(what_was_passed_over_is_not_written),
        CASE(a_missing_data_file_is_named),
        CASE(a_slot_that_is_not_closed_is_refused),
        CASE(a_frame_in_a_frame_is_refused),
        CASE(a_script_that_would_end_early_is_refused),
        CASE(a_page_without_a_context_is_a_mistake_of_the_caller),
        cmocka_unit_test(text_is_never_markup),
        cmocka_unit_test(attributes_know_languages_and_their_direction),
        cmocka_unit_test(thousands_stand_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
