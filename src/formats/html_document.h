/* html_document.h - the reader of pages, for the format html. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_HTML_DOCUMENT_H
#define FORMATS_HTML_DOCUMENT_H

#include "formats/html_page.h"
#include "formats/xml.h"

/* A page that was read; its paragraphs are given one by one. */
struct html_document {
    struct paragraphs paragraphs;
    struct html_facts facts;
};

/* As in struct ura_format. */
int html_bid(struct ura_str head, const char *name);
enum ura_status html_open(struct ura_units *units, struct ura_error *error);
enum ura_status html_next(struct ura_units *units, struct ura_unit *out,
                          struct ura_error *error);
void html_close(struct ura_units *units);

#endif
