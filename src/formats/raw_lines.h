/* raw_lines.h - a text input line by line, decoded and otherwise as it came. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_RAW_LINES_H
#define FORMATS_RAW_LINES_H

#include "formats/formats.h"
#include "text/decode.h"
#include "text/encoding.h"

/* Zero, then raw_lines_open. */
struct raw_lines {
    struct ura_context *context;
    const char *name;
    struct source source;
    struct decoder decoder;
    struct ura_buf joined; /* a line that a block's end has cut */
    struct ura_str rest;   /* of the block at hand */
    size_t given;          /* bytes of the source that the block came from */
    char end;              /* what ends a line: LF, or CR where there is no LF */
    bool begun;
    bool last;   /* no block comes after that at hand */
    size_t line; /* of the line that was given last, from 1 */
};

/*
 * The input of UNITS; ENCODING as iconv names it, NULL: found as for any text. Unlike the lines
 * of text_lines.h these are not cleaned: no space, quote or invisible character is another one
 * than in the file. raw_lines_close after, also where this fails.
 */
enum ura_status raw_lines_open(struct ura_units *units, const char *encoding,
                               struct raw_lines *out, struct ura_error *error);
/* The same of INPUT, a companion of UNITS that is called NAME. */
enum ura_status raw_lines_open_input(struct ura_units *units, struct ura_input *input,
                                     const char *name, const char *encoding,
                                     struct raw_lines *out, struct ura_error *error);
/*
 * The next line, without its end (LF, CRLF; CR in a file without LF), which lives until the
 * next call; URA_END after the last. A byte order mark is no part of the first. Fails with
 * URA_BAD_INPUT (damaged, cut off: line), URA_TOO_LARGE (over max-line), URA_IO.
 */
enum ura_status raw_lines_next(struct raw_lines *lines, struct ura_str *out,
                               struct ura_error *error);
void raw_lines_close(struct raw_lines *lines);

/*
 * For bids: HEAD as bytes in which ASCII is ASCII, into OUT, at most SIZE; returns how many.
 * UTF-16 with a mark becomes ASCII with "?" for what is none; a mark is dropped, and so is a
 * last line that HEAD or SIZE cuts off, if there is one before it.
 */
size_t head_narrow(struct ura_str head, char *out, size_t size);

#endif
