/* segment.h - the door of the room that cuts blocks into sentences, and sentences into tokens.
 */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_SEGMENT_H
#define SEGMENT_SEGMENT_H

#include <ura/document.h>

#include "base/base.h"
#include "base/context.h"

/* Cuts text of one language; kept and used again for many blocks. */
struct segmenter;

/* LANGUAGE is BCP 47; a language without data of ours gets ICU's rules and the general ones. */
enum ura_status segmenter_new(struct ura_context *context, const char *language,
                              struct segmenter **out, struct ura_error *error);
void segmenter_free(struct segmenter *segmenter);
/*
 * Cuts by RULES from now on. Fails with URA_SYNTAX (an expression that does not compile: the
 * line in the rules' file), URA_BAD_ARGUMENT (no map for the language), URA_NO_MEMORY.
 */
enum ura_status segmenter_use_rules(struct segmenter *segmenter,
                                    const struct ura_segment_rules *rules,
                                    struct ura_error *error);

/* Called with the offsets of one sentence in the text, without white space at either end. */
typedef enum ura_status segment_callback(struct ura_span sentence, void *user);

/* The sentences of TEXT, one block of KIND, in order. Stops at the first status that is not OK.
 */
enum ura_status segmenter_sentences(struct segmenter *segmenter, struct ura_str text,
                                    enum ura_block_kind kind, segment_callback *callback,
                                    void *user, struct ura_error *error);

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,      /* digits with their separators: "1 234,5", "10:30" */
    TOKEN_PUNCTUATION, /* one mark */
    TOKEN_ADDRESS,     /* e-mail, web address: whole */
};

/* A token: [start, end) in the text it was cut from. */
struct token {
    size_t start;
    size_t end;
    enum token_kind kind;
    bool joined; /* no blank before it: "NATO" "-" "s", "t'" "i" */
};

struct token_list {
    struct token *items;
    size_t count;
    size_t capacity;
};

/* Appends the tokens of TEXT (one sentence) to OUT. Repairs for Albanian: clitics (t'i, s'ka)
 * and acronyms with endings (NATO-s) are cut at the apostrophe and the hyphen. */
enum ura_status segmenter_tokens(struct segmenter *segmenter, struct ura_str text,
                                 struct token_list *out, struct ura_error *error);

#endif
