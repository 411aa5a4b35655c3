/* statistics_html.c - counts of a corpus as a report one file long. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus/statistics.h"
#include "formats/page.h"

enum {
    NAMES_SHOWN = 50, /* of a kind; jsonl has all */
    FILES_SHOWN = 100,
    MEAN_DECIMALS = 1,
    HASH_SIZE = 20,
};

struct report {
    struct writer *writer;
    const struct ura_corpus_stats *stats;
    const struct ura_write_options *options;
};

static void
append_row(struct ura_buf *buf, const char *label, uint64_t count, bool exact)
{
    buf_append_text(buf, "<tr><th scope=\"row\">");
    page_append_text(buf, ura_str_from(label));
    buf_append_text(buf, "</th><td class=\"number\">");
    buf_append_text(buf, exact ? "" : "about ");
    page_append_count(buf, count);
    buf_append_text(buf, "</td></tr>\n");
}

static void
append_totals(struct ura_buf *buf, const struct ura_corpus_stats *stats)
{
    static const char *const labels[DISTINCTS] = {
        [DISTINCT_SOURCES] = "Different sources",
        [DISTINCT_TARGETS] = "Different targets",
        [DISTINCT_PAIRS] = "Different pairs",
    };

    append_row(buf, "Files", stats->file_count, true);
    append_row(buf, "Documents", distinct_count(&stats->documents),
               distinct_is_exact(&stats->documents));
    append_row(buf, "Pairs", stats->pairs, true);
    append_row(buf, "With an empty source", stats->empty_source, true);
    append_row(buf, "With an empty target", stats->empty_target, true);
    append_row(buf, "With both empty", stats->empty_both, true);
    for (int i = 0; i < DISTINCTS; i++)
        append_row(buf, labels[i], distinct_count(&stats->distinct[i]),
                   distinct_is_exact(&stats->distinct[i]));
    append_row(buf, "Repeated pairs", stats_repeated(stats),
               distinct_is_exact(&stats->distinct[DISTINCT_PAIRS]));
    if (stats->other_scores)
        append_row(buf, "Scores that are not from 0 to 1", stats->other_scores, true);
}

static void
append_number(struct ura_buf *buf, double value, int decimals)
{
    buf_append_text(buf, "<td class=\"number\">");
    buf_append_fixed(buf, value, decimals);
    buf_append_text(buf, "</td>");
}

static void
append_measures(struct ura_buf *buf, const struct ura_corpus_stats *stats)
{
    buf_append_text(buf, "<thead><tr><td></td><th scope=\"col\" class=\"number\">Mean</th>"
                         "<th scope=\"col\" class=\"number\">Least</th>");
    for (size_t i = 0; i < QUANTILES; i++) {
        buf_append_text(buf, "<th scope=\"col\" class=\"number\">");
        buf_append_unsigned(buf, stats_quantiles[i]);
        buf_append_text(buf, " %</th>");
    }
    buf_append_text(buf,
                    "<th scope=\"col\" class=\"number\">Most</th></tr></thead>\n<tbody>\n");
    for (int i = 0; i < MEASURES; i++) {
        const struct measure_about *about = measure_about((enum measure)i);
        const struct histogram *histogram = &stats->measures[i];
        double scale = (double)about->scale;

        if (!histogram->count)
            continue;
        buf_append_text(buf, "<tr><th scope=\"row\">");
        page_append_text(buf, ura_str_from(about->label));
        buf_append_text(buf, "</th>");
        append_number(buf, histogram_mean(histogram) / scale,
                      about->decimals ? about->decimals : MEAN_DECIMALS);
        append_number(buf, (double)histogram->least / scale, about->decimals);
        for (size_t k = 0; k < QUANTILES; k++)
            append_number(buf,
                          (double)histogram_quantile(histogram, stats_quantiles[k]) / scale,
                          about->decimals);
        append_number(buf, (double)histogram->most / scale, about->decimals);
        buf_append_text(buf, "</tr>\n");
    }
    buf_append_text(buf, "</tbody>\n");
}

static void
append_drawings(struct ura_buf *buf, const struct ura_corpus_stats *stats)
{
    for (int i = 0; i < MEASURES; i++)
        if (stats->measures[i].count)
            stats_append_drawing(buf, stats, (enum measure)i);
}

