/* wire_file.h - a file of a wire: bytes in eight bits or UTF-8, framed by control characters.
 */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_WIRE_FILE_H
#define FORMATS_WIRE_FILE_H

#include "formats/story.h"

enum {
    /* A story is some kilobytes; a day of a busy wire is less than this. */
    WIRE_FILE_MAX = 64 << 20,
    WIRE_SOH = 0x01,
    WIRE_STX = 0x02,
    WIRE_ETX = 0x03,
    WIRE_EOT = 0x04,
    WIRE_SYN = 0x16,
};

/*
 * All that INPUT of UNITS has left, as UTF-8, into OUT. Without --encoding it is UTF-8 where it
 * can be, else windows-1252, which has all of Latin-1's letters. Fails with URA_TOO_LARGE (over
 * WIRE_FILE_MAX), URA_NOT_FOUND (encoding), URA_BAD_INPUT, URA_IO, URA_NO_MEMORY.
 */
enum ura_status wire_file_read(struct ura_units *units, struct ura_buf *out,
                               struct ura_error *error);

/* A line of TEXT, without its end of CR and LF, and the blanks before that. */
struct wire_line {
    struct ura_str text;
    bool indented; /* it begins with a tab or blanks, which are gone */
};

/* Takes the next line off TEXT; false at the end. */
bool wire_take_line(struct ura_str *text, struct wire_line *out);
/* TEXT up to the byte END, which is passed over; all of it where END is missing. */
struct ura_str wire_take_until(struct ura_str *text, char end);
/* Whether TEXT begins with WITH, in letters of any case. */
bool wire_begins(struct ura_str text, const char *with);

#endif
