/* statistics.h - the inside of struct ura_corpus_stats: what is counted, and its names. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_STATISTICS_H
#define CORPUS_STATISTICS_H

#include "corpus/bitexts.h"
#include "corpus/distinct.h"
#include "corpus/histogram.h"
#include "corpus/tally.h"
#include "formats/formats.h"

/* Numbers that have a mean, quantiles and a drawing. */
enum measure {
    MEASURE_SOURCE_CHARACTERS,
    MEASURE_TARGET_CHARACTERS,
    MEASURE_SOURCE_WORDS,
    MEASURE_TARGET_WORDS,
    MEASURE_RATIO,
    MEASURE_CONFIDENCE,
    MEASURES
};

struct measure_about {
    const char *key;   /* in jsonl */
    const char *label; /* for people */
    const char *unit;  /* of the drawing's scale */
    uint64_t scale;    /* numbers are kept as so many parts of one */
    int decimals;      /* that this leaves */
};

/* Quantiles that are told, in per cent. */
enum { QUANTILES = 5 };
extern const unsigned stats_quantiles[QUANTILES];

/* What pairs are counted by. */
enum kind {
    KIND_LANGUAGES,
    KIND_FORMATS,
    KIND_STATES,
    KIND_SOURCES,
    KIND_LICENCES,
    KIND_NAMES,
    KIND_DOCUMENTS,
    KINDS
};

struct kind_about {
    const char *key;
    const char *label;
    /* The property of a pair that it comes from; NULL: another way. */
    const char *property;
};

enum { DISTINCT_SOURCES, DISTINCT_TARGETS, DISTINCT_PAIRS, DISTINCTS };

struct ura_corpus_stats {
    uint64_t pairs;
    uint64_t empty_source,
        empty_target; /* pairs with nothing but blanks there; both: in both */
    uint64_t empty_both;
    uint64_t other_scores; /* that are no probability: under 0 or over 1 */
    struct distinct distinct[DISTINCTS];
    struct distinct documents;
    struct histogram measures[MEASURES];
    struct tally kinds[KINDS];
    /* Of the corpus, whose files outlive this. */
    const struct ura_corpus_file *files;
    struct bitext_facts *facts;
    size_t file_count;
};

const struct measure_about *measure_about(enum measure measure);
const struct kind_about *kind_about(enum kind kind);

/* A drawing of a histogram: bars from 0 on, WIDTH wide in parts of the measure's scale. */
enum { BARS_MAX = 30 };
struct bars {
    uint64_t width;
    size_t count;
    uint64_t counts[BARS_MAX]; /* the last one takes what is over, if `over` */
    uint64_t most;             /* of counts */
    bool over;
};

/* The bars that show MEASURE best: nearly all of it, in steps of 1, 2 or 5 of a power of ten.
 */
void stats_bars(const struct ura_corpus_stats *stats, enum measure measure, struct bars *out);

/* Pairs whose both texts came before. */
uint64_t stats_repeated(const struct ura_corpus_stats *stats);

/* The writers, one a style; WRITER's error is set. The caller closes WRITER. */
enum ura_status stats_write_text(const struct ura_corpus_stats *stats, struct writer *writer);
enum ura_status stats_write_json(const struct ura_corpus_stats *stats,
                                 const struct ura_write_options *options,
                                 struct writer *writer);
enum ura_status stats_write_html(const struct ura_corpus_stats *stats,
                                 const struct ura_write_options *options,
                                 struct writer *writer);

/* Appends MEASURE as a figure of a page, a histogram in SVG. */
void stats_append_drawing(struct ura_buf *buf, const struct ura_corpus_stats *stats,
                          enum measure measure);

#endif
