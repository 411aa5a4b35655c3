/* user_rules.h - sentences by rules of the user's (SRX) instead of ours. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_USER_RULES_H
#define SEGMENT_USER_RULES_H

#include "segment/segment.h"

/* The rules of one language, compiled. */
struct user_rules;

/*
 * Those of RULES that its maps give to LANGUAGE. Fails with URA_SYNTAX (the line of an
 * expression that does not compile, and what ICU says of it), URA_BAD_ARGUMENT (no map fits),
 * URA_NO_MEMORY.
 */
enum ura_status user_rules_new(const struct ura_segment_rules *rules, const char *language,
                               struct user_rules **out, struct ura_error *error);
void user_rules_free(struct user_rules *rules);
/* As segmenter_sentences. Fails also with URA_TOO_LARGE where an expression takes too long. */
enum ura_status user_rules_sentences(struct user_rules *rules, struct ura_str text,
                                     segment_callback *callback, void *user,
                                     struct ura_error *error);

#endif
