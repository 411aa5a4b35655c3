/* jsonl.h - what reader and writers of JSON lines agree on. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_JSONL_H
#define FORMATS_JSONL_H

#include "formats/formats.h"

#include <jansson.h>

enum { JSONL_SCHEMA = 1 }; /* goes up when a reader of the old one would go wrong */

/* What a line of a file is. */
enum jsonl_kind {
    JSONL_OTHER, /* a record that holds no text: a head, an end, what later versions write */
    JSONL_BEAD,  /* of ura align */
    JSONL_FURNITURE, /* of align and segment */
    JSONL_SENTENCE,  /* of ura segment */
    JSONL_UNIT,      /* of ura convert */
    JSONL_LANGUAGES, /* {"translation": {"sq": "...", "en": "..."}} */
    JSONL_FLAT,      /* {"source": "...", "target": "..."}, {"src": ..., "tgt": ...} */
    JSONL_TEXT,      /* {"text": "..."} */
    JSONL_UNKNOWN,   /* none of these */
};

enum jsonl_kind jsonl_kind_of(const json_t *object);

/* What the reader knows before a record. */
struct jsonl_place {
    bool pairs;                      /* texts have translations */
    size_t next_source, next_target; /* the sentence behind those of the record before */
    struct ura_str source, target;   /* languages of the head before it */
};

/*
 * What OBJECT, of KIND, says, into OUT; texts live in it or in ARENA. JSONL_LANGUAGES is chosen
 * from by PLACE's languages. Fails with URA_SYNTAX (what is missing in it), URA_NO_MEMORY.
 */
enum ura_status jsonl_take_record(const json_t *object, enum jsonl_kind kind,
                                  struct jsonl_place *place, struct ura_arena *arena,
                                  struct ura_unit *out, struct ura_error *error);

/* The list of properties, which may be NULL, into OUT; they live in it. */
enum ura_status jsonl_take_properties(const json_t *list, struct ura_arena *arena,
                                      struct ura_unit *out, struct ura_error *error);
/* The string under KEY; ptr NULL where there is none. Lives as long as OBJECT. */
struct ura_str jsonl_string(const json_t *object, const char *key);
/* "paragraph", "heading", ...: ura_block_kind as records have it. NULL behind the last. */
extern const char *const jsonl_block_kinds[];
/* "unit", "source", "target": enum ura_side. */
extern const char *const jsonl_sides[];

int jsonl_bid(struct ura_str head, const char *name);
enum ura_status jsonl_open(struct ura_units *units, struct ura_error *error);
enum ura_status jsonl_next(struct ura_units *units, struct ura_unit *out,
                           struct ura_error *error);
void jsonl_close(struct ura_units *units);
enum ura_status jsonl_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status jsonl_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                                 struct ura_error *error);

#endif
