/* test_html.c - reports hold every row, and whatever stands in a text stays text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/dot_plot.h"
#include "formats/svg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <ura/ura.h>

enum { LONG = 25000 }; /* beads, far past what a drawing shows */

/* Two documents and beads over them, every kind once. */
struct fixture {
    struct ura_context *context;
    struct ura_document *source, *target;
    struct ura_bead beads[5];
    struct ura_bitext bitext;
};

static const char SOURCE[] = "One <b>&amp; \"two\"</b>.\nMoved away.\nLeft 'alone'.\nA.\nB.\n";
static const char TARGET[] = "</td><script>alert(1)</script>.\nNjë.\nAB.\nVetëm.\n";

static int
set_up(void **state)
{
    struct ura_document_options source = {
        .name = "a/<\"x\">&.txt", .language = "en", .layout = URA_LAYOUT_LINES};
    struct ura_document_options target = {
        .name = "b.txt", .language = "ar", .layout = URA_LAYOUT_LINES};
    struct fixture *fixture = calloc(1, sizeof *fixture);

    if (!fixture || ura_context_new(getenv("URA_DATA"), &fixture->context, NULL) ||
        ura_document_read(fixture->context, SOURCE, strlen(SOURCE), &source, &fixture->source,
                          NULL) ||
        ura_document_read(fixture->context, TARGET, strlen(TARGET), &target, &fixture->target,
                          NULL))
        return -1;
    fixture->beads[0] = (struct ura_bead){1, 1, 0, 1, 1, 0.5f, true};
    fixture->beads[1] = (struct ura_bead){0, 1, 1, 1, 1, 0.996f, false};
    fixture->beads[2] = (struct ura_bead){2, 1, 2, 0, 1, 0.75f, false};
    fixture->beads[3] = (struct ura_bead){3, 2, 2, 1, 1, 1, false};
    fixture->beads[4] = (struct ura_bead){5, 0, 3, 1, 1, 0.25f, false};
    fixture->bitext = (struct ura_bitext){.source = fixture->source,
                                          .target = fixture->target,
                                          .beads = fixture->beads,
                                          .bead_count = 5};
    *state = fixture;
    return ura_bitext_verify(&fixture->bitext, NULL) ? -1 : 0;
}

static int
tear_down(void **state)
{
    struct fixture *fixture = *state;

    ura_document_free(fixture->source);
    ura_document_free(fixture->target);
    ura_context_free(fixture->context);
    free(fixture);
    return 0;
}

static int
take(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return 0;
}

static struct ura_buf
written(const struct fixture *fixture)
{
    struct ura_write_options options = {.context = fixture->context,
                                        .command = "align --x '</code>'"};
    struct ura_buf out = {0};

    assert_int_equal(format_html.write_bitext(&fixture->bitext, &options, take, &out, NULL),
                     URA_OK);
    buf_append_byte(&out, '\0');
    return out;
}

/* How often NEEDLE stands in TEXT. */
static size_t
count(const char *text, const char *needle)
{
    size_t found = 0;

    for (const char *at = text; (at = strstr(at, needle)) != NULL; at += strlen(needle))
        found++;
    return found;
}

static void
every_bead_is_a_row_with_its_kind_confidence_and_texts(void **state)
{
    struct ura_buf out = written(*state);

    assert_non_null(strstr(out.ptr, "<tr id=\"b1\" data-kind=\"one\"><th scope=\"row\">"
                                    "<a href=\"#b1\">1</a></th><td class=\"kind\">1–1</td>"
                                    "<td class=\"confidence\">100</td><td lang=\"en\">One"));
    assert_non_null(strstr(out.ptr, "data-kind=\"source\" class=\"low\""));
    assert_non_null(strstr(out.ptr, "<td class=\"confidence\">75</td><td lang=\"en\">Left "
                                    "&#39;alone&#39;.</td><td lang=\"ar\" dir=\"rtl\"></td>"));
    assert_non_null(strstr(out.ptr, "<td lang=\"en\"><p>A.</p><p>B.</p></td>"));
    assert_non_null(strstr(out.ptr, "id=\"b4\" data-kind=\"target\""));
    assert_int_equal(count(out.ptr, "<tr id="), 5);
    buf_release(&out);
}

static void
a_moved_bead_points_to_where_it_stood(void **state)
{
    struct ura_buf out = written(*state);

    assert_non_null(strstr(out.ptr, "moved from before <a href=\"#b2\">2</a></span>"));
    buf_release(&out);
}

