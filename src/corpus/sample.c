/* sample.c - pairs chosen by seed, each as likely as any other. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "corpus/bitexts.h"
#include "corpus/unit_copy.h"

/* A pair that may be of the sample. */
struct candidate {
    double lot; /* of all pairs those with the least lots are the sample */
    uint64_t index;
    struct ura_unit *unit;
};

/* A heap with the largest lot on top: the first to go. */
struct lottery {
    struct candidate *items;
    size_t count, capacity;
};

static bool
goes_before(const struct candidate *first, const struct candidate *second)
{
    if (first->lot != second->lot)
        return first->lot > second->lot;
    return first->index > second->index;
}

static void
swap(struct candidate *first, struct candidate *second)
{
    struct candidate held = *first;

    *first = *second;
    *second = held;
}

static void
sift_up(struct lottery *lottery, size_t at)
{
    for (; at && goes_before(&lottery->items[at], &lottery->items[(at - 1) / 2]);
         at = (at - 1) / 2)
        swap(&lottery->items[at], &lottery->items[(at - 1) / 2]);
}

static void
sift_down(struct lottery *lottery)
{
    for (size_t at = 0, child; (child = 2 * at + 1) < lottery->count; at = child) {
        if (child + 1 < lottery->count &&
            goes_before(&lottery->items[child + 1], &lottery->items[child]))
            child++;
        if (!goes_before(&lottery->items[child], &lottery->items[at]))
            return;
        swap(&lottery->items[at], &lottery->items[child]);
    }
}

/* Keeps UNIT if it is one of the WANTED least so far. */
static enum ura_status
enter(struct lottery *lottery, struct candidate candidate, const struct ura_unit *unit,
      uint64_t wanted, struct ura_error *error)
{
    struct candidate *items;

    if (lottery->count == wanted && !goes_before(&lottery->items[0], &candidate))
        return URA_OK;
    candidate.unit = unit_copy(unit);
    if (!candidate.unit)
        return error_memory(error);
    if (lottery->count == wanted) {
        free(lottery->items[0].unit);
        lottery->items[0] = candidate;
        sift_down(lottery);
        return URA_OK;
    }
    items = array_grow(lottery->items, &lottery->capacity, lottery->count + 1, sizeof *items);
    if (!items) {
        free(candidate.unit);
        return error_memory(error);
    }
    lottery->items = items;
    lottery->items[lottery->count] = candidate;
    sift_up(lottery, lottery->count++);
    return URA_OK;
}

static int
compare_places(const void *first, const void *second)
{
    const struct candidate *one = first, *other = second;

    return (one->index > other->index) - (one->index < other->index);
}

static enum ura_status
sample_count(struct ura_corpus *corpus, const struct ura_corpus_sample_options *options,
             struct ura_unit_writer *writer, struct ura_corpus_summary *out,
             struct ura_error *error)
{
    struct lottery lottery = {0};
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = ura_corpus_next(corpus, &unit, error))) {
        struct candidate candidate = {hash_fraction(out->read, options->seed), out->read, NULL};

        status = enter(&lottery, candidate, &unit, options->count, error);
        if (status)
            break;
        out->read++;
    }
    if (status == URA_END)
        status = URA_OK;
    if (!status && lottery.count)
        qsort(lottery.items, lottery.count, sizeof *lottery.items, compare_places);
    for (size_t i = 0; !status && i < lottery.count; i++) {
        status = ura_unit_writer_write(writer, lottery.items[i].unit, error);
        out->written++;
    }
    for (size_t i = 0; i < lottery.count; i++)
        free(lottery.items[i].unit);
    free(lottery.items);
    return status;
}

static enum ura_status
sample_share(struct ura_corpus *corpus, const struct ura_corpus_sample_options *options,
             struct ura_unit_writer *writer, struct ura_corpus_summary *out,
             struct ura_error *error)
{
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = ura_corpus_next(corpus, &unit, error))) {
        if (hash_fraction(out->read++, options->seed) >= options->share)
            continue;
        status = ura_unit_writer_write(writer, &unit, error);
        if (status)
            return status;
        out->written++;
    }
    return status == URA_END ? URA_OK : status;
}

enum ura_status
ura_corpus_sample(struct ura_corpus *corpus, const struct ura_corpus_sample_options *options,
                  struct ura_unit_writer *writer, struct ura_corpus_summary *out,
                  struct ura_error *error)
{
    *out = (struct ura_corpus_summary){0};
    if (options->count)
        return sample_count(corpus, options, writer, out, error);
    if (!(options->share > 0 && options->share <= 1))
        return error_set(error, URA_BAD_ARGUMENT,
                         "a sample is some pairs, or a share over 0 and at most 1");
    return sample_share(corpus, options, writer, out, error);
}
