/* fuzz_reader.c - any bytes read in windows give what they give as a whole, and lead back. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include <unicode/utf8.h>

#include "base/base.h"
#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct outcome {
    struct ura_buf text;
    struct ura_map map;
    enum ura_status status;
};

static void
require(bool holds)
{
    if (!holds)
        abort();
}

static void
read_whole(struct ura_context *context, const uint8_t *bytes, size_t len,
           const struct ura_reader_options *options, struct outcome *out)
{
    struct ura_reader *reader;
    struct ura_chunk chunk;
    struct ura_error error;

    *out = (struct outcome){.status = URA_OK};
    out->status = ura_reader_open_bytes(context, bytes, len, options, &reader, &error);
    while (!out->status && !(out->status = ura_reader_next(reader, &chunk, &error))) {
        buf_append_str(&out->text, chunk.text);
        map_append_map(&out->map, reader_map(reader));
    }
    if (out->status < 0)
        require(error.message[0] != '\0');
    ura_reader_free(reader);
}

/* The text is UTF-8, and every byte of it comes from bytes of the input, in their order. */
static void
check(const struct outcome *outcome, size_t len)
{
    size_t before = 0, covered = 0;

    for (size_t at = 0; at < outcome->text.len;) {
        UChar32 c;

        U8_NEXT((const uint8_t *)outcome->text.ptr, at, outcome->text.len, c);
        require(c > 0);
    }
    for (size_t i = 0; i < outcome->map.count; i++) {
        const struct map_run *run = &outcome->map.runs[i];

        require(run->to == covered && run->from >= before);
        require(run->from + run->count * run->from_unit <= len);
        before = run->from;
        covered += map_run_len(run);
    }
    require(covered == outcome->text.len);
}

/* The last byte of the input chooses the options; LF, with which most seeds end, none. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char *const encodings[] = {NULL,       "UTF-8",    "CP1250",      "SHIFT_JIS",
                                            "UTF-16LE", "UTF-16BE", "ISO-2022-JP", NULL};
    struct ura_reader_options options = {.name = "fuzz"};
    struct outcome whole, windows;
    static struct ura_context *context; /* its tables are slow to make */
    unsigned choice = len ? bytes[len - 1] ^ '\n' : 0u;

    if (!context && ura_context_new(getenv("URA_DATA"), &context, NULL))
        return 0;
    options.encoding = encodings[choice & 7];
    options.unify_quotes = choice & 8;
    options.unify_dashes = choice & 16;
    options.unify_apostrophes = choice & 32;
    read_whole(context, bytes, len, &options, &whole);
    options.window = choice & 64 ? 64 : 1;
    read_whole(context, bytes, len, &options, &windows);
    require(whole.status == windows.status);
    if (whole.status == URA_END) {
        check(&whole, len);
        check(&windows, len);
        require(ura_str_equal(buf_str(&whole.text), buf_str(&windows.text)));
    }
    buf_release(&whole.text);
    map_release(&whole.map);
    buf_release(&windows.text);
    map_release(&windows.map);
    return 0;
}
