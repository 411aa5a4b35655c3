/* html.c - the format html: a report, one file long. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_report.h"

const struct ura_format format_html = {
    .name = "html",
    .summary = "a report to read in a browser: one file, no network",
    .holds = "texts, numbers, kinds, confidence, furniture, provenance, a drawing",
    .loses = "byte spans; nothing reads it back",
    .write_bitext = html_write_bitext,
    .write_sentences = html_write_sentences,
};
