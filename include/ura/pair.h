/* pair.h - the main job: two documents in, a bitext out. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_PAIR_H
#define URA_PAIR_H

#include <ura/bitext.h>
#include <ura/words.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Two sentences that are to be in one bead, by their indexes. */
struct ura_anchor {
    size_t source;
    size_t target;
};

/* Learned tables that one alignment may use beside that which ships. */
enum { URA_PAIR_TABLES_MAX = 2 };

/* Zero is the default everywhere. */
struct ura_pair_options {
    int moved; /* find passages that changed places: 0 auto (in wire layout), 1 on, -1 off */
    bool paragraphs; /* align paragraphs first; where two in a row are sure, no bead goes over
                        the end of the first */
    const struct ura_anchor *anchors; /* ANCHOR_COUNT, rising strictly on both sides */
    size_t anchor_count;
    /*
     * The path of a word list that adds to what ura knows; NULL: none. A line is a word of the
     * source's language, a tab, its translations into the target's with "; " between them, in
     * UTF-8; empty lines and those that begin with "#" are passed over.
     */
    const char *lexicon;
    bool posterior; /* probabilities as the search has them, not calibrated: to fit that by */
    /* Let the text teach its words and align it once more: 0 auto (where it helps and costs
     * little: 400 to 10,000 sentences a side), 1 on, -1 off. */
    int realign;
    /* The first of them that is NULL ends them; those of other languages are passed over. They
     * outlive the call. */
    const struct ura_table *tables[URA_PAIR_TABLES_MAX];
};

/*
 * Align the sentences of SOURCE and TARGET. OPTIONS may be NULL. Warns (report callback) where
 * one side is empty, both are the same text, they look swapped or like no translations. Fails
 * with URA_BAD_INPUT where neither has a sentence, URA_SYNTAX (file, line) where the word list
 * is none, URA_BAD_ARGUMENT where an anchor is outside the texts or does not rise, and
 * URA_NO_MEMORY. Time and memory grow in step with the texts.
 */
URA_API enum ura_status ura_pair_align(struct ura_context *context,
                                       const struct ura_document *source,
                                       const struct ura_document *target,
                                       const struct ura_pair_options *options,
                                       struct ura_bitext **out, struct ura_error *error);

/*
 * Add the sure two-sided beads of BITEXT to TRAINER, each with its probability for a weight.
 * Fails as ura_trainer_add may.
 */
URA_API enum ura_status ura_pair_teach(const struct ura_bitext *bitext,
                                       struct ura_trainer *trainer, struct ura_error *error);

#ifdef __cplusplus
}
#endif
#endif
