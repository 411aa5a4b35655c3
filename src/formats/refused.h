/* refused.h - formats that are known by their first bytes and not read. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_REFUSED_H
#define FORMATS_REFUSED_H

#include "base/base.h"

/* URA_BAD_INPUT with the format's name and what to do, if HEAD, of a file called NAME, is of
 * one; else URA_OK. */
enum ura_status refuse_known(struct ura_str head, const char *name, struct ura_error *error);

#endif
