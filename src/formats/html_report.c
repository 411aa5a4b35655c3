/* html_report.c - the report of an alignment: two columns, a row a bead, and a drawing. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_report.h"

#include <stdlib.h>

#include "formats/dot_plot.h"
#include "formats/html_parts.h"

enum { PERCENT = 100, CONFIDENCE_DECIMALS = 1 };

static const float DOUBTFUL = 0.9f; /* under it a bead is worth a second look */

static const char HEAD[] =
    "<caption>Beads</caption>\n"
    "<colgroup><col class=\"c-number\"/><col class=\"c-kind\"/><col class=\"c-confidence\"/>"
    "<col/><col/></colgroup>\n"
    "<thead><tr><th scope=\"col\">Bead</th><th scope=\"col\">Kind</th>"
    "<th scope=\"col\" class=\"confidence\">Confidence</th>"
    "<th scope=\"col\">Source</th><th scope=\"col\">Target</th></tr></thead>\n";

struct report {
    struct writer writer;
    const struct ura_bitext *bitext;
    const struct ura_write_options *options;
    struct bead_tally tally;
    size_t *ordered; /* the beads that did not move, where any did */
    size_t ordered_count;
};

/* The source of what did not move ascends: kept apart, it tells where a moved bead stood. */
static enum ura_status
gather_ordered(struct report *report)
{
    const struct ura_bitext *bitext = report->bitext;

    if (!report->tally.kinds[BEAD_MOVED])
        return URA_OK;
    report->ordered = array_new(bitext->bead_count, sizeof *report->ordered);
    if (!report->ordered)
        return error_memory(report->writer.error);
    for (size_t i = 0; i < bitext->bead_count; i++)
        if (!bitext->beads[i].moved)
            report->ordered[report->ordered_count++] = i;
    return URA_OK;
}

