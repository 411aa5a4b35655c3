/* data.h - the data files of one language: dicts/<language>/<name>. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_DATA_H
#define LANG_DATA_H

#include "base/base.h"

/*
 * Loads NAME from the folder of LANGUAGE (BCP 47; only its first subtag counts: "sq-XK" is sq).
 * URA_NOT_FOUND where the language has no such file, which is no fault: callers go on without.
 */
enum ura_status language_records(const struct ura_context *context, const char *language,
                                 const char *name, struct ura_records *out,
                                 struct ura_error *error);

#endif
