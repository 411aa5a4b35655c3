/* score_report.h - scores as text, a table or objects. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_SCORE_REPORT_H
#define CLI_SCORE_REPORT_H

#include "cli/command.h"

enum score_form { SCORE_TEXT, SCORE_TSV, SCORE_JSONL };

/* Appends what stands above all rows. */
void score_report_begin(struct ura_buf *buf, enum score_form form, enum ura_score_kind kind);
/* Appends SCORE, called NAME: of one pair, or the sum of all ("total"). */
void score_report_add(struct ura_buf *buf, enum score_form form, const char *name,
                      const struct ura_score *score);

#endif
