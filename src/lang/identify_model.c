/* identify_model.c - the learned tables that tell one language from all others. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/identify_model.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lang/data.h"
#include "lang/identify_parts.h"

/* The clamps of bench/identify/train.py, which has the same values and fits the weights. */
static const double GRAM_SCALE = 20.0, WORD_SCALE = 6.0, SUM_MAX = 3.0, SCORE_MAX = 3.0;
static const size_t LENGTH_MAX = 400; /* n-grams; beyond it more text tells no more */
static const double ENTRY_UNIT = 0.01, FIT_UNIT = 0.001, CLD2_UNIT = 0.001;
/* A quarter of the letters in another script is more than a name that is quoted. */
static const size_t FOREIGN_SHARE = 4;
static const double OUT_OF_QUESTION = -30.0; /* nats */

static const char *const feature_names[FEATURE_COUNT] = {
    "bias",       "length",    "gram_sum",   "gram_mean",    "gram_seen",
    "word_sum",   "word_mean", "same",       "same_sure",    "same_length",
    "same_score", "rival",     "rival_sure", "rival_length", "rival_score"};

/* FNV-1a over units. */
static const uint64_t HASH_START = UINT64_C(0xCBF29CE484222325);

static inline uint64_t
hash_unit(uint64_t hash, uint16_t unit)
{
    return (hash ^ unit) * UINT64_C(0x100000001B3);
}

size_t
units_parse(struct ura_str text, uint16_t *out)
{
    size_t count = 0;

    for (int32_t i = 0; i < (int32_t)text.len;) {
        UChar32 c;

        U8_NEXT((const uint8_t *)text.ptr, i, (int32_t)text.len, c);
        if (c < 0 || count == UNITS_MAX)
            return 0;
        out[count++] = c == '_' ? ' ' : c > 0xFFFF ? 0xFFFF : (uint16_t)c;
    }
    return count;
}

uint64_t
units_hash(const uint16_t *units, size_t count)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < count; i++)
        hash = hash_unit(hash, units[i]);
    return hash;
}

static enum ura_status
add_entry(struct identify_model *model, const struct ura_records *records,
          struct ura_error *error)
{
    bool word = records->fields[0].ptr[0] == 'w';
    uint64_t key = 0;
    uint16_t units[UNITS_MAX];
    size_t count = units_parse(records->fields[1], units);
    double value;

    if (count == 0 || (!word && count != GRAM_ORDER) ||
        !number_parse_real(records->fields[2], &value))
        return records_refuse(
            records, "expected g and four letters, or w and a word, and hundredths of a nat",
            error);
    for (size_t i = 0; !word && i < count; i++)
        key = key << 16 | units[i];
    if (word)
        key = units_hash(units, count);
    if (!table_set(word ? &model->words : &model->grams, key, (float)(value * ENTRY_UNIT)))
        return error_memory(error);
    return URA_OK;
}

static enum ura_status
set_fit(struct identify_model *model, const struct ura_records *records,
        struct ura_error *error)
{
    for (int i = 0; i < FEATURE_COUNT; i++) {
        if (ura_str_equal(records->fields[1], ura_str_from(feature_names[i])) &&
            number_parse_real(records->fields[2], &model->fit[i])) {
            model->fit[i] *= FIT_UNIT;
            return URA_OK;
        }
    }
    return records_refuse(records, "expected fit, a feature and thousandths of a nat", error);
}

static enum ura_status
set_script(struct identify_model *model, const struct ura_records *records,
           struct ura_error *error)
{
    char name[16];

    if (records->fields[1].len < sizeof name) {
        memcpy(name, records->fields[1].ptr, records->fields[1].len);
        name[records->fields[1].len] = '\0';
        model->script = u_getPropertyValueEnum(UCHAR_SCRIPT, name);
        if (model->script != UCHAR_INVALID_CODE)
            return URA_OK;
    }
    return records_refuse(records, "expected a script as Unicode names it, as Latn", error);
}

static enum ura_status
add_record(struct identify_model *model, const struct ura_records *records,
           struct ura_error *error)
{
    struct ura_str kind = records->fields[0];

    if (records->field_count == 2 && ura_str_equal(kind, URA_STR("script")))
        return set_script(model, records, error);
    if (records->field_count == 3 && ura_str_equal(kind, URA_STR("fit")))
        return set_fit(model, records, error);
    if (records->field_count == 3 &&
        (ura_str_equal(kind, URA_STR("g")) || ura_str_equal(kind, URA_STR("w"))))
        return add_entry(model, records, error);
    return records_refuse(records, "a record is script, fit, g or w with its values", error);
}

