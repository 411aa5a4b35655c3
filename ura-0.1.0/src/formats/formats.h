/* formats.h - the door of the room of readers and writers: one file a format. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_FORMATS_H
#define FORMATS_FORMATS_H

#include <ura/format.h>

#include "base/base.h"

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

#define FORMAT(symbol) extern const struct ura_format format_##symbol;
#include "formats/formats.def"
#undef FORMAT

#endif
