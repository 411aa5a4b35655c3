/* segmenter.c - a segmenter's life, and the break iterators that it opens when needed. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segmenter.h"

#include <stdlib.h>

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
    if (segmenter->sentence_break)
        ubrk_close(segmenter->sentence_break);
    free(segmenter->words.items);
    free(segmenter->language);
    free(segmenter);
}

enum ura_status
segmenter_open_breaks(struct segmenter *segmenter, UBreakIteratorType kind,
                      UBreakIterator **breaks, struct ura_error *error)
{
    UErrorCode code = U_ZERO_ERROR;

    if (*breaks)
        return URA_OK;
    *breaks = ubrk_open(kind, segmenter->language, NULL, 0, &code);
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return error_memory(error);
    if (U_FAILURE(code))
        return error_set(error, URA_NOT_FOUND, "ICU has no breaks for %s: %s",
                         segmenter->language, u_errorName(code));
    return URA_OK;
}
