/* window.h - the clean text that is at hand: all of it, or what lies between two paragraph
 * ends. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_WINDOW_H
#define DOCUMENT_WINDOW_H

#include "base/base.h"
#include "text/text.h"

/* Zero, then window_open. */
struct window {
    struct ura_reader *reader; /* NULL once it has given everything */
    struct ura_buf text;
    struct ura_map map; /* to byte offsets in the file as it came */
    size_t line;        /* number of the first line of `text`, from 1 */
    const char *encoding;
    size_t size;   /* bytes read so far, */
    uint64_t hash; /* and their XXH3; both of the whole text once `reader` is NULL */
};

/* Takes over READER. */
void window_open(struct ura_reader *reader, struct window *window);
/*
 * Appends chunks, at least one, until there are at least WANTED bytes. After the last one
 * `reader` is NULL. Fails as ura_reader_next does.
 */
enum ura_status window_fill(struct window *window, size_t wanted, struct ura_error *error);
/* Drops the first LEN bytes, which end with a line. */
void window_drop(struct window *window, size_t len);
void window_release(struct window *window);

#endif
