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
    float probability; /* that CODE is right, in [0, 1]; 0 for a text without letters */
};

/*
 * The language of TEXT (UTF-8), told from its first 64 KiB; three words do. CANDIDATES
 * (NULL-terminated, may be NULL) are those expected: they decide where the text does not, but a
 * text that is none of them is said to be what it is. Gheg is "sq" where that is expected and
 * "aln" is not. Fails with URA_SYNTAX, URA_NOT_FOUND, URA_IO (the tables under dicts/),
 * URA_NO_MEMORY; *OUT is then "und".
 */
URA_API enum ura_status ura_language_identify(struct ura_context *context, struct ura_str text,
                                              const char *const *candidates,
                                              struct ura_language_guess *out,
                                              struct ura_error *error);

/* Whether LANGUAGE (BCP 47: "ar", "az-Arab") is written from right to left, as CLDR has it. */
URA_API bool ura_language_is_right_to_left(const char *language);

#ifdef __cplusplus
}
#endif
#endif
