/* bitext.h - the central data model: which sentences of two documents belong together. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_BITEXT_H
#define URA_BITEXT_H

#include <ura/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A bead: SOURCE_COUNT sentences from SOURCE_FIRST with TARGET_COUNT from TARGET_FIRST, indexes
 * into the documents' sentences. One side may be empty (a null bead); its FIRST then says where
 * it stands between the other side's sentences.
 */
struct ura_bead {
    size_t source_first;
    size_t source_count;
    size_t target_first;
    size_t target_count;
    float score;       /* natural log of the likelihood ratio against "two strangers" */
    float probability; /* that this bead is right, in [0, 1] */
    bool moved;        /* the source side stands elsewhere in the source's order */
};

/*
 * Beads over two documents, in the order of the target. Invariants (ura_bitext_verify): every
 * sentence of both documents is in exactly one bead; the target ranges ascend without a gap; so
 * do the source ranges, moved beads apart. Borrows the documents.
 */
struct ura_bitext {
    const struct ura_document *source;
    const struct ura_document *target;
    struct ura_bead *beads;
    size_t bead_count;
    float translation; /* the probability that one text is a translation of the other */
};

/* Fails with URA_BAD_ARGUMENT and says which bead breaks which invariant. */
URA_API enum ura_status ura_bitext_verify(const struct ura_bitext *bitext,
                                          struct ura_error *error);
/* Whether it is likelier than not that one text is a translation of the other. */
URA_API bool ura_bitext_is_translation(const struct ura_bitext *bitext);
/*
 * Takes out the beads that are less probable than LEAST, null beads too, and returns how many
 * they were. What is left does not cover the documents any more.
 */
URA_API size_t ura_bitext_drop_doubtful(struct ura_bitext *bitext, double least);
URA_API void ura_bitext_free(struct ura_bitext *bitext);

#ifdef __cplusplus
}
#endif
#endif
