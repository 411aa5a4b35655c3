/* intertext.h - the writer of InterText's three files. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_INTERTEXT_H
#define FORMATS_INTERTEXT_H

#include "formats/formats.h"

enum ura_status intertext_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status intertext_write_unit(struct ura_unit_writer *writer,
                                     const struct ura_unit *unit, struct ura_error *error);
enum ura_status intertext_write_end(struct ura_unit_writer *writer, bool whole,
                                    struct ura_error *error);

#endif
