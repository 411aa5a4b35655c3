/* split.c - a corpus in parts: whole documents by hash, and no pair of texts in two of them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/bitexts.h"
#include "corpus/distinct.h"
#include "corpus/pair_parts.h"

/* What a document hashes to is not what decides of a sample: the same seed must not tie them.
 */
static const uint64_t SPLIT_SALT = 0x53504c49; /* "SPLI" */

struct splitter {
    struct ura_corpus *corpus;
    const struct ura_corpus_split_options *options;
    struct ura_corpus_part *parts;
    size_t count;
    size_t largest;
    struct pair_parts owners; /* of pairs that stand outside of the largest part */
    struct distinct documents[URA_CORPUS_PARTS_MAX];
};

/* The part with the largest share, of equal ones the first. */
static size_t
find_largest(const struct ura_corpus_part *parts, size_t count)
{
    size_t largest = 0;

    for (size_t i = 1; i < count; i++)
        if (parts[i].share > parts[largest].share)
            largest = i;
    return largest;
}

/* The part of the document with HASH: where its number stands among the shares. */
static size_t
part_of(const struct splitter *splitter, uint64_t hash)
{
    double at = hash_fraction(hash, splitter->options->seed ^ SPLIT_SALT), end = 0;

    for (size_t i = 0; i + 1 < splitter->count; i++) {
        end += splitter->parts[i].share;
        if (at < end)
            return i;
    }
    return splitter->count - 1;
}

static uint64_t
document_of(const struct splitter *splitter, uint64_t pair)
{
    return splitter->options->by_pair ? pair : splitter->corpus->place.document_hash;
}

/* Whether PART rather than OTHER keeps a pair that both have. */
static bool
is_preferred(const struct splitter *splitter, size_t part, size_t other)
{
    double share = splitter->parts[part].share, other_share = splitter->parts[other].share;

    return share < other_share || (share == other_share && part > other);
}

/* The first reading: which part keeps what stands outside of the largest one. */
static enum ura_status
find_owners(struct splitter *splitter, struct ura_error *error)
{
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = ura_corpus_next(splitter->corpus, &unit, error))) {
        uint64_t pair = pair_hash(&unit);
        size_t part = part_of(splitter, document_of(splitter, pair));
        uint8_t *owner;

        if (part == splitter->largest)
            continue;
        owner = pair_parts_take(&splitter->owners, pair);
        if (!owner)
            return error_memory(error);
        if (*owner == PAIR_PARTS_NONE || is_preferred(splitter, part, *owner))
            *owner = (uint8_t)part;
    }
    return status == URA_END ? URA_OK : status;
}

static enum ura_status
place_unit(struct splitter *splitter, const struct ura_unit *unit, struct ura_error *error)
{
    uint64_t pair = pair_hash(unit), document = document_of(splitter, pair);
    size_t index = part_of(splitter, document);
    struct ura_corpus_part *part = &splitter->parts[index];
    uint8_t owner = pair_parts_find(&splitter->owners, pair);

    if (owner != PAIR_PARTS_NONE && owner != index) {
        part->left_out++;
        return URA_OK;
    }
    if (!distinct_add(&splitter->documents[index], document, DISTINCT_KEPT))
        return error_memory(error);
    part->pairs++;
    return ura_unit_writer_write(part->writer, unit, error);
}

/* The second reading. */
static enum ura_status
write_parts(struct splitter *splitter, struct ura_error *error)
{
    struct ura_unit unit;
    enum ura_status status = corpus_rewind(splitter->corpus, error);

    while (!status && !(status = ura_corpus_next(splitter->corpus, &unit, error)))
        status = place_unit(splitter, &unit, error);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
ura_corpus_split(struct ura_corpus *corpus, const struct ura_corpus_split_options *options,
                 struct ura_corpus_part *parts, size_t part_count, struct ura_error *error)
{
    struct splitter splitter = {
        .corpus = corpus, .options = options, .parts = parts, .count = part_count};
    enum ura_status status;

    if (part_count < 2 || part_count > URA_CORPUS_PARTS_MAX)
        return error_set(error, URA_BAD_ARGUMENT, "a corpus is split in 2 to %d parts",
                         URA_CORPUS_PARTS_MAX);
    splitter.largest = find_largest(parts, part_count);
    for (size_t i = 0; i < part_count; i++)
        parts[i].pairs = parts[i].documents = parts[i].left_out = 0;
    status = corpus_check_rereadable(corpus, error);
    if (!status)
        status = find_owners(&splitter, error);
    if (!status)
        status = write_parts(&splitter, error);
    for (size_t i = 0; i < part_count; i++) {
        parts[i].documents = distinct_count(&splitter.documents[i]);
        distinct_release(&splitter.documents[i]);
    }
    pair_parts_release(&splitter.owners);
    return status;
}
