/* fuzz_segment.c - any bytes cut into sentences and tokens: in order, whole, alike by ICU. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segmenter.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const LANGUAGES[] = {"sq", "en", "de", "it", "el", "zh", "th", "und"};

static void
require(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "fuzz_segment: %s\n", what);
    abort();
}

/* What is checked from sentence to sentence. */
struct checking {
    struct segmenter *segmenter;
    struct ura_str text;
    size_t end; /* of the last sentence */
    struct token_list tokens[2];
};

static void
check_tokens(struct checking *checking, struct ura_str sentence)
{
    for (size_t by_icu = 0; by_icu < 2; by_icu++) {
        struct token_list *tokens = &checking->tokens[by_icu];
        size_t end = 0;

        tokens->count = 0;
        checking->segmenter->ask_always = by_icu;
        require(segmenter_tokens(checking->segmenter, sentence, tokens, NULL) == URA_OK,
                "tokens fail");
        for (size_t i = 0; i < tokens->count; i++) {
            require(tokens->items[i].start >= end, "tokens overlap");
            require(tokens->items[i].end > tokens->items[i].start, "a token is empty");
            end = tokens->items[i].end;
        }
        require(end <= sentence.len, "a token leaves its sentence");
    }
    require(checking->tokens[0].count == checking->tokens[1].count, "ICU finds other tokens");
    for (size_t i = 0; i < checking->tokens[0].count; i++)
        require(checking->tokens[0].items[i].end == checking->tokens[1].items[i].end,
                "ICU ends a token elsewhere");
}

static enum ura_status
check_sentence(struct ura_span sentence, void *user)
{
    struct checking *checking = user;

    require(sentence.start >= checking->end, "sentences overlap");
    require(sentence.end > sentence.start, "a sentence is empty");
    require(sentence.end <= checking->text.len, "a sentence leaves its text");
    checking->end = sentence.end;
    check_tokens(checking, ura_str_slice(checking->text, sentence.start, sentence.end));
    return URA_OK;
}

/* The first byte is the language, the second the kind of block, the rest the text. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ura_context *context;
    struct checking checking = {0};
    struct ura_error error = {0};

    if (size < 2)
        return 0;
    checking.text = (struct ura_str){(const char *)data + 2, size - 2};
    require(ura_context_new(getenv("URA_DATA"), &context, &error) == URA_OK, error.message);
    require(segmenter_new(context, LANGUAGES[data[0] % (sizeof LANGUAGES / sizeof *LANGUAGES)],
                          &checking.segmenter, &error) == URA_OK,
            error.message);
    require(segmenter_sentences(checking.segmenter, checking.text,
                                (enum ura_block_kind)(data[1] % URA_BLOCK_FURNITURE),
                                check_sentence, &checking, &error) == URA_OK,
            "sentences fail");
    for (size_t i = 0; i < 2; i++)
        free(checking.tokens[i].items);
    segmenter_free(checking.segmenter);
    ura_context_free(context);
    return 0;
}
