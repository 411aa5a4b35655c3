/* tmx.h - what reader and writer of TMX agree on. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_TMX_H
#define FORMATS_TMX_H

#include "formats/xml.h"

/* Attributes of TMX 1.4b that become properties under their own names; everything else that has
 * a name is a prop. NULL at the end. */
extern const char *const tmx_header_attributes[];
extern const char *const tmx_unit_attributes[]; /* of tu and tuv */

/* Whether NAME is in LIST. */
bool tmx_is_attribute(const char *const *list, struct ura_str name);

/* The prop types under which ura keeps what TMX has no attribute for. */
#define TMX_SCORE "x-score"
#define TMX_STATE "x-state"

enum ura_status tmx_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status tmx_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                               struct ura_error *error);
enum ura_status tmx_write_end(struct ura_unit_writer *writer, bool whole,
                              struct ura_error *error);

#endif