static void
no_text_name_or_command_becomes_markup(void **state)
{
    struct ura_buf out = written(*state);

    assert_int_equal(count(out.ptr, "<script>"), 1);
    assert_int_equal(count(out.ptr, "</script>"), 1);
    assert_int_equal(count(out.ptr, "</td><script>"), 0);
    assert_non_null(strstr(out.ptr, "&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;."));
    assert_non_null(strstr(out.ptr, "One &lt;b&gt;&amp;amp; &quot;two&quot;&lt;/b&gt;."));
    assert_non_null(strstr(out.ptr, "<title>&lt;&quot;x&quot;&gt;&amp;.txt – b.txt</title>"));
    assert_non_null(strstr(out.ptr, "<code>ura align --x &#39;&lt;/code&gt;&#39;</code>"));
    buf_release(&out);
}

static void
every_slot_is_filled_and_every_element_closed(void **state)
{
    static const char *const elements[] = {"tr",  "td",     "table",  "tbody",    "section",
                                           "svg", "figure", "header", "fieldset", "main"};
    struct ura_buf out = written(*state);
    char open[16], closed[16];

    assert_int_equal(count(out.ptr, "{{"), 0);
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        size_t opened;

        snprintf(open, sizeof open, "<%s ", elements[i]);
        opened = count(out.ptr, open);
        snprintf(open, sizeof open, "<%s>", elements[i]);
        opened += count(out.ptr, open);
        snprintf(closed, sizeof closed, "</%s>", elements[i]);
        assert_true(opened > 0);
        assert_int_equal(opened, count(out.ptr, closed));
    }
    buf_release(&out);
}

static void
nothing_is_fetched_from_anywhere(void **state)
{
    static const char *const references[] = {"http:",   "https:",   "src=",   "url(",
                                             "@import", "href=\"/", "fetch(", "import("};
    struct ura_buf out = written(*state);

    for (size_t i = 0; i < sizeof references / sizeof *references; i++)
        assert_int_equal(count(out.ptr, references[i]), 0);
    buf_release(&out);
}

static void
the_head_counts_beads_by_kind(void **state)
{
    struct ura_buf out = written(*state);

    assert_non_null(
        strstr(out.ptr, "<th scope=\"row\">Joined or split</th><td class=\"number\">1</td>"));
    assert_non_null(strstr(
        out.ptr, "<th scope=\"row\">Mean confidence</th><td class=\"number\">69.9 %</td>"));
    assert_int_equal(count(out.ptr, "<path class=\"bead"), 5);
    assert_int_equal(count(out.ptr, "<path class=\"bead null\""), 2);
    assert_int_equal(count(out.ptr, "<path class=\"bead moved\""), 1);
    buf_release(&out);
}

static void
without_a_context_the_caller_is_told(void **state)
{
    const struct fixture *fixture = *state;
    struct ura_write_options options = {0};
    struct ura_error error = {0};
    struct ura_buf out = {0};

    assert_int_equal(format_html.write_bitext(&fixture->bitext, &options, take, &out, &error),
                     URA_BAD_ARGUMENT);
    assert_non_null(strstr(error.message, "context"));
    assert_int_equal(out.len, 0);
}

/* Pairs that come one by one are written into OUT. */
static enum ura_status
write_units(const struct fixture *fixture, const struct ura_unit *units, size_t count,
            enum ura_status status, struct ura_buf *out)
{
    struct ura_units_header header = {
        .format = "tmx", .source_language = URA_STR("en"), .target_language = URA_STR("sq")};
    struct ura_write_options options = {.command = "convert"};
    struct ura_outputs outputs = {.sink = take, .users = {out}};
    struct ura_unit_writer *writer;

    assert_int_equal(ura_unit_writer_open(fixture->context, &format_html, &header, &options,
                                          &outputs, &writer, NULL),
                     URA_OK);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(ura_unit_writer_write(writer, &units[i], NULL), URA_OK);
    status = ura_unit_writer_close(writer, status, NULL);
    buf_append_byte(out, '\0');
    return status;
}

