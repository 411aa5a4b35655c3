/* jsonl_lines.h - lines of JSON that are changed in a place and otherwise stay as they are. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_JSONL_LINES_H
#define FORMATS_JSONL_LINES_H

#include <ura/unit.h>

#include "base/base.h"

/*
 * The name of the source in the last head of a bitext among LINES, into OUT, which is emptied
 * before; false where there is no such head.
 */
bool jsonl_find_document(struct ura_str lines, struct ura_buf *out);
/*
 * LINE, an object, with the id, properties and languages of UNIT instead of its own; what UNIT
 * has none of stays. OUT is emptied before. Fails with URA_SYNTAX, URA_NO_MEMORY.
 */
enum ura_status jsonl_relabel(struct ura_str line, const struct ura_unit *unit,
                              struct ura_buf *out, struct ura_error *error);

#endif
