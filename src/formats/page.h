/* page.h - HTML pages one file long: templates, style and script taken in, text escaped. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_PAGE_H
#define FORMATS_PAGE_H

#include "formats/formats.h"

/*
 * A page is made of data files, dicts/report/: frame.html, which is the same for all pages,
 * with the page's own NAME.html in its body, report.css and report.js. They hold slots,
 * {{name}}. The frame's own (body, style, script, policy, version) are filled here; at any
 * other the writing halts, and the caller appends what belongs there.
 */
struct page {
    struct ura_context *context;
    const char *name;
    struct ura_str rest;  /* what was not yet written of the file that is being written */
    struct ura_str frame; /* of the frame, while the page's own file is written in it */
};

/*
 * Begin the page NAME, a string that outlives it. CONTEXT owns what is loaded. Fails with
 * URA_BAD_ARGUMENT (CONTEXT is NULL), URA_NOT_FOUND (a data file is missing), URA_NO_MEMORY.
 */
enum ura_status page_open(struct ura_context *context, const char *name, struct page *out,
                          struct ura_error *error);
/*
 * Appends the page to BUF up to the next slot that is the caller's, and names it in *SLOT; BUF
 * NULL passes over it. URA_END at the end of the page. URA_SYNTAX where a data file is not what
 * it should be.
 */
enum ura_status page_next(struct page *page, struct ura_buf *buf, struct ura_str *slot,
                          struct ura_error *error);
/* URA_SYNTAX: the page has no slot called SLOT. */
enum ura_status page_refuse(const struct page *page, struct ura_str slot,
                            struct ura_error *error);
/* URA_SYNTAX: the page has to have a slot called SLOT. */
enum ura_status page_lacks(const struct page *page, const char *slot, struct ura_error *error);

/*
 * Appends TEXT so that it is read as text, in an element or in an attribute between quotation
 * marks. Bytes that are no UTF-8, and controls that no page may hold, become U+FFFD.
 */
void page_append_text(struct ura_buf *buf, struct ura_str text);
/* Appends a blank and NAME="TEXT". */
void page_append_attribute(struct ura_buf *buf, const char *name, struct ura_str text);
/* VALUE in decimal with a narrow no-break space between thousands. */
void page_append_count(struct ura_buf *buf, unsigned long long value);
/* Appends lang="LANGUAGE" and, where they are needed, dir. "und" leaves both to the text. */
void page_append_language(struct ura_buf *buf, struct ura_str language);

#endif