enum ura_status
model_read(const struct ura_context *context, const char *code, struct identify_model **out,
           struct ura_error *error)
{
    struct ura_records records;
    struct identify_model *model;
    enum ura_status status;

    *out = NULL;
    status = language_records(context, code, "identify.txt", &records, error);
    if (status)
        return status;
    model = array_new(1, sizeof *model);
    if (model) {
        snprintf(model->code, sizeof model->code, "%s", code);
        while ((status = records_next(&records, error)) == URA_OK)
            if ((status = add_record(model, &records, error)) != URA_OK)
                break;
    } else {
        status = error_memory(error);
    }
    records_release(&records);
    if (status < 0) {
        model_free(model);
        return status;
    }
    *out = model;
    return URA_OK;
}

enum ura_status
model_load(const struct ura_context *context, const char *code, struct identify_model **out,
           struct ura_error *error)
{
    struct identify_model *model = array_new(1, sizeof *model);

    *out = NULL;
    if (!model)
        return error_memory(error);
    if (model_map(context, code, model)) {
        *out = model;
        return URA_OK;
    }
    model_free(model);
    return model_read(context, code, out, error);
}

void
model_free(struct identify_model *model)
{
    if (!model)
        return;
    if (model->mapping.bytes.len) {
        mapping_close(&model->mapping);
    } else {
        table_release(&model->grams);
        table_release(&model->words);
    }
    free(model);
}

const char *
model_code(const struct identify_model *model)
{
    return model->code;
}

/* How many n-grams the sample has, at least 1; *SUM is what they say, *SEEN how many do. */
static size_t
sum_grams(const struct identify_model *model, const struct identify_sample *sample, double *sum,
          size_t *seen)
{
    uint64_t key = 0;

    *sum = 0.0;
    *seen = 0;
    for (size_t i = 0; i < sample->count; i++) {
        key = key << 16 | sample->units[i];
        if (i + 1 >= GRAM_ORDER) {
            float weight = table_find(&model->grams, key);

            *sum += (double)weight;
            *seen += weight != 0.0F;
        }
    }
    return sample->count >= GRAM_ORDER ? sample->count - GRAM_ORDER + 1 : 1;
}

static double
sum_words(const struct identify_model *model, const struct identify_sample *sample)
{
    uint64_t hash = HASH_START;
    double sum = 0.0;

    for (size_t i = 1; i < sample->count; i++) {
        if (sample->units[i] != ' ') {
            hash = hash_unit(hash, sample->units[i]);
            continue;
        }
        sum += (double)table_find(&model->words, hash);
        hash = HASH_START;
    }
    return sum;
}

/* Whether too many of the letters are of a script that the language is not written in. */
static bool
is_foreign(const struct identify_model *model, const struct identify_sample *sample)
{
    size_t own = 0;

    for (size_t i = 0; i < sample->script_count; i++)
        if (sample->scripts[i].script == model->script)
            own = sample->scripts[i].letters;
    return (sample->letters - own) * FOREIGN_SHARE >= sample->letters;
}

static double
clamp(double value)
{
    return fmax(-SUM_MAX, fmin(SUM_MAX, value));
}

double
model_score(const struct identify_model *model, const struct identify_sample *sample,
            const struct cld2_verdict *verdict)
{
    double features[FEATURE_COUNT] = {0}, grams, words, score = 0.0;
    size_t count, seen;
    bool same = strcmp(verdict->codes[0], model->code) == 0;

    if (sample->letters == 0 || is_foreign(model, sample))
        return OUT_OF_QUESTION;
    count = sum_grams(model, sample, &grams, &seen);
    words = sum_words(model, sample);
    features[BIAS] = 1.0;
    features[LENGTH] = log((double)(count < LENGTH_MAX ? count : LENGTH_MAX));
    features[GRAM_SUM] = clamp(grams / GRAM_SCALE);
    features[GRAM_MEAN] = grams / (double)count;
    features[GRAM_SEEN] = (double)seen / (double)count;
    features[WORD_SUM] = clamp(words / WORD_SCALE);
    features[WORD_MEAN] = words / (double)sample->words;
    if (same || strcmp(verdict->codes[0], "und") != 0) {
        double *said = features + (same ? SAME : RIVAL);

        said[SAME - SAME] = 1.0;
        said[SAME_SURE - SAME] = verdict->sure;
        said[SAME_LENGTH - SAME] = features[LENGTH];
        said[SAME_SCORE - SAME] = fmin(verdict->score * CLD2_UNIT, SCORE_MAX);
    }
    for (int i = 0; i < FEATURE_COUNT; i++)
        score += model->fit[i] * features[i];
    return score;
}
