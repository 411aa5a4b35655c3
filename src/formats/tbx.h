/* tbx.h - what reader and writer of TBX agree on. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_TBX_H
#define FORMATS_TBX_H

#include "formats/xml.h"

/*
 * A data category is a property "ELEMENT:TYPE", as the style with attributes has it:
 * "descrip:definition". In the style with elements of modules its element is found by
 * tbx_element.
 */
#define TBX_SYNONYM "synonym" /* a further term of a language; side source or target */

/* The element that category TYPE ("definition") has in the style with attributes. */
const char *tbx_element(struct ura_str type);
/* Whether ELEMENT holds a data category in its attribute "type". */
bool tbx_is_category(struct ura_str element);

enum ura_status tbx_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status tbx_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                               struct ura_error *error);
enum ura_status tbx_write_end(struct ura_unit_writer *writer, bool whole,
                              struct ura_error *error);

#endif
