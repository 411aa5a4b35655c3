/* explain.c - why a bead was chosen, in words. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/explain.h>

#include <stdlib.h>

#include "lexicon/vocabulary.h"
#include "pair/inquiry.h"

/* What is handed out, with what it points to. */
struct private_explanation {
    struct ura_explanation open;
    struct ura_arena arena;
};

static enum ura_reason_kind
kind_of(uint8_t word_kind)
{
    return word_kind == WORD_NUMBER ? URA_REASON_NUMBER
           : word_kind == WORD_MARK ? URA_REASON_MARK
                                    : URA_REASON_WORD;
}

/* A number is kept as "#52", so that it is no word. */
static struct ura_str
name_of(struct ura_str name, enum ura_reason_kind kind)
{
    return kind == URA_REASON_NUMBER && name.len > 1 ? ura_str_slice(name, 1, name.len) : name;
}

static struct ura_reason
name_reason(const struct lexicon_names *names, const struct align_reason *reason)
{
    struct ura_reason named = {
        .worth = reason->worth, .source = URA_STR(""), .target = URA_STR("")};

    if (reason->target != ALIGN_NO_WORD) {
        named.kind = kind_of(names->target_kinds[reason->target]);
        named.target = name_of(names->target[reason->target], named.kind);
    }
    if (reason->source != ALIGN_NO_WORD) {
        named.kind = kind_of(names->source_kinds[reason->source]);
        named.source = name_of(names->source[reason->source], named.kind);
    }
    return named;
}

static enum ura_status
fill(const struct inquiry *inquiry, const struct ura_bitext *bitext, struct ura_arena *arena,
     struct ura_explanation *out, struct ura_error *error)
{
    const struct align_explanation *found = &inquiry->explanation;
    struct ura_reason *reasons = arena_new(arena, found->reason_count, sizeof *reasons);

    if (!reasons)
        return error_memory(error);
    for (size_t k = 0; k < found->reason_count; k++)
        reasons[k] = name_reason(&inquiry->names, &found->reasons[k]);
    *out = (struct ura_explanation){
        .bead = bitext->beads[found->bead],
        .bead_count = bitext->bead_count,
        .words = found->words,
        .lengths = found->lengths,
        .prior = found->prior,
        .usual = found->usual,
        .headings = found->headings,
        .reasons = reasons,
        .reason_count = found->reason_count,
        .has_runner_up = found->has_rival,
        .runner_up = {found->rival.source_first, found->rival.source_count,
                      found->rival.target_first, found->rival.target_count, found->rival.score,
                      found->rival.probability, false},
        .advantage = found->advantage,
    };
    return URA_OK;
}

enum ura_status
ura_pair_explain(struct ura_context *context, const struct ura_document *source,
                 const struct ura_document *target, const struct ura_pair_options *options,
                 size_t index, struct ura_explanation **out, struct ura_error *error)
{
    struct private_explanation *made = calloc(1, sizeof *made);
    struct ura_bitext *bitext = NULL;
    struct inquiry inquiry;
    enum ura_status status;

    *out = NULL;
    if (!made)
        return error_memory(error);
    inquiry = (struct inquiry){.explanation = {.bead = index, .arena = &made->arena},
                               .names = {.arena = &made->arena}};
    status = pair_inquire(context, source, target, options, &inquiry, &bitext, error);
    if (!status && !inquiry.explanation.found)
        status = error_set(error, URA_BAD_ARGUMENT, "there is no bead %zu; %s and %s have %zu",
                           index + 1, source->name, target->name, bitext->bead_count);
    if (!status)
        status = fill(&inquiry, bitext, &made->arena, &made->open, error);
    ura_bitext_free(bitext);
    if (status)
        ura_explanation_free(&made->open);
    else
        *out = &made->open;
    return status;
}

void
ura_explanation_free(struct ura_explanation *explanation)
{
    struct private_explanation *made = (struct private_explanation *)explanation;

    if (!made)
        return;
    arena_release(&made->arena);
    free(made);
}