/* Which of the ordered beads is the first behind BEAD in the source; their count if none is. */
static size_t
place_in_source(const struct report *report, const struct ura_bead *bead)
{
    size_t low = 0, high = report->ordered_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (report->bitext->beads[report->ordered[middle]].source_first < bead->source_first)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Where a bead that moved stood: a link to the row that followed it in the source. */
static void
append_origin(struct report *report, const struct ura_bead *bead)
{
    struct ura_buf *buf = &report->writer.buf;
    size_t place = place_in_source(report, bead);

    buf_append_text(buf, " <span class=\"word\">moved from ");
    if (place == report->ordered_count) {
        buf_append_text(buf, "the end</span>");
        return;
    }
    buf_append_text(buf, "before <a href=\"#b");
    buf_append_unsigned(buf, report->ordered[place]);
    buf_append_text(buf, "\">");
    buf_append_unsigned(buf, report->ordered[place]);
    buf_append_text(buf, "</a></span>");
}

static void
append_bead(struct report *report, size_t index)
{
    const struct ura_bead *bead = &report->bitext->beads[index];
    struct ura_buf *buf = &report->writer.buf;

    buf_append_text(buf, "<tr id=\"b");
    buf_append_unsigned(buf, index);
    buf_append_text(buf, "\" data-kind=\"");
    buf_append_text(buf, bead_kind_name(bead_kind_of(bead)));
    buf_append_text(buf, bead->probability < DOUBTFUL ? "\" class=\"low\">" : "\">");
    buf_append_text(buf, "<th scope=\"row\"><a href=\"#b");
    buf_append_unsigned(buf, index);
    buf_append_text(buf, "\">");
    buf_append_unsigned(buf, index);
    buf_append_text(buf, "</a></th><td class=\"kind\">");
    buf_append_unsigned(buf, bead->source_count);
    buf_append_text(buf, "–");
    buf_append_unsigned(buf, bead->target_count);
    if (bead->moved)
        append_origin(report, bead);
    buf_append_text(buf, "</td><td class=\"confidence\">");
    buf_append_fixed(buf, (double)bead->probability * PERCENT, 0);
    buf_append_text(buf, "</td>");
    document_append_cell(buf, report->bitext->source, bead->source_first, bead->source_count);
    document_append_cell(buf, report->bitext->target, bead->target_first, bead->target_count);
    buf_append_text(buf, "</tr>\n");
}

static void
append_aside(struct report *report, size_t index, bool source)
{
    const struct ura_document *document =
        source ? report->bitext->source : report->bitext->target;
    struct ura_buf *buf = &report->writer.buf;

    buf_append_text(buf, "<tr data-kind=\"aside\"><td></td><td class=\"kind\">");
    buf_append_text(buf, ura_furniture_name(document->asides[index].kind));
    buf_append_text(buf, "</td><td class=\"confidence\"></td>");
    if (!source)
        document_append_cell(buf, report->bitext->source, 0, 0);
    document_append_aside(buf, document, index);
    if (source)
        document_append_cell(buf, report->bitext->target, 0, 0);
    buf_append_text(buf, "</tr>\n");
}

static enum ura_status
write_rows(struct report *report)
{
    struct row_walk walk = {.bitext = report->bitext, .asides = true};
    struct leaves leaves = {.head = HEAD};
    enum ura_status status = URA_OK;
    struct row row;

    while (!status && row_walk_next(&walk, &row)) {
        leaves_step(&leaves, &report->writer.buf);
        if (row.kind == ROW_BEAD)
            append_bead(report, row.index);
        else
            append_aside(report, row.index, row.kind == ROW_SOURCE_ASIDE);
        status = writer_step(&report->writer);
    }
    leaves_close(&leaves, &report->writer.buf);
    return status;
}

/* Whether SLOT begins with PREFIX, which is then taken off. */
static bool
take_prefix(struct ura_str *slot, const char *prefix)
{
    size_t len = strlen(prefix);

    if (slot->len < len || memcmp(slot->ptr, prefix, len) != 0)
        return false;
    *slot = ura_str_slice(*slot, len, slot->len);
    return true;
}

static bool
append_count(struct report *report, struct ura_str kind)
{
    for (int i = 0; i < BEAD_KIND_COUNT; i++) {
        if (ura_str_equal(kind, ura_str_from(bead_kind_name((enum bead_kind)i)))) {
            page_append_count(&report->writer.buf, report->tally.kinds[i]);
            return true;
        }
    }
    return false;
}

static void
append_confidence(struct report *report)
{
    buf_append_fixed(&report->writer.buf, report->tally.confidence * PERCENT,
                     CONFIDENCE_DECIMALS);
    buf_append_text(&report->writer.buf, " %");
}

static void
append_title(struct report *report)
{
    document_append_fact(&report->writer.buf, report->bitext->source, URA_STR("file"));
    buf_append_text(&report->writer.buf, " – ");
    document_append_fact(&report->writer.buf, report->bitext->target, URA_STR("file"));
}

static enum ura_status
fill(struct report *report, const struct page *page, struct ura_str slot)
{
    const struct ura_bitext *bitext = report->bitext;
    struct ura_buf *buf = &report->writer.buf;
    struct ura_str rest = slot;
    bool filled = true;

    if (ura_str_equal(slot, URA_STR("rows")))
        return write_rows(report);
    if (ura_str_equal(slot, URA_STR("plot")))
        return dot_plot_write(&report->writer, bitext, &report->tally);
    if (ura_str_equal(slot, URA_STR("thinned")))
        dot_plot_append_thinned(buf, &report->tally);
    else if (ura_str_equal(slot, URA_STR("title")))
        append_title(report);
    else if (ura_str_equal(slot, URA_STR("confidence")))
        append_confidence(report);
    else if (ura_str_equal(slot, URA_STR("command")))
        page_append_text(buf, ura_str_from(report->options->command));
    else if (take_prefix(&rest, "count."))
        filled = append_count(report, rest);
    else if (take_prefix(&rest, "source."))
        filled = document_append_fact(buf, bitext->source, rest);
    else
        filled =
            take_prefix(&rest, "target.") && document_append_fact(buf, bitext->target, rest);
    return filled ? URA_OK : page_refuse(page, slot, report->writer.error);
}

enum ura_status
html_write_bitext(const struct ura_bitext *bitext, const struct ura_write_options *options,
                  ura_sink *sink, void *user, struct ura_error *error)
{
    struct report report = {.writer = {.sink = sink, .user = user, .error = error},
                            .bitext = bitext,
                            .options = options,
                            .tally = bead_tally_of(bitext)};
    enum ura_status status;
    struct ura_str slot;
    struct page page;

    status = page_open(options->context, "alignment", &page, error);
    if (!status)
        status = gather_ordered(&report);
    while (!status && !(status = page_next(&page, &report.writer.buf, &slot, error)))
        status = fill(&report, &page, slot);
    free(report.ordered);
    return writer_close(&report.writer, status == URA_END ? URA_OK : status);
}
