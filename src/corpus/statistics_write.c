/* statistics_write.c - counts of a corpus in the style that is asked for. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/statistics.h"

uint64_t
stats_repeated(const struct ura_corpus_stats *stats)
{
    uint64_t distinct = distinct_count(&stats->distinct[DISTINCT_PAIRS]);

    /* An estimate may be over what there is. */
    return distinct < stats->pairs ? stats->pairs - distinct : 0;
}

enum ura_status
ura_corpus_stats_write(const struct ura_corpus_stats *stats, enum ura_corpus_stats_style style,
                       const struct ura_write_options *options, ura_sink *sink, void *user,
                       struct ura_error *error)
{
    struct writer writer = {.sink = sink, .user = user, .error = error};
    enum ura_status status = URA_OK;

    switch (style) {
    case URA_CORPUS_STATS_TEXT:
        status = stats_write_text(stats, &writer);
        break;
    case URA_CORPUS_STATS_JSONL:
        status = stats_write_json(stats, options, &writer);
        break;
    case URA_CORPUS_STATS_HTML:
        status = stats_write_html(stats, options, &writer);
        break;
    }
    return writer_close(&writer, status);
}
