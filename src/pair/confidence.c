/* confidence.c - probabilities that can be believed: of beads, and of the whole pair. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "pair/confidence.h"

#include "base/natural.h"

/*
 * The posterior of the search is too sure of itself: its words speak as if they were
 * independent, and it does not know how well other beads of the text did. A logistic
 * regression on the log odds of the posterior and on what follows puts that right.
 *
 * Fitted by bench/calibrate.py on NTREX-128 (sq-en in three degrees of editing, en-de and en-it
 * in two) and eight of sixteen wire stories translated freely; checked on FLORES-200, en-el,
 * en-zh and the other eight.
 */
static const float PAIR_CONSTANT = 0.569f;
static const float PAIR_POSTERIOR = 0.493f;
static const float PAIR_MANY = 0.220f;        /* more than one sentence on a side */
static const float PAIR_MANY_USUAL = -4.439f; /* that, times the usual worth of a letter */
static const float PAIR_WORTH = 5.444f;       /* worth of a letter above what is usual */
static const float PAIR_USUAL = -1.094f;
/* Of lines alone the posterior only has to be milder. */
static const float NULL_CONSTANT = 0.400f, NULL_POSTERIOR = 0.574f;
/* What is nearer to 0 or 1 than this counts as this. */
static const float POSTERIOR_EDGE = 1e-6f;

/*
 * Whether the texts are translations at all: by the worth of the beads for a letter of the
 * shorter text, and by the share of a text that found a partner, where the other may have more
 * (one is a summary). Fitted on the same news, each text with its own translation and with
 * those of the others, both kinds weighing the same; checked on wire stories and the bundled
 * corpora.
 */
static const float TRANSLATION_CONSTANT = 2.428f;
static const float TRANSLATION_WORTH = 2.222f; /* of its logarithm, */
static const float WORTH_OFFSET = 0.005f;      /* with this added, so that it has one */
static const float TRANSLATION_PAIRED = 6.060f;
/* Letters of the shorter text under which a pair is never said to be none: a headline or two
 * may go any way. */
static const float LETTERS_LEAST = 200;

/* Letters of a bead. */
struct letters {
    float source, target;
};

/* Sums over the beads of a text. */
struct sums {
    float source, target;               /* letters */
    float paired_source, paired_target; /* of them, each by the probability of its bead */
    float paired;                       /* letters of beads with two sides, */
    float worth;                        /* and what these beads are worth, */
    float sure_worth; /* where it is above 0, each by the probability of its bead */
};

static float
odds(float probability)
{
    float p = probability < POSTERIOR_EDGE       ? POSTERIOR_EDGE
              : probability > 1 - POSTERIOR_EDGE ? 1 - POSTERIOR_EDGE
                                                 : probability;

    return natural_log(p / (1 - p));
}

static float
logistic(float x)
{
    return 1 / (1 + natural_exp(-x));
}

static bool
is_two_sided(const struct ura_bead *bead)
{
    return bead->source_count && bead->target_count;
}

/* The characters of COUNT sentences from FIRST that are no blanks. */
static float
count_letters(const struct ura_document *document, size_t first, size_t count)
{
    size_t letters = 0;

    for (size_t i = first; i < first + count; i++) {
        struct ura_str text = ura_document_text(document, document->sentences[i].flow);

        for (size_t k = 0; k < text.len; k++)
            letters += text.ptr[k] != ' ' && ((unsigned char)text.ptr[k] & 0xc0) != 0x80;
    }
    return (float)letters;
}

static void
sum_up(const struct ura_bitext *bitext, struct letters *letters, struct sums *out)
{
    *out = (struct sums){0};
    for (size_t i = 0; i < bitext->bead_count; i++) {
        const struct ura_bead *bead = &bitext->beads[i];

        letters[i] = (struct letters){
            count_letters(bitext->source, bead->source_first, bead->source_count),
            count_letters(bitext->target, bead->target_first, bead->target_count)};
        out->source += letters[i].source;
        out->target += letters[i].target;
        if (!is_two_sided(bead))
            continue;
        out->paired_source += letters[i].source * bead->probability;
        out->paired_target += letters[i].target * bead->probability;
        out->paired += letters[i].source + letters[i].target;
        out->worth += bead->score;
        if (bead->score > 0)
            out->sure_worth += bead->score * bead->probability;
    }
}

static float
share(float part, float whole)
{
    return whole > 0 ? part / whole : 0;
}

static float
translation_of(const struct sums *sums)
{
    float shorter = sums->source < sums->target ? sums->source : sums->target;
    float source = share(sums->paired_source, sums->source);
    float target = share(sums->paired_target, sums->target);
    float x = TRANSLATION_CONSTANT +
              TRANSLATION_WORTH * natural_log(share(sums->sure_worth, shorter) + WORTH_OFFSET) +
              TRANSLATION_PAIRED * (source > target ? source : target);

    return x < 0 && shorter < LETTERS_LEAST ? logistic(0) : logistic(x);
}

static float
calibrated(const struct ura_bead *bead, const struct letters *letters, float usual)
{
    float posterior = odds(bead->probability);
    float worth = share(bead->score, letters->source + letters->target);

    if (!is_two_sided(bead))
        return logistic(NULL_CONSTANT + NULL_POSTERIOR * posterior);
    return logistic(PAIR_CONSTANT + PAIR_POSTERIOR * posterior +
                    (bead->source_count + bead->target_count > 2
                         ? PAIR_MANY + PAIR_MANY_USUAL * usual
                         : 0) +
                    PAIR_WORTH * (worth - usual) + PAIR_USUAL * usual);
}

enum ura_status
confidence_set(struct ura_bitext *bitext, bool calibrate, struct ura_error *error)
{
    struct ura_arena arena = {0};
    struct letters *letters = arena_new(&arena, bitext->bead_count, sizeof *letters);
    struct sums sums;

    if (!letters)
        return error_memory(error);
    sum_up(bitext, letters, &sums);
    bitext->translation = translation_of(&sums);
    /* Where one text is empty there is no doubt that the other is alone. */
    for (size_t i = 0;
         calibrate && sums.source > 0 && sums.target > 0 && i < bitext->bead_count; i++)
        bitext->beads[i].probability =
            calibrated(&bitext->beads[i], &letters[i], share(sums.worth, sums.paired));
    arena_release(&arena);
    return URA_OK;
}
