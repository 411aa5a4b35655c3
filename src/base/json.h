/* json.h - strings as JSON has them, for commands that write objects a line. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

/*
 * Appends TEXT in quotation marks. A byte that is not UTF-8, which names of files may have,
 * becomes U+FFFD.
 */
void buf_append_json(struct ura_buf *buf, struct ura_str text);
/* Whether TEXT is UTF-8, so that buf_append_json changes nothing in it. */
bool json_holds(struct ura_str text);

#endif
