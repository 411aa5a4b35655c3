/* pair.h - the main job: two documents in, a bitext out. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_PAIR_H
#define URA_PAIR_H

#include <ura/bitext.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Zero is the default everywhere. */
struct ura_pair_options {
    int moved; /* find passages that changed places: 0 auto (in wire layout), 1 on, -1 off */
};

/*
 * Align the sentences of SOURCE and TARGET. OPTIONS may be NULL. Warns (report callback) where
 * one side is empty, both are the same text, or they look swapped. Fails with URA_BAD_INPUT
 * where neither has a sentence, and URA_NO_MEMORY. Time and memory grow in step with the texts.
 */
URA_API enum ura_status ura_pair_align(struct ura_context *context,
                                       const struct ura_document *source,
                                       const struct ura_document *target,
                                       const struct ura_pair_options *options,
                                       struct ura_bitext **out, struct ura_error *error);

#ifdef __cplusplus
}
#endif
#endif
