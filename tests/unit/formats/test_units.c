/* test_units.c - what a format says it has room for comes back as it was written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { UNITS = 40, TEXT_MAX = 96, PIECES_MAX = 8 };

/* A unit of the test's own making. */
struct sample {
    char id[16];
    char source[TEXT_MAX], target[TEXT_MAX];
    struct ura_unit unit;
};

static unsigned
next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* A text with what formats trip over. Line ends only where LINES. */
static void
make_text(unsigned *state, size_t number, bool lines, char *out)
{
    static const char *const pieces[] = {"ë",
                                         "ç",
                                         "\"",
                                         "'",
                                         "<b>",
                                         "&amp;",
                                         "&",
                                         ",",
                                         ";",
                                         "日本",
                                         "\xf0\x9f\x98\x80",
                                         "\\n",
                                         "\\",
                                         "--> ",
                                         "%s",
                                         "]]>",
                                         "{1}",
                                         " ",
                                         "=\"",
                                         "|||",
                                         "#",
                                         "\t",
                                         "\n"};
    size_t count = sizeof pieces / sizeof *pieces - (lines ? 0 : 2), used;

    used = (size_t)snprintf(out, TEXT_MAX, "Fjala %zu", number);
    for (unsigned i = next_random(state) % PIECES_MAX; i > 0; i--)
        used += (size_t)snprintf(out + used, TEXT_MAX - used, "%s",
                                 pieces[next_random(state) % count]);
    snprintf(out + used, TEXT_MAX - used, "fund");
}

static void
make_sample(unsigned *state, size_t number, const struct ura_format *format, struct sample *out)
{
    bool lines = format->room & URA_ROOM_LINES;
    bool pairs = format->room & URA_ROOM_TARGET;

    snprintf(out->id, sizeof out->id, "u%zu", number);
    make_text(state, number, lines, out->source);
    make_text(state, number, lines, out->target);
    out->unit = (struct ura_unit){.source = ura_str_from(out->source),
                                  .target = ura_str_from(pairs ? out->target : ""),
                                  .has_target = pairs};
    if (format->room & URA_ROOM_ID)
        out->unit.id = ura_str_from(out->id);
    if (format->room & URA_ROOM_SCORE) {
        out->unit.has_score = true;
        out->unit.score = (double)(next_random(state) % 1000) / 1000;
    }
}

static int
take(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return 0;
}

static void
write_samples(struct ura_context *context, const struct ura_format *format,
              const struct sample *samples, struct ura_buf *out)
{
    struct ura_units_header header = {
        .format = "test", .source_language = URA_STR("sq"), .target_language = URA_STR("en")};
    struct ura_write_options options = {.context = context};
    struct ura_outputs outputs = {.sink = take, .users = {out}};
    struct ura_unit_writer *writer;
    struct ura_error error = {0};

    if (ura_unit_writer_open(context, format, &header, &options, &outputs, &writer, &error))
        fail_msg("%s does not begin: %s", format->name, error.message);
    for (size_t i = 0; i < UNITS; i++)
        if (ura_unit_writer_write(writer, &samples[i].unit, &error))
            fail_msg("%s does not write: %s", format->name, error.message);
    if (ura_unit_writer_close(writer, URA_OK, &error))
        fail_msg("%s does not end: %s", format->name, error.message);
}

static void
compare(const struct ura_format *format, const struct ura_unit *got,
        const struct ura_unit *wanted)
{
    if (!ura_str_equal(got->source, wanted->source))
        fail_msg("%s: source %.*s came back as %.*s", format->name, (int)wanted->source.len,
                 wanted->source.ptr, (int)got->source.len, got->source.ptr);
    if (!ura_str_equal(got->target, wanted->target))
        fail_msg("%s: target %.*s came back as %.*s", format->name, (int)wanted->target.len,
                 wanted->target.ptr, (int)got->target.len, got->target.ptr);
    if ((format->room & URA_ROOM_ID) && !ura_str_equal(got->id, wanted->id))
        fail_msg("%s: id %.*s came back as %.*s", format->name, (int)wanted->id.len,
                 wanted->id.ptr, (int)got->id.len, got->id.ptr);
    if ((format->room & URA_ROOM_SCORE) &&
        !(got->has_score && fabs(got->score - wanted->score) < 0.0005))
        fail_msg("%s: a score did not come back", format->name);
}

