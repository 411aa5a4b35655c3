/* gather.c - the evidence between two documents. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/lexicon.h"

static enum ura_status
gather_side(const struct ura_document *document, struct ura_arena *arena,
            struct evidence_side *out, struct ura_error *error)
{
    out->count = document->sentence_count;
    out->first = arena_new(arena, out->count + 1, sizeof *out->first);
    out->tokens = arena_new(arena, 1, sizeof *out->tokens);
    out->length = arena_new(arena, out->count, sizeof *out->length);
    out->flags = arena_new(arena, out->count, sizeof *out->flags);
    if (!out->first || !out->tokens || !out->length || !out->flags)
        return error_memory(error);
    for (size_t i = 0; i < out->count; i++) {
        const struct ura_span *flow = &document->sentences[i].flow;

        out->length[i] = (float)(flow->end - flow->start);
    }
    return URA_OK;
}

enum ura_status
lexicon_gather(struct ura_context *context, const struct ura_document *source,
               const struct ura_document *target, struct ura_arena *arena, struct evidence *out,
               struct ura_error *error)
{
    enum ura_status status;

    (void)context;
    *out = (struct evidence){.unlinked = 0.8f};
    out->first = arena_new(arena, 1, sizeof *out->first);
    if (!out->first)
        return error_memory(error);
    status = gather_side(source, arena, &out->source, error);
    if (!status)
        status = gather_side(target, arena, &out->target, error);
    return status;
}
