/* statistics_json.c - counts of a corpus as two objects: how they were made, and what they are.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/statistics.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    SCHEMA = 1, /* goes up when a reader of the old one would go wrong */
    HASH_SIZE = 20,
    MEAN_DECIMALS = 3,
};

static void
append_key(struct ura_buf *buf, const char *key)
{
    char last = buf->len ? buf->ptr[buf->len - 1] : '{';

    if (last != '{' && last != '[')
        buf_append_byte(buf, ',');
    buf_append_json(buf, ura_str_from(key));
    buf_append_byte(buf, ':');
}

static void
append_count(struct ura_buf *buf, const char *key, uint64_t count)
{
    append_key(buf, key);
    buf_append_unsigned(buf, count);
}

static void
append_text(struct ura_buf *buf, const char *key, const char *text)
{
    append_key(buf, key);
    buf_append_json(buf, ura_str_from(text));
}

static void
append_real(struct ura_buf *buf, const char *key, double value, int decimals)
{
    append_key(buf, key);
    buf_append_fixed(buf, value, decimals);
}

static void
append_file(struct ura_buf *buf, const struct ura_corpus_file *file,
            const struct bitext_facts *facts)
{
    char hash[HASH_SIZE];

    buf_append_byte(buf, '{');
    append_text(buf, "name", file->name ? file->name : file->path);
    append_text(buf, "format", facts->format->name);
    snprintf(hash, sizeof hash, "%016" PRIx64, facts->hash);
    append_text(buf, "hash", hash);
    append_count(buf, "bytes", facts->bytes);
    append_count(buf, "pairs", facts->pairs);
    buf_append_byte(buf, '}');
}

static enum ura_status
append_head(struct writer *writer, const struct ura_corpus_stats *stats,
            const struct ura_write_options *options)
{
    struct ura_buf *buf = &writer->buf;
    enum ura_status status = URA_OK;

    buf_append_byte(buf, '{');
    append_text(buf, "record", "corpus");
    append_count(buf, "schema", SCHEMA);
    append_text(buf, "program", "ura");
    append_text(buf, "version", ura_version());
    append_text(buf, "command", options->command ? options->command : "");
    append_key(buf, "files");
    buf_append_byte(buf, '[');
    for (size_t i = 0; !status && i < stats->file_count; i++) {
        if (i)
            buf_append_byte(buf, ',');
        append_file(buf, &stats->files[i], &stats->facts[i]);
        /* Nothing looks back at what is handed on: a key comes only after "{". */
        status = writer_step(writer);
    }
    buf_append_text(buf, "]}\n");
    return status;
}

static void
append_distinct(struct ura_buf *buf, const char *key, const struct distinct *set)
{
    append_key(buf, key);
    buf_append_byte(buf, '{');
    append_count(buf, "count", distinct_count(set));
    append_key(buf, "exact");
    buf_append_text(buf, distinct_is_exact(set) ? "true" : "false");
    buf_append_byte(buf, '}');
}

static void
append_bars(struct ura_buf *buf, const struct ura_corpus_stats *stats, enum measure measure)
{
    const struct measure_about *about = measure_about(measure);
    struct bars bars;

    stats_bars(stats, measure, &bars);
    append_key(buf, "histogram");
    buf_append_byte(buf, '{');
    append_real(buf, "width", (double)bars.width / (double)about->scale, about->decimals);
    append_key(buf, "counts");
    buf_append_byte(buf, '[');
    for (size_t i = 0; i < bars.count; i++) {
        if (i)
            buf_append_byte(buf, ',');
        buf_append_unsigned(buf, bars.counts[i]);
    }
    buf_append_byte(buf, ']');
    append_key(buf, "open");
    buf_append_text(buf, bars.over ? "true}" : "false}");
}

static void
append_measure(struct ura_buf *buf, const struct ura_corpus_stats *stats, enum measure measure)
{
    const struct measure_about *about = measure_about(measure);
    const struct histogram *histogram = &stats->measures[measure];
    double scale = (double)about->scale;

    append_key(buf, about->key);
    buf_append_byte(buf, '{');
    append_count(buf, "count", histogram->count);
    append_real(buf, "mean", histogram_mean(histogram) / scale, MEAN_DECIMALS);
    append_real(buf, "least", (double)histogram->least / scale, about->decimals);
    append_real(buf, "most", (double)histogram->most / scale, about->decimals);
    append_key(buf, "quantiles");
    buf_append_byte(buf, '{');
    for (size_t i = 0; i < QUANTILES; i++) {
        char name[8];

        snprintf(name, sizeof name, "%u", stats_quantiles[i]);
        append_real(buf, name,
                    (double)histogram_quantile(histogram, stats_quantiles[i]) / scale,
                    about->decimals);
    }
    buf_append_byte(buf, '}');
    append_bars(buf, stats, measure);
    buf_append_byte(buf, '}');
}

static enum ura_status
append_kind(struct writer *writer, const struct ura_corpus_stats *stats, enum kind kind)
{
    const struct tally *tally = &stats->kinds[kind];
    uint32_t *order = tally_order(tally);
    struct ura_buf *buf = &writer->buf;

    if (!order && tally->names.count)
        return error_memory(writer->error);
    append_key(buf, kind_about(kind)->key);
    buf_append_text(buf, "{\"pairs\":[");
    for (size_t i = 0; i < tally->names.count; i++) {
        buf_append_text(buf, i ? ",[" : "[");
        buf_append_json(buf, tally->names.items[order[i]]);
        buf_append_byte(buf, ',');
        buf_append_unsigned(buf, tally->counts[order[i]]);
        buf_append_byte(buf, ']');
    }
    buf_append_byte(buf, ']');
    append_count(buf, "others", tally->others);
    buf_append_byte(buf, '}');
    free(order);
    return buf->failed ? error_memory(writer->error) : URA_OK;
}

enum ura_status
stats_write_json(const struct ura_corpus_stats *stats, const struct ura_write_options *options,
                 struct writer *writer)
{
    struct ura_buf *buf = &writer->buf;
    enum ura_status status = append_head(writer, stats, options);

    buf_append_byte(buf, '{');
    append_text(buf, "record", "stats");
    append_count(buf, "pairs", stats->pairs);
    append_count(buf, "empty_source", stats->empty_source);
    append_count(buf, "empty_target", stats->empty_target);
    append_count(buf, "empty_both", stats->empty_both);
    append_count(buf, "other_scores", stats->other_scores);
    append_distinct(buf, "distinct_sources", &stats->distinct[DISTINCT_SOURCES]);
    append_distinct(buf, "distinct_targets", &stats->distinct[DISTINCT_TARGETS]);
    append_distinct(buf, "distinct_pairs", &stats->distinct[DISTINCT_PAIRS]);
    append_count(buf, "repeated_pairs", stats_repeated(stats));
    append_distinct(buf, "distinct_documents", &stats->documents);
    for (int i = 0; i < MEASURES; i++)
        append_measure(buf, stats, (enum measure)i);
    for (int i = 0; !status && i < KINDS; i++)
        status = append_kind(writer, stats, (enum kind)i);
    buf_append_text(buf, "}\n");
    return status;
}
