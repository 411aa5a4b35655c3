/* vocabulary.c - the words of one side by type: what links are made between. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/vocabulary.h"

#include <stdlib.h>

#include "lang/fold.h"

uint32_t
vocabulary_take(struct vocabulary *vocabulary, struct ura_str key, struct ura_str form,
                enum word_kind kind)
{
    size_t known = vocabulary->keys.count;
    uint32_t type = intern_take(&vocabulary->keys, key);
    struct word *words;

    if (type == INTERN_NONE || type < known)
        return type;
    words = array_grow(vocabulary->words, &vocabulary->capacity, known + 1, sizeof *words);
    if (!words)
        return INTERN_NONE;
    vocabulary->words = words;
    words[type] = (struct word){.key = vocabulary->keys.items[type],
                                .form = arena_copy(&vocabulary->keys.arena, form),
                                .letters = (uint32_t)fold_letters(key),
                                .kind = kind};
    return words[type].form.ptr ? type : INTERN_NONE;
}

void
vocabulary_release(struct vocabulary *vocabulary)
{
    intern_release(&vocabulary->keys);
    free(vocabulary->words);
    *vocabulary = (struct vocabulary){0};
}
