/* bitexts.h - the inside of struct ura_corpus: files that are read one after another. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_BITEXTS_H
#define CORPUS_BITEXTS_H

#include <ura/corpus.h>

#include "base/base.h"
#include "formats/losses.h"

/* What is known of a file once it was read. */
struct bitext_facts {
    const struct ura_format *format; /* NULL: not opened yet */
    uint64_t hash;                   /* XXH3 of its bytes, as they are when unpacked */
    size_t bytes;
    uint64_t pairs;
};

/* A file that is open. */
struct bitext_stream {
    struct ura_input *input;
    struct ura_units *units;
};

struct ura_corpus {
    struct ura_context *context;
    struct ura_corpus_options options;
    struct ura_units_header header;
    struct bitext_stream first; /* stays open: the header points into it */
    struct bitext_stream next;  /* another one that is being read */
    bool rewound;               /* from then on the first file too is read through `next` */
    size_t index;               /* of the file that is being read; all: at the end */
    struct ura_corpus_place place;
    struct ura_buf document; /* of the pair before, behind place.document */
    struct ura_buf head;     /* jsonl: the document of the head that the last pair had behind */
    bool headed;             /* it, for those that follow; whether the file had one */
    struct bitext_facts *facts; /* one a file */
    struct losses losses;
};

/* URA_BAD_INPUT where a file can be read only once: a pipe, standard input. */
enum ura_status corpus_check_rereadable(const struct ura_corpus *corpus,
                                        struct ura_error *error);
/* Starts again from the first file; what was lost is counted anew. */
enum ura_status corpus_rewind(struct ura_corpus *corpus, struct ura_error *error);

/* The hash of the two texts of UNIT. */
uint64_t pair_hash(const struct ura_unit *unit);
/* A number from 0 up to 1, evenly spread, out of HASH and SEED. */
double hash_fraction(uint64_t hash, uint64_t seed);

#endif
