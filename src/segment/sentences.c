/* sentences.c - blocks to sentences: ICU's breaks and our rules. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segmenter.h"

#include <unicode/utext.h>

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct ura_span
trim(struct ura_str text, size_t start, size_t end)
{
    while (start < end && is_space(text.ptr[start]))
        start++;
    while (end > start && is_space(text.ptr[end - 1]))
        end--;
    return (struct ura_span){start, end};
}

enum ura_status
segmenter_sentences(struct segmenter *segmenter, struct ura_str text, enum ura_block_kind kind,
                    segment_callback *callback, void *user, struct ura_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    enum ura_status status = URA_OK;
    int32_t start = 0, end;

    (void)kind;
    status = segmenter_open_breaks(segmenter, UBRK_SENTENCE, &segmenter->sentence_break, error);
    if (status)
        return status;
    utext_openUTF8(&view, text.ptr, (int64_t)text.len, &code);
    ubrk_setUText(segmenter->sentence_break, &view, &code);
    if (U_FAILURE(code))
        return error_set(error, URA_BAD_INPUT, "ICU cannot read the text: %s",
                         u_errorName(code));
    while (!status && (end = ubrk_next(segmenter->sentence_break)) != UBRK_DONE) {
        struct ura_span sentence = trim(text, (size_t)start, (size_t)end);

        if (sentence.start < sentence.end)
            status = callback(sentence, user);
        start = end;
    }
    utext_close(&view);
    return status;
}
