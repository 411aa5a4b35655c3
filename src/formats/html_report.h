/* html_report.h - the report of an alignment, and of a text in sentences, as one HTML file. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_HTML_REPORT_H
#define FORMATS_HTML_REPORT_H

#include "formats/formats.h"

/* As ura_format.write_bitext and write_sentences; the options must have a context. */
enum ura_status html_write_bitext(const struct ura_bitext *bitext,
                                  const struct ura_write_options *options, ura_sink *sink,
                                  void *user, struct ura_error *error);
enum ura_status html_write_sentences(const struct ura_document *document,
                                     const struct ura_write_options *options, ura_sink *sink,
                                     void *user, struct ura_error *error);

/* As ura_format.begin, write and end: pairs that come one by one. */
enum ura_status html_units_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status html_units_write(struct ura_unit_writer *writer, const struct ura_unit *unit,
                                 struct ura_error *error);
enum ura_status html_units_end(struct ura_unit_writer *writer, bool whole,
                               struct ura_error *error);

#endif
