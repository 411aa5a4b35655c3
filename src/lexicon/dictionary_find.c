/* dictionary_find.c - what the dictionary says of the words of two texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_image.h"

#include <stdlib.h>

enum {
    ENDING_LETTERS = 3, /* that are cut from a word that is not found, */
    BEGINNING = 3,      /* if so many stay */
};

/* Adds the words that key NUMBER may be to the COUNT found; returns how many there are then. */
static size_t
add_key_words(const struct side *side, uint32_t number, uint32_t *found, size_t count)
{
    for (size_t i = side->key_starts[number]; i < side->key_starts[number + 1]; i++) {
        uint32_t word = side->key_words[i];
        size_t k = 0;

        while (k < count && found[k] != word)
            k++;
        if (k == count && count < DICTIONARY_FOUND_MAX)
            found[count++] = word;
    }
    return count;
}

static size_t
add_found(const struct side *side, struct ura_str key, uint32_t *found, size_t count)
{
    uint32_t number = frozen_find(&side->keys, key);

    return number == INTERN_NONE ? count : add_key_words(side, number, found, count);
}

/* What irregular FORM is a form of. */
static size_t
add_lemmas(const struct side *side, struct ura_str form, uint32_t *found, size_t count)
{
    uint32_t number = frozen_find(&side->forms, form);

    if (number == INTERN_NONE)
        return count;
    for (size_t i = side->form_starts[number]; i < side->form_starts[number + 1]; i++)
        count = add_key_words(side, side->form_keys[i], found, count);
    return count;
}

size_t
dictionary_find_words(const struct dictionary *dictionary, int number, const struct word *word,
                      uint32_t *found)
{
    const struct side *side = &dictionary->sides[number];
    size_t count = 0;

    if (word->kind != WORD_PLAIN)
        return 0;
    count = add_found(side, word->key, found, count);
    count = add_found(side, word->form, found, count);
    return add_lemmas(side, word->form, found, count);
}

/* The words that WORD may be; where it has no entry, those whose form it may be all the same.
 */
static size_t
guess_words(const struct dictionary *dictionary, int number, const struct word *word,
            uint32_t *found)
{
    size_t count = dictionary_find_words(dictionary, number, word, found);

    if (word->kind != WORD_PLAIN)
        return 0;
    /* An ending that no list has: the longest beginning that is known. */
    for (size_t cut = 1; !count && cut <= ENDING_LETTERS && word->form.len >= cut + BEGINNING;
         cut++)
        count = add_found(&dictionary->sides[number],
                          ura_str_slice(word->form, 0, word->form.len - cut), found, 0);
    return count;
}

/* The types of one side by the word of the dictionary that they are: lists in one array. */
struct lookup {
    uint32_t *types;
    size_t *first; /* by word of the dictionary, and one more */
};

static bool
look_up(const struct dictionary *dictionary, int side, const struct vocabulary *vocabulary,
        struct lookup *out)
{
    size_t words = dictionary->sides[side].words, types = vocabulary->keys.count, total = 0;
    uint32_t found[DICTIONARY_FOUND_MAX];

    out->first = array_new(words + 2, sizeof *out->first);
    if (!out->first)
        return false;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t type = 0; type < types; type++) {
            size_t count = guess_words(dictionary, side, &vocabulary->words[type], found);

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
    const uint32_t *starts = reversed ? dictionary->reverse_starts : dictionary->starts;

    for (size_t i = starts[word]; i < starts[word + 1]; i++) {
        size_t pair = reversed ? dictionary->reverse[i] : i;
        uint32_t other = reversed ? dictionary->firsts[pair] : dictionary->seconds[pair];

        for (size_t t = targets->first[other]; t < targets->first[other + 1]; t++)
            if (!candidates_add(out, type, targets->types[t], dictionary->probabilities[pair]))
                return false;
    }
    return true;
}

bool
dictionary_find(const struct dictionary *dictionary, bool reversed,
                const struct vocabulary *source, const struct vocabulary *target,
                struct candidates *out)
{
    struct lookup targets = {0};
    bool done = look_up(dictionary, !reversed, target, &targets);
    uint32_t found[DICTIONARY_FOUND_MAX];

    for (uint32_t type = 0; done && type < source->keys.count; type++) {
        size_t count = guess_words(dictionary, reversed, &source->words[type], found);

        for (size_t i = 0; done && i < count; i++)
            done = add_candidates(dictionary, reversed, type, found[i], &targets, out);
    }
    free(targets.types);
    free(targets.first);
    return done;
}
