/* test_formats.c - what writers write, and that a sink that fails ends the writing. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <errno.h>
#include <setjmp.h>
#include <stdlib.h>

#include <jansson.h>

#include <cmocka.h>

#include <ura/ura.h>

/* Two documents and beads over them: 1-1, then two sources with none. */
struct fixture {
    struct ura_context *context;
    struct ura_document *source, *target;
    struct ura_bead beads[2];
    struct ura_bitext bitext;
};

static int
set_up(void **state)
{
    struct ura_document_options options = {.language = "en", .layout = URA_LAYOUT_LINES};
    struct fixture *fixture = calloc(1, sizeof *fixture);

    if (!fixture || ura_context_new(getenv("URA_DATA"), &fixture->context, NULL) ||
        ura_document_read(fixture->context, "A\tb\nC\nD\n", 8, &options, &fixture->source,
                          NULL) ||
        ura_document_read(fixture->context, "\"E\"\n", 4, &options, &fixture->target, NULL))
        return -1;
    fixture->beads[0] = (struct ura_bead){0, 1, 0, 1, 2.5f, 0.75f, false};
    fixture->beads[1] = (struct ura_bead){1, 2, 1, 0, -1, 1, false};
    fixture->bitext = (struct ura_bitext){.source = fixture->source,
                                          .target = fixture->target,
                                          .beads = fixture->beads,
                                          .bead_count = 2};
    *state = fixture;
    return 0;
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

static int
refuse(const void *bytes, size_t len, void *user)
{
    (void)bytes, (void)len, (void)user;
    return ENOSPC;
}

static struct ura_buf
written(struct fixture *fixture, const char *format)
{
    struct ura_write_options options = {.command = "align"};
    struct ura_buf out = {0};
    struct ura_outputs outputs = {.sink = take, .users = {&out}};

    assert_int_equal(ura_format_write_bitext(fixture->context, ura_format_find(format),
                                             &fixture->bitext, &options, &outputs, NULL),
                     URA_OK);
    buf_append_byte(&out, '\0');
    return out;
}

static void
tsv_keeps_a_row_a_line_when_a_text_holds_a_tab(void **state)
{
    struct ura_buf out = written(*state, "tsv");

    assert_string_equal(out.ptr, "A b\t\"E\"\nC D\t\n");
    buf_release(&out);
}

static void
vecalign_names_the_sentences_of_each_bead(void **state)
{
    struct ura_buf out = written(*state, "vecalign");

    assert_string_equal(out.ptr, "[0]:[0]:0.250000\n[1, 2]:[]:0.000000\n");
    buf_release(&out);
}

static void
jsonl_tells_texts_spans_and_confidence(void **state)
{
    struct ura_buf out = written(*state, "jsonl");
    char *line = strchr(out.ptr, '\n') + 1;
    const char *text;
    json_int_t start, end;
    double confidence;
    json_t *bead;

    *strchr(line, '\n') = '\0';
    bead = json_loads(line, 0, NULL);
    assert_non_null(bead);
    assert_int_equal(json_unpack(bead, "{s:f,s:{s:[s],s:[[[I,I]]]}}", "confidence", &confidence,
                                 "source", "texts", &text, "spans", &start, &end),
                     0);
    assert_string_equal(text, "A\tb");
    assert_int_equal(start, 0);
    assert_int_equal(end, 3);
    assert_true(confidence == 0.75);
    json_decref(bead);
    buf_release(&out);
}

static void
a_full_disk_is_an_error_in_every_format(void **state)
{
    struct fixture *fixture = *state;
    struct ura_write_options options = {.context = fixture->context};

    for (size_t i = 0; ura_format_at(i); i++) {
        const struct ura_format *format = ura_format_at(i);
        struct ura_outputs outputs = {.sink = refuse};
        struct ura_error error = {0};

        if (!format->write_bitext && !(format->room & URA_ROOM_TARGET))
            continue;
        assert_int_equal(ura_format_write_bitext(fixture->context, format, &fixture->bitext,
                                                 &options, &outputs, &error),
                         URA_IO);
        assert_non_null(strstr(error.message, "cannot write"));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tsv_keeps_a_row_a_line_when_a_text_holds_a_tab, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(vecalign_names_the_sentences_of_each_bead, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(jsonl_tells_texts_spans_and_confidence, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_full_disk_is_an_error_in_every_format, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
