/* clean.h - whole lines of UTF-8 to clean ones, with the way back. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include "text/care.h"
#include "text/map.h"
#include "text/passage.h"

/* What is kept from one run of lines to the next. Zero, then cleaner_open. */
struct cleaner {
    struct care care;
    struct passage passage;
    ura_change_callback *changed;
    void *user;

    bool begun;          /* the start of the text has been cleaned */
    size_t line;         /* number of the first line that was not cleaned yet, from 1 */
    struct ura_str text; /* the clean lines: the given ones where nothing had to change */
    struct ura_map map;  /* from `text` to the given lines, plus their offset */

    /* Of the run of lines at work. */
    struct ura_str given;
    size_t offset;                 /* of given.ptr[0] in the text that is decoded */
    const struct ura_map *decoded; /* from that to the file; NULL: they are the same */
    size_t done;                   /* bytes of `given` that are cleaned */
    size_t line_start;             /* where a passage may begin */
    size_t passage_start;          /* of the passage at work */
    struct ura_buf out;
    bool copying;   /* `out` is in use */
    size_t counted; /* bytes of the clean text whose line ends are in `line_at` */
    size_t line_at;
};

enum ura_status cleaner_open(const struct ura_reader_options *options, struct cleaner *out,
                             struct ura_error *error);
/*
 * Cleans GIVEN, which begins at OFFSET of the decoded text and ends with a line end or with the
 * text. The result is in `text` and `map` until the next call. Fails with URA_BAD_INPUT for
 * what is no UTF-8 and for a NUL; error->offset is then one of the decoded text.
 */
enum ura_status cleaner_run(struct cleaner *cleaner, struct ura_str given, size_t offset,
                            const struct ura_map *decoded, struct ura_error *error);
/* The line end that begins at TEXT[AT]: its length, 0 if none does. */
size_t line_end_at(struct ura_str text, size_t at);
/*
 * Behind the last line end of TEXT that begins at or after FROM; 0 if there is none. A CR that
 * TEXT ends with is none, since LF may follow.
 */
size_t line_end_last(struct ura_str text, size_t from);
/* How many lines end in TEXT. */
size_t line_ends_count(struct ura_str text);
void cleaner_release(struct cleaner *cleaner);

#endif
