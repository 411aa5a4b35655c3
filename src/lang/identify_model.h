/* identify_model.h - the learned tables that tell one language from all others. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_IDENTIFY_MODEL_H
#define LANG_IDENTIFY_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include <ura/context.h>

#include "base/buf.h"
#include "lang/identify_cld2.h"

/* Letters in an n-gram; bytes of a text that are looked at, enough for any article; units of a
 * word or form in a data file. */
enum { GRAM_ORDER = 4, SAMPLE_BYTES = 64 << 10, SCRIPTS_MAX = 8, UNITS_MAX = 64 };

/*
 * A text as the models see it: words of small letters with one blank before, between and after
 * them, a UTF-16 unit each (what lies outside the BMP is 0xFFFF).
 */
struct identify_sample {
    uint16_t units[SAMPLE_BYTES + 4];
    size_t count;
    size_t letters;
    size_t words;
    struct {
        int script; /* a UScriptCode */
        size_t letters;
    } scripts[SCRIPTS_MAX];
    size_t script_count;
};

/* TEXT up to SAMPLE_BYTES, not cut inside a letter. */
struct ura_str sample_cut(struct ura_str text);
/* Filled anew from TEXT, at most SAMPLE_BYTES. */
void sample_fill(struct identify_sample *sample, struct ura_str text);

/* The units of TEXT, as a data file has it with _ for a blank, to OUT (room for UNITS_MAX);
 * returns how many, 0 if there are none, too many or TEXT is not UTF-8. */
size_t units_parse(struct ura_str text, uint16_t *out);
/* A key for a table out of COUNT units. */
uint64_t units_hash(const uint16_t *units, size_t count);

/* The tables of one dicts/LANGUAGE/identify.txt; bench/identify/train.py makes and explains
 * them. */
struct identify_model;

/* Loads the identify.txt of language CODE, or maps the image that was made of it when ura was
 * built. Fails with URA_SYNTAX, URA_NOT_FOUND, URA_IO,
 * URA_NO_MEMORY. */
enum ura_status model_load(const struct ura_context *context, const char *code,
                           struct identify_model **out, struct ura_error *error);
/* Appends the image of the model of CODE, read from text, to OUT. */
enum ura_status model_compile(const struct ura_context *context, const char *code,
                              struct ura_buf *out, struct ura_error *error);
void model_free(struct identify_model *model);
const char *model_code(const struct identify_model *model);
/*
 * The logarithm of the odds of the model's language against none of the models' languages, as
 * far as the text and libcld2's VERDICT on it tell.
 */
double model_score(const struct identify_model *model, const struct identify_sample *sample,
                   const struct cld2_verdict *verdict);

#endif
