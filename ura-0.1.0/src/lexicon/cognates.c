/* cognates.c - words that sound alike in two languages: names above all. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/cognates.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/phonetics.h"

enum {
    LETTERS_MIN = 3,   /* a key shorter than this is no evidence */
    LETTERS_SHORT = 5, /* keys under it are alike by chance too often */
    BUCKETS = 26 * 26, /* by the first two sounds */
};

/* How sure a pair is by its similarity (alignment prototype; NTREX-128, FLORES-200). */
static const float COGNATE = 0.92f, SHORT_EQUAL = 0.7f, SHORT_SIMILAR = 0.3f;
static const struct {
    float similarity;
    float sureness;
} STEPS[] = {{0.99f, 1.0f}, {0.8f, 0.7f}, {0.7f, 0.4f}, {0.6f, 0.15f}};
static const float SIMILAR_MIN = 0.6f;

/* The words of one side that have a sound, by their first two. */
struct sounds {
    struct phonetic *keys;
    uint32_t *letters; /* by key: a bit for each letter that occurs in it */
    uint32_t *types;
    size_t first[BUCKETS + 1];
};

static size_t
find_bucket(const struct phonetic *key)
{
    return (size_t)(key->letters[0] - 'a') * 26 + (size_t)(key->letters[1] - 'a');
}

static uint32_t
find_letters(const struct phonetic *key)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < key->count; i++)
        letters |= (uint32_t)1 << (key->letters[i] - 'a');
    return letters;
}

static void
release_sounds(struct sounds *sounds)
{
    free(sounds->keys);
    free(sounds->letters);
    free(sounds->types);
}

/* The sound of WORD; its key is empty where it has none to compare. False when out of memory.
 */
static bool
hear_word(struct scripts *scripts, const struct word *word, struct ura_buf *roman,
          struct phonetic *out)
{
    out->count = 0;
    if (word->kind != WORD_PLAIN || word->letters < LETTERS_MIN)
        return true;
    if ((uint8_t)word->key.ptr[0] < 0x80) {
        phonetic_make(word->key, out);
        return true;
    }
    buf_clear(roman);
    if (!scripts_romanize(scripts, word->key, roman))
        return false;
    phonetic_make(buf_str(roman), out);
    return true;
}

/* Puts KEYS, one for each type, into buckets, in the order of their types. */
static void
sort_sounds(const struct phonetic *keys, size_t types, struct sounds *out)
{
    size_t next[BUCKETS];

    for (size_t i = 0; i < types; i++)
        if (keys[i].count >= LETTERS_MIN)
            out->first[find_bucket(&keys[i]) + 1]++;
    for (size_t i = 0; i < BUCKETS; i++) {
        out->first[i + 1] += out->first[i];
        next[i] = out->first[i];
    }
    for (uint32_t i = 0; i < types; i++) {
        size_t at;

        if (keys[i].count < LETTERS_MIN)
            continue;
        at = next[find_bucket(&keys[i])]++;
        out->keys[at] = keys[i];
        out->letters[at] = find_letters(&keys[i]);
        out->types[at] = i;
    }
}

static bool
hear(struct scripts *scripts, const struct vocabulary *vocabulary, struct sounds *out)
{
    size_t types = vocabulary->keys.count;
    struct phonetic *keys = array_new(types + 1, sizeof *keys);
    struct ura_buf roman = {0};
    bool done;

    *out = (struct sounds){array_new(types + 1, sizeof *out->keys),
                           array_new(types + 1, sizeof *out->letters),
                           array_new(types + 1, sizeof *out->types),
                           {0}};
    done = keys && out->keys && out->letters && out->types;
    for (size_t i = 0; done && i < types; i++)
        done = hear_word(scripts, &vocabulary->words[i], &roman, &keys[i]);
    if (done)
        sort_sounds(keys, types, out);
    buf_release(&roman);
    free(keys);
    return done;
}

/* Edits from FIRST to SECOND, all of them (Hyyrö 2003, bit vectors after Myers 1999). */
static size_t
count_edits(const struct phonetic *first, const struct phonetic *second)
{
    uint64_t place[26] = {0}, up = ~(uint64_t)0, down = 0;
    uint64_t last = (uint64_t)1 << (first->count - 1);
    size_t edits = first->count;

    for (size_t i = 0; i < first->count; i++)
        place[first->letters[i] - 'a'] |= (uint64_t)1 << i;
    for (size_t j = 0; j < second->count; j++) {
        uint64_t equal = place[second->letters[j] - 'a'];
        uint64_t across = (((equal & up) + up) ^ up) | equal | down;
        uint64_t higher = down | ~(across | up), lower = up & across;

        edits += (higher & last) != 0;
        edits -= (lower & last) != 0;
        higher = (higher << 1) | 1;
        lower <<= 1;
        up = lower | ~(across | higher);
        down = higher & across;
    }
    return edits;
}

static size_t
count_common(const struct phonetic *first, const struct phonetic *second)
{
    size_t count = 0;

    while (count < first->count && count < second->count &&
           first->letters[count] == second->letters[count])
        count++;
    return count;
}

static int
count_bits(uint32_t bits)
{
    return __builtin_popcount(bits);
}

/* Common beginning or unedited share, whichever is more, of the longer word; 0 under the least
 * that is worth something. */
static float
compare(const struct sounds *source, size_t s, const struct sounds *target, size_t t)
{
    const struct phonetic *first = &source->keys[s], *second = &target->keys[t];
    size_t longer = first->count > second->count ? first->count : second->count;
    size_t shorter = first->count + second->count - longer;
    float common, unedited = 0;

    if ((float)shorter < SIMILAR_MIN * (float)longer)
        return 0;
    common = (float)count_common(first, second) / (float)longer;
    /* Each letter that only one has costs an edit. */
    int alien = count_bits(source->letters[s] & ~target->letters[t]);
    int other = count_bits(target->letters[t] & ~source->letters[s]);

    if (alien < other)
        alien = other;
    if ((float)alien <= (1 - SIMILAR_MIN) * (float)longer)
        unedited = 1 - (float)count_edits(first, second) / (float)longer;
    return common > unedited ? common : unedited;
}

/* The probability that words so SIMILAR, of LETTERS sounds in the longer, are one. */
static float
weigh(float similarity, size_t letters)
{
    float sureness = 0;

    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS && !(sureness > 0); i++)
        if (similarity >= STEPS[i].similarity)
            sureness = STEPS[i].sureness;
    if (letters < LETTERS_SHORT)
        sureness *= sureness >= 1 ? SHORT_EQUAL : SHORT_SIMILAR;
    return COGNATE * sureness;
}

bool
cognates_find(struct scripts *scripts, const struct vocabulary *source,
              const struct vocabulary *target, struct candidates *out)
{
    struct sounds sources = {0}, targets = {0};
    bool done = hear(scripts, source, &sources) && hear(scripts, target, &targets);

    for (size_t bucket = 0; done && bucket < BUCKETS; bucket++)
        for (size_t s = sources.first[bucket]; s < sources.first[bucket + 1]; s++)
            for (size_t t = targets.first[bucket]; done && t < targets.first[bucket + 1]; t++) {
                size_t letters = sources.keys[s].count > targets.keys[t].count
                                     ? sources.keys[s].count
                                     : targets.keys[t].count;
                float probability = weigh(compare(&sources, s, &targets, t), letters);

                if (probability > 0)
                    done = candidates_add(out, sources.types[s], targets.types[t], probability);
            }
    release_sounds(&sources);
    release_sounds(&targets);
    return done;
}
