/* statistics_text.c - counts of a corpus as tables and bars for reading. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/statistics.h"

#include <stdlib.h>

enum {
    LABEL_COLUMNS = 20,
    NUMBER_COLUMNS = 10,
    COUNT_COLUMNS = 14,
    BAR_COLUMNS = 40,
    NAMES_SHOWN = 10, /* of a kind; jsonl has all */
    MEAN_DECIMALS = 1,
    DIGITS_SIZE = 64,
};

/* TEXT and blanks up to COLUMNS, at least one; with RIGHT the blanks come first. */
static void
append_padded(struct ura_buf *buf, struct ura_str text, size_t columns, bool right)
{
    size_t blanks = columns > text.len ? columns - text.len : 1;

    if (!right)
        buf_append_str(buf, text);
    while (blanks--)
        buf_append_byte(buf, ' ');
    if (right)
        buf_append_str(buf, text);
}

static void
append_count(struct ura_buf *buf, uint64_t count, size_t columns)
{
    char digits[DIGITS_SIZE];

    append_padded(buf, (struct ura_str){digits, number_write_unsigned(count, digits)}, columns,
                  true);
}

static void
append_real(struct ura_buf *buf, double value, int decimals, size_t columns)
{
    char digits[DIGITS_SIZE];

    append_padded(buf, (struct ura_str){digits, number_write_fixed(value, decimals, digits)},
                  columns, true);
}

static void
append_line(struct ura_buf *buf, const char *label, uint64_t count, const char *remark)
{
    append_padded(buf, ura_str_from(label), LABEL_COLUMNS, false);
    append_count(buf, count, COUNT_COLUMNS);
    buf_append_text(buf, remark);
    buf_append_byte(buf, '\n');
}

static void
append_distinct(struct ura_buf *buf, const char *label, const struct distinct *set)
{
    append_line(buf, label, distinct_count(set),
                distinct_is_exact(set) ? "" : "  (estimated, to about 0.1 %)");
}

static void
append_totals(struct ura_buf *buf, const struct ura_corpus_stats *stats)
{
    append_line(buf, "files", stats->file_count, "");
    append_distinct(buf, "documents", &stats->documents);
    append_line(buf, "pairs", stats->pairs, "");
    append_line(buf, "empty source", stats->empty_source, "");
    append_line(buf, "empty target", stats->empty_target, "");
    append_line(buf, "both empty", stats->empty_both, "");
    append_distinct(buf, "distinct sources", &stats->distinct[DISTINCT_SOURCES]);
    append_distinct(buf, "distinct targets", &stats->distinct[DISTINCT_TARGETS]);
    append_distinct(buf, "distinct pairs", &stats->distinct[DISTINCT_PAIRS]);
    append_line(buf, "repeated pairs", stats_repeated(stats), "");
    if (stats->other_scores)
        append_line(buf, "other scores", stats->other_scores, "  (not from 0 to 1)");
}

/* Mean and quantiles of every measure that there is something of. */
static void
append_measures(struct ura_buf *buf, const struct ura_corpus_stats *stats)
{
    static const char *const heads[] = {"mean", "least", "5 %",  "25 %",
                                        "50 %", "75 %",  "95 %", "most"};

    buf_append_byte(buf, '\n');
    append_padded(buf, URA_STR(""), LABEL_COLUMNS, false);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        append_padded(buf, ura_str_from(heads[i]), NUMBER_COLUMNS, true);
    buf_append_byte(buf, '\n');
    for (int i = 0; i < MEASURES; i++) {
        const struct measure_about *about = measure_about((enum measure)i);
        const struct histogram *histogram = &stats->measures[i];
        double scale = (double)about->scale;

        if (!histogram->count)
            continue;
        append_padded(buf, ura_str_from(about->label), LABEL_COLUMNS, false);
        append_real(buf, histogram_mean(histogram) / scale,
                    about->decimals ? about->decimals : MEAN_DECIMALS, NUMBER_COLUMNS);
        append_real(buf, (double)histogram->least / scale, about->decimals, NUMBER_COLUMNS);
        for (size_t k = 0; k < QUANTILES; k++)
            append_real(buf, (double)histogram_quantile(histogram, stats_quantiles[k]) / scale,
                        about->decimals, NUMBER_COLUMNS);
        append_real(buf, (double)histogram->most / scale, about->decimals, NUMBER_COLUMNS);
        buf_append_byte(buf, '\n');
    }
}

/* Where the bars begin: lines with nothing in them would only push the rest away. */
static size_t
first_bar(const struct bars *bars)
{
    size_t first = 0;

    while (first + 1 < bars->count && !bars->counts[first])
        first++;
    return first;
}

static void
append_bars(struct ura_buf *buf, const struct ura_corpus_stats *stats, enum measure measure)
{
    const struct measure_about *about = measure_about(measure);
    double scale = (double)about->scale;
    struct bars bars;

    if (!stats->measures[measure].count)
        return;
    stats_bars(stats, measure, &bars);
    buf_append_byte(buf, '\n');
    buf_append_text(buf, about->label);
    buf_append_byte(buf, '\n');
    for (size_t i = first_bar(&bars); i < bars.count; i++) {
        uint64_t stars = (bars.counts[i] * BAR_COLUMNS + bars.most - 1) / bars.most;

        append_real(buf, (double)(i * bars.width) / scale, about->decimals, NUMBER_COLUMNS);
        buf_append_text(buf, bars.over && i + 1 == bars.count ? "+" : " ");
        append_count(buf, bars.counts[i], COUNT_COLUMNS);
        buf_append_text(buf, stars ? "  " : "");
        while (stars--)
            buf_append_byte(buf, '#');
        buf_append_byte(buf, '\n');
    }
}

static enum ura_status
append_kind(struct writer *writer, const struct ura_corpus_stats *stats, enum kind kind)
{
    const struct tally *tally = &stats->kinds[kind];
    struct ura_buf *buf = &writer->buf;
    uint32_t *order;

    if (!tally->names.count)
        return URA_OK;
    order = tally_order(tally);
    if (!order)
        return error_memory(writer->error);
    buf_append_byte(buf, '\n');
    buf_append_text(buf, kind_about(kind)->label);
    buf_append_byte(buf, '\n');
    for (size_t i = 0; i < tally->names.count && i < NAMES_SHOWN; i++) {
        append_count(buf, tally->counts[order[i]], COUNT_COLUMNS);
        buf_append_text(buf, "  ");
        buf_append_line(buf, tally->names.items[order[i]]);
    }
    if (tally->names.count > NAMES_SHOWN || tally->others) {
        buf_append_text(buf, "  and ");
        if (tally->names.count > NAMES_SHOWN)
            buf_append_unsigned(buf, tally->names.count - NAMES_SHOWN);
        buf_append_text(buf, tally->others ? " and more that were not counted one by one\n"
                                           : " more\n");
    }
    free(order);
    return writer_step(writer);
}

enum ura_status
stats_write_text(const struct ura_corpus_stats *stats, struct writer *writer)
{
    enum ura_status status = URA_OK;

    append_totals(&writer->buf, stats);
    append_measures(&writer->buf, stats);
    for (int i = 0; i < MEASURES; i++)
        append_bars(&writer->buf, stats, (enum measure)i);
    for (int i = 0; !status && i < KINDS; i++)
        status = append_kind(writer, stats, (enum kind)i);
    return status;
}
