/* rules.h - segmentation rules of the user's, as SRX has them. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_RULES_H
#define URA_RULES_H

#include <ura/context.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where BEFORE ends and AFTER begins, the text is cut, or is not: the first rule that fits
 * decides. Both are regular expressions of ICU, in UTF-8; an empty one fits everywhere. */
struct ura_segment_rule {
    struct ura_str set; /* the languagerule that it belongs to */
    struct ura_str before, after;
    bool breaks;
    uint64_t line; /* in its file, from 1 */
};

/* Texts whose language code PATTERN fits as a whole are cut by the rules of SET. */
struct ura_segment_map {
    struct ura_str pattern, set;
    uint64_t line;
};

struct ura_segment_rules {
    const char *name; /* as errors name it */
    const struct ura_segment_rule *rules;
    size_t rule_count;
    const struct ura_segment_map *maps;
    size_t map_count;
    bool cascade; /* all maps that fit count, one after the other; else the first */
};

/*
 * Read the rules in PATH, an SRX file ("-": standard input). Fails with URA_SYNTAX (line),
 * URA_BAD_INPUT, URA_TOO_LARGE, URA_IO, URA_NO_MEMORY; *OUT is then NULL. Expressions are not
 * looked at: what cuts by them does.
 */
URA_API enum ura_status ura_segment_rules_open(struct ura_context *context, const char *path,
                                               struct ura_segment_rules **out,
                                               struct ura_error *error);
URA_API void ura_segment_rules_free(struct ura_segment_rules *rules);

#ifdef __cplusplus
}
#endif
#endif
