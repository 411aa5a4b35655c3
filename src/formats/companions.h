/* companions.h - the two texts beside a file that only points into them. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_COMPANIONS_H
#define FORMATS_COMPANIONS_H

#include "formats/formats.h"

/* The sentences of one text, held whole: memory is the text's. Zero is an empty one. */
struct companion {
    struct ura_buf text;
    size_t *ends; /* of each sentence in `text` */
    size_t count, capacity;
    bool has_ids;          /* it is XML: its sentences have names */
    struct ura_intern ids; /* of them */
    uint32_t *by_id;       /* sentence of each id */
    size_t by_id_capacity;
    bool absent; /* it was not asked for: any sentence may be in it */
};

struct companions {
    struct companion source, target;
};

/* Numbers of sentences, from 0. Zero is an empty list; set count to 0 to use it again. */
struct numbers {
    size_t *items;
    size_t count, capacity;
};

/*
 * Loads both companions of UNITS: a sentence a line, which only LF ends, encoding found as for
 * any text, `<p>` lines and empty ones are lines. Errors have the name of the text. Fails as
 * ura_units_open does, and with URA_TOO_LARGE over max-file. companions_release after, also
 * where it failed.
 */
enum ura_status companions_open(struct ura_units *units, struct companions *out,
                                struct ura_error *error);
/* One text, PATH, into OUT. For companions_open and the readers of links. */
enum ura_status companion_open(struct ura_units *units, const char *path, struct companion *out,
                               struct ura_error *error);
/* Adds TEXT as the next sentence. LIMIT: bytes that all may have. */
enum ura_status companion_add(struct companion *companion, struct ura_str text, size_t limit,
                              struct ura_error *error);
struct ura_str companion_sentence(const struct companion *companion, size_t index);
void companion_release(struct companion *companion);
void companions_release(struct companions *companions);

bool numbers_add(struct numbers *numbers, size_t number);
/* Makes it [FIRST, END). */
bool numbers_set_range(struct numbers *numbers, size_t first, size_t end);
void numbers_release(struct numbers *numbers);

/*
 * The texts of the sentences SOURCE and TARGET into OUT, with blanks between them, in ARENA;
 * the place too where both are in a row. MOVES (may be NULL) is where the bead before ended: an
 * empty side stands there. Fails with URA_SYNTAX where a text has no such line (what and how
 * many), URA_NO_MEMORY.
 */
struct moves {
    size_t source, target;
};
enum ura_status companions_take(const struct companions *companions,
                                const struct numbers *source, const struct numbers *target,
                                struct moves *before, struct ura_arena *arena,
                                struct ura_unit *out, struct ura_error *error);

/* URA_BAD_ARGUMENT, with what to do, where UNIT does not say which sentences it has. */
enum ura_status require_place(const struct ura_unit_writer *writer, const struct ura_unit *unit,
                              struct ura_error *error);

#endif
