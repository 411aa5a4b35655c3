/* reading.c - what the tests of the reader share: read bytes whole and in windows, and compare.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

struct ura_context *context;

int
open_context(void **state)
{
    (void)state;
    return ura_context_new(getenv("URA_DATA"), &context, NULL) ? -1 : 0;
}

int
close_context(void **state)
{
    (void)state;
    ura_context_free(context);
    return 0;
}

void
read_bytes(const char *bytes, size_t len, const struct ura_reader_options *options,
           struct reading *out)
{
    struct ura_reader *reader;
    struct ura_chunk chunk;
    size_t line = 1;

    *out = (struct reading){.size = 0};
    assert_int_equal(ura_reader_open_bytes(context, bytes, len, options, &reader, &out->error),
                     URA_OK);
    while (!(out->status = ura_reader_next(reader, &chunk, &out->error))) {
        assert_int_equal(chunk.line, line);
        for (size_t i = 0; i < chunk.text.len; i++)
            line += chunk.text.ptr[i] == '\n';
        buf_append_str(&out->text, chunk.text);
        map_append_map(&out->map, reader_map(reader));
        out->chunks++;
    }
    out->encoding = ura_reader_encoding(reader);
    out->guessed = ura_reader_guessed(reader);
    out->size = reader_size(reader);
    out->hash = reader_hash(reader);
    ura_reader_free(reader);
}

void
reading_release(struct reading *reading)
{
    buf_release(&reading->text);
    map_release(&reading->map);
}

static void
assert_same(const struct reading *one, const struct reading *other)
{
    assert_int_equal(one->status, other->status);
    assert_int_equal(one->text.len, other->text.len);
    if (one->text.len)
        assert_memory_equal(one->text.ptr, other->text.ptr, one->text.len);
    for (size_t i = 0; i < one->text.len; i++) {
        struct ura_span byte = {i, i + 1};
        struct ura_span first = map_cover(&one->map, byte);
        struct ura_span second = map_cover(&other->map, byte);

        assert_int_equal(first.start, second.start);
        assert_int_equal(first.end, second.end);
    }
}

void
assert_clean(const char *bytes, size_t len, const char *encoding, const char *clean)
{
    struct ura_reader_options options = {.name = "test", .encoding = encoding};
    struct reading whole;

    read_bytes(bytes, len, &options, &whole);
    if (whole.status != URA_END)
        fail_msg("%s", whole.error.message);
    buf_append_byte(&whole.text, '\0');
    assert_string_equal(whole.text.ptr, clean);
    whole.text.len--;
    assert_int_equal(whole.size, len);
    assert_true(whole.hash == hash_bytes(bytes, len));
    for (size_t window = 1; window < len + 2; window++) {
        struct reading part;

        options.window = window;
        read_bytes(bytes, len, &options, &part);
        assert_same(&whole, &part);
        reading_release(&part);
    }
    reading_release(&whole);
}

void
assert_refused(const char *bytes, size_t len, const char *encoding, size_t offset, size_t line,
               const char *words)
{
    for (size_t window = 0; window < len + 2; window++) {
        struct ura_reader_options options = {
            .window = window, .name = "keq.txt", .encoding = encoding};
        struct reading result;

        read_bytes(bytes, len, &options, &result);
        assert_int_equal(result.status, URA_BAD_INPUT);
        if (!strstr(result.error.message, words))
            fail_msg("\"%s\" does not say \"%s\"", result.error.message, words);
        assert_int_equal(result.error.offset, offset);
        assert_int_equal(result.error.line, line);
        assert_string_equal(result.error.file, "keq.txt");
        reading_release(&result);
    }
}
