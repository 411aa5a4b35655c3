/* explain.h - why a bead was chosen. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_EXPLAIN_H
#define URA_EXPLAIN_H

#include <ura/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

enum ura_reason_kind { URA_REASON_WORD, URA_REASON_NUMBER, URA_REASON_MARK };

/* Two words that belong together, or one that has no partner in the bead, as they are compared:
 * small letters, the form of a word that the text has first, numbers by value ("12.5"). */
struct ura_reason {
    enum ura_reason_kind kind;
    struct ura_str source, target; /* empty: no partner */
    float worth;                   /* what that adds to the bead's score; under 0: takes off */
};

/*
 * A bead and the parts of its score, which add up: natural logarithms of likelihood ratios
 * against two strangers.
 */
struct ura_explanation {
    struct ura_bead bead;
    size_t bead_count; /* of the whole alignment */
    float words;       /* all reasons */
    float lengths;     /* how well the lengths of the two sides agree */
    float prior;       /* how usual so many sentences with so many are anywhere, */
    float usual;       /* and in this text; of a moved one also what being moved costs */
    float headings; /* sentences without an end mark where one is expected, or the other way */
    const struct ura_reason *reasons; /* the most worth first */
    size_t reason_count;
    bool has_runner_up;
    struct ura_bead runner_up; /* the likeliest other bead with one of its sentences; its
                                  probability is the search's own */
    float advantage;           /* natural logarithm of how many times likelier the bead was */
};

/*
 * Align SOURCE and TARGET as ura_pair_align does with OPTIONS, and say why bead INDEX, from 0,
 * was chosen. What that needs of words is kept for this call alone. Fails with URA_BAD_ARGUMENT
 * where there is no such bead, and as ura_pair_align does.
 */
URA_API enum ura_status ura_pair_explain(struct ura_context *context,
                                         const struct ura_document *source,
                                         const struct ura_document *target,
                                         const struct ura_pair_options *options, size_t index,
                                         struct ura_explanation **out, struct ura_error *error);
URA_API void ura_explanation_free(struct ura_explanation *explanation);

#ifdef __cplusplus
}
#endif
#endif
