/* dictionary_writer.c - what a builder gathered, laid out as an image. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_builder.h"

#include <stdlib.h>

static void
append_number(struct ura_buf *buf, size_t value)
{
    uint32_t number = (uint32_t)value;

    buf_append(buf, &number, sizeof number);
}

/* The words of each key. */
static void
write_keys(const struct builder_side *side, struct ura_buf *parts)
{
    size_t total = 0;

    frozen_write(&side->keys, &parts[SIDE_KEYS]);
    for (size_t i = 0; i < side->keys.count; i++) {
        const struct key *key = &side->by_key[i];

        append_number(&parts[SIDE_KEY_STARTS], total);
        buf_append(&parts[SIDE_KEY_WORDS], key->words, key->count * sizeof *key->words);
        total += key->count;
    }
    append_number(&parts[SIDE_KEY_STARTS], total);
}

/* The irregular forms whose lemmas the dictionary has. */
static bool
write_forms(const struct builder_side *side, struct ura_buf *parts)
{
    struct ura_intern kept = {0};
    size_t total = 0;
    bool done = true;

    for (size_t i = 0; done && i < forms_count(side->forms); i++) {
        struct ura_str form = forms_at(side->forms, i);
        size_t before = total, lemmas;
        const struct ura_str *stems = forms_find(side->forms, form, &lemmas);

        for (size_t k = 0; k < lemmas; k++) {
            uint32_t key = intern_find(&side->keys, stems[k]);

            if (key == INTERN_NONE)
                continue;
            append_number(&parts[SIDE_FORM_KEYS], key);
            total++;
        }
        if (total == before)
            continue;
        append_number(&parts[SIDE_FORM_STARTS], before);
        done = intern_take(&kept, form) != INTERN_NONE;
    }
    append_number(&parts[SIDE_FORM_STARTS], total);
    if (done)
        frozen_write(&kept, &parts[SIDE_FORMS]);
    intern_release(&kept);
    return done;
}

static int
compare_pairs(const void *first, const void *second)
{
    const struct pair *a = first, *b = second;

    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    if (a->second != b->second)
        return a->second < b->second ? -1 : 1;
    return (a->probability < b->probability) - (a->probability > b->probability);
}

/* Puts the pairs in order, each once, with the best of what is said of it. */
static void
sort_pairs(struct builder *builder)
{
    struct pair *pairs = builder->pairs;
    size_t kept = 0;

    if (builder->count)
        qsort(pairs, builder->count, sizeof *pairs, compare_pairs);
    for (size_t i = 0; i < builder->count; i++)
        if (!kept || pairs[kept - 1].first != pairs[i].first ||
            pairs[kept - 1].second != pairs[i].second)
            pairs[kept++] = pairs[i];
    builder->count = kept;
}

static void
write_pairs(const struct builder *builder, struct ura_buf *parts)
{
    size_t firsts = builder->sides[0].words.count;

    for (size_t i = 0; i < builder->count; i++) {
        const struct pair *pair = &builder->pairs[i];

        append_number(&parts[PART_FIRSTS], pair->first);
        append_number(&parts[PART_SECONDS], pair->second);
        buf_append(&parts[PART_PROBABILITIES], &pair->probability, sizeof pair->probability);
    }
    for (size_t i = 0, word = 0; word <= firsts; word++) {
        while (i < builder->count && builder->pairs[i].first < word)
            i++;
        append_number(&parts[PART_STARTS], i);
    }
}

/* The pairs by their second word. */
static bool
write_reverse(const struct builder *builder, struct ura_buf *parts)
{
    size_t seconds = builder->sides[1].words.count, count = builder->count;
    uint32_t *next = array_new(seconds + 2, sizeof *next);
    uint32_t *reverse = array_new(count + 1, sizeof *reverse);
    bool done = next && reverse;

    if (done) {
        for (size_t i = 0; i < count; i++)
            next[builder->pairs[i].second + 1]++;
        for (size_t word = 1; word <= seconds; word++)
            next[word] += next[word - 1];
        buf_append(&parts[PART_REVERSE_STARTS], next, (seconds + 1) * sizeof *next);
        for (size_t i = 0; i < count; i++)
            reverse[next[builder->pairs[i].second]++] = (uint32_t)i;
        buf_append(&parts[PART_REVERSE], reverse, count * sizeof *reverse);
    }
    free(next);
    free(reverse);
    return done;
}

enum ura_status
builder_write(struct builder *builder, uint64_t stamp, struct ura_buf *out,
              struct ura_error *error)
{
    struct ura_buf bufs[DICTIONARY_PARTS] = {0};
    struct ura_str parts[DICTIONARY_PARTS];
    bool done = true;

    sort_pairs(builder);
    for (int i = 0; done && i < 2; i++) {
        write_keys(&builder->sides[i], bufs + i * SIDE_PARTS);
        done = write_forms(&builder->sides[i], bufs + i * SIDE_PARTS);
    }
    write_pairs(builder, bufs);
    done = done && write_reverse(builder, bufs);
    for (size_t i = 0; i < DICTIONARY_PARTS; i++) {
        done = done && !bufs[i].failed;
        parts[i] = buf_str(&bufs[i]);
    }
    if (done)
        image_write(&dictionary_kind, stamp, parts, DICTIONARY_PARTS, out);
    for (size_t i = 0; i < DICTIONARY_PARTS; i++)
        buf_release(&bufs[i]);
    return done && !out->failed ? URA_OK : error_memory(error);
}
