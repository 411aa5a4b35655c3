/* formats.h - the door of the room of readers and writers: one file a format. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_FORMATS_H
#define FORMATS_FORMATS_H

#include <ura/format.h>

#include "base/base.h"
#include "base/input.h"
#include "formats/losses.h"

/* Collects output and hands it to a sink in blocks. Zero but for sink, user and error. */
struct writer {
    ura_sink *sink;
    void *user;
    struct ura_error *error;
    struct ura_buf buf;
};

/* Hands on what has gathered if it is a block's worth; URA_IO or URA_NO_MEMORY. */
enum ura_status writer_step(struct writer *writer);
/* Hands on the rest and frees the buffer. STATUS: what came before, returned if it is no OK. */
enum ura_status writer_close(struct writer *writer, enum ura_status status);

/* Appends TEXT with tabs and line ends as blanks: a cell of a table, */
void buf_append_cell(struct ura_buf *buf, struct ura_str text);
/* and the same with a line end behind it. */
void buf_append_line(struct ura_buf *buf, struct ura_str text);

/* Walks over a bitext in writing order: beads, and the asides where they stand. */
enum row_kind { ROW_BEAD, ROW_SOURCE_ASIDE, ROW_TARGET_ASIDE };

struct row {
    enum row_kind kind;
    size_t index; /* of the bead or the aside */
};

struct row_walk {
    const struct ura_bitext *bitext;
    bool asides; /* give them at all */
    size_t bead;
    size_t source_aside, target_aside;
};

/* The next row into OUT; false at the end. */
bool row_walk_next(struct row_walk *walk, struct row *out);

/*
 * A stream of units that is being read. A format's `open` sets header and, where it keeps
 * anything, state; its `close` frees state. Errors need no file name: the input's is set.
 */
struct ura_units {
    struct ura_context *context;
    struct ura_input *input;
    const struct ura_format *format;
    struct ura_units_options options; /* name is never NULL */
    struct ura_units_header header;
    struct losses losses;
    struct ura_arena header_arena; /* for what the header points to */
    struct ura_arena unit_arena;   /* cleared before each `next` */
    void *state;
};

/* A stream of units that is being written. A format's `end` frees state. */
struct ura_unit_writer {
    struct ura_context *context;
    const struct ura_format *format;
    const struct ura_units_header *header;
    const struct ura_write_options *options;
    struct writer outputs[URA_OUTPUTS_MAX]; /* blocks are handed on after each unit */
    size_t output_count;
    struct losses losses;
    size_t count; /* units written before this one */
    void *state;
};

/* LANGUAGE of a unit or, where that is empty, of the header, else FALLBACK ("und"). */
struct ura_str language_or(struct ura_str language, struct ura_str of_header,
                           struct ura_str fallback);
/*
 * Whether CODE, as a file spells it ("EN_us"), is the BCP 47 code WANTED: 2 the same but for
 * case and - or _, 1 the same language, 0 another.
 */
int language_match(struct ura_str code, struct ura_str wanted);

#define FORMAT(symbol) extern const struct ura_format format_##symbol;
#include "formats/formats.def"
#undef FORMAT

#endif
