/* statistics.c - a corpus counted. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/statistics.h"

#include <stdlib.h>

#include "corpus/texts.h"

static const struct measure_about measures[MEASURES] = {
    [MEASURE_SOURCE_CHARACTERS] = {"source_characters", "source, characters", "characters", 1,
                                   0},
    [MEASURE_TARGET_CHARACTERS] = {"target_characters", "target, characters", "characters", 1,
                                   0},
    [MEASURE_SOURCE_WORDS] = {"source_words", "source, words", "words", 1, 0},
    [MEASURE_TARGET_WORDS] = {"target_words", "target, words", "words", 1, 0},
    [MEASURE_RATIO] = {"length_ratio", "source / target", "source / target, in characters",
                       1000, 3},
    [MEASURE_CONFIDENCE] = {"confidence", "confidence", "confidence", 1000, 3},
};

static const struct kind_about kinds[KINDS] = {
    [KIND_LANGUAGES] = {"languages", "languages", NULL},
    [KIND_FORMATS] = {"formats", "formats", NULL},
    [KIND_STATES] = {"states", "states", NULL},
    [KIND_SOURCES] = {"sources", "sources", "source"},
    [KIND_LICENCES] = {"licences", "licences", "licence"},
    [KIND_NAMES] = {"names", "bitexts", "name"},
    [KIND_DOCUMENTS] = {"documents", "documents", NULL},
};

const unsigned stats_quantiles[QUANTILES] = {5, 25, 50, 75, 95};

const struct measure_about *
measure_about(enum measure measure)
{
    return &measures[measure];
}

const struct kind_about *
kind_about(enum kind kind)
{
    return &kinds[kind];
}

static struct ura_str
property_of(const struct ura_unit *unit, const char *name)
{
    for (size_t i = 0; i < unit->property_count; i++)
        if (unit->properties[i].side == URA_SIDE_UNIT &&
            ura_str_equal(unit->properties[i].name, ura_str_from(name)))
            return unit->properties[i].value;
    return (struct ura_str){NULL, 0};
}

/* "sq-AL en"; a language that nobody says is "und". */
static bool
count_languages(struct ura_corpus_stats *stats, const struct ura_units_header *header,
                const struct ura_unit *unit)
{
    struct ura_buf pair = {0};
    bool done;

    buf_append_str(&pair,
                   language_or(unit->source_language, header->source_language, URA_STR("und")));
    buf_append_byte(&pair, ' ');
    buf_append_str(&pair,
                   language_or(unit->target_language, header->target_language, URA_STR("und")));
    done = !pair.failed && tally_add(&stats->kinds[KIND_LANGUAGES], buf_str(&pair));
    buf_release(&pair);
    return done;
}

/* Where the pair comes from. */
static bool
count_kinds(struct ura_corpus_stats *stats, const struct ura_corpus *corpus,
            const struct ura_unit *unit)
{
    const struct ura_corpus_place *place = ura_corpus_place(corpus);
    const char *format = corpus->facts[place->file_index].format->name;
    struct ura_str file =
        ura_str_from(place->file->name ? place->file->name : place->file->path);
    bool done =
        count_languages(stats, ura_corpus_header(corpus), unit) &&
        tally_add(&stats->kinds[KIND_FORMATS], ura_str_from(format)) &&
        tally_add(&stats->kinds[KIND_STATES], ura_str_from(ura_state_name(unit->state))) &&
        tally_add(&stats->kinds[KIND_DOCUMENTS],
                  place->document.len ? place->document : file) &&
        distinct_add(&stats->documents, place->document_hash, DISTINCT_KEPT);

    for (int kind = 0; done && kind < KINDS; kind++) {
        struct ura_str value;

        if (!kinds[kind].property)
            continue;
        value = property_of(unit, kinds[kind].property);
        if (!value.len && kind == KIND_NAMES)
            value = file;
        done = !value.len || tally_add(&stats->kinds[kind], value);
    }
    return done;
}

static bool
count_lengths(struct ura_corpus_stats *stats, const struct ura_unit *unit)
{
    struct text_lengths source = text_measure(unit->source);
    struct text_lengths target = text_measure(unit->target);
    struct histogram *histograms = stats->measures;
    uint64_t scale = measures[MEASURE_RATIO].scale;

    stats->empty_source += !source.words;
    stats->empty_target += !target.words;
    stats->empty_both += !source.words && !target.words;
    if (source.words &&
        (!histogram_add(&histograms[MEASURE_SOURCE_CHARACTERS], source.characters) ||
         !histogram_add(&histograms[MEASURE_SOURCE_WORDS], source.words)))
        return false;
    if (target.words &&
        (!histogram_add(&histograms[MEASURE_TARGET_CHARACTERS], target.characters) ||
         !histogram_add(&histograms[MEASURE_TARGET_WORDS], target.words)))
        return false;
    return !source.words || !target.words ||
           histogram_add(&histograms[MEASURE_RATIO],
                         (source.characters * scale + target.characters / 2) /
                             target.characters);
}

