/* encoding.h - which encoding an input is in, by looking at its first bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_ENCODING_H
#define TEXT_ENCODING_H

#include "text/source.h"

enum {
    ENCODING_SAMPLE = 1 << 20
}; /* bytes that decide: what a pipe is looked at before it flows */

struct encoding {
    const char *name;
    bool guessed; /* by evidence: no mark, not UTF-8, not asked for */
};

/*
 * Looks at what SOURCE has at hand, up to ENCODING_SAMPLE bytes: byte order mark, valid UTF-8,
 * UTF-16 by its zeros, else the eight-bit encoding that reads best. Where a file is ASCII that
 * far, its first other byte and what follows decide. Text that is UTF-8 but for a few bytes is
 * UTF-8. ASKED ("UTF-16": either kind; NULL: find it) is taken as it is. LANGUAGE as for
 * guess_encoding. Fails with URA_BAD_INPUT for what is no text: the message says what it is.
 */
enum ura_status encoding_find(struct ura_context *context, const struct source *source,
                              const char *asked, const char *language, struct encoding *out,
                              struct ura_error *error);
/* What a file that begins with BYTES is, if it is known to be no text, and what to do; or NULL.
 */
const char *encoding_name_binary(struct ura_str bytes);

#endif
