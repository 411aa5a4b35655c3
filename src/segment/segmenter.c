/* segmenter.c - a segmenter's life, and the break iterators that it opens when needed. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segmenter.h"

#include <stdlib.h>

/* Those of UAX 29, and what ends sentences to us: the ellipsis, and a mark of the language. */
static enum ura_status
find_sentence_classes(struct ura_context *context, struct segmenter *segmenter,
                      struct ura_error *error)
{
    const struct sentence_classes *common;
    enum ura_status status = sentence_classes_find(context, &common, error);

    if (status)
        return status;
    segmenter->sentence_classes = *common;
    sentence_classes_set(&segmenter->sentence_classes, 0x2026, SENTENCE_STOP);
    if (segmenter->abbreviations->has_terminator)
        sentence_classes_set(&segmenter->sentence_classes,
                             (uint8_t)segmenter->abbreviations->terminator, SENTENCE_MARK);
    return URA_OK;
}

enum ura_status
segmenter_new(struct ura_context *context, const char *language, struct segmenter **out,
              struct ura_error *error)
{
    struct segmenter *segmenter = calloc(1, sizeof *segmenter);
    enum ura_status status;

    *out = NULL;
    if (!segmenter)
        return error_memory(error);
    segmenter->language = strdup(language);
    status = segmenter->language ? URA_OK : error_memory(error);
    if (!status)
        status = word_classes_find(context, &segmenter->classes, error);
    if (!status)
        status = clitics_find(context, language, &segmenter->clitics, error);
    if (!status)
        status = abbreviations_find(context, language, &segmenter->abbreviations, error);
    if (!status)
        status = find_sentence_classes(context, segmenter, error);
    if (status) {
        segmenter_free(segmenter);
        return status;
    }
    *out = segmenter;
    return URA_OK;
}

void
segmenter_free(struct segmenter *segmenter)
{
    if (!segmenter)
        return;
    if (segmenter->word_break)
        ubrk_close(segmenter->word_break);
    user_rules_free(segmenter->rules);
    free(segmenter->words.items);
    free(segmenter->language);
    free(segmenter);
}

enum ura_status
segmenter_use_rules(struct segmenter *segmenter, const struct ura_segment_rules *rules,
                    struct ura_error *error)
{
    user_rules_free(segmenter->rules);
    return user_rules_new(rules, segmenter->language, &segmenter->rules, error);
}

enum ura_status
segmenter_open_breaks(struct segmenter *segmenter, struct ura_error *error)
{
    UErrorCode code = U_ZERO_ERROR;

    if (segmenter->word_break)
        return URA_OK;
    segmenter->word_break = ubrk_open(UBRK_WORD, segmenter->language, NULL, 0, &code);
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return error_memory(error);
    if (U_FAILURE(code))
        return error_set(error, URA_NOT_FOUND, "ICU has no word breaks for %s: %s",
                         segmenter->language, u_errorName(code));
    return URA_OK;
}
