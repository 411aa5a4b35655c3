/* raw_lines.h - lines that only LF ends, out of any encoding, with nothing cleaned. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_RAW_LINES_H
#define TEXT_RAW_LINES_H

#include <ura/text.h>

#include "text/decode.h"
#include "text/encoding.h"

/*
 * For formats that count lines as the tools around them do: a CR inside a line, VT, FF, NEL and
 * U+2028 are text. The CR of CRLF belongs to the line end, a byte order mark to nothing. Zero
 * is not open.
 */
struct raw_lines {
    struct ura_context *context;
    struct ura_reader_options options;
    struct source source;
    struct decoder decoder;
    bool begun;
    bool ended;  /* nothing comes after what is at hand */
    size_t at;   /* bytes of what is at hand that were given */
    size_t line; /* of the line that was given last, from 1 */
};

/*
 * What INPUT, which outlives the lines, has left. Of OPTIONS name, encoding and language count;
 * the encoding is found as ura_reader_open does. raw_lines_close after, also where it failed.
 */
enum ura_status raw_lines_open(struct ura_context *context, struct ura_input *input,
                               const struct ura_reader_options *options, struct raw_lines *out,
                               struct ura_error *error);
/*
 * The next line without its end, valid UTF-8, which lives until the next call; URA_END after
 * the last. Fails with URA_BAD_INPUT (damaged, a NUL), URA_TOO_LARGE (over max-line), URA_IO,
 * URA_NO_MEMORY.
 */
enum ura_status raw_lines_next(struct raw_lines *lines, struct ura_str *out,
                               struct ura_error *error);
void raw_lines_close(struct raw_lines *lines);

#endif