static void
read_samples(struct ura_context *context, const struct ura_format *format,
             const struct sample *samples, struct ura_str bytes)
{
    struct ura_input *input;
    struct ura_units *units;
    struct ura_error error = {0};
    struct ura_unit unit;
    size_t count = 0;
    enum ura_status status;

    assert_int_equal(ura_input_open_bytes(bytes.ptr, bytes.len, "test", &input, &error),
                     URA_OK);
    if (ura_units_open(context, input, format, NULL, &units, &error))
        fail_msg("%s does not open what it wrote: %s", format->name, error.message);
    while (!(status = ura_units_next(units, &unit, &error))) {
        assert_true(count < UNITS);
        compare(format, &unit, &samples[count++].unit);
    }
    if (status != URA_END)
        fail_msg("%s does not read what it wrote: %s", format->name, error.message);
    assert_int_equal(count, UNITS);
    ura_units_free(units);
    ura_input_free(input);
}

/* One file that is both read and written, and holds texts; a report is written only, whatever
 * the documents are that have its name. */
static bool
makes_a_round(const struct ura_format *format)
{
    return format->open && format->write && format->companions == 0 &&
           ura_format_outputs(format) == 1 &&
           format->content ==
               (format->room & URA_ROOM_TARGET ? URA_CONTENT_PAIRS : URA_CONTENT_DOCUMENT);
}

static void
what_a_format_has_room_for_comes_back(void **state)
{
    struct ura_context *context;
    size_t tried = 0;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    for (size_t i = 0; ura_format_at(i); i++) {
        const struct ura_format *format = ura_format_at(i);
        static struct sample samples[UNITS];
        struct ura_buf bytes = {0};
        unsigned random = 7;

        if (!makes_a_round(format))
            continue;
        for (size_t k = 0; k < UNITS; k++)
            make_sample(&random, k, format, &samples[k]);
        write_samples(context, format, samples, &bytes);
        read_samples(context, format, samples, buf_str(&bytes));
        buf_release(&bytes);
        tried++;
    }
    assert_true(tried > 0);
    ura_context_free(context);
}

/* A file that ends at any byte is read or refused, and what is refused says why. */
static void
a_file_cut_anywhere_is_read_or_refused_with_a_reason(void **state)
{
    struct ura_context *context;

    (void)state;
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    for (size_t i = 0; ura_format_at(i); i++) {
        const struct ura_format *format = ura_format_at(i);
        static struct sample samples[UNITS];
        struct ura_buf bytes = {0};
        unsigned random = 11;

        if (!makes_a_round(format))
            continue;
        for (size_t k = 0; k < UNITS; k++)
            make_sample(&random, k, format, &samples[k]);
        write_samples(context, format, samples, &bytes);
        for (size_t len = 0; len < bytes.len; len += 37) {
            struct ura_input *input;
            struct ura_units *units = NULL;
            struct ura_error error = {0};
            struct ura_unit unit;
            enum ura_status status;

            assert_int_equal(ura_input_open_bytes(bytes.ptr, len, "cut", &input, &error),
                             URA_OK);
            status = ura_units_open(context, input, format, NULL, &units, &error);
            while (!status)
                status = ura_units_next(units, &unit, &error);
            if (status < 0)
                assert_true(error.message[0] != '\0');
            ura_units_free(units);
            ura_input_free(input);
        }
        buf_release(&bytes);
    }
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_format_has_room_for_comes_back),
        cmocka_unit_test(a_file_cut_anywhere_is_read_or_refused_with_a_reason),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
