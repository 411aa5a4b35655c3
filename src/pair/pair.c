/* pair.c - two documents in, a bitext out: each room above called once and in order. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "pair/pair.h"

#include "bitext/bitext.h"
#include "lexicon/learn.h"
#include "pair/confidence.h"
#include "pair/inquiry.h"
#include "words/tables.h"

/* Whether each text is in the language that was asked for of the other. */
static bool
look_swapped(const struct ura_document *source, const struct ura_document *target)
{
    return strcmp(source->language, target->language) != 0 &&
           strcmp(source->found_language, target->language) == 0 &&
           strcmp(target->found_language, source->language) == 0;
}

/* What the caller should know although the job can be done. */
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
    else if (look_swapped(source, target))
        context_report(context, URA_REPORT_WARNING,
                       "source and target look swapped: %s is %s and %s is %s", source->name,
                       source->found_language, target->name, target->found_language);
}

static bool
looks_for_moved(const struct ura_pair_options *options, const struct ura_document *source,
                const struct ura_document *target)
{
    if (options && options->moved)
        return options->moved > 0;
    return source->layout == URA_LAYOUT_WIRE && target->layout == URA_LAYOUT_WIRE;
}

/* The anchors of OPTIONS as the search takes them; in ARENA. */
static enum ura_status
take_anchors(const struct ura_pair_options *options, const struct ura_document *source,
             const struct ura_document *target, struct ura_arena *arena,
             struct align_options *out, struct ura_error *error)
{
    size_t count = options ? options->anchor_count : 0;
    struct align_pin *pins = arena_new(arena, count, sizeof *pins);

    if (!pins)
        return error_memory(error);
    for (size_t k = 0; k < count; k++) {
        const struct ura_anchor *anchor = &options->anchors[k];

        if (anchor->source >= source->sentence_count ||
            anchor->target >= target->sentence_count)
            return error_set(
                error, URA_BAD_ARGUMENT,
                "anchor %zu is outside the texts: %s has %zu sentences, %s has %zu", k + 1,
                source->name, source->sentence_count, target->name, target->sentence_count);
        if (k && (anchor->source <= anchor[-1].source || anchor->target <= anchor[-1].target))
            return error_set(error, URA_BAD_ARGUMENT,
                             "anchor %zu does not rise on both sides; put them in order",
                             k + 1);
        pins[k] = (struct align_pin){anchor->source, anchor->target};
    }
    out->pins = pins;
    out->pin_count = count;
    return URA_OK;
}

static struct lexicon_options
find_lexicon(const struct ura_pair_options *options)
{
    return (struct lexicon_options){.list = options ? options->lexicon : NULL};
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

/*
 * Sentences of both sides between which a second round pays. Measured on NTREX-128, FLORES-200
 * (one text each) and OSCE reports: shorter texts gain nothing; in longer ones the second
 * search takes as long as the first.
 */
enum { LEARN_MIN = 400, LEARN_MAX = 10000 };

static bool
looks_again(const struct ura_pair_options *options, const struct ura_document *source,
            const struct ura_document *target)
{
    if (options && options->realign)
        return options->realign > 0 && source->sentence_count && target->sentence_count;
    return source->sentence_count >= LEARN_MIN && target->sentence_count >= LEARN_MIN &&
           source->sentence_count <= LEARN_MAX && target->sentence_count <= LEARN_MAX;
}

/* What the beads teach of the words, and the beads again. */
static enum ura_status
align_again(const struct evidence *evidence, const struct align_options *searching,
            struct ura_arena *arena, struct align_bead **beads, size_t *count,
            struct ura_error *error)
{
    struct learning_bead *lessons = arena_new(arena, *count, sizeof *lessons);
    struct evidence learned;
    enum ura_status status;

    if (!lessons)
        return error_memory(error);
    for (size_t i = 0; i < *count; i++)
        lessons[i] = (struct learning_bead){(*beads)[i].source_first, (*beads)[i].source_count,
                                            (*beads)[i].target_first, (*beads)[i].target_count,
                                            (*beads)[i].probability};
    status = lexicon_learn(evidence, lessons, *count, arena, &learned, error);
    if (!status)
        status = align_beads(&learned, searching, arena, beads, count, error);
    return status;
}

/* Says so where the texts are no translations of each other. */
static void
warn_of_strangers(struct ura_context *context, const struct ura_bitext *bitext)
{
    const struct ura_document *source = bitext->source, *target = bitext->target;

    if (source->sentence_count && target->sentence_count && !ura_bitext_is_translation(bitext))
        context_report(context, URA_REPORT_WARNING,
                       "%s and %s do not look like translations of each other; are they the "
                       "texts that were meant?",
                       source->name, target->name);
}

/* The tables of OPTIONS, up to a NULL, into OUT. */
static void
list_tables(const struct ura_pair_options *options, const struct table **out)
{
    for (size_t i = 0; options && i < URA_PAIR_TABLES_MAX && options->tables[i]; i++)
        *out++ = table_inside(options->tables[i]);
    *out = NULL;
}

enum ura_status
pair_inquire(struct ura_context *context, const struct ura_document *source,
             const struct ura_document *target, const struct ura_pair_options *options,
             struct inquiry *inquiry, struct ura_bitext **out, struct ura_error *error)
{
    struct align_options searching = {.moved = looks_for_moved(options, source, target),
                                      .paragraphs = options && options->paragraphs};
    struct lexicon_options knowing = find_lexicon(options);
    const struct table *tables[URA_PAIR_TABLES_MAX + 1];
    struct ura_arena arena = {0};
    struct evidence evidence;
    struct align_bead *beads;
    enum ura_status status;
    size_t count;

    *out = NULL;
    searching.explanation = inquiry ? &inquiry->explanation : NULL;
    knowing.names = inquiry ? &inquiry->names : NULL;
    if (!source->sentence_count && !target->sentence_count)
        return error_set(error, URA_BAD_INPUT, "neither %s nor %s has a sentence; give a text",
                         source->name, target->name);
    warn_of_oddities(context, source, target);
    list_tables(options, tables);
    knowing.tables = tables;
    status = take_anchors(options, source, target, &arena, &searching, error);
    if (!status)
        status = lexicon_gather(context, source, target, &knowing, &arena, &evidence, error);
    if (!status)
        status = align_beads(&evidence, &searching, &arena, &beads, &count, error);
    if (!status && looks_again(options, source, target))
        status = align_again(&evidence, &searching, &arena, &beads, &count, error);
    if (!status)
        status = fill_bitext(beads, count, source, target, out, error);
    if (!status)
        status = confidence_set(*out, !(options && options->posterior), error);
    if (!status)
        warn_of_strangers(context, *out);
    if (status) {
        ura_bitext_free(*out);
        *out = NULL;
    }
    arena_release(&arena);
    return status;
}

enum ura_status
ura_pair_align(struct ura_context *context, const struct ura_document *source,
               const struct ura_document *target, const struct ura_pair_options *options,
               struct ura_bitext **out, struct ura_error *error)
{
    return pair_inquire(context, source, target, options, NULL, out, error);
}

enum ura_status
pair_check_options(struct ura_context *context, const struct ura_pair_options *options,
                   uint64_t *hash, struct ura_error *error)
{
    struct lexicon_options knowing = find_lexicon(options);

    return lexicon_check(context, &knowing, hash, error);
}
