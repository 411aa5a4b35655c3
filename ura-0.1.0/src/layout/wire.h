/* wire.h - agency copy: which units are furniture, and of what kind. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_WIRE_H
#define LAYOUT_WIRE_H

#include "lang/patterns.h"
#include "layout/units.h"

/*
 * Mark the furniture among UNITS of TEXT, the copy of one or more stories, and find datelines.
 * Nothing is moved; what is copy keeps its kind. *FOUND counts the pieces that speak for agency
 * copy: datelines, sluglines, bylines, end marks.
 */
enum ura_status wire_mark(struct ura_str text, const struct patterns *patterns,
                          const struct lines *lines, struct units *units, size_t *found,
                          struct ura_error *error);

#endif
