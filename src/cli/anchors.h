/* anchors.h - pairs of sentences that the user pins. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_ANCHORS_H
#define CLI_ANCHORS_H

#include "cli/command.h"

/* What a file of anchors holds. Zero, then anchors_read. */
struct anchors {
    const char *path;
    struct ura_anchor *items;
    size_t *lines; /* of the file, beside the items */
    size_t count;
};

/*
 * Reads the file at PATH: a line has the number of a source sentence, a tab, that of a target
 * sentence, both from 1 and rising from line to line. Fails with URA_SYNTAX (file, line),
 * URA_BAD_INPUT, URA_IO, URA_NO_MEMORY.
 */
enum ura_status anchors_read(const char *path, struct anchors *out, struct ura_error *error);
/* URA_BAD_INPUT with file and line where SOURCE or TARGET has no such sentence. */
enum ura_status anchors_check(const struct anchors *anchors, const struct ura_document *source,
                              const struct ura_document *target, struct ura_error *error);
void anchors_release(struct anchors *anchors);

#endif
