/* csv.h - what reader and writer of csv agree on. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_CSV_H
#define FORMATS_CSV_H

#include "formats/formats.h"

enum ura_status csv_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                               struct ura_error *error);

#endif