static void
units_are_rows_with_state_place_and_a_language_of_their_own(void **state)
{
    static const struct ura_unit units[] = {
        {.source = {"a\n<b>", 5},
         .target = {"c", 1},
         .has_target = true,
         .state = URA_STATE_DRAFT,
         .has_score = true,
         .score = 0.5},
        {.target = {"d", 1},
         .has_target = true,
         .target_language = {"he", 2},
         .has_place = true,
         .place = {3, 0, 4, 1},
         .has_score = true,
         .score = 98},
        {.source = {"e", 1}, .kind = URA_BLOCK_FURNITURE, .furniture = URA_FURNITURE_SLUG},
    };
    struct ura_buf out = {0};

    assert_int_equal(write_units(*state, units, 3, URA_OK, &out), URA_OK);
    assert_non_null(strstr(out.ptr,
                           "data-kind=\"pair\"><th scope=\"row\"><a href=\"#b0\">0</a></th>"
                           "<td class=\"kind\"> <span class=\"word\">draft</span></td>"
                           "<td class=\"confidence\">50</td><td lang=\"en\">a\n&lt;b&gt;</td>"
                           "<td lang=\"sq\">c</td></tr>"));
    assert_non_null(strstr(out.ptr, "data-kind=\"target\"><th scope=\"row\">"
                                    "<a href=\"#b1\">1</a></th><td class=\"kind\">0–1</td>"
                                    "<td class=\"confidence\">98</td><td lang=\"en\"></td>"
                                    "<td lang=\"he\" dir=\"rtl\">d</td></tr>"));
    assert_non_null(strstr(out.ptr, "<td class=\"kind\">slug</td>"));
    assert_non_null(strstr(out.ptr, "3 units, numbered from 0."));
    assert_int_equal(count(out.ptr, "</html>"), 1);
    buf_release(&out);
}

static void
no_units_are_a_page_without_rows(void **state)
{
    struct ura_buf out = {0};

    assert_int_equal(write_units(*state, NULL, 0, URA_OK, &out), URA_OK);
    assert_int_equal(count(out.ptr, "<table class=\"rows\">"), 0);
    assert_non_null(strstr(out.ptr, "0 units"));
    buf_release(&out);
}

static void
what_failed_while_units_came_is_handed_on(void **state)
{
    struct ura_buf out = {0};

    assert_int_equal(write_units(*state, NULL, 0, URA_SYNTAX, &out), URA_SYNTAX);
    assert_int_equal(count(out.ptr, "</html>"), 0);
    buf_release(&out);
}

static void
a_long_drawing_is_thinned_and_says_so(void **state)
{
    const struct fixture *fixture = *state;
    struct ura_bead *beads = array_new(LONG, sizeof *beads);
    struct ura_bitext bitext = {.source = fixture->source,
                                .target = fixture->target,
                                .beads = beads,
                                .bead_count = LONG};
    struct ura_buf out = {0}, note = {0};
    struct writer writer = {.sink = take, .user = &out};
    struct bead_tally tally;

    assert_non_null(beads);
    for (size_t i = 0; i < LONG; i++)
        beads[i] = (struct ura_bead){i, 1, i, 1, 0, 1, i % 50 == 0};
    tally = bead_tally_of(&bitext);
    assert_int_equal(writer_close(&writer, dot_plot_write(&writer, &bitext, &tally)), URA_OK);
    buf_append_byte(&out, '\0');
    assert_int_equal(count(out.ptr, "class=\"bead moved\""), LONG / 50);
    assert_int_equal(count(out.ptr, "class=\"bead\""), (LONG - LONG / 50 + 8) / 9);
    dot_plot_append_thinned(&note, &tally);
    buf_append_byte(&note, '\0');
    assert_string_equal(note.ptr,
                        " Of the 24\u202F500 beads in their order one in 9 is drawn.");
    buf_release(&note);
    buf_release(&out);
    free(beads);
}

static void
marks_of_a_scale_are_few_and_round(void **state)
{
    static const struct {
        double count, step;
    } known[] = {{0, 1}, {1, 1}, {6, 1}, {7, 2}, {13, 5}, {100, 20}, {97995, 20000}};

    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(svg_step(&(struct svg_scale){known[i].count, 0, 1}) == known[i].step);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_bead_is_a_row_with_its_kind_confidence_and_texts),
        CASE(a_moved_bead_points_to_where_it_stood),
        CASE(no_text_name_or_command_becomes_markup),
        CASE(every_slot_is_filled_and_every_element_closed),
        CASE(nothing_is_fetched_from_anywhere),
        CASE(the_head_counts_beads_by_kind),
        CASE(without_a_context_the_caller_is_told),
        CASE(units_are_rows_with_state_place_and_a_language_of_their_own),
        CASE(no_units_are_a_page_without_rows),
        CASE(what_failed_while_units_came_is_handed_on),
        CASE(a_long_drawing_is_thinned_and_says_so),
        cmocka_unit_test(marks_of_a_scale_are_few_and_round),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
