/* score_report.c - scores as text, a table or objects. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/score_report.h"

enum { DECIMALS = 4, MEASURES_MOST = 3, COUNTS_MOST = 5, LABEL_COLUMN = 12, COUNT_COLUMN = 24 };

/* A measure with its three rates, or only one value. */
struct measure {
    const char *name;
    struct ura_score_rates rates;
};

struct count {
    const char *name;
    uint64_t value;
};

/* All that a score says, as lists. */
struct table {
    struct measure measures[MEASURES_MOST];
    size_t measure_count;
    struct count counts[COUNTS_MOST];
    size_t count_count;
    bool has_aer;
    double aer;
};

static void
fill_beads(const struct ura_score_beads *beads, struct table *out)
{
    *out = (struct table){
        .measures = {{"strict", ura_score_strict(beads)},
                     {"lax", ura_score_lax(beads)},
                     {"null", ura_score_nulls(beads)}},
        .measure_count = 3,
        .counts = {{"gold", beads->gold},
                   {"system", beads->system},
                   {"right", beads->strict},
                   {"gold_nulls", beads->gold_nulls},
                   {"system_nulls", beads->system_nulls}},
        .count_count = 5,
    };
}

static void
fill_table(const struct ura_score *score, struct table *out)
{
    const struct ura_score_boundaries *boundaries = &score->boundaries;
    const struct ura_score_links *links = &score->links;

    if (score->kind == URA_SCORE_BOUNDARIES)
        *out = (struct table){
            .measures = {{"boundaries", ura_score_boundary_rates(boundaries)}},
            .measure_count = 1,
            .counts = {{"gold", boundaries->gold},
                       {"system", boundaries->system},
                       {"right", boundaries->right}},
            .count_count = 3,
        };
    else if (score->kind == URA_SCORE_LINKS)
        *out = (struct table){
            .measures = {{"links", ura_score_link_rates(links)}},
            .measure_count = 1,
            .counts = {{"sure", links->sure},
                       {"possible", links->possible},
                       {"system", links->system},
                       {"system_sure", links->system_sure},
                       {"system_possible", links->system_possible}},
            .count_count = 5,
            .has_aer = true,
            .aer = ura_score_aer(links),
        };
    else
        fill_beads(&score->beads, out);
}

static void
pad(struct ura_buf *buf, size_t from, size_t column)
{
    for (size_t len = buf->len - from; len < column; len++)
        buf_append_byte(buf, ' ');
}

static void
append_text(struct ura_buf *buf, const char *name, const struct ura_score *score,
            const struct table *table)
{
    size_t line = buf->len;

    buf_append_text(buf, name);
    if (score->pairs > 1) {
        buf_append_text(buf, " (");
        buf_append_unsigned(buf, score->pairs);
        buf_append_text(buf, " pairs of files)");
    }
    buf_append_byte(buf, '\n');
    line = buf->len;
    pad(buf, line, LABEL_COLUMN);
    buf_append_text(buf, "precision  recall  F1\n");
    for (size_t i = 0; i < table->measure_count; i++) {
        const struct measure *measure = &table->measures[i];

        line = buf->len;
        buf_append_text(buf, measure->name);
        pad(buf, line, LABEL_COLUMN);
        buf_append_fixed(buf, measure->rates.precision, DECIMALS);
        buf_append_text(buf, "     ");
        buf_append_fixed(buf, measure->rates.recall, DECIMALS);
        buf_append_text(buf, "  ");
        buf_append_fixed(buf, measure->rates.f1, DECIMALS);
        buf_append_byte(buf, '\n');
    }
    if (table->has_aer) {
        line = buf->len;
        buf_append_text(buf, "AER");
        pad(buf, line, COUNT_COLUMN);
        buf_append_fixed(buf, table->aer, DECIMALS);
        buf_append_byte(buf, '\n');
    }
    for (size_t i = 0; i < table->count_count; i++) {
        line = buf->len;
        for (const char *c = table->counts[i].name; *c; c++)
            buf_append_byte(buf, *c == '_' ? ' ' : *c);
        pad(buf, line, COUNT_COLUMN);
        buf_append_unsigned(buf, table->counts[i].value);
        buf_append_byte(buf, '\n');
    }
}

