/* html.c - the format html: a report, one file long; pages of the web, read as documents. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_document.h"
#include "formats/html_report.h"

const struct ura_format format_html = {
    .name = "html",
    .summary = "a page of the web, read; a report, written: one file, no network",
    .holds = "texts, numbers, kinds, confidence, furniture, provenance, a drawing",
    .loses = "byte spans; of a page that is read, everything but text",
    .room = URA_ROOM_TARGET | URA_ROOM_LANGUAGE | URA_ROOM_STATE | URA_ROOM_SCORE |
            URA_ROOM_PLACE | URA_ROOM_LINES | URA_ROOM_FURNITURE,
    .content = URA_CONTENT_DOCUMENT,
    .bid = html_bid,
    .open = html_open,
    .next = html_next,
    .close = html_close,
    .begin = html_units_begin,
    .write = html_units_write,
    .end = html_units_end,
    .write_bitext = html_write_bitext,
    .write_sentences = html_write_sentences,
};
