/* dictionary_find.c - what the dictionary says of the words of two texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_parts.h"

#include <stdlib.h>

enum {
    FOUND_MAX = 24,     /* words of the dictionary that one type of a text may be */
    ENDING_LETTERS = 3, /* that are cut from a word that is not found, */
    BEGINNING = 3,      /* if so many stay */
};

/* Adds the words that KEY may be to the COUNT found; returns how many there are then. */
static size_t
add_found(const struct side *side, struct ura_str key, uint32_t *found, size_t count)
{
    uint32_t number = intern_find(&side->keys, key);

    for (size_t i = 0; number != INTERN_NONE && i < side->by_key[number].count; i++) {
        uint32_t word = side->by_key[number].words[i];
        size_t k = 0;

        while (k < count && found[k] != word)
            k++;
        if (k == count && count < FOUND_MAX)
            found[count++] = word;
    }
    return count;
}

/* The words of the dictionary that the type WORD may be. */
static size_t
find_words(const struct side *side, const struct word *word, uint32_t *found)
{
    size_t lemmas, count = 0;
    const struct ura_str *stems;

    if (word->kind != WORD_PLAIN)
        return 0;
    count = add_found(side, word->key, found, count);
    count = add_found(side, word->form, found, count);
    stems = forms_find(side->forms, word->form, &lemmas);
    for (size_t i = 0; i < lemmas; i++)
        count = add_found(side, stems[i], found, count);
    /* An ending that no list has: the longest beginning that is known. */
    for (size_t cut = 1; !count && cut <= ENDING_LETTERS && word->form.len >= cut + BEGINNING;
         cut++)
        count = add_found(side, ura_str_slice(word->form, 0, word->form.len - cut), found, 0);
    return count;
}

/* The types of one side by the word of the dictionary that they are: lists in one array. */
struct lookup {
    uint32_t *types;
    size_t *first; /* by word of the dictionary, and one more */
};

static bool
look_up(const struct side *side, const struct vocabulary *vocabulary, struct lookup *out)
{
    size_t words = side->words.count, types = vocabulary->keys.count, total = 0;
    uint32_t found[FOUND_MAX];

    out->first = array_new(words + 2, sizeof *out->first);
    if (!out->first)
        return false;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t type = 0; type < types; type++) {
            size_t count = find_words(side, &vocabulary->words[type], found);

            for (size_t i = 0; i < count; i++) {
                if (pass == 0) {
                    out->first[found[i] + 2]++;
                    total++;
                } else {
                    out->types[out->first[found[i] + 1]++] = type;
                }
            }
        }
        if (pass)
            break;
        out->types = array_new(total + 1, sizeof *out->types);
        if (!out->types)
            return false;
        for (size_t word = 2; word < words + 2; word++)
            out->first[word] += out->first[word - 1];
    }
    return true;
}

/* The candidates of source type TYPE, which is WORD of the dictionary. */
static bool
add_candidates(const struct dictionary *dictionary, bool reversed, uint32_t type, uint32_t word,
               const struct lookup *targets, struct candidates *out)
{
    const size_t *starts = reversed ? dictionary->reverse_starts : dictionary->starts;

    for (size_t i = starts[word]; i < starts[word + 1]; i++) {
        const struct pair *pair = &dictionary->pairs[reversed ? dictionary->reverse[i] : i];
        uint32_t other = reversed ? pair->first : pair->second;

        for (size_t t = targets->first[other]; t < targets->first[other + 1]; t++)
            if (!candidates_add(out, type, targets->types[t], pair->probability))
                return false;
    }
    return true;
}

bool
dictionary_find(const struct dictionary *dictionary, bool reversed,
                const struct vocabulary *source, const struct vocabulary *target,
                struct candidates *out)
{
    const struct side *from = &dictionary->sides[reversed], *to = &dictionary->sides[!reversed];
    struct lookup targets = {0};
    bool done = look_up(to, target, &targets);
    uint32_t found[FOUND_MAX];

    for (uint32_t type = 0; done && type < source->keys.count; type++) {
        size_t count = find_words(from, &source->words[type], found);

        for (size_t i = 0; done && i < count; i++)
            done = add_candidates(dictionary, reversed, type, found[i], &targets, out);
    }
    free(targets.types);
    free(targets.first);
    return done;
}
