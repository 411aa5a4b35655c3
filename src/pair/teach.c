/* teach.c - what is aligned teaches which words belong together. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "pair/pair.h"

/* Beads less sure than this are wrong too often to teach. */
static const float SURE = 0.5f;

bool
pair_bead_teaches(const struct ura_bead *bead)
{
    return bead->source_count && bead->target_count && bead->probability >= SURE;
}

void
pair_append_text(const struct ura_document *document, size_t first, size_t count,
                 struct ura_buf *out)
{
    for (size_t i = first; i < first + count; i++) {
        const struct ura_span flow = document->sentences[i].flow;

        if (i > first)
            buf_append_byte(out, ' ');
        buf_append_str(out, ura_str_slice(document->flow, flow.start, flow.end));
    }
}

enum ura_status
ura_pair_teach(const struct ura_bitext *bitext, struct ura_trainer *trainer,
               struct ura_error *error)
{
    struct ura_buf source = {0}, target = {0};
    enum ura_status status = URA_OK;

    for (size_t i = 0; i < bitext->bead_count && !status; i++) {
        const struct ura_bead *bead = &bitext->beads[i];

        if (!pair_bead_teaches(bead))
            continue;
        buf_clear(&source);
        buf_clear(&target);
        pair_append_text(bitext->source, bead->source_first, bead->source_count, &source);
        pair_append_text(bitext->target, bead->target_first, bead->target_count, &target);
        if (source.failed || target.failed)
            status = error_memory(error);
        else
            status = ura_trainer_add(trainer, buf_str(&source), buf_str(&target),
                                     (double)bead->probability, error);
    }
    buf_release(&source);
    buf_release(&target);
    return status;
}
