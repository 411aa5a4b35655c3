/* dictionary_image.c - a dictionary as lookups see it: one image, mapped or made from text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_image.h"

const struct image_kind dictionary_kind = {"ura-dict", 1};

static bool
see_side(const struct ura_str *parts, size_t words, struct side *out)
{
    size_t key_words = image_count(parts[SIDE_KEY_WORDS]);
    size_t form_keys = image_count(parts[SIDE_FORM_KEYS]);

    if (!frozen_read(parts[SIDE_KEYS], &out->keys) ||
        !frozen_read(parts[SIDE_FORMS], &out->forms))
        return false;
    out->words = words;
    out->key_starts = image_starts(parts[SIDE_KEY_STARTS], out->keys.count, key_words);
    out->key_words = image_numbers(parts[SIDE_KEY_WORDS], key_words, words);
    out->form_starts = image_starts(parts[SIDE_FORM_STARTS], out->forms.count, form_keys);
    out->form_keys = image_numbers(parts[SIDE_FORM_KEYS], form_keys, out->keys.count);
    return out->key_starts && out->key_words && out->form_starts && out->form_keys;
}

static bool
see_pairs(const struct ura_str *parts, struct dictionary *out)
{
    size_t count = image_count(parts[PART_FIRSTS]), firsts = out->sides[0].words,
           seconds = out->sides[1].words;

    out->count = count;
    out->starts = image_starts(parts[PART_STARTS], firsts, count);
    out->firsts = image_numbers(parts[PART_FIRSTS], count, firsts);
    out->seconds = image_numbers(parts[PART_SECONDS], count, seconds);
    out->probabilities = image_shares(parts[PART_PROBABILITIES], count);
    out->reverse_starts = image_starts(parts[PART_REVERSE_STARTS], seconds, count);
    out->reverse = image_numbers(parts[PART_REVERSE], count, count);
    return out->starts && out->firsts && out->seconds && out->probabilities &&
           out->reverse_starts && out->reverse;
}

/* How many lists a part of starts is of. */
static size_t
count_lists(struct ura_str part)
{
    size_t count = image_count(part);

    return count ? count - 1 : 0;
}

enum ura_status
dictionary_see(struct ura_str bytes, struct dictionary *out, uint64_t *stamp,
               struct ura_error *error)
{
    struct image image;
    enum ura_status status = image_read(bytes, &dictionary_kind, &image, error);

    if (status)
        return status;
    *stamp = image.stamp;
    if (image.count != DICTIONARY_PARTS ||
        !see_side(image.parts, count_lists(image.parts[PART_STARTS]), &out->sides[0]) ||
        !see_side(image.parts + SIDE_PARTS, count_lists(image.parts[PART_REVERSE_STARTS]),
                  &out->sides[1]) ||
        !see_pairs(image.parts, out))
        return error_set(error, URA_SYNTAX, "is damaged: its parts do not fit together");
    return URA_OK;
}
