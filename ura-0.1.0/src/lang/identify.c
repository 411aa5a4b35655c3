/* identify.c - which language a text is in. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/language.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <unicode/uscript.h>

#include "base/base.h"
#include "lang/identify_set.h"

/*
 * Each language with tables of its own (dicts/identify.txt) has odds against all others, from
 * its n-grams, its words and libcld2's verdict; `none of them` has odds of 1, and is then what
 * libcld2 says. What is expected counts twice as likely: enough to decide where the text does
 * not, too little to outweigh a few words of anything.
 */
static const double EXPECTED_NATS = 0.69314718055994531; /* log 2 */
/* Best-effort verdicts below this score are no language: letters at random get up to 300. */
static const double GIBBERISH_SCORE = 300.0;

enum { NONE = -1 };

/* Codes for what libcld2 cannot tell apart: who is expected is meant. */
static const char *const twins[][5] = {
    {"bs", "hr", "sr", "sh", "cnr"},
    {"no", "nb", "nn"},
    {"id", "ms"},
    {"ro", "mo"},
    {"tl", "fil"},
};

/* libcld2 still has some codes that ISO 639 has withdrawn. */
static const char *const renamed[][2] = {
    {"iw", "he"}, {"jw", "jv"}, {"mo", "ro"}, {"zh-hant", "zh-Hant"}, {"sr-me", "cnr"}};

/* Whether two BCP 47 codes have the same language subtag. */
static bool
same_language(const char *first, const char *second)
{
    size_t len = strcspn(first, "-_");

    return len == strcspn(second, "-_") && strncmp(first, second, len) == 0;
}

static bool
is_expected(const char *const *candidates, const char *code)
{
    for (; candidates && *candidates; candidates++)
        if (same_language(*candidates, code))
            return true;
    return false;
}

static void
set_code(struct ura_language_guess *out, const char *code, double probability)
{
    snprintf(out->code, sizeof out->code, "%s", code);
    out->probability = (float)probability;
}

/* The one of CANDIDATES that libcld2 calls CODE for want of a better way to know; else CODE. */
static const char *
choose_twin(const char *const *candidates, const char *code)
{
    if (is_expected(candidates, code))
        return code;
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
        bool member = false;

        for (int k = 0; k < 5 && twins[i][k]; k++)
            member = member || same_language(twins[i][k], code);
        for (int k = 0; member && k < 5 && twins[i][k]; k++)
            if (is_expected(candidates, twins[i][k]))
                return twins[i][k];
    }
    return code;
}

static bool
has_model(const struct identify_set *set, const char *code)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(model_code(set->languages[i].model), code) == 0)
            return true;
    return false;
}

/* libcld2's best guess among the languages that have no tables; "und" if it has none. */
static const char *
guess_other(const struct identify_set *set, const struct cld2_verdict *verdict)
{
    const char *code = verdict->codes[0];

    if (has_model(set, code))
        code = verdict->codes[1];
    if (has_model(set, code) || (!verdict->sure && verdict->score < GIBBERISH_SCORE))
        return "und";
    for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
        if (strcmp(renamed[i][0], code) == 0)
            return renamed[i][1];
    return code;
}

/* Serbian has two scripts; the code of the Latin one says so. */
static bool
is_latin(const struct identify_sample *sample)
{
    for (size_t i = 0; i < sample->script_count; i++)
        if (sample->scripts[i].script == USCRIPT_LATIN)
            return sample->scripts[i].letters * 2 > sample->letters;
    return false;
}

/* The dialect of language INDEX that the text is in, unless only the language is expected. */
static const char *
find_dialect(const struct identify_set *set, size_t index, const char *const *candidates)
{
    const char *code = model_code(set->languages[index].model), *dialect;

    for (size_t i = 0; i < set->languages[index].dialect_count; i++) {
        dialect = dialect_code(set->languages[index].dialects[i]);
        if ((is_expected(candidates, dialect) || !is_expected(candidates, code)) &&
            dialect_fits(set->languages[index].dialects[i], &set->sample))
            return dialect;
    }
    return code;
}

static bool
language_expected(const struct identify_set *set, size_t index, const char *const *candidates)
{
    bool expected = is_expected(candidates, model_code(set->languages[index].model));

    for (size_t i = 0; !expected && i < set->languages[index].dialect_count; i++)
        expected = is_expected(candidates, dialect_code(set->languages[index].dialects[i]));
    return expected;
}

enum ura_status
ura_language_identify(struct ura_context *context, struct ura_str text,
                      const char *const *candidates, struct ura_language_guess *out,
                      struct ura_error *error)
{
    double scores[MODELS_MAX], other = 0.0, best = 0.0, total;
    struct cld2_verdict verdict;
    struct identify_set *set;
    enum ura_status status;
    const char *code;
    int winner = NONE;

    set_code(out, "und", 0.0);
    status = identify_set_get(context, &set, error);
    if (status)
        return status;
    text = sample_cut(text);
    sample_fill(&set->sample, text);
    if (set->sample.letters == 0)
        return URA_OK;
    if (!cld2_detect(text.ptr, text.len, &verdict))
        return error_memory(error);
    code = choose_twin(candidates, guess_other(set, &verdict));
    if (is_expected(candidates, code))
        best = other = EXPECTED_NATS;
    for (size_t i = 0; i < set->count; i++) {
        scores[i] = model_score(set->languages[i].model, &set->sample, &verdict) +
                    (language_expected(set, i, candidates) ? EXPECTED_NATS : 0.0);
        if (scores[i] > best) {
            best = scores[i];
            winner = (int)i;
        }
    }
    total = exp(other - best);
    for (size_t i = 0; i < set->count; i++)
        total += exp(scores[i] - best);
    if (winner != NONE)
        code = find_dialect(set, (size_t)winner, candidates);
    else if (strcmp(code, "sr") == 0 && is_latin(&set->sample))
        code = "sr-Latn";
    set_code(out, code, 1.0 / total);
    return URA_OK;
}
