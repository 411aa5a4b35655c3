/* text_lines.h - a text input line by line, in bounded memory. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_TEXT_LINES_H
#define FORMATS_TEXT_LINES_H

#include <ura/text.h>

#include "formats/formats.h"

/* Zero, then text_lines_open. */
struct text_lines {
    struct ura_reader *reader;
    struct ura_str rest; /* of the chunk at hand */
    size_t line;         /* of the line that was given last, from 1 */
};

/* The input of UNITS: encoding found as for any text, clean UTF-8. text_lines_close after. */
enum ura_status text_lines_open(struct ura_units *units, struct text_lines *out,
                                struct ura_error *error);
/* The same from a file of its own, a companion of UNITS. */
enum ura_status text_lines_open_path(struct ura_units *units, const char *path,
                                     struct text_lines *out, struct ura_error *error);
/* The next line without its end, which lives until the next call; URA_END after the last. */
enum ura_status text_lines_next(struct text_lines *lines, struct ura_str *out,
                                struct ura_error *error);
void text_lines_close(struct text_lines *lines);

/* For bids: takes the first line of HEAD, without its end (LF or CRLF). false at the end. */
bool head_take_line(struct ura_str *head, struct ura_str *out);

#endif
