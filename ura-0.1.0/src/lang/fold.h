/* fold.h - letters as they are compared across spellings: small, without diacritics. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_FOLD_H
#define LANG_FOLD_H

#include <stddef.h>

#include <ura/str.h>

#include "base/buf.h"

/*
 * Appends TEXT (UTF-8) to OUT in lower case and without diacritics: "Çështje" is "ceshtje",
 * "Straße" "strasse", "Άρης" "αρησ". Letters that fold to nothing known stay; apostrophes,
 * hyphens, soft hyphens and invisible characters go. Bytes that are no UTF-8 are dropped.
 */
void fold_append(struct ura_buf *out, struct ura_str text);
/* Code points of TEXT. */
size_t fold_letters(struct ura_str text);

#endif
