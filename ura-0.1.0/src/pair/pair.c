/* pair.c - two documents in, a bitext out: each room above called once and in order. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "pair/pair.h"

#include "align/align.h"
#include "bitext/bitext.h"
#include "lexicon/lexicon.h"

/* Sentences on one side that make an empty other side worth a line of its own. */
static void
warn_of_oddities(struct ura_context *context, const struct ura_document *source,
                 const struct ura_document *target)
{
    const struct ura_document *empty = source->sentence_count ? target : source;

    if (!source->sentence_count || !target->sentence_count)
        context_report(context, URA_REPORT_WARNING,
                       "%s has no sentences; every sentence of the other side is left alone",
                       empty->name);
    else if (source->hash == target->hash && source->size == target->size)
        context_report(context, URA_REPORT_WARNING, "%s and %s are the same text", source->name,
                       target->name);
}

static bool
looks_for_moved(const struct ura_pair_options *options, const struct ura_document *source,
                const struct ura_document *target)
{
    if (options && options->moved)
        return options->moved > 0;
    return source->layout == URA_LAYOUT_WIRE && target->layout == URA_LAYOUT_WIRE;
}

static enum ura_status
fill_bitext(const struct align_bead *beads, size_t count, const struct ura_document *source,
            const struct ura_document *target, struct ura_bitext **out, struct ura_error *error)
{
    enum ura_status status = bitext_new(source, target, count, out, error);

    if (status)
        return status;
    for (size_t i = 0; i < count; i++) {
        const struct align_bead *bead = &beads[i];

        (*out)->beads[i] = (struct ura_bead){
            bead->source_first, bead->source_count, bead->target_first, bead->target_count,
            bead->score,        bead->probability,  bead->moved};
    }
    return URA_OK;
}

enum ura_status
ura_pair_align(struct ura_context *context, const struct ura_document *source,
               const struct ura_document *target, const struct ura_pair_options *options,
               struct ura_bitext **out, struct ura_error *error)
{
    struct align_options searching = {.moved = looks_for_moved(options, source, target)};
    struct ura_arena arena = {0};
    struct evidence evidence;
    struct align_bead *beads;
    enum ura_status status;
    size_t count;

    *out = NULL;
    if (!source->sentence_count && !target->sentence_count)
        return error_set(error, URA_BAD_INPUT, "neither %s nor %s has a sentence; give a text",
                         source->name, target->name);
    warn_of_oddities(context, source, target);
    status = lexicon_gather(context, source, target, &arena, &evidence, error);
    if (!status)
        status = align_beads(&evidence, &searching, &arena, &beads, &count, error);
    if (!status)
        status = fill_bitext(beads, count, source, target, out, error);
    arena_release(&arena);
    return status;
}
