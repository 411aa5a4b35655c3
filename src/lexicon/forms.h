/* forms.h - words whose forms no rule of endings brings together: went, gone; burrë, burra. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_FORMS_H
#define LEXICON_FORMS_H

#include "base/base.h"
#include "base/context.h"

/*
 * The irregular forms of one language, dicts/<lang>/forms.txt: a lemma, a tab, its forms with
 * blanks between them. A language without the file has none.
 */
struct forms;

/* *OUT lives as long as CONTEXT. Fails with URA_SYNTAX, URA_IO, URA_NO_MEMORY. */
enum ura_status forms_get(struct ura_context *context, const char *language,
                          const struct forms **out, struct ura_error *error);
/* The stems of the lemmas that FORM (folded) may be a form of; *COUNT of them. */
const struct ura_str *forms_find(const struct forms *forms, struct ura_str form, size_t *count);
/* How many forms there are, and which is INDEX. */
size_t forms_count(const struct forms *forms);
struct ura_str forms_at(const struct forms *forms, size_t index);

#endif
