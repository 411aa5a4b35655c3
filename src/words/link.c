/* link.c - the words of one pair of sentences linked by what was learned. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "words/diagonal.h"
#include "words/symmetry.h"
#include "words/trainer.h"

/* What each of the N tokens of the other side is explained by, of M: the likeliest token, where
 * that is likelier than the empty word. */
static bool
find_best(const struct model *model, const uint32_t *from, size_t m, const uint32_t *to,
          size_t n, uint32_t *best)
{
    float *scores = array_new(n + 1, sizeof *scores),
          *masses = array_new(n + 1, sizeof *masses);
    float weights[PAIR_TOKENS_MAX];
    bool done = scores && masses;

    for (size_t j = 0; j < n; j++)
        best[j] = TOKEN_ALONE;
    for (size_t i = 0; done && i < m; i++) {
        diagonal_weigh(model->tension, i, m, n, weights);
        for (size_t j = 0; j < n; j++) {
            float score = weights[j] * model_find(model, from[i], to[j]);

            masses[j] += weights[j];
            if (score > scores[j]) {
                scores[j] = score;
                best[j] = (uint32_t)i;
            }
        }
    }
    for (size_t j = 0; done && j < n; j++) {
        float empty = to[j] < model->target_types ? model->empty[to[j]] : 0;

        if (scores[j] <= EMPTY_PART / (1 - EMPTY_PART) * masses[j] * empty)
            best[j] = TOKEN_ALONE;
    }
    free(scores);
    free(masses);
    return done;
}

/* Links between the COUNTS tokens that were read, in order. */
static bool
link_read(const struct ura_trainer *trainer, const size_t counts[2], enum ura_symmetry symmetry,
          struct ura_word_links *out)
{
    const uint32_t *source = trainer->readers[0].tokens, *target = trainer->readers[1].tokens;
    uint32_t *forward = array_new(counts[1] + 1, sizeof *forward);
    uint32_t *backward = array_new(counts[0] + 1, sizeof *backward);
    struct directions directions = {counts[0], counts[1], forward, backward};
    bool done =
        forward && backward &&
        find_best(&trainer->models[0], source, counts[0], target, counts[1], forward) &&
        find_best(&trainer->models[1], target, counts[1], source, counts[0], backward) &&
        symmetry_join(&directions, symmetry, out);

    free(forward);
    free(backward);
    return done;
}

static bool
overlap(struct ura_span first, struct ura_span second)
{
    return first.start < second.end && second.start < first.end;
}

/* The tokens of one side of a text. */
struct tokens {
    struct ura_span *items;
    size_t count;
};

/* Links between what was read, as links between TOKENS that stand there. */
static bool
place_links(const struct ura_trainer *trainer, const struct ura_word_links *read,
            const struct tokens tokens[2], struct ura_word_links *out)
{
    for (size_t k = 0; k < read->count; k++) {
        struct ura_span source = trainer->readers[0].spans[read->items[k].source];
        struct ura_span target = trainer->readers[1].spans[read->items[k].target];

        for (size_t i = 0; i < tokens[0].count; i++) {
            if (!overlap(tokens[0].items[i], source))
                continue;
            for (size_t j = 0; j < tokens[1].count; j++)
                if (overlap(tokens[1].items[j], target) && !word_links_add(out, i, j))
                    return false;
        }
    }
    word_links_sort(out);
    return true;
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool
add_token(struct tokens *tokens, size_t *capacity, size_t start, size_t end)
{
    struct ura_span *grown =
        array_grow(tokens->items, capacity, tokens->count + 1, sizeof *grown);

    if (!grown)
        return false;
    tokens->items = grown;
    grown[tokens->count++] = (struct ura_span){start, end};
    return true;
}

static enum ura_status
cut_at_blanks(struct ura_str text, struct tokens *out, struct ura_error *error)
{
    size_t capacity = 0;

    for (size_t at = 0; at < text.len;) {
        size_t start = at;

        while (at < text.len && !is_blank(text.ptr[at]))
            at++;
        if (at > start && !add_token(out, &capacity, start, at))
            return error_memory(error);
        at += at == start;
    }
    return URA_OK;
}

enum ura_status
ura_trainer_tokens(struct ura_trainer *trainer, enum ura_side side, struct ura_str text,
                   enum ura_word_tokens tokens, struct ura_span **out, size_t *count,
                   struct ura_error *error)
{
    struct tokens found = {NULL, 0};
    struct token_list pieces = {0};
    enum ura_status status = URA_OK;
    size_t capacity = 0;

    if (tokens == URA_WORD_TOKENS_BLANKS)
        status = cut_at_blanks(text, &found, error);
    else
        status = segmenter_tokens(trainer->readers[side == URA_SIDE_TARGET].segmenter, text,
                                  &pieces, error);
    for (size_t i = 0; i < pieces.count && !status; i++)
        if (!add_token(&found, &capacity, pieces.items[i].start, pieces.items[i].end))
            status = error_memory(error);
    free(pieces.items);
    if (status) {
        free(found.items);
        found = (struct tokens){NULL, 0};
    }
    *out = found.items;
    *count = found.count;
    return status;
}

enum ura_status
ura_trainer_link(struct ura_trainer *trainer, struct ura_str source, struct ura_str target,
                 enum ura_word_tokens tokens, enum ura_symmetry symmetry,
                 struct ura_word_links *links, struct ura_error *error)
{
    const struct ura_str texts[2] = {source, target};
    struct tokens found[2] = {{NULL, 0}, {NULL, 0}};
    struct ura_word_links read = {0};
    enum ura_status status;
    size_t counts[2];

    links->count = 0;
    if (!trainer->trained)
        return error_set(error, URA_BAD_ARGUMENT, "the trainer has not been trained");
    status = trainer_read(trainer, texts, error);
    counts[0] = trainer->readers[0].count;
    counts[1] = trainer->readers[1].count;
    for (int side = 0; side < 2 && !status; side++)
        status =
            ura_trainer_tokens(trainer, side ? URA_SIDE_TARGET : URA_SIDE_SOURCE, texts[side],
                               tokens, &found[side].items, &found[side].count, error);
    if (!status && counts[0] <= PAIR_TOKENS_MAX && counts[1] <= PAIR_TOKENS_MAX &&
        (!link_read(trainer, counts, symmetry, &read) ||
         !place_links(trainer, &read, found, links)))
        status = error_memory(error);
    if (status)
        links->count = 0;
    ura_word_links_release(&read);
    free(found[0].items);
    free(found[1].items);
    return status;
}
