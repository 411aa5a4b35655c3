/* bitext.c - beads over two documents, and what must hold of them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "bitext/bitext.h"

#include <stdlib.h>

enum ura_status
bitext_new(const struct ura_document *source, const struct ura_document *target,
           size_t bead_count, struct ura_bitext **out, struct ura_error *error)
{
    struct ura_bitext *bitext = calloc(1, sizeof *bitext);

    *out = NULL;
    if (!bitext)
        return error_memory(error);
    *bitext = (struct ura_bitext){.source = source, .target = target, .bead_count = bead_count};
    bitext->beads = array_new(bead_count, sizeof *bitext->beads);
    if (!bitext->beads) {
        ura_bitext_free(bitext);
        return error_memory(error);
    }
    *out = bitext;
    return URA_OK;
}

void
ura_bitext_free(struct ura_bitext *bitext)
{
    if (!bitext)
        return;
    free(bitext->beads);
    free(bitext);
}

bool
ura_bitext_is_translation(const struct ura_bitext *bitext)
{
    return bitext->translation >= 0.5f;
}

size_t
ura_bitext_drop_doubtful(struct ura_bitext *bitext, double least)
{
    size_t kept = 0, count = bitext->bead_count;

    for (size_t i = 0; i < count; i++)
        if (bitext->beads[i].probability >= (float)least)
            bitext->beads[kept++] = bitext->beads[i];
    bitext->bead_count = kept;
    return count - kept;
}

static enum ura_status
refuse(struct ura_error *error, size_t bead, const char *what)
{
    return error_set(error, URA_BAD_ARGUMENT, "bead %zu %s", bead, what);
}

/* Marks the source sentences of BEAD in SEEN; false if one was seen before. */
static bool
mark_source(const struct ura_bead *bead, bool *seen)
{
    for (size_t i = 0; i < bead->source_count; i++) {
        if (seen[bead->source_first + i])
            return false;
        seen[bead->source_first + i] = true;
    }
    return true;
}

static enum ura_status
verify_beads(const struct ura_bitext *bitext, bool *seen, struct ura_error *error)
{
    size_t target_next = 0, source_next = 0, source_total = 0;

    for (size_t i = 0; i < bitext->bead_count; i++) {
        const struct ura_bead *bead = &bitext->beads[i];

        if (bead->source_count + bead->target_count == 0)
            return refuse(error, i, "has no sentence");
        if (bead->source_count > bitext->source->sentence_count ||
            bead->source_first > bitext->source->sentence_count - bead->source_count)
            return refuse(error, i, "names a source sentence that does not exist");
        if (bead->target_first != target_next)
            return refuse(error, i, "does not follow the one before in the target");
        if (!mark_source(bead, seen))
            return refuse(error, i, "has a source sentence that another bead has");
        if (!bead->moved && bead->source_count && bead->source_first < source_next)
            return refuse(error, i, "goes back in the source and is not marked as moved");
        if (!bead->moved && bead->source_count)
            source_next = bead->source_first + bead->source_count;
        target_next += bead->target_count;
        source_total += bead->source_count;
    }
    if (target_next != bitext->target->sentence_count ||
        source_total != bitext->source->sentence_count)
        return refuse(error, bitext->bead_count, "is missing: sentences are left over");
    return URA_OK;
}

enum ura_status
ura_bitext_verify(const struct ura_bitext *bitext, struct ura_error *error)
{
    bool *seen = array_new(bitext->source->sentence_count, sizeof *seen);
    enum ura_status status;

    if (!seen)
        return error_memory(error);
    status = verify_beads(bitext, seen, error);
    free(seen);
    return status;
}
