/* language.h - which language a text is in. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_LANGUAGE_H
#define URA_LANGUAGE_H

#include <ura/context.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ura_language_guess {
    char code[16]; /* BCP 47: "sq", "en", "sr-Latn"; "aln" for Gheg; "und" where none fits */
    float probability; /* in [0, 1] */
};

/*
 * The language of TEXT (UTF-8). CANDIDATES (NULL-terminated, may be NULL) are those expected:
 * they break ties, but a text that is none of them is said to be what it is.
 */
URA_API enum ura_status ura_language_identify(struct ura_context *context, struct ura_str text,
                                              const char *const *candidates,
                                              struct ura_language_guess *out,
                                              struct ura_error *error);

#ifdef __cplusplus
}
#endif
#endif