/* Texts that are empty are no duplicates of each other. */
static bool
count_distinct(struct ura_corpus_stats *stats, const struct ura_unit *unit)
{
    struct distinct *distinct = stats->distinct;
    uint64_t source = hash_bytes(unit->source.ptr, unit->source.len);
    uint64_t target = hash_bytes(unit->target.ptr, unit->target.len);

    return (!unit->source.len ||
            distinct_add(&distinct[DISTINCT_SOURCES], source, DISTINCT_KEPT)) &&
           (!unit->target.len ||
            distinct_add(&distinct[DISTINCT_TARGETS], target, DISTINCT_KEPT)) &&
           distinct_add(&distinct[DISTINCT_PAIRS], pair_hash(unit), DISTINCT_KEPT);
}

static bool
count_score(struct ura_corpus_stats *stats, const struct ura_unit *unit)
{
    double scale = (double)measures[MEASURE_CONFIDENCE].scale;

    if (!unit->has_score)
        return true;
    if (!(unit->score >= 0 && unit->score <= 1)) {
        stats->other_scores++;
        return true;
    }
    return histogram_add(&stats->measures[MEASURE_CONFIDENCE],
                         (uint64_t)(unit->score * scale + 0.5));
}

/* The facts of the files, which do not live as long as the corpus does. */
static enum ura_status
take_facts(struct ura_corpus_stats *stats, const struct ura_corpus *corpus,
           struct ura_error *error)
{
    size_t count = corpus->options.file_count;

    stats->files = corpus->options.files;
    stats->facts = array_new(count, sizeof *stats->facts);
    if (!stats->facts)
        return error_memory(error);
    memcpy(stats->facts, corpus->facts, count * sizeof *stats->facts);
    stats->file_count = count;
    return URA_OK;
}

enum ura_status
ura_corpus_stats_read(struct ura_corpus *corpus, struct ura_corpus_stats **out,
                      struct ura_error *error)
{
    struct ura_corpus_stats *stats = calloc(1, sizeof *stats);
    struct ura_unit unit;
    enum ura_status status = stats ? URA_OK : error_memory(error);

    *out = NULL;
    while (!status && !(status = ura_corpus_next(corpus, &unit, error))) {
        stats->pairs++;
        if (!count_lengths(stats, &unit) || !count_distinct(stats, &unit) ||
            !count_score(stats, &unit) || !count_kinds(stats, corpus, &unit))
            status = error_memory(error);
    }
    if (status == URA_END)
        status = take_facts(stats, corpus, error);
    if (status) {
        ura_corpus_stats_free(stats);
        return status;
    }
    *out = stats;
    return URA_OK;
}

void
ura_corpus_stats_free(struct ura_corpus_stats *stats)
{
    if (!stats)
        return;
    for (int i = 0; i < DISTINCTS; i++)
        distinct_release(&stats->distinct[i]);
    distinct_release(&stats->documents);
    for (int i = 0; i < MEASURES; i++)
        histogram_release(&stats->measures[i]);
    for (int i = 0; i < KINDS; i++)
        tally_release(&stats->kinds[i]);
    free(stats->facts);
    free(stats);
}

void
stats_bars(const struct ura_corpus_stats *stats, enum measure measure, struct bars *out)
{
    static const uint64_t steps[] = {1, 2, 5};
    const struct histogram *histogram = &stats->measures[measure];
    /* A probability has an end; of lengths the longest hundredth is left to the last bar. */
    uint64_t top = measure == MEASURE_CONFIDENCE ? measures[measure].scale
                                                 : histogram_quantile(histogram, 99) + 1;
    size_t step = 0;
    uint64_t power = 1;

    *out = (struct bars){.width = 1};
    while (out->width * (BARS_MAX - 1) < top) {
        step = (step + 1) % (sizeof steps / sizeof *steps);
        power *= step ? 1 : 10;
        out->width = steps[step] * power;
    }
    out->count = (size_t)((top + out->width - 1) / out->width);
    out->over = measure != MEASURE_CONFIDENCE && histogram->most >= out->count * out->width;
    out->count += out->over;
    histogram_bars(histogram, out->width, out->counts, out->count);
    for (size_t i = 0; i < out->count; i++)
        if (out->counts[i] > out->most)
            out->most = out->counts[i];
}