static enum ura_status
append_kind(struct report *report, enum kind kind)
{
    const struct tally *tally = &report->stats->kinds[kind];
    struct ura_buf *buf = &report->writer->buf;
    uint32_t *order;

    if (!tally->names.count)
        return URA_OK;
    order = tally_order(tally);
    if (!order)
        return error_memory(report->writer->error);
    buf_append_text(buf, "<section><h2>");
    page_append_text(buf, ura_str_from(kind_about(kind)->label));
    buf_append_text(buf, "</h2>\n<table class=\"facts counts\">\n<tbody>\n");
    for (size_t i = 0; i < tally->names.count && i < NAMES_SHOWN; i++) {
        buf_append_text(buf, "<tr><th scope=\"row\"><bdi>");
        page_append_text(buf, tally->names.items[order[i]]);
        buf_append_text(buf, "</bdi></th><td class=\"number\">");
        page_append_count(buf, tally->counts[order[i]]);
        buf_append_text(buf, "</td></tr>\n");
    }
    buf_append_text(buf, "</tbody>\n</table>\n");
    if (tally->names.count > NAMES_SHOWN || tally->others) {
        buf_append_text(buf, "<p>The most frequent of ");
        page_append_count(buf, tally->names.count);
        buf_append_text(buf, tally->others ? " and more that were not counted one by one.</p>\n"
                                           : ".</p>\n");
    }
    buf_append_text(buf, "</section>\n");
    free(order);
    return writer_step(report->writer);
}

static void
append_files(struct ura_buf *buf, const struct ura_corpus_stats *stats)
{
    char hash[HASH_SIZE];

    for (size_t i = 0; i < stats->file_count && i < FILES_SHOWN; i++) {
        buf_append_text(buf, "<p><bdi>");
        page_append_text(buf, ura_str_from(stats->files[i].path));
        buf_append_text(buf, "</bdi>: ");
        buf_append_text(buf, stats->facts[i].format->name);
        buf_append_text(buf, ", ");
        page_append_count(buf, stats->facts[i].pairs);
        buf_append_text(buf, " pairs, ");
        page_append_count(buf, stats->facts[i].bytes);
        buf_append_text(buf, " bytes with hash (XXH3) <code>");
        snprintf(hash, sizeof hash, "%016" PRIx64, stats->facts[i].hash);
        buf_append_text(buf, hash);
        buf_append_text(buf, "</code>.</p>\n");
    }
    if (stats->file_count > FILES_SHOWN)
        buf_append_text(buf, "<p>And more files; jsonl names all.</p>\n");
}

static void
append_title(struct ura_buf *buf, const struct ura_corpus_stats *stats)
{
    page_append_count(buf, stats->pairs);
    buf_append_text(buf, stats->pairs == 1 ? " pair of " : " pairs of ");
    if (stats->file_count == 1) {
        page_append_text(buf, ura_str_from(stats->files[0].path));
        return;
    }
    page_append_count(buf, stats->file_count);
    buf_append_text(buf, " bitexts");
}

static enum ura_status
fill(struct report *report, const struct page *page, struct ura_str slot)
{
    struct ura_buf *buf = &report->writer->buf;
    enum ura_status status = URA_OK;

    if (ura_str_equal(slot, URA_STR("title")))
        append_title(buf, report->stats);
    else if (ura_str_equal(slot, URA_STR("totals")))
        append_totals(buf, report->stats);
    else if (ura_str_equal(slot, URA_STR("measures")))
        append_measures(buf, report->stats);
    else if (ura_str_equal(slot, URA_STR("drawings")))
        append_drawings(buf, report->stats);
    else if (ura_str_equal(slot, URA_STR("files")))
        append_files(buf, report->stats);
    else if (ura_str_equal(slot, URA_STR("command")))
        page_append_text(buf, ura_str_from(report->options->command));
    else if (!ura_str_equal(slot, URA_STR("kinds")))
        return page_refuse(page, slot, report->writer->error);
    else
        for (int i = 0; !status && i < KINDS; i++)
            status = append_kind(report, (enum kind)i);
    return status;
}

enum ura_status
stats_write_html(const struct ura_corpus_stats *stats, const struct ura_write_options *options,
                 struct writer *writer)
{
    struct report report = {writer, stats, options};
    enum ura_status status;
    struct ura_str slot;
    struct page page;

    status = page_open(options->context, "corpus", &page, writer->error);
    while (!status && !(status = page_next(&page, &writer->buf, &slot, writer->error)))
        status = fill(&report, &page, slot);
    return status == URA_END ? URA_OK : status;
}