static void
append_tsv(struct ura_buf *buf, const char *name, const struct table *table)
{
    for (; *name; name++) /* no tab or line end inside a cell */
        buf_append_byte(buf, *name == '\t' || *name == '\n' ? ' ' : *name);
    for (size_t i = 0; i < table->measure_count; i++) {
        const struct ura_score_rates *rates = &table->measures[i].rates;
        const double values[] = {rates->precision, rates->recall, rates->f1};

        for (int k = 0; k < 3; k++) {
            buf_append_byte(buf, '\t');
            buf_append_fixed(buf, values[k], DECIMALS);
        }
    }
    if (table->has_aer) {
        buf_append_byte(buf, '\t');
        buf_append_fixed(buf, table->aer, DECIMALS);
    }
    for (size_t i = 0; i < table->count_count; i++) {
        buf_append_byte(buf, '\t');
        buf_append_unsigned(buf, table->counts[i].value);
    }
    buf_append_byte(buf, '\n');
}

/* "strict":{"precision":0.9,"recall":0.8,"f1":0.85} */
static void
append_rates(struct ura_buf *buf, const struct measure *measure)
{
    buf_append_byte(buf, '"');
    buf_append_text(buf, measure->name);
    buf_append_text(buf, "\":{\"precision\":");
    buf_append_fixed(buf, measure->rates.precision, DECIMALS);
    buf_append_text(buf, ",\"recall\":");
    buf_append_fixed(buf, measure->rates.recall, DECIMALS);
    buf_append_text(buf, ",\"f1\":");
    buf_append_fixed(buf, measure->rates.f1, DECIMALS);
    buf_append_text(buf, "},");
}

static void
append_jsonl(struct ura_buf *buf, const char *name, const struct ura_score *score,
             const struct table *table)
{
    buf_append_text(buf, "{\"record\":\"score\",\"name\":");
    buf_append_json(buf, ura_str_from(name));
    buf_append_text(buf, ",\"kind\":\"");
    buf_append_text(buf, ura_score_kind_name(score->kind));
    buf_append_text(buf, "\",\"pairs\":");
    buf_append_unsigned(buf, score->pairs);
    buf_append_byte(buf, ',');
    for (size_t i = 0; i < table->measure_count; i++)
        append_rates(buf, &table->measures[i]);
    if (table->has_aer) {
        buf_append_text(buf, "\"aer\":");
        buf_append_fixed(buf, table->aer, DECIMALS);
        buf_append_byte(buf, ',');
    }
    for (size_t i = 0; i < table->count_count; i++) {
        buf_append_text(buf, i ? ",\"" : "\"");
        buf_append_text(buf, table->counts[i].name);
        buf_append_text(buf, "\":");
        buf_append_unsigned(buf, table->counts[i].value);
    }
    buf_append_text(buf, "}\n");
}

void
score_report_begin(struct ura_buf *buf, enum score_form form, enum ura_score_kind kind)
{
    static const char *const rates[] = {"_precision", "_recall", "_f1"};
    const struct ura_score none = {.kind = kind};
    struct table table;

    if (form != SCORE_TSV)
        return;
    fill_table(&none, &table);
    buf_append_text(buf, "name");
    for (size_t i = 0; i < table.measure_count; i++)
        for (int k = 0; k < 3; k++) {
            buf_append_byte(buf, '\t');
            buf_append_text(buf, table.measures[i].name);
            buf_append_text(buf, rates[k]);
        }
    if (table.has_aer)
        buf_append_text(buf, "\taer");
    for (size_t i = 0; i < table.count_count; i++) {
        buf_append_byte(buf, '\t');
        buf_append_text(buf, table.counts[i].name);
    }
    buf_append_byte(buf, '\n');
}

void
score_report_add(struct ura_buf *buf, enum score_form form, const char *name,
                 const struct ura_score *score)
{
    struct table table;

    fill_table(score, &table);
    if (form == SCORE_TEXT)
        append_text(buf, name, score, &table);
    else if (form == SCORE_TSV)
        append_tsv(buf, name, &table);
    else
        append_jsonl(buf, name, score, &table);
}
