/* xliff_parts.h - a trans-unit of XLIFF 1 while it is read. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_XLIFF_PARTS_H
#define FORMATS_XLIFF_PARTS_H

#include "formats/xliff.h"

/* What Trados says of a segment, beside it. */
struct xliff_definition {
    struct xliff_definition *next;
    struct ura_str id, conf, origin, percent;
};

/* A trans-unit while it is read. */
struct xliff_parts {
    struct ura_str id, state, approved;
    struct ura_str source_language, target_language;
    struct xliff_span source, segmented, target;
    bool has_source, has_segmented, has_target;
    size_t source_first, source_end; /* pieces of the source, */
    size_t target_first, target_end; /* and of the target */
    struct xliff_definition *definitions;
};

/* Appends the segments of a unit that was read; one where it is not segmented. */
enum ura_status xliff_add_parts(struct ura_units *units, const struct xliff_parts *parts,
                                struct ura_error *error);

#endif
