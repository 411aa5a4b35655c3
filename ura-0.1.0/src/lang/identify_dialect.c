/* identify_dialect.c - whether a text in a language is in one of its dialects: Gheg in
 * Albanian. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/identify_dialect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/base.h"
#include "lang/data.h"
#include "lang/identify_table.h"

enum {
    ENDINGS_MAX = 16,
    ENDING_WORD = 4, /* letters: shorter words end in anything */
};

struct ending {
    uint16_t units[UNITS_MAX];
    size_t count;
    float points;
};

struct identify_dialect {
    char code[16];
    double enough;
    double enough_per_hundred;
    struct identify_table words;
    struct identify_table letters;
    struct identify_table infinitives;
    struct identify_table participles;
    struct ending endings[ENDINGS_MAX];
    size_t ending_count;
    struct ending participle_endings[ENDINGS_MAX];
    size_t participle_ending_count;
};

static enum ura_status
add_ending(struct ending *endings, size_t *count, const uint16_t *units, size_t unit_count,
           float points, const struct ura_records *records, struct ura_error *error)
{
    if (*count == ENDINGS_MAX)
        return records_refuse(records, "at most 16 endings of a kind", error);
    memcpy(endings[*count].units, units, unit_count * sizeof *units);
    endings[*count].count = unit_count;
    endings[(*count)++].points = points;
    return URA_OK;
}

/* One record that is not `enough`: KIND, units without a leading -, and its points. */
static enum ura_status
add_mark(struct identify_dialect *dialect, const struct ura_records *records, bool dashed,
         const uint16_t *units, size_t count, float points, struct ura_error *error)
{
    struct ura_str kind = records->fields[0];
    struct identify_table *table;

    if (ura_str_equal(kind, URA_STR("ending")))
        return add_ending(dialect->endings, &dialect->ending_count, units, count, points,
                          records, error);
    if (ura_str_equal(kind, URA_STR("participle")) && dashed)
        return add_ending(dialect->participle_endings, &dialect->participle_ending_count, units,
                          count, points, records, error);
    if (ura_str_equal(kind, URA_STR("word")))
        table = &dialect->words;
    else if (ura_str_equal(kind, URA_STR("infinitive")))
        table = &dialect->infinitives;
    else if (ura_str_equal(kind, URA_STR("participle")))
        table = &dialect->participles;
    else if (ura_str_equal(kind, URA_STR("letter")) && count == 1)
        table = &dialect->letters;
    else
        return records_refuse(
            records, "expected enough, word, ending, letter, infinitive or participle", error);
    return table_set(table, units_hash(units, count), points) ? URA_OK : error_memory(error);
}

static enum ura_status
add_record(struct identify_dialect *dialect, const struct ura_records *records,
           struct ura_error *error)
{
    bool participle = ura_str_equal(records->fields[0], URA_STR("participle"));
    struct ura_str form = records->fields[1];
    uint16_t units[UNITS_MAX];
    bool dashed;
    double points = 1.0;
    size_t count;

    if (records->field_count != (participle ? 2 : 3) ||
        (!participle && !number_parse_real(records->fields[2], &points)))
        return records_refuse(records,
                              "expected a kind, a form and (not of participles) points", error);
    if (ura_str_equal(records->fields[0], URA_STR("enough"))) {
        dialect->enough_per_hundred = points;
        if (number_parse_real(form, &dialect->enough) && dialect->enough > 0)
            return URA_OK;
        return records_refuse(records, "expected points over 0", error);
    }
    dashed = form.len && form.ptr[0] == '-';
    count = units_parse(ura_str_slice(form, dashed, form.len), units);
    if (count == 0)
        return records_refuse(records, "a form is 1 to 64 letters", error);
    return add_mark(dialect, records, dashed, units, count, (float)points, error);
}

static enum ura_status
read_records(struct identify_dialect *dialect, struct ura_records *records,
             struct ura_error *error)
{
    enum ura_status status;

    while ((status = records_next(records, error)) == URA_OK) {
        status = add_record(dialect, records, error);
        if (status)
            return status;
    }
    if (status == URA_END && dialect->enough <= 0)
        return records_refuse(records, "the record `enough` is missing", error);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
dialect_load(const struct ura_context *context, const char *language, const char *code,
             struct identify_dialect **out, struct ura_error *error)
{
    struct ura_records records;
    struct identify_dialect *dialect;
    enum ura_status status;
    char name[32];

    *out = NULL;
    snprintf(name, sizeof name, "identify-%.15s.txt", code);
    status = language_records(context, language, name, &records, error);
    if (status)
        return status;
    dialect = array_new(1, sizeof *dialect);
    if (dialect) {
        snprintf(dialect->code, sizeof dialect->code, "%s", code);
        status = read_records(dialect, &records, error);
    } else {
        status = error_memory(error);
    }
    records_release(&records);
    if (status)
        dialect_free(dialect);
    else
        *out = dialect;
    return status;
}

void
dialect_free(struct identify_dialect *dialect)
{
    if (!dialect)
        return;
    table_release(&dialect->words);
    table_release(&dialect->letters);
    table_release(&dialect->infinitives);
    table_release(&dialect->participles);
    free(dialect);
}

const char *
dialect_code(const struct identify_dialect *dialect)
{
    return dialect->code;
}

/* The points of the longest of ENDINGS that the word ends with. */
static float
find_ending(const struct ending *endings, size_t ending_count, const uint16_t *word,
            size_t count)
{
    size_t longest = 0;
    float points = 0.0F;

    for (size_t i = 0; count >= ENDING_WORD && i < ending_count; i++) {
        const struct ending *ending = &endings[i];

        if (ending->count > longest && ending->count < count &&
            memcmp(word + count - ending->count, ending->units, ending->count * sizeof *word) ==
                0) {
            longest = ending->count;
            points = ending->points;
        }
    }
    return points;
}

/* What one word is worth; *INFINITIVE is what a participle after it would add. */
static double
word_points(const struct identify_dialect *dialect, const uint16_t *word, size_t count,
            float *infinitive)
{
    uint64_t hash = units_hash(word, count);
    float points = table_find(&dialect->words, hash), letters = 0.0F;

    if (points == 0.0F)
        points = find_ending(dialect->endings, dialect->ending_count, word, count);
    for (size_t i = 0; letters == 0.0F && i < count; i++)
        letters = table_find(&dialect->letters, units_hash(word + i, 1));
    if (*infinitive > 0.0F &&
        (table_find(&dialect->participles, hash) > 0.0F ||
         find_ending(dialect->participle_endings, dialect->participle_ending_count, word,
                     count) > 0.0F))
        points += *infinitive;
    *infinitive = table_find(&dialect->infinitives, hash);
    return (double)(points + letters);
}

bool
dialect_fits(const struct identify_dialect *dialect, const struct identify_sample *sample)
{
    double points = 0.0;
    float infinitive = 0.0F;
    size_t start = 1;

    for (size_t i = 1; i < sample->count; i++) {
        if (sample->units[i] != ' ')
            continue;
        points += word_points(dialect, sample->units + start, i - start, &infinitive);
        start = i + 1;
    }
    return points >= dialect->enough &&
           points * 100.0 >= dialect->enough_per_hundred * (double)sample->words;
}
