/* symmetry.h - links of two directions made one. */
/* SPDX-License-Identifier: MIT */
#ifndef WORDS_SYMMETRY_H
#define WORDS_SYMMETRY_H

#include "words/links.h"

/* No token. */
enum { TOKEN_ALONE = UINT32_MAX };

/* What both directions say of a pair of M source and N target tokens. */
struct directions {
    size_t m, n;
    const uint32_t *forward;  /* by target token: its source token, or TOKEN_ALONE */
    const uint32_t *backward; /* by source token: its target token, or TOKEN_ALONE */
};

/* Appends the links that SYMMETRY makes of DIRECTIONS; false when out of memory. */
bool symmetry_join(const struct directions *directions, enum ura_symmetry symmetry,
                   struct ura_word_links *out);

#endif
