/* html_units.c - the report of pairs that come one by one: a row a unit. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_parts.h"
#include "formats/html_report.h"

#include <stdlib.h>

enum { PERCENT = 100 };

static const char HEAD[] =
    "<caption>Pairs</caption>\n"
    "<colgroup><col class=\"c-number\"/><col class=\"c-kind\"/><col class=\"c-confidence\"/>"
    "<col/><col/></colgroup>\n"
    "<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Kind</th>"
    "<th scope=\"col\" class=\"confidence\">Score</th>"
    "<th scope=\"col\">Source</th><th scope=\"col\">Target</th></tr></thead>\n";

/* The page while its rows come. */
struct report {
    struct page page;
    struct leaves leaves;
};

/* "sq", or what to say where none is known. */
static struct ura_str
language_word(struct ura_str language)
{
    return language.len ? language : URA_STR("not said");
}

static struct ura_str
title_of(const struct ura_units_header *header)
{
    return header->original.len ? header->original : URA_STR("Pairs");
}

static enum ura_status
fill(struct ura_unit_writer *writer, const struct page *page, struct ura_str slot,
     struct ura_error *error)
{
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;

    if (ura_str_equal(slot, URA_STR("title")))
        page_append_text(buf, title_of(header));
    else if (ura_str_equal(slot, URA_STR("format")))
        page_append_text(buf, ura_str_from(header->format));
    else if (ura_str_equal(slot, URA_STR("source.language")))
        page_append_text(buf, language_word(header->source_language));
    else if (ura_str_equal(slot, URA_STR("target.language")))
        page_append_text(buf, language_word(header->target_language));
    else if (ura_str_equal(slot, URA_STR("command")))
        page_append_text(buf, ura_str_from(writer->options->command));
    else if (ura_str_equal(slot, URA_STR("count")))
        page_append_count(buf, writer->count);
    else
        return page_refuse(page, slot, error);
    return URA_OK;
}

/* Writes the page up to its rows or, once they are there, to its end. */
static enum ura_status
write_frame(struct ura_unit_writer *writer, struct ura_error *error)
{
    struct report *report = writer->state;
    enum ura_status status;
    struct ura_str slot;

    while (!(status = page_next(&report->page, &writer->outputs[0].buf, &slot, error)) &&
           !ura_str_equal(slot, URA_STR("rows")) &&
           !(status = fill(writer, &report->page, slot, error)))
        continue;
    return status;
}

enum ura_status
html_units_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    struct report *report = calloc(1, sizeof *report);
    enum ura_status status;

    if (!report)
        return error_memory(error);
    writer->state = report;
    report->leaves.head = HEAD;
    status = page_open(writer->context, "pairs", &report->page, error);
    if (!status)
        status = write_frame(writer, error);
    return status == URA_END ? page_lacks(&report->page, "rows", error) : status;
}

static const char *
kind_of(const struct ura_unit *unit)
{
    if (unit->kind == URA_BLOCK_FURNITURE)
        return "aside";
    if (!unit->target.len)
        return "source";
    return unit->source.len ? "pair" : "target";
}

/* The counts of its sentences where they are known; what furniture it is; how far it is. */
static void
append_kind(struct ura_buf *buf, const struct ura_unit *unit)
{
    buf_append_text(buf, "<td class=\"kind\">");
    if (unit->kind == URA_BLOCK_FURNITURE)
        buf_append_text(buf, ura_furniture_name(unit->furniture));
    else if (unit->has_place) {
        buf_append_unsigned(buf, unit->place.source_count);
        buf_append_text(buf, "–");
        buf_append_unsigned(buf, unit->place.target_count);
    }
    if (unit->state != URA_STATE_NONE) {
        buf_append_text(buf, " <span class=\"word\">");
        buf_append_text(buf, ura_state_name(unit->state));
        buf_append_text(buf, "</span>");
    }
    buf_append_text(buf, "</td>");
}

/* Probabilities as percent; what is over one is percent, or quality to a hundred, already. */
static void
append_score(struct ura_buf *buf, const struct ura_unit *unit)
{
    buf_append_text(buf, "<td class=\"confidence\">");
    if (unit->has_score && unit->kind != URA_BLOCK_FURNITURE)
        buf_append_fixed(buf, unit->score > 1 ? unit->score : unit->score * PERCENT, 0);
    buf_append_text(buf, "</td>");
}

static void
append_side(struct ura_unit_writer *writer, struct ura_str language, struct ura_str of_header,
            struct ura_str text)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    buf_append_text(buf, "<td");
    page_append_language(buf, language_or(language, of_header, URA_STR("und")));
    buf_append_byte(buf, '>');
    page_append_text(buf, text);
    buf_append_text(buf, "</td>");
}

enum ura_status
html_units_write(struct ura_unit_writer *writer, const struct ura_unit *unit,
                 struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    struct report *report = writer->state;

    leaves_step(&report->leaves, buf);
    buf_append_text(buf, "<tr id=\"b");
    buf_append_unsigned(buf, writer->count);
    buf_append_text(buf, "\" data-kind=\"");
    buf_append_text(buf, kind_of(unit));
    buf_append_text(buf, "\"><th scope=\"row\"><a href=\"#b");
    buf_append_unsigned(buf, writer->count);
    buf_append_text(buf, "\">");
    buf_append_unsigned(buf, writer->count);
    buf_append_text(buf, "</a></th>");
    append_kind(buf, unit);
    append_score(buf, unit);
    append_side(writer, unit->source_language, writer->header->source_language, unit->source);
    append_side(writer, unit->target_language, writer->header->target_language, unit->target);
    buf_append_text(buf, "</tr>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

enum ura_status
html_units_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    struct report *report = writer->state;
    enum ura_status status = URA_OK;

    if (report && whole) {
        leaves_close(&report->leaves, &writer->outputs[0].buf);
        status = write_frame(writer, error);
    }
    free(report);
    writer->state = NULL;
    return status == URA_END ? URA_OK : status;
}
